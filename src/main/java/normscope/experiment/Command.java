package normscope.experiment;

/** A change made to a living experiment. A run is its configuration, and its commands with their steps. */
public sealed interface Command {

    /**
     * Whether what the networks say changes at once, not only how they learn from now on.
     *
     * @return false for a learning rate
     */
    default boolean jumps() {
        return !(this instanceof SetLearningRate);
    }

    /**
     * Changes the learning rate of both arms.
     *
     * @param learningRate the new rate, more than 0
     */
    record SetLearningRate(double learningRate) implements Command {
        /** Checks the rate. */
        public SetLearningRate {
            TrainingConfig.checkLearningRate(learningRate);
        }
    }

    /**
     * Turns batch normalization of one hidden layer on or off, keeping the weights.
     *
     * @param arm which network
     * @param layer the hidden layer, from 0
     * @param on whether it is normalized from now on
     */
    record SetNormalized(ArmId arm, int layer, boolean on) implements Command {}

    /**
     * Changes the inputs of training and test set, for both arms.
     *
     * @param shift what happens to them
     * @param driftSteps how many steps it takes, growing evenly; 0 for at once
     */
    record ShiftInputs(InputShift shift, long driftSteps) implements Command {

        /** The longest drift. */
        public static final long MAX_DRIFT = 1_000_000;

        /** Checks the values. */
        public ShiftInputs {
            Check.present("shift", shift);
            Check.within("shift.driftSteps", driftSteps, 0, MAX_DRIFT);
        }
    }

    /**
     * Kicks one hidden layer of both arms.
     *
     * @param layer the hidden layer, from 0
     * @param kick what happens to it
     */
    record KickLayer(int layer, Kick kick) implements Command {
        /** Checks the kick. */
        public KickLayer {
            Check.present("kick", kick);
        }
    }
}
