package normscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import normscope.text.Numbers;

/**
 * Losses over the steps since something was done to both networks, and what they would have been without it. The axis
 * of losses is logarithmic.
 */
public final class AftermathFigure extends Figure {

    /** The curves; also the order of drawing, last on top. */
    public enum Curve {
        /** Without batch normalization, had nothing happened; EVAL mode. */
        WITHOUT_IF_NOT(Role.WITHOUT, true, false),
        /** With it, had nothing happened; EVAL mode. */
        WITH_IF_NOT(Role.WITH, true, false),
        /** Without batch normalization, EVAL mode. */
        WITHOUT(Role.WITHOUT, false, false),
        /** With it, EVAL mode. */
        WITH_EVAL(Role.WITH, false, false),
        /** With it, TRAIN mode. */
        WITH_TRAIN(Role.WITH, false, true);

        private final Role role;
        private final boolean ifNot;
        private final boolean train;

        Curve(Role role, boolean ifNot, boolean train) {
            this.role = role;
            this.ifNot = ifNot;
            this.train = train;
        }
    }

    /**
     * One curve; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param curve which
     * @param x steps since it happened, ascending
     * @param y losses; NaN makes a gap
     */
    public record Series(Curve curve, double[] x, double[] y) {}

    private static final List<Curve> LEGEND =
            List.of(Curve.WITHOUT, Curve.WITH_EVAL, Curve.WITH_TRAIN, Curve.WITH_IF_NOT);
    private static final double SAMPLE = 17;
    private static final double GAP = 11;

    private final StepPlot plot = new StepPlot();
    private final AxisRange steps = new AxisRange();
    private final AxisRange values = new AxisRange();
    private List<Series> series = List.of();

    /** Forgets the axes, for something else that happened. */
    public void restart() {
        steps.reset();
        values.reset();
    }

    /**
     * Sets the curves.
     *
     * @param series at most one of a curve; empty before anything happened
     */
    public void setSeries(List<Series> series) {
        this.series =
                series.stream().sorted((a, b) -> a.curve.compareTo(b.curve)).toList();
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (series.isEmpty()) {
            HistogramNote.draw(
                    g, theme, new Rectangle2D.Double(0, 0, width, height), Texts.get("aftermath.none"), false);
            return;
        }
        plot.setTheme(theme);
        fitAxes();
        double top = legend(g, width) + 3 * theme.type();
        plot.draw(g, new Rectangle2D.Double(0, top, width, height - top), this::drawCurves);
    }

    private void drawCurves(Graphics2D g) {
        Draw.quality(g);
        for (Series s : series) {
            g.setColor(colour(s.curve));
            g.setStroke(stroke(s.curve));
            g.draw(CurveStrokes.line(plot, s.x, s.y));
            if (s.x.length == 1 && Double.isFinite(s.y[0])) {
                double r = 2.5 * theme.line();
                g.fill(new Ellipse2D.Double(plot.x(s.x[0]) - r, plot.y(s.y[0]) - r, 2 * r, 2 * r));
            }
        }
    }

    private Color colour(Curve curve) {
        Color colour = theme.colour(curve.role);
        return curve.ifNot ? ChartTheme.mix(colour, theme.card(), 0.35) : colour;
    }

    private BasicStroke stroke(Curve curve) {
        if (curve.ifNot) {
            return theme.dashed(1.4, 1.6, 2.6);
        }
        return curve.train ? theme.dashed(2, 6, 3.5) : theme.stroke(2);
    }

    /** In one line, or in as many as it takes. Returns the height. */
    private double legend(Graphics2D g, double width) {
        double type = theme.type();
        Font font = theme.labelFont();
        double line = 15 * type;
        double baseline = 11 * type;
        double x = 0;
        for (Curve curve : LEGEND) {
            double wanted = (SAMPLE + 4) * type + Draw.width(font, word(curve));
            if (x > 0 && x + wanted > width) {
                x = 0;
                baseline += line;
            }
            double y = baseline - 4 * type;
            g.setColor(curve.ifNot ? theme.muted() : colour(curve));
            g.setStroke(stroke(curve));
            g.draw(new Line2D.Double(x + 1, y, x + SAMPLE * type, y));
            double text = x + (SAMPLE + 4) * type;
            Draw.text(g, word(curve), font, curve.ifNot ? theme.muted() : colour(curve), text, baseline, 0);
            x += wanted + GAP * type;
        }
        return baseline + 5 * type;
    }

    private static String word(Curve curve) {
        return Texts.get("aftermath." + curve);
    }

    private void fitAxes() {
        double last = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Series s : series) {
            for (int i = 0; i < s.x.length; i++) {
                last = Math.max(last, s.x[i]);
                if (Double.isFinite(s.y[i]) && s.y[i] > 0) {
                    low = Math.min(low, s.y[i]);
                    high = Math.max(high, s.y[i]);
                }
            }
        }
        steps.fitSteps(last, 50);
        plot.setSteps(steps.max());
        if (low > high) {
            low = 0.1;
            high = 1;
        }
        values.fitLogarithmic(Math.max(low, high / 1e6), high);
        plot.setValues(StepPlot.Scale.LOGARITHMIC, values.min(), values.max());
    }

    @Override
    public String describe(double x, double y) {
        if (series.isEmpty() || !plot.contains(x, y)) {
            return null;
        }
        double step = plot.step(x);
        StringBuilder text = new StringBuilder(Texts.get("aftermath.step", Numbers.grouped(Math.round(step))));
        for (String line : lines(step)) {
            text.append('\n').append(line);
        }
        return text.toString();
    }

    private List<String> lines(double step) {
        List<String> lines = new ArrayList<>();
        for (Curve curve : Curve.values()) {
            for (Series s : series) {
                if (s.curve == curve && s.x.length > 0) {
                    String value = Numbers.significant(s.y[Nearest.index(s.x, step)]);
                    lines.add(Texts.get("aftermath.at." + curve, value));
                }
            }
        }
        return lines;
    }

    @Override
    public String summary() {
        if (series.isEmpty()) {
            return Texts.get("aftermath.none");
        }
        double last = 0;
        for (Series s : series) {
            last = s.x.length == 0 ? last : Math.max(last, s.x[s.x.length - 1]);
        }
        return Texts.get("aftermath.summary", Numbers.grouped(Math.round(last)), String.join("; ", lines(last)));
    }
}
