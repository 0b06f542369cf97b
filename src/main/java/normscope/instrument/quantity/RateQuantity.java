package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.instrument.rate.RateRows;

/**
 * What the self-adjusting rate's instrument says of a hidden layer's weights; the run is made once more for it.
 *
 * @param tell which of its numbers
 * @param arm of which arm, from 0
 * @param layer of which hidden layer, from 0
 */
@JsonTypeName("effective-rate")
public record RateQuantity(RateRows tell, @Json.ArmWord int arm, int layer) implements InstrumentQuantity {

    @Override
    public RateQuantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.present("tell", tell);
        Check.layer("layer", layer, config);
        return this;
    }

    @Override
    public double measure(Experiment experiment, History history) {
        return tell.measure(experiment, history, arm, layer);
    }
}
