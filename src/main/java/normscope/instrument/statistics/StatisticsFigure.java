package normscope.instrument.statistics;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.chart.FigureLegend;
import normscope.chart.FigureTable;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.StepFigure;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.LegendItem;

/**
 * One quantity over the steps in up to three kinds: of each mini-batch (dots), as a running average (a line), exactly
 * (dashed). Each kind has its name and last value above the plot.
 */
public final class StatisticsFigure extends StepFigure {

    public enum Kind {
        /** Of mini-batches: dots in the colour of what is not normalized yet. */
        BATCH,
        /** Running: a line in the arm's colour. */
        RUNNING,
        /** Exact: a dashed line in the colour of text. */
        EXACT
    }

    /**
     * One series; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param kind how it is drawn
     * @param name in the legend
     * @param x steps, ascending
     * @param y values
     */
    public record Series(Kind kind, String name, double[] x, double[] y) {}

    private static final double TAIL = 0.02;
    private static final double DASH = 14;
    private static final double GAP = 6;

    /** A plot lower than this, at type size 1, has no room for lines of words. */
    private static final double LOW = 110;

    private static final double ROUNDING = 1e-9;

    private final FigureLegend legend = new FigureLegend();
    private final String title;
    private final boolean logarithmic;
    private List<Series> series = List.of();
    private int arm;

    public StatisticsFigure(String title, boolean logarithmic) {
        this.title = title;
        this.logarithmic = logarithmic;
        setTitle(title, null);
        chart.addSubtitle(legend);
    }

    /** Sets the arm, from 0, that was measured. */
    public void setArm(int measured) {
        arm = measured;
    }

    /** Sets at most one series of a kind, drawn in their order. */
    public void setSeries(List<Series> series) {
        this.series = List.copyOf(series);
    }

    @Override
    protected Stream<double[]> measured() {
        return series.stream().map(Series::x);
    }

    @Override
    protected void update(double width) {
        fitSteps();
        fitValues();
        show(series.stream().map(this::drawn).toList());
        legend.show(
                theme,
                theme.labelFont(),
                isLow() ? GAP : 0,
                series.stream().map(this::entry).toList());
    }

    private PlotSeries drawn(Series s) {
        double line = theme.line();
        if (s.kind == Kind.BATCH) {
            return PlotSeries.dots(s.x, s.y, colour(s.kind), PlotSeries.disc(1.9 * line));
        }
        // A line of one point would not be seen: it is drawn as in the legend.
        Shape alone = new Rectangle2D.Double(0, -line, DASH * theme.type(), 2 * line);
        return s.x.length == 1
                ? PlotSeries.dots(s.x, s.y, colour(s.kind), alone)
                : PlotSeries.line(s.x, s.y, colour(s.kind), stroke(s.kind), 0);
    }

    /** Where the figure is low, one word in place of name and value, which the mouse still tells. */
    private LegendItem entry(Series s) {
        boolean low = isLow();
        String name = low ? Texts.text("statistics.short." + s.kind) : s.name;
        LegendItem item = s.kind == Kind.BATCH
                ? FigureLegend.shape(name, theme.muted(), colour(s.kind), twoDots())
                : FigureLegend.line(name, theme.muted(), colour(s.kind), stroke(s.kind), DASH * theme.type());
        item.setDescription(low ? null : reading(s));
        return item;
    }

    private boolean isLow() {
        return room().getHeight() < LOW * theme.type();
    }

    private Shape twoDots() {
        double type = theme.type();
        Path2D dots = new Path2D.Double(new Ellipse2D.Double(3 * type - 2, -2, 4, 4));
        dots.append(new Ellipse2D.Double(10 * type - 2, -2, 4, 4), false);
        return dots;
    }

    private String reading(Series s) {
        if (s.x.length == 0) {
            return "";
        }
        double value = s.y[marks.at(s.x)];
        // The mean of standardized inputs is 0, whatever rounding leaves of it.
        return Numbers.significant(Math.abs(value) < ROUNDING ? 0 : value);
    }

    private Color colour(Kind kind) {
        return switch (kind) {
            case BATCH -> theme.mark(new Role(arm, true));
            case RUNNING -> theme.colour(Role.of(arm));
            case EXACT -> theme.text();
        };
    }

    private Stroke stroke(Kind kind) {
        return kind == Kind.EXACT ? theme.dashed(1.6, 4, 3) : theme.stroke(2.1);
    }

    private void fitValues() {
        List<Double> all = new ArrayList<>();
        for (Series s : series) {
            for (double y : s.y) {
                if (Double.isFinite(y) && (!logarithmic || y > 0)) {
                    all.add(y);
                }
            }
        }
        all.sort(null);
        double low = all.isEmpty() ? 0.1 : all.get((int) (TAIL * (all.size() - 1)));
        double high = all.isEmpty() ? 1 : all.get((int) Math.ceil((1 - TAIL) * (all.size() - 1)));
        // A stray value of the past may leave the plot; what the legend reads must not.
        for (Series s : series) {
            double now = s.x.length == 0 ? Double.NaN : s.y[marks.at(s.x)];
            if (Double.isFinite(now) && (!logarithmic || now > 0)) {
                low = Math.min(low, now);
                high = Math.max(high, now);
            }
        }
        if (logarithmic) {
            values.fitLogarithmic(low, high);
        } else {
            values.fitLinear(low, high);
        }
        setY(logarithmic ? Scale.LOGARITHMIC : Scale.LINEAR, values.min(), values.max());
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y) || Double.isNaN(measuredAt(x))) {
            return null;
        }
        double step = measuredAt(x);
        StringBuilder text = heading(step, x);
        for (Series s : series) {
            if (s.x.length > 0) {
                int at = PlotSeries.nearest(s.x, step);
                String value = Texts.text("statistics.entry", s.name, Numbers.significant(s.y[at]));
                text.append('\n').append(at(value, s.x[at], step));
            }
        }
        return text.toString();
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = new FigureTable(List.of(FigureTable.column("line"), FigureTable.column("step"), title));
        series.forEach(s -> table.rows(List.of(s.name), s.x, s.y));
        return table;
    }

    @Override
    public String summary() {
        if (series.isEmpty() || series.get(0).x.length == 0) {
            return title + ": " + Texts.text("statistics.empty");
        }
        List<String> entries = series.stream()
                .map(s -> Texts.text("statistics.entry", s.name, reading(s)))
                .toList();
        return Texts.text("statistics.summary", title, String.join(", ", entries));
    }
}
