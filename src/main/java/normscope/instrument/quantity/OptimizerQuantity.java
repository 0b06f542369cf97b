package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.nn.Mode;
import normscope.nn.OptimizerSpec;

/**
 * The page's experiment once more from its beginning, with another optimizer: the share of the training set that is
 * then classified correctly, in percent, EVAL mode.
 *
 * @param optimizer with its constants
 * @param learningRate the rate that suits it
 */
@JsonTypeName("optimizer")
public record OptimizerQuantity(
        OptimizerSpec optimizer,
        double learningRate,
        int steps,
        @Json.ArmWord int arm) implements InstrumentQuantity {

    private static final int MOST_STEPS = 10_000;

    public OptimizerQuantity {
        Check.present("optimizer", optimizer);
        Check.above("learningRate", learningRate, 0, 1000);
        Check.whole("steps", steps, 1, MOST_STEPS);
    }

    @Override
    public double measure(Experiment experiment, History history) {
        var config = experiment.config();
        Experiment again = new Experiment(
                config.withTraining(config.training().withOptimizer(optimizer).withLearningRate(learningRate)));
        again.keepToOneThread();
        for (int step = 0; step < steps && again.divergence(arm) == null; step++) {
            again.advance();
        }
        return Measuring.score(
                again, new Quantity.Scored(arm, Quantity.OfSet.TRAIN, Mode.EVAL, false), Quantity.ScoreKind.ACCURACY);
    }
}
