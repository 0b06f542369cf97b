package normscope.chart;

import java.util.Arrays;

/**
 * The extremes of a curve in every column of pixels, for curves with more points than pixels: no peak is lost.
 *
 * @param x steps, one for each column that has points
 * @param min least finite value there; NaN when there is none
 * @param max greatest finite value there; NaN when there is none
 */
record PixelColumns(double[] x, double[] min, double[] max) {

    /**
     * Gathers the points of each column.
     *
     * @param steps ascending
     * @param low lower curve
     * @param high upper curve, may be the same
     */
    static PixelColumns of(StepPlot plot, double[] steps, double[] low, double[] high) {
        int most = (int) plot.area().getWidth() + 3;
        double[] x = new double[most];
        double[] min = new double[most];
        double[] max = new double[most];
        int n = -1;
        double until = Double.NEGATIVE_INFINITY;
        double perPixel = plot.step(1) - plot.step(0);
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] >= until && n < most - 1) {
                n++;
                x[n] = steps[i];
                min[n] = Double.NaN;
                max[n] = Double.NaN;
                until = steps[i] + perPixel;
            }
            // Comparisons with NaN are false: the negated form takes the first finite value.
            if (Double.isFinite(low[i]) && !(low[i] >= min[n])) {
                min[n] = low[i];
            }
            if (Double.isFinite(high[i]) && !(high[i] <= max[n])) {
                max[n] = high[i];
            }
        }
        return new PixelColumns(Arrays.copyOf(x, n + 1), Arrays.copyOf(min, n + 1), Arrays.copyOf(max, n + 1));
    }
}
