package normscope.instrument.shift;

import normscope.data.Dataset;
import normscope.experiment.ScoringSet;
import normscope.instrument.Replica;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * What can be done about shifted data without learning: the accuracy on the test set of the moment when batch
 * normalization takes its statistics from here or there. Beside it, the plain arm.
 *
 * @param plain the arm that is compared with; it has no statistics to choose
 * @param frozen the running statistics as training left them (EVAL mode)
 * @param reestimated those of some training examples of the moment, then kept
 * @param ownBatch those of each test batch itself (TRAIN mode); batches as large as in training
 * @param examples how many examples were used for re-estimating
 */
public record TestTimePolicies(double plain, double frozen, double reestimated, double ownBatch, int examples) {

    /** How many examples are used for re-estimating if nobody says otherwise. */
    public static final int EXAMPLES = 64;

    /**
     * Measures a replica's moment, re-estimating from so many training examples, or all; NaN for an arm that has
     * diverged.
     */
    public static TestTimePolicies measure(Replica replica, int examples) {
        int arm = replica.batchNormArm();
        Network network = replica.network(arm);
        Dataset test = replica.test();
        int used = Math.min(examples, replica.train().size());
        double plain = replica.diverged(replica.plainArm())
                ? Double.NaN
                : Readings.score(replica.network(replica.plainArm()), test, Mode.EVAL)
                        .accuracy();
        if (replica.diverged(arm)) {
            return new TestTimePolicies(plain, Double.NaN, Double.NaN, Double.NaN, used);
        }
        double frozen = Readings.score(network, test, Mode.EVAL).accuracy();
        double ownBatch = inBatches(network, test, replica.config().training().batchSize());
        reestimate(network, replica.train(), used);
        double reestimated = Readings.score(network, test, Mode.EVAL).accuracy();
        replica.restore(arm);
        return new TestTimePolicies(plain, frozen, reestimated, ownBatch, used);
    }

    private static void reestimate(Network network, Dataset set, int examples) {
        network.forward(rows(set, 0, examples), Mode.TRAIN);
        for (int l = 0; l < network.layerCount() - 1; l++) {
            network.layer(l).normalizer().statistics().ifPresent(s -> s.setRunning(s.batchMean(), s.batchVar()));
        }
    }

    /** The last batch is smaller when the size does not divide the set. */
    private static double inBatches(Network network, Dataset set, int batchSize) {
        int size = batchSize == 0 ? set.size() : Math.min(batchSize, set.size());
        int correct = 0;
        for (int from = 0; from < set.size(); from += size) {
            int first = from;
            DMatrixRMaj x = rows(set, from, Math.min(from + size, set.size()));
            correct += ScoringSet.correct(network.forward(x, Mode.TRAIN), row -> set.label(first + row));
        }
        return (double) correct / set.size();
    }

    private static DMatrixRMaj rows(Dataset set, int from, int to) {
        int columns = set.inputs();
        DMatrixRMaj rows = new DMatrixRMaj(to - from, columns);
        System.arraycopy(set.x().data, from * columns, rows.data, 0, rows.getNumElements());
        return rows;
    }
}
