package normscope.nn;

/**
 * What a normalizer over the batch knows of each unit's z. The arrays are the normalizer's own and change with its next
 * pass.
 *
 * @param batchMean the mean of each column of z in the last TRAIN pass
 * @param batchVar the biased variance of each column of z in the last TRAIN pass
 * @param invStd 1 / sqrt(var + epsilon) as the last pass used it: of the batch in TRAIN, of the running variance in
 *     EVAL mode
 * @param runningMean the weighted average of batch means that EVAL mode uses
 * @param runningVar the weighted average of batch variances that EVAL mode uses
 */
public record BatchStatistics(
        double[] batchMean, double[] batchVar, double[] invStd, double[] runningMean, double[] runningVar) {

    /** {@return the same with arrays of its own} */
    public BatchStatistics copy() {
        return new BatchStatistics(
                batchMean.clone(), batchVar.clone(), invStd.clone(), runningMean.clone(), runningVar.clone());
    }

    /** Replaces what EVAL mode uses, by a copy of one number a unit. */
    public void setRunning(double[] mean, double[] variance) {
        System.arraycopy(mean, 0, runningMean, 0, mean.length);
        System.arraycopy(variance, 0, runningVar, 0, variance.length);
    }
}
