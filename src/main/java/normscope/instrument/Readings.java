package normscope.instrument;

import java.util.Arrays;
import normscope.data.Dataset;
import normscope.experiment.ArmId;
import normscope.experiment.Experiment;
import normscope.experiment.ScoringSet;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * How both arms do on a whole set, the normalized one read in both modes: after a shift they tell opposite stories.
 *
 * @param without the arm without batch normalization, EVAL mode
 * @param withTrain the arm with it, TRAIN mode: normalized by the set's own statistics
 * @param withEval the arm with it, EVAL mode: normalized by the running statistics
 */
public record Readings(Statistics.Score without, Statistics.Score withTrain, Statistics.Score withEval) {

    /** One of the three. */
    public enum Reading {
        /** Without batch normalization, EVAL mode. */
        WITHOUT(ArmId.WITHOUT, Mode.EVAL),
        /** With it, TRAIN mode, the set as one batch. */
        WITH_TRAIN(ArmId.WITH, Mode.TRAIN),
        /** With it, EVAL mode. */
        WITH_EVAL(ArmId.WITH, Mode.EVAL);

        private final ArmId arm;
        private final Mode mode;

        Reading(ArmId arm, Mode mode) {
            this.arm = arm;
            this.mode = mode;
        }

        /**
         * Which network is read.
         *
         * @return the arm
         */
        public ArmId arm() {
            return arm;
        }

        /**
         * How it is read.
         *
         * @return the mode
         */
        public Mode mode() {
            return mode;
        }
    }

    private static final Statistics.Score NOTHING = new Statistics.Score(Double.NaN, Double.NaN);

    /**
     * Reads the training set as it is at the present step.
     *
     * @param experiment its networks' last forward pass is replaced
     * @return NaN for an arm that has diverged
     */
    public static Readings of(Experiment experiment) {
        Statistics.Score[] scores = Arrays.stream(Reading.values())
                .map(reading -> of(experiment, reading))
                .toArray(Statistics.Score[]::new);
        return new Readings(scores[0], scores[1], scores[2]);
    }

    /** One reading of the present step. */
    static Statistics.Score of(Experiment experiment, Reading reading) {
        return experiment.divergence(reading.arm()) != null
                ? NOTHING
                : score(experiment.network(reading.arm()), experiment.world().train(), reading.mode());
    }

    /**
     * Reads the training set of a replica's moment.
     *
     * @param replica its networks' last forward pass is replaced
     * @return NaN for an arm that has diverged
     */
    public static Readings of(Replica replica) {
        Statistics.Score[] scores = Arrays.stream(Reading.values())
                .map(reading -> replica.diverged(reading.arm())
                        ? NOTHING
                        : score(replica.network(reading.arm()), replica.train(), reading.mode()))
                .toArray(Statistics.Score[]::new);
        return new Readings(scores[0], scores[1], scores[2]);
    }

    /** A network's loss and accuracy on a set, taken as one batch. */
    static Statistics.Score score(Network network, Dataset set, Mode mode) {
        DMatrixRMaj logits = network.forward(set.x(), mode);
        int correct = 0;
        for (int row = 0; row < set.size(); row++) {
            correct += ScoringSet.predictedClass(logits, row) == set.label(row) ? 1 : 0;
        }
        return new Statistics.Score(network.loss(set.y()), (double) correct / set.size());
    }

    /**
     * One of the three.
     *
     * @param reading which
     * @return its loss and accuracy
     */
    public Statistics.Score get(Reading reading) {
        return switch (reading) {
            case WITHOUT -> without;
            case WITH_TRAIN -> withTrain;
            case WITH_EVAL -> withEval;
        };
    }
}
