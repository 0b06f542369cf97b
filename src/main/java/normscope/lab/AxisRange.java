package normscope.lab;

/**
 * The range of an axis that moves only when it must: at once when much of the data lies outside, and back only when the
 * data has long needed far less. Symmetric about 0, in few round steps, so that zero stays in the middle and the eye on
 * the data.
 */
final class AxisRange {

    /** The range grows when more than this share of the values lies beyond it. */
    private static final double TOLERATED_BEYOND = 0.005;

    /** The range shrinks when this many updates in a row would do with at most {@link #SHRINK_TO} of it. */
    private static final int PATIENCE = 90;

    private static final double SHRINK_TO = 0.5;

    /** At a moment that the user has gone to, where nothing follows, this much less shrinks it at once. */
    private static final double SHRINK_AT_ONCE_TO = 0.25;

    private double half = 4;
    private int roomy;

    double half() {
        return half;
    }

    /** Forgets the data seen; the next update sets the range. */
    void reset() {
        half = 0;
        roomy = 0;
    }

    /**
     * Takes in new data.
     *
     * @param moving whether the data belong to a film, not to a moment that the user has gone to
     * @param needed the half width that would leave {@link #TOLERATED_BEYOND} of the values beyond
     */
    void update(boolean moving, double needed) {
        double nice = niceAbove(needed);
        roomy = moving && nice <= half * SHRINK_TO ? roomy + 1 : 0;
        if (nice > half || roomy >= PATIENCE || !moving && nice <= half * SHRINK_AT_ONCE_TO) {
            half = nice;
            roomy = 0;
        }
    }

    /** The percentile of absolute values that {@link #update} needs. */
    static double coveredPercent() {
        return 100 * (1 - TOLERATED_BEYOND);
    }

    /** The least of … 0.8, 1, 2, 3, 4, 6, 8, 10, 20 … that is not below a value. */
    static double niceAbove(double value) {
        if (!(value > 1e-6)) {
            return 1e-6;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : new double[] {1, 2, 3, 4, 6, 8}) {
            if (value <= factor * decade * (1 + 1e-12)) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
