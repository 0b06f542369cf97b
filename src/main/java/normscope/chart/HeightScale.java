package normscope.chart;

/**
 * The top of a height axis that follows the peak lazily: it moves only when the peak leaves the band of 55 to 100 % of
 * it, else the eye would see the scale breathe and not the data.
 */
final class HeightScale {

    private static final double HEADROOM = 1.12;
    private static final double LOWEST = 0.55;

    private double top;

    /**
     * Moves the top if it must.
     *
     * @param peak the highest value shown, not negative
     */
    void fit(double peak) {
        if (peak > top || peak < LOWEST * top) {
            top = peak * HEADROOM;
        }
    }

    /** The value at the top; 1 before anything was shown, for it divides. */
    double top() {
        return top > 0 ? top : 1;
    }
}
