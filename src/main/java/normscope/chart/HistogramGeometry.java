package normscope.chart;

import java.awt.geom.Rectangle2D;
import normscope.stats.Histogram;

/**
 * Where the parts of one drawn histogram are.
 *
 * @param plot the room of axis and bars, without the slots at both ends
 * @param axisMin value at the left of the plot
 * @param axisMax value at the right of it
 * @param bins gives the width that counts refer to; null when only an outline is shown
 * @param density heights are shares per unit, else counts
 * @param top height at the upper edge of the plot
 */
record HistogramGeometry(
        Rectangle2D.Double plot, double axisMin, double axisMax, Histogram bins, boolean density, double top) {

    /** The bin at an x within the plot, -1 where the bins have ended. */
    int bin(double x) {
        double value = axisMin + (x - plot.x) / plot.width * (axisMax - axisMin);
        int bin = (int) Math.floor((value - bins.lo()) / bins.binWidth());
        return bin < bins.counts().length ? Math.max(-1, bin) : -1;
    }

    double edge(int bin) {
        return bins.lo() + bin * bins.binWidth();
    }

    /** The height of a count in units of the axis; counts of bins of another width are brought to this one's. */
    static double height(Histogram of, long count, Histogram bins, boolean density) {
        if (density) {
            return count / (of.total() * of.binWidth());
        }
        return bins == null || of == bins ? count : count * bins.binWidth() / of.binWidth();
    }

    /** The greatest height of any bin. */
    static double peak(Histogram of, Histogram bins, boolean density) {
        int most = 0;
        for (int count : of.counts()) {
            most = Math.max(most, count);
        }
        return most == 0 ? 0 : height(of, most, bins, density);
    }

    /** The height of a count in pixels. */
    double pixels(Histogram of, long count) {
        return count == 0 ? 0 : height(of, count, bins, density) / top * plot.height;
    }

    /** The bars as JFreeChart wants them: x with its ends, then heights with their ends. */
    double[][] bars() {
        double[][] rows = new double[6][bins.counts().length];
        for (int i = 0; i < bins.counts().length; i++) {
            rows[0][i] = edge(i) + bins.binWidth() / 2;
            rows[1][i] = edge(i);
            rows[2][i] = edge(i + 1);
            rows[3][i] = height(bins, bins.counts()[i], bins, density);
        }
        rows[4] = rows[3];
        rows[5] = rows[3];
        return rows;
    }

    /** A line through the middles of bins: a second staircase on the bars would hide both. */
    PlotSeries outline(Histogram of, ChartTheme theme) {
        int n = of.counts().length;
        double[] x = new double[n + 2];
        double[] y = new double[n + 2];
        for (int i = -1; i <= n; i++) {
            x[i + 1] = of.lo() + (i + 0.5) * of.binWidth();
            y[i + 1] = i < 0 || i == n ? 0 : height(of, of.counts()[i], bins, density);
        }
        return PlotSeries.line(x, y, theme.outline(), theme.dashed(1.2, 3, 2.6), 0);
    }
}
