package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.nn.Mode;

/** How far a hidden layer of one arm has gone, by several measures. */
public sealed interface LayerQuantity extends Quantity.OfRun {

    int arm();

    int layer();

    @Override
    default Quantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.arm("arm", arm(), config);
        Check.layer("layer", layer(), config);
        return this;
    }

    /**
     * How far the medians of a layer's units have travelled since step 0: from the lowest to the highest median of what
     * a unit hands to its activation, the mean over the units. The training set as one batch, TRAIN mode, at some
     * recorded moments.
     */
    @JsonTypeName("travel")
    record Travel(@Json.ArmWord int arm, int layer) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Past.travel(experiment, history, this);
        }
    }

    /**
     * How far the latest shift, kick or switch has moved a layer's values on one and the same mini-batch, TRAIN mode:
     * the root of the mean squared change, in units of the standard deviation before. Only sensible at the moment of
     * the change.
     *
     * @param of which of its values
     */
    @JsonTypeName("moved")
    record Moved(
            normscope.experiment.Quantity of, @Json.ArmWord int arm, int layer) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Past.moved(experiment, history, this);
        }
    }

    /**
     * How far the distributions of a layer's units lie from where they were just before the latest change: per unit the
     * Wasserstein-1 distance of what the activation gets, between the training examples drawn then and those drawn now,
     * the mean over units in units of their standard deviation then. Only sensible at the moment of the change.
     *
     * @param mode TRAIN, the examples as one batch, or EVAL
     */
    @JsonTypeName("distance")
    record Distance(@Json.ArmWord int arm, int layer, Mode mode) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Past.distance(experiment, history, this);
        }
    }

    /**
     * How far the means of a layer's activations have wandered between two steps, in units of their standard deviation
     * at the first, the mean over the units that are not dead there: what the next layer gets while those before it
     * learn. The training examples as one batch, TRAIN mode.
     *
     * @param from the first step
     * @param to the last step
     */
    @JsonTypeName("wander")
    record Wander(@Json.ArmWord int arm, int layer, long from, long to) implements LayerQuantity {
        public Wander {
            Check.whole("from", from, 0, 1_000_000);
            Check.whole("to", to, from + 1, 1_000_000);
        }

        @Override
        public double measure(Experiment experiment, History history) {
            return Past.wander(experiment, history, this);
        }
    }
}
