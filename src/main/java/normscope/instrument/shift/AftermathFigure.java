package normscope.instrument.shift;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.FigureLegend;
import normscope.chart.FigureTable;
import normscope.chart.HistogramNote;
import normscope.chart.LossExtent;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.StepFigure;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.LegendItem;

/**
 * Losses over the steps since something was done to both networks, and what they would have been without it. The axis
 * of losses is logarithmic.
 */
public final class AftermathFigure extends StepFigure {

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

    private final FigureLegend legend = new FigureLegend();
    private List<Series> series = List.of();

    public AftermathFigure() {
        chart.removeSubtitle(header);
        chart.addSubtitle(legend);
    }

    /** Forgets the axes, for something else that happened. */
    public void restart() {
        steps.reset();
        values.reset();
    }

    /** Sets the curves, at most one of a kind; empty before anything happened. */
    public void setSeries(List<Series> series) {
        this.series =
                series.stream().sorted(Comparator.comparing(Series::curve)).toList();
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        if (series.isEmpty()) {
            Draw.quality(g);
            Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
            HistogramNote.draw(g, theme, all, Texts.text("aftermath.none"), false);
        } else {
            super.draw(g, width, height);
        }
    }

    @Override
    protected Stream<double[]> measured() {
        return series.stream().map(Series::x);
    }

    @Override
    protected void update(double width) {
        fitSteps();
        fitValues();
        show(series.stream()
                .map(s -> PlotSeries.line(s.x, s.y, colour(s.curve), stroke(s.curve), 2.5 * theme.line()))
                .toList());
        legend.show(
                theme, theme.labelFont(), GAP, LEGEND.stream().map(this::entry).toList());
    }

    private LegendItem entry(Curve curve) {
        Color colour = curve.ifNot ? theme.muted() : colour(curve);
        String name = Texts.text("aftermath." + curve, word(Role.WITHOUT), word(Role.WITH));
        return FigureLegend.line(name, colour, colour, stroke(curve), SAMPLE * theme.type());
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

    private void fitValues() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Series s : series) {
            for (int i = 0; i < s.x.length; i++) {
                if (Double.isFinite(s.y[i]) && s.y[i] > 0) {
                    low = Math.min(low, s.y[i]);
                    high = Math.max(high, s.y[i]);
                }
            }
        }
        LossExtent extent = LossExtent.of(low, high);
        values.fitLogarithmic(extent.low(), extent.high());
        setY(Scale.LOGARITHMIC, values.min(), values.max());
    }

    @Override
    public String describe(double x, double y) {
        if (series.isEmpty() || !contains(x, y)) {
            return null;
        }
        double step = measuredAt(x);
        StringBuilder text = new StringBuilder(Texts.text("aftermath.step", Numbers.grouped(Math.round(step))));
        for (String line : lines(step)) {
            text.append('\n').append(line);
        }
        return text.toString();
    }

    private List<String> lines(double step) {
        List<String> lines = new ArrayList<>();
        for (Series s : series) {
            if (s.x.length > 0) {
                int at = PlotSeries.nearest(s.x, step);
                String value = Texts.text(
                        "aftermath.at." + s.curve, Numbers.significant(s.y[at]), word(Role.WITHOUT), word(Role.WITH));
                lines.add(at(value, s.x[at], step));
            }
        }
        return lines;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("line", "steps-after", "loss");
        for (Series s : series) {
            String of = s.curve.ifNot ? "numbers.if-not" : "aftermath." + s.curve;
            String name = s.curve.ifNot
                    ? Texts.text(of, word(s.curve.role))
                    : Texts.text(of, word(Role.WITHOUT), word(Role.WITH));
            table.rows(List.of(name), s.x, s.y);
        }
        return table;
    }

    @Override
    public String summary() {
        if (series.isEmpty()) {
            return Texts.text("aftermath.none");
        }
        double last = 0;
        for (Series s : series) {
            last = s.x.length == 0 ? last : Math.max(last, s.x[s.x.length - 1]);
        }
        return Texts.text("aftermath.summary", Numbers.grouped(Math.round(last)), String.join("; ", lines(last)));
    }
}
