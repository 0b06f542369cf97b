package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * Loss or accuracy of both arms over the steps.
 *
 * <p>Thin and pale is the mini-batch (TRAIN mode), with its range where many steps share a pixel; bold is the whole
 * training set and dashed the test set (both EVAL mode). The axes are lazy, see {@link LazyRange}.
 */
public final class CurvesFigure extends StepFigure {

    /** What the curves measure. */
    public enum Metric {
        /** A loss, not negative. */
        LOSS,
        /** A share of right answers, 0 to 1. */
        ACCURACY
    }

    /** On which examples, in which mode. Also the order of drawing, last on top. */
    public enum Kind {
        /** The mini-batch, with its own statistics. */
        BATCH_TRAIN,
        /** The test set, with running statistics. */
        TEST_EVAL,
        /** The whole training set, with running statistics. */
        TRAIN_EVAL
    }

    /**
     * One curve; the arrays are equally long, are not copied and must not change afterwards. Steps that share a point
     * have their least, greatest and mean value there; a mean of NaN makes a gap.
     */
    public record Series(Role role, Kind kind, double[] x, double[] min, double[] max, double[] mean) {

        /** A curve with a single value a point. */
        public Series(Role role, Kind kind, double[] x, double[] y) {
            this(role, kind, x, y, y, y);
        }
    }

    /** From the most important one. */
    private static final List<Kind> KINDS = List.of(Kind.TRAIN_EVAL, Kind.TEST_EVAL, Kind.BATCH_TRAIN);

    private static final double SAMPLE = 15;
    private static final double GAP = 10;

    private final FigureLegend legend = new FigureLegend();
    private Metric metric = Metric.LOSS;
    private boolean log = true;
    private List<Series> series = List.of();

    /** An empty figure of losses on a logarithmic axis. */
    public CurvesFigure() {
        chart.addSubtitle(legend);
    }

    /** Chooses what is measured. */
    public void setMetric(Metric metric) {
        if (metric != this.metric) {
            values.reset();
        }
        this.metric = Objects.requireNonNull(metric);
    }

    /** Chooses the axis of a loss, logarithmic or linear; accuracy is always linear. */
    public void setLogAxis(boolean log) {
        if (log != this.log) {
            values.reset();
        }
        this.log = log;
    }

    /** Sets the curves, at most one of a role and kind. */
    public void setSeries(List<Series> series) {
        this.series = series.stream().sorted(Comparator.comparing(Series::kind)).toList();
    }

    @Override
    protected Stream<double[]> measured() {
        return series.stream().map(Series::x);
    }

    @Override
    protected void update(double width) {
        fitSteps();
        fitValues();
        header.show(this::reading);
        showKinds(width);
        List<PlotSeries> drawn = new ArrayList<>();
        for (Series s : series) {
            Color colour = theme.colour(s.role);
            Color line = s.kind == Kind.BATCH_TRAIN ? ChartTheme.fade(colour, 0.45) : colour;
            Color band = s.min == s.max ? null : ChartTheme.fade(colour, 0.16);
            double dot = theme.hasWords() ? 2 * theme.line() : 0;
            drawn.add(PlotSeries.line(s.x, s.mean, line, stroke(s.kind), dot).within(s.min, s.max, band));
        }
        if (theme.hasWords()) {
            marks.divergences().forEach((role, end) -> drawn.add(cross(role, end.step())));
        }
        show(drawn);
    }

    /** A cross at the last finite value of an arm that ended. */
    private PlotSeries cross(Role role, double step) {
        Series last = of(role, Kind.BATCH_TRAIN);
        double value = last == null ? Double.NaN : lastFinite(last.mean);
        double r = 4 * theme.type();
        double most = rightOf(plot.getDomainAxis().getUpperBound(), -r - 1);
        double y = Double.isNaN(value) ? plot.getRangeAxis().getUpperBound() : value;
        Shape cross = PlotSeries.cross(r, 2.2 * theme.line());
        return PlotSeries.dot(Math.min(most, step), inside(y, r + 1), theme.colour(role), cross);
    }

    private Stroke stroke(Kind kind) {
        return switch (kind) {
            case BATCH_TRAIN -> theme.thin(1);
            case TRAIN_EVAL -> theme.stroke(2.1);
            // Dashes as small as in a thumbnail would be dots on the line beside them.
            case TEST_EVAL -> theme.hasWords() ? theme.dashed(1.5, 4, 3) : theme.thin(1);
        };
    }

