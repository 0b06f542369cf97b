package normscope.experiment;

import java.util.Collections;
import java.util.List;
import normscope.stats.Moments;

/**
 * One arm in numbers at one moment; all NaN once it has diverged.
 *
 * @param trainLoss data loss of the whole training set, EVAL mode
 * @param testLoss data loss of the test set, EVAL mode
 * @param trainAccuracy share of the training set that is classified correctly, 0 … 1, EVAL mode
 * @param testAccuracy share of the test set that is classified correctly, 0 … 1, EVAL mode
 * @param layers the hidden layers, TRAIN mode
 */
public record ArmMeasurement(
        double trainLoss, double testLoss, double trainAccuracy, double testAccuracy, List<LayerStats> layers) {

    /** What is measured of an arm that has left the finite numbers: nothing. */
    static ArmMeasurement diverged(int layers) {
        Moments none = new Moments(Double.NaN, Double.NaN);
        LayerStats layer = new LayerStats(none, none, Double.NaN, Double.NaN, Double.NaN);
        return new ArmMeasurement(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Collections.nCopies(layers, layer));
    }
}
