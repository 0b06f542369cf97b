package normscope.instrument.shift;

import java.util.Collections;
import java.util.List;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.nn.Activation;
import normscope.nn.Init;

/** The experiment on which inputs are shifted, and the shifts that are measured on it. */
public final class ShiftLab {

    /** The update after which the inputs change. */
    public static final long CHANGE_AT = 1000;

    /** The most updates to wait for recovery. */
    public static final long LIMIT = 3000;

    private ShiftLab() {}

    /**
     * Standardized moons, three hidden layers of 16 ReLU units, plain gradient descent at rate 0.1 in batches of 32.
     */
    public static ExperimentConfig defaults() {
        ExperimentConfig usual = ExperimentConfig.defaults();
        return usual.withName("Shift lab")
                .withData(usual.data().withPoints(1000).withTestShare(0.2))
                .withNetwork(usual.network().withHiddenUnits(Collections.nCopies(3, 16)))
                .withTraining(usual.training().withBatchSize(32));
    }

    /** The same with tanh and the weights that suit it: the trap, where batch normalization is no help. */
    public static ExperimentConfig tanh() {
        ExperimentConfig config = defaults();
        return config.withNetwork(
                config.network().withActivation(Activation.TANH).withInit(new Init.Xavier()));
    }

    /** A change, made at once, whose outcome is measured; on the experiment with tanh or the default. */
    public record Change(String id, InputShift shift, boolean tanh) {
        /** The experiment: what is trained before. */
        public ExperimentConfig config() {
            return tanh ? ShiftLab.tanh() : defaults();
        }

        public Command command() {
            return new Command.ShiftInputs(shift, 0);
        }
    }

    /** The changes of the table, in its order. */
    public static List<Change> changes() {
        return List.of(
                new Change("shift +1", new InputShift.Translate(1, 1), false),
                new Change("shift +3", new InputShift.Translate(3, 3), false),
                new Change("scale x10", new InputShift.Scale(10, 10), false),
                new Change("rotate 30", new InputShift.Rotate(30), false),
                new Change("rotate 90", new InputShift.Rotate(90), false),
                new Change("rotate 90, tanh", new InputShift.Rotate(90), true));
    }
}
