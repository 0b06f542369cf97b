package normscope.runner;

import normscope.data.Split;
import normscope.experiment.Arms;
import normscope.experiment.Shifts;

/**
 * How all arms do at one moment, EVAL mode.
 *
 * @param run the run that the moment belongs to
 * @param step the number of updates made
 * @param grid where the probabilities were taken, or null if the inputs are not two-dimensional
 * @param data the training and test examples drawn at that moment. Not to be modified.
 */
public record Evaluation(long run, long step, Grid grid, Split data, Shifts shifts, Arms<Arm> arms) {

    public Arm arm(int arm) {
        return arms.get(arm);
    }

    /**
     * A raster over the plane of the raw inputs, of n cells in each direction, from x0, left, to x1, right, and from
     * y0, below, to y1, above; values are taken at the cells' centres.
     */
    public record Grid(double x0, double x1, double y0, double y1, int n) {}

    /**
     * One arm. Once it has diverged its numbers are NaN, its confusion is all zeros, and it has no probabilities.
     *
     * @param trainLoss mean data loss of the training set
     * @param trainModeLoss the same in TRAIN mode, the whole set as one batch; of a set larger than
     *     {@link SnapshotScorer#LARGEST_BATCH}, the first so many examples
     * @param testLoss mean data loss of the test set
     * @param trainAccuracy share of the training set classified correctly
     * @param testAccuracy share of the test set classified correctly
     * @param probabilities of each class in each cell: cell (row, column), row 0 at the lower edge, has the entries
     *     [(row n + column) classes + class]; null without a grid. Not to be modified.
     * @param confusion test examples by true class (row) and predicted class (column). Not to be modified.
     */
    public record Arm(
            double trainLoss,
            double trainModeLoss,
            double testLoss,
            double trainAccuracy,
            double testAccuracy,
            float[] probabilities,
            int[][] confusion) {}
}
