package normscope.compare;

import java.util.List;
import normscope.experiment.Json;
import normscope.runner.Evaluation;

/**
 * What figures show of a run. Rounded: it is there to be looked at.
 *
 * @param steps the measured steps, thinned to at most {@link #MOST_MOMENTS}, the last one among them
 * @param grid where the probabilities of the boundaries were taken; null if the inputs are not two-dimensional
 * @param points training examples at the last step, in raw coordinates; null as the grid
 */
record RunCurves(
        float[] steps,
        List<Arm> arms,
        @Json.MayBeAbsent Evaluation.Grid grid,
        @Json.MayBeAbsent Points points) {

    static final int MOST_MOMENTS = 300;

    static final int MOST_POINTS = 300;

    RunCurves {
        arms = List.copyOf(arms);
    }

    /**
     * One arm; curves end where it diverged.
     *
     * @param trainLoss of the training set, EVAL mode
     * @param testLoss of the test set, EVAL mode
     * @param trainAccuracy 0 … 1, EVAL mode
     * @param testAccuracy 0 … 1, EVAL mode
     * @param layers percentiles of what each hidden layer's activation gets, of a mini-batch in TRAIN mode
     * @param boundary of each cell of the grid, row 0 lowest, the probabilities of its classes in 255ths, of two
     *     classes the second's only, EVAL mode; null without a grid or once it has diverged
     */
    record Arm(
            float[] trainLoss,
            float[] testLoss,
            float[] trainAccuracy,
            float[] testAccuracy,
            List<Bands> layers,
            @Json.MayBeAbsent int[] boundary) {

        Arm {
            layers = List.copyOf(layers);
        }
    }

    /** The percentiles 15 and 85 of one hidden layer. */
    record Bands(float[] p15, float[] p85) {}

    /** Some examples with their classes, from 0. */
    record Points(float[] x, float[] y, int[] labels) {}
}
