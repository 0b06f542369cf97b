package normscope.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.Range;

/**
 * One line of a plot and how it looks; the arrays are equally long, are not copied and must not change afterwards.
 *
 * @param x ascending where the line has more points than pixels
 * @param y values; what is not finite makes a gap
 * @param low lower ends of an interval at each point
 * @param high upper ends of it
 * @param colour of line and dots
 * @param stroke of the line; null for none
 * @param band between the ends of the intervals; null for none
 * @param dot at every point, around (0, 0); null for none
 */
public record PlotSeries(
        double[] x, double[] y, double[] low, double[] high, Color colour, Stroke stroke, Color band, Shape dot) {

    /** A line of more points a pixel than this is reduced to the extremes of each column, so no peak is lost. */
    private static final int MOST_POINTS = 2;

    /** A line; a single point of it is seen as a dot of a radius, or with radius 0 not at all. */
    public static PlotSeries line(double[] x, double[] y, Color colour, Stroke stroke, double radius) {
        return new PlotSeries(x, y, y, y, colour, stroke, null, x.length == 1 && radius > 0 ? disc(radius) : null);
    }

    public static PlotSeries dots(double[] x, double[] y, Color colour, Shape dot) {
        return new PlotSeries(x, y, y, y, colour, null, null, dot);
    }

    public static PlotSeries dot(double x, double y, Color colour, Shape dot) {
        return dots(new double[] {x}, new double[] {y}, colour, dot);
    }

    public static Shape disc(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    /** A triangle that points up or down, as high as twice its size. */
    static Shape arrow(double size, boolean up) {
        return up ? ShapeUtils.createUpTriangle((float) size) : ShapeUtils.createDownTriangle((float) size);
    }

    /** A diagonal cross within a square of twice the radius. */
    public static Shape cross(double radius, double thickness) {
        return ShapeUtils.createDiagonalCross((float) radius, (float) (thickness / Math.sqrt(8)));
    }

    /** The same line with intervals, filled with a colour; null leaves them clear. */
    public PlotSeries within(double[] lower, double[] upper, Color fill) {
        return new PlotSeries(x, y, lower, upper, colour, stroke, fill, dot);
    }

    /** Rows as JFreeChart wants them: x with its ends, then y with its ends, all of them kept within a range. */
    double[][] data(Range values) {
        double[] middle = within(values, y);
        return new double[][] {
            x, x, x, middle, low == y ? middle : within(values, low), high == y ? middle : within(values, high)
        };
    }

    /** JFreeChart leaves gaps at NaN only, and Java2D takes long over dashes to 1e9 pixels. */
    private static double[] within(Range values, double[] of) {
        double[] within = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            within[i] = Double.isFinite(of[i]) ? values.constrain(of[i]) : Double.NaN;
        }
        return within;
    }

    /** {@return the index of the point nearest to a place, of two the earlier; points ascend, and there is one} */
    public static int nearest(double[] x, double place) {
        int at = Arrays.binarySearch(x, place);
        int after = at >= 0 ? at : -at - 1;
        if (at >= 0 || after == 0) {
            return after;
        }
        return after == x.length || place - x[after - 1] <= x[after] - place ? after - 1 : after;
    }

    /** Two points a column of pixels: its least and its greatest value, in turn from below and from above. */
    PlotSeries reduced(Range visible, double pixels) {
        int from = x.length == 0 ? 0 : Math.max(0, nearest(x, visible.getLowerBound()) - 1);
        int to = x.length == 0 ? 0 : Math.min(x.length, nearest(x, visible.getUpperBound()) + 2);
        if (to - from <= MOST_POINTS * pixels) {
            return this;
        }
        double perPixel = visible.getLength() / pixels;
        double[][] rows = new double[4][MOST_POINTS * ((int) pixels + 4)];
        int n = 0;
        for (int first = from; first < to && n < rows[0].length; ) {
            int end = first + 1;
            while (end < to && x[end] < x[first] + perPixel) {
                end++;
            }
            double least = least(y, first, end, 1);
            double greatest = -least(y, first, end, -1);
            for (int i = 0; i < MOST_POINTS; i++) {
                rows[0][n] = x[first];
                rows[1][n] = i == n / MOST_POINTS % 2 ? least : greatest;
                rows[2][n] = low == y ? least : least(low, first, end, 1);
                rows[3][n] = high == y ? greatest : -least(high, first, end, -1);
                n++;
            }
            first = end;
        }
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOf(rows[row], n);
        }
        return new PlotSeries(rows[0], rows[1], rows[2], rows[3], colour, stroke, band, dot);
    }

    /** The least finite value times a sign, or NaN. */
    private static double least(double[] of, int from, int to, int sign) {
        double least = Double.NaN;
        for (int i = from; i < to; i++) {
            // Comparisons with NaN are false: the negated form takes the first finite value.
            least = Double.isFinite(of[i]) && !(sign * of[i] >= least) ? sign * of[i] : least;
        }
        return least;
    }
}
