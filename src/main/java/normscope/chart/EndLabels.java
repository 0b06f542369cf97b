package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/**
 * Names beside a plot, one for each line, at the height at which the line ends. Names that would overlap move apart,
 * and a thin line leads from each to its end. A name that is too long ends in dots.
 */
public final class EndLabels {

    /** The part of a figure's width that names may take. */
    private static final double MOST = 0.5;

    private static final double LEADER = 14;
    private static final double GAP = 13;
    private static final double MARGIN = 2;

    private EndLabels() {}

    /** One name, the colour of it and its leader, and where its line ends, in pixels. */
    public record End(String text, Color colour, double x, double y) {}

    /** {@return the room that names take beside a plot, at type size 1} */
    public static double room(List<String> names, ChartTheme theme, double width) {
        if (!theme.hasWords()) {
            return 0;
        }
        double widest = Draw.widest(theme.labelFont(), names.stream());
        double wanted = (LEADER + 2 * MARGIN) * theme.type() + widest;
        return Math.min(wanted, MOST * width) / theme.type();
    }

    /** Draws names in any order beside a plot, up to the figure's right edge. */
    public static void draw(Graphics2D g, ChartTheme theme, List<End> ends, Rectangle2D plot, double right) {
        if (!theme.hasWords()) {
            return;
        }
        List<End> sorted =
                ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
        double[] heights = heights(
                sorted.stream().mapToDouble(End::y).toArray(), GAP * theme.type(), plot.getMinY(), plot.getMaxY());
        double left = plot.getMaxX() + LEADER * theme.type();
        for (int i = 0; i < heights.length; i++) {
            End end = sorted.get(i);
            g.setColor(end.colour());
            g.setStroke(theme.stroke(1));
            double turn = plot.getMaxX() + 4 * theme.type();
            if (end.x() < plot.getMaxX() - 1) {
                // Its line ends earlier: pale, for it runs between other lines.
                g.setColor(ChartTheme.fade(end.colour(), 0.35));
                g.draw(new Line2D.Double(end.x(), end.y(), turn, end.y()));
                g.setColor(end.colour());
            }
            g.draw(new Line2D.Double(turn, end.y(), left - 3 * theme.type(), heights[i]));
            String text = Draw.fitting(end.text(), theme.labelFont(), right - left - MARGIN);
            Draw.text(g, text, theme.labelFont(), end.colour(), left, heights[i] + 4 * theme.type(), 0);
        }
    }

    /**
     * {@return ascending heights as near to the wanted ones, which ascend, as the least distance between them allows;
     * without room for that they go beyond the greatest height}
     */
    static double[] heights(double[] wanted, double gap, double low, double high) {
        // Names that touch form a block; a block lies so that its names are as near as can be on average.
        double[] heights = wanted.clone();
        int[] first = new int[wanted.length];
        double[] top = new double[wanted.length];
        int blocks = 0;
        for (int i = 0; i < wanted.length; i++) {
            first[blocks] = i;
            top[blocks] = top(wanted, i, i + 1, gap, low, high);
            while (blocks > 0 && top[blocks] < top[blocks - 1] + gap * (first[blocks] - first[blocks - 1])) {
                blocks--;
                top[blocks] = top(wanted, first[blocks], i + 1, gap, low, high);
            }
            blocks++;
        }
        for (int block = 0; block < blocks; block++) {
            int end = block + 1 < blocks ? first[block + 1] : wanted.length;
            for (int i = first[block]; i < end; i++) {
                heights[i] = top[block] + gap * (i - first[block]);
            }
        }
        return heights;
    }

    private static double top(double[] wanted, int from, int to, double gap, double low, double high) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += wanted[i] - gap * (i - from);
        }
        return Math.max(low, Math.min(high - gap * (to - from - 1), sum / (to - from)));
    }
}