    /** The row that says which stroke is which, with the kinds that occur. */
    private void showKinds(double width) {
        List<Kind> kinds = KINDS.stream()
                .filter(kind -> series.stream().anyMatch(s -> s.kind == kind))
                .toList();
        // Rather smaller letters than a legend that names no mode.
        double wanted = kindsWidth(kinds);
        double fit = Math.max(0.8, Math.min(1, width / wanted));
        String words = fit * wanted <= width * 1.001 ? "kind." : "kind.short.";
        Font font = ChartFonts.plain(10 * fit * theme.type());
        legend.show(
                theme,
                font,
                fit * GAP,
                kinds.stream()
                        .map(kind -> FigureLegend.line(
                                Texts.text(words + kind),
                                theme.muted(),
                                kind == Kind.BATCH_TRAIN ? ChartTheme.fade(theme.muted(), 0.6) : theme.muted(),
                                stroke(kind),
                                fit * SAMPLE * theme.type()))
                        .toList());
    }

    private double kindsWidth(List<Kind> kinds) {
        return kinds.stream()
                        .mapToDouble(kind -> (SAMPLE + 4 + GAP) * theme.type()
                                + Draw.width(theme.tickFont(), Texts.text("kind." + kind)))
                        .sum()
                - GAP * theme.type();
    }

    private void fitValues() {
        if (metric == Metric.ACCURACY) {
            setY(Scale.PERCENT, 0, 1.02);
            return;
        }
        LossExtent extent = LossExtent.of(series, log);
        if (log) {
            values.fitLogarithmic(extent.low(), extent.high());
        } else {
            values.fitLinear(0, extent.high());
        }
        setY(log ? Scale.LOGARITHMIC : Scale.LINEAR, values.min(), values.max());
    }

    /** The value for the legend: of the whole training set where that is known, at the cursor or the end. */
    private String reading(Role role) {
        if (marks.ended(role)) {
            return Texts.text("curves.ended");
        }
        Series s = of(role, Kind.TRAIN_EVAL);
        return s == null || s.x.length == 0 ? "" : marks.said(format(s.mean[marks.at(s.x)]), s.x);
    }

    private String format(double value) {
        return metric == Metric.ACCURACY ? Numbers.percent(value) : Numbers.significant(value);
    }

    private Series of(Role role, Kind kind) {
        return series.stream()
                .filter(s -> s.role.equals(role) && s.kind == kind)
                .findFirst()
                .orElse(null);
    }

    private static double lastFinite(double[] y) {
        for (int i = y.length - 1; i >= 0; i--) {
            if (Double.isFinite(y[i])) {
                return y[i];
            }
        }
        return Double.NaN;
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y) || series.isEmpty()) {
            return null;
        }
        double step = measuredAt(x);
        StringBuilder text = heading(step, x);
        for (Role role : Role.ARMS) {
            List<String> line = KINDS.stream()
                    .map(kind -> of(role, kind))
                    .filter(Objects::nonNull)
                    .flatMap(s -> said(s.x, step, at -> describe(s, at)).stream())
                    .toList();
            if (!line.isEmpty()) {
                text.append('\n').append(word(role)).append(": ").append(String.join(", ", line));
            }
        }
        return text.toString();
    }

    private String describe(Series s, int at) {
        String value = Texts.text("curves." + s.kind, format(s.mean[at]));
        return s.max[at] > s.min[at] ? Texts.text("curves.range", value, format(s.min[at]), format(s.max[at])) : value;
    }

    @Override
    public FigureTable numbers() {
        String value = metric == Metric.LOSS ? "loss" : "accuracy";
        FigureTable table = FigureTable.of("arm", "examples", "step", value, "least", "most");
        for (Series s : series) {
            table.rows(List.of(word(s.role), Texts.text("kind." + s.kind)), s.x, s.mean, s.min, s.max);
        }
        return table;
    }

    @Override
    public String summary() {
        String name = Texts.text(metric == Metric.LOSS ? "curves.loss" : "curves.accuracy");
        List<String> arms = Role.ARMS.stream()
                .filter(role -> !reading(role).isEmpty())
                .map(role -> word(role) + " " + reading(role))
                .toList();
        String said = arms.isEmpty()
                ? Texts.text("curves.summary.none", name)
                : Texts.text("curves.summary", name, String.join(", ", arms));
        return said + marks.summary();
    }
}
