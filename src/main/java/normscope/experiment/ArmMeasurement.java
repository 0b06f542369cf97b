package normscope.experiment;

import java.util.List;

/**
 * One arm in numbers at one moment.
 *
 * @param trainLoss data loss of the whole training set, EVAL mode
 * @param testLoss data loss of the test set, EVAL mode
 * @param trainAccuracy share of the training set that is classified correctly, 0 … 1, EVAL mode
 * @param testAccuracy share of the test set that is classified correctly, 0 … 1, EVAL mode
 * @param layers the hidden layers, TRAIN mode
 */
public record ArmMeasurement(
        double trainLoss, double testLoss, double trainAccuracy, double testAccuracy, List<LayerStats> layers) {}
