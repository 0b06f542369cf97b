package normscope.chart;

import java.awt.geom.Path2D;
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

    double x(double value) {
        return plot.x + (value - axisMin) / (axisMax - axisMin) * plot.width;
    }

    double base() {
        return plot.getMaxY();
    }

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

    /** The silhouette of all bars as closed paths, one for each stretch: one fill, no seams between neighbours. */
    Path2D bars() {
        int[] counts = bins.counts();
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 2 * counts.length + 8);
        boolean open = false;
        for (int i = 0; i < counts.length; i++) {
            double left = x(edge(i));
            if (counts[i] == 0) {
                if (open) {
                    path.lineTo(left, base());
                    path.closePath();
                    open = false;
                }
                continue;
            }
            if (!open) {
                path.moveTo(left, base());
                open = true;
            }
            double y = base() - pixels(bins, counts[i]);
            path.lineTo(left, y);
            path.lineTo(x(edge(i + 1)), y);
        }
        if (open) {
            path.lineTo(x(bins.hi()), base());
            path.closePath();
        }
        return path;
    }

    /** One bar. */
    Rectangle2D bar(int bin) {
        double high = pixels(bins, bins.counts()[bin]);
        return new Rectangle2D.Double(x(edge(bin)), base() - high, x(edge(bin + 1)) - x(edge(bin)), high);
    }

    /** A line through the middles of bins: a second staircase on the bars would hide both. */
    Path2D outline(Histogram of) {
        Path2D.Double path = new Path2D.Double();
        double width = of.binWidth();
        path.moveTo(x(of.lo() - width / 2), base());
        for (int i = 0; i < of.counts().length; i++) {
            path.lineTo(x(of.lo() + (i + 0.5) * width), base() - pixels(of, of.counts()[i]));
        }
        path.lineTo(x(of.hi() + width / 2), base());
        return path;
    }
}
