package normscope.experiment;

/** A change made to a living experiment. A run is its configuration, and its commands with their steps. */
public sealed interface Command {

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
}
