package normscope.experiment;

import normscope.nn.NormalizerSpec;

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
     * Changes the learning rate of all arms.
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
     * Gives one hidden layer of one arm another normalizer, keeping the weights.
     *
     * @param arm which network, from 0
     * @param layer the hidden layer, from 0
     * @param normalizer how it is normalized from now on
     */
    record SetNormalizer(int arm, int layer, NormalizerSpec normalizer) implements Command {
        /** Checks that the normalizer is there. */
        public SetNormalizer {
            Check.present("normalizer", normalizer);
        }
    }

    /**
     * Changes the inputs of training and test set, for all arms.
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
     * Kicks one hidden layer of all arms.
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
