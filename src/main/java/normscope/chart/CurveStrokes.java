package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws one curve in the manner of its kind. */
final class CurveStrokes {

    /** Points a pixel from which on a curve is drawn by its extremes in every column. */
    private static final double MOST_POINTS = 2;

    private CurveStrokes() {}

    static Stroke stroke(ChartTheme theme, CurvesFigure.Kind kind) {
        return switch (kind) {
            case BATCH_TRAIN -> theme.thin(1);
            case TRAIN_EVAL -> theme.stroke(2.1);
            case TEST_EVAL -> theme.dashed(1.5, 4, 3);
        };
    }

    static Color colour(ChartTheme theme, Role role, CurvesFigure.Kind kind) {
        Color colour = theme.colour(role);
        return kind == CurvesFigure.Kind.BATCH_TRAIN ? ChartTheme.fade(colour, 0.45) : colour;
    }

    static void draw(Graphics2D g, ChartTheme theme, StepPlot plot, CurvesFigure.Series s) {
        if (s.x().length == 0) {
            return;
        }
        if (s.min() != s.max()) {
            g.setColor(ChartTheme.fade(theme.colour(s.role()), 0.16));
            g.fill(between(plot, s.x(), s.min(), s.max()));
        }
        g.setColor(colour(theme, s.role(), s.kind()));
        g.setStroke(stroke(theme, s.kind()));
        g.draw(line(plot, s.x(), s.mean()));
        if (s.x().length == 1 && Double.isFinite(s.mean()[0])) {
            double r = 2 * theme.line();
            g.fill(new Ellipse2D.Double(plot.x(s.x()[0]) - r, plot.y(s.mean()[0]) - r, 2 * r, 2 * r));
        }
    }

    /** A polyline with gaps where values aren't finite. */
    static Path2D line(StepPlot plot, double[] x, double[] y) {
        if (x.length > MOST_POINTS * plot.area().getWidth()) {
            PixelColumns columns = PixelColumns.of(plot, x, y, y);
            return upAndDown(plot, columns);
        }
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length + 1);
        boolean open = false;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(y[i])) {
                open = false;
            } else if (open) {
                path.lineTo(plot.x(x[i]), plot.y(y[i]));
            } else {
                path.moveTo(plot.x(x[i]), plot.y(y[i]));
                open = true;
            }
        }
        return path;
    }

    /** Through the least and the greatest value of every column, in turn from below and from above. */
    private static Path2D upAndDown(StepPlot plot, PixelColumns columns) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 2 * columns.x().length + 1);
        boolean open = false;
        for (int i = 0; i < columns.x().length; i++) {
            if (Double.isNaN(columns.min()[i])) {
                open = false;
                continue;
            }
            double x = plot.x(columns.x()[i]);
            double first = plot.y(i % 2 == 0 ? columns.min()[i] : columns.max()[i]);
            double second = plot.y(i % 2 == 0 ? columns.max()[i] : columns.min()[i]);
            if (open) {
                path.lineTo(x, first);
            } else {
                path.moveTo(x, first);
                open = true;
            }
            if (second != first) {
                path.lineTo(x, second);
            }
        }
        return path;
    }

    /** The surfaces between two curves, one for each stretch where both are finite. */
    static Path2D between(StepPlot plot, double[] x, double[] low, double[] high) {
        if (x.length > MOST_POINTS * plot.area().getWidth()) {
            PixelColumns columns = PixelColumns.of(plot, x, low, high);
            return between(plot, columns.x(), columns.min(), columns.max());
        }
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 2 * x.length + 4);
        int from = 0;
        while (from < x.length) {
            int to = from;
            while (to < x.length && Double.isFinite(low[to]) && Double.isFinite(high[to])) {
                to++;
            }
            if (to - from > 1) {
                path.moveTo(plot.x(x[from]), plot.y(low[from]));
                for (int i = from; i < to; i++) {
                    path.lineTo(plot.x(x[i]), plot.y(high[i]));
                }
                for (int i = to - 1; i > from; i--) {
                    path.lineTo(plot.x(x[i]), plot.y(low[i]));
                }
                path.closePath();
            }
            from = to + 1;
        }
        return path;
    }
}
