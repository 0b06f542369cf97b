package normscope.nn;

/**
 * The constants that normalizers share; each uses those it has a use for.
 *
 * @param epsilon added to the variance before the root; at least 0
 * @param runningDecay weight of the old value in the running statistics, 0 … 1 (PyTorch's "momentum" is 1 minus this)
 * @param unbiasedRunningVar whether the running variance takes the batch's sum of squares divided by m - 1 (PyTorch) or
 *     by m; normalizing always divides by m
 */
public record NormalizerConstants(double epsilon, double runningDecay, boolean unbiasedRunningVar) {

    /** epsilon 1e-5, running decay 0.9, biased. */
    public static final NormalizerConstants DEFAULT = new NormalizerConstants(1e-5, 0.9, false);

    public NormalizerConstants {
        if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be a finite number of at least 0, not " + epsilon + ".");
        }
        if (!(runningDecay >= 0 && runningDecay <= 1)) {
            throw new IllegalArgumentException("runningDecay must lie in 0 … 1, not " + runningDecay + ".");
        }
    }
}
