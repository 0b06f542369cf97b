package normscope.chart;

/**
 * Ends of an axis that move only when they must, else the eye reads the axis and not the data. They give way at once to
 * data beyond them, and come closer only when the data fills less than half of the axis.
 */
public final class LazyRange {

    private static final double[] LENGTHS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    private static final double LEAST_FILLED = 0.5;
    private static final double HEADROOM = 1.12;
    private static final double LOWEST_PEAK = 0.55;

    private double min = Double.NaN;
    private double max = Double.NaN;

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** Forgets the past, as for another quantity. */
    public void reset() {
        min = Double.NaN;
        max = Double.NaN;
    }

    /** An axis from 0 that reaches the last step and is not shorter than the least. */
    void fitSteps(double last, double least) {
        boolean inside = last <= max && last >= 0.4 * max;
        if (!inside && !(last <= max && max <= least)) {
            min = 0;
            max = Math.max(least, roundUp(last * 1.02));
        }
    }

    /** The next round length from here on: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten. */
    static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double length : LENGTHS) {
            if (length * power >= value) {
                return length * power;
            }
        }
        return 10 * power;
    }

    /** An axis with round ends around the data. */
    public void fitLinear(double low, double high) {
        if (low >= min && high <= max && high - low >= LEAST_FILLED * (max - min)) {
            return;
        }
        // A constant stands in the middle of an axis as long as it is large.
        boolean constant = high - low < 1e-6 * Math.max(1e-3, Math.abs(high));
        double missing = constant ? Math.max(1e-3, Math.abs(high)) / 2 : 0;
        double unit = Ticks.unit(high - low + 2 * missing, 5);
        double nextMin = Math.floor((low - missing) / unit + 1e-9) * unit;
        double nextMax = Math.ceil((high + missing) / unit - 1e-9) * unit;
        // The data may fill less than half even of the closest round axis; then this one is as good.
        if (!(low >= min && high <= max && nextMax - nextMin > 0.8 * (max - min))) {
            min = nextMin;
            max = nextMax;
        }
    }

    /** A logarithmic axis around data above 0 that ends at 1, 2 or 5 times a power of ten. */
    public void fitLogarithmic(double low, double high) {
        double filled = Math.log(high / low);
        if (low >= min && high <= max && filled >= LEAST_FILLED * Math.log(max / min)) {
            return;
        }
        double nextMin = roundDown125(low);
        double nextMax = 1 / roundDown125(1 / high);
        if (nextMax < 10 * nextMin * (1 - 1e-9)) {
            nextMin = Math.min(nextMin, roundDown125(nextMax / 10));
        }
        if (!(low >= min && high <= max && Math.log(nextMax / nextMin) > 0.8 * Math.log(max / min))) {
            min = nextMin;
            max = nextMax;
        }
    }

    /** An axis from 0 that moves only when the peak, not negative, leaves the band of 55 to 100 % of it. */
    void fitHeight(double peak) {
        if (!(peak <= max && peak >= LOWEST_PEAK * max)) {
            min = 0;
            // Without any value the axis may have any height.
            max = peak > 0 ? peak * HEADROOM : 1;
        }
    }

    private static double roundDown125(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        double power = Math.pow(10, exponent);
        double factor = value / power;
        return (factor >= 5 - 1e-9 ? 5 : factor >= 2 - 1e-9 ? 2 : 1) * power;
    }
}
