package normscope.instrument.statistics;

import java.util.Collections;
import java.util.List;

/**
 * What the arm with batch normalization normalizes with at one moment, and what comes of it.
 *
 * @param layers one a hidden layer; null for a layer that is not normalized. Not modifiable.
 * @param batch TRAIN mode: the training set in mini-batches, each with its own statistics
 * @param running EVAL mode: the training set with the running statistics
 * @param exact EVAL mode, had the running statistics been those of the whole training set
 */
public record Statistics(long step, List<OfLayer> layers, Score batch, Score running, Score exact) {

    /**
     * The statistics of one layer, one value a unit in each array. Not to be modified.
     *
     * @param batchMean of the mini-batch of the step
     * @param batchVar of the mini-batch of the step, biased
     * @param runningMean the running average
     * @param runningVar the running average
     * @param exactMean of the whole training set, with the layers before it normalized by exact statistics too
     * @param exactVar of the whole training set, biased
     */
    public record OfLayer(
            double[] batchMean,
            double[] batchVar,
            double[] runningMean,
            double[] runningVar,
            double[] exactMean,
            double[] exactVar) {}

    /** How the network does on the training set: the mean data loss, and the share classified correctly, 0 … 1. */
    public record Score(double loss, double accuracy) {}

    public Statistics {
        layers = Collections.unmodifiableList(layers);
    }
}
