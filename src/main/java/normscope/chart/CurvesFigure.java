package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.text.Numbers;

/**
 * Loss or accuracy of both arms over the steps.
 *
 * <p>Thin and pale is the mini-batch (TRAIN mode), with its range where many steps share a pixel; bold is the whole
 * training set and dashed the test set (both EVAL mode). The axes are lazy, see {@link AxisRange}.
 */
public final class CurvesFigure extends Figure {

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
     * One curve; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param role the arm
     * @param kind which examples and mode
     * @param x steps, ascending
     * @param min least value of the steps that share this point
     * @param max greatest value of these
     * @param mean mean value of these; NaN makes a gap
     */
    public record Series(Role role, Kind kind, double[] x, double[] min, double[] max, double[] mean) {

        /**
         * A curve with a single value a point.
         *
         * @param role the arm
         * @param kind which examples and mode
         * @param x steps, ascending
         * @param y values
         */
        public Series(Role role, Kind kind, double[] x, double[] y) {
            this(role, kind, x, y, y, y);
        }
    }

    private final StepPlot plot = new StepPlot();
    private long view;
    private final AxisRange steps = new AxisRange();
    private final AxisRange values = new AxisRange();
    private final StepHeader header = new StepHeader();
    private final StepMarks marks = new StepMarks(plot);
    private Metric metric = Metric.LOSS;
    private boolean log = true;
    private List<Series> series = List.of();

    /**
     * Says which view the next values belong to. Another one than before chooses its axes afresh.
     *
     * @param number of the view
     */
    public void setView(long number) {
        if (number != view) {
            view = number;
            steps.reset();
            values.reset();
        }
    }

    /**
     * Chooses what is measured.
     *
     * @param metric loss or accuracy
     */
    public void setMetric(Metric metric) {
        if (metric != this.metric) {
            values.reset();
        }
        this.metric = Objects.requireNonNull(metric);
    }

    /**
     * Chooses the axis of a loss; accuracy is always linear.
     *
     * @param log equal distances for equal ratios
     */
    public void setLogAxis(boolean log) {
        if (log != this.log) {
            values.reset();
        }
        this.log = log;
    }

    /**
     * Sets the curves.
     *
     * @param series at most one of a role and kind
     */
    public void setSeries(List<Series> series) {
        this.series = series.stream().sorted((a, b) -> a.kind.compareTo(b.kind)).toList();
    }

    /**
     * Sets the event flags.
     *
     * @param events in any order
     */
    public void setMarks(List<Mark> events) {
        marks.setEvents(events);
    }

    /**
     * Sets the reviewed moment.
     *
     * @param step NaN for none
     */
    public void setCursor(double step) {
        marks.setCursor(step);
    }

    /**
     * Sets where arms ended.
     *
     * @param divergences at most one of a role
     */
    public void setDivergences(List<Divergence> divergences) {
        marks.setDivergences(divergences);
    }

    /**
     * Writes a heading.
     *
     * @param bold what is shown; null for none
     * @param light an addition, dropped when there is no room; null for none
     */
    public void setTitle(String bold, String light) {
        header.setTitle(bold, light);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        plot.setTheme(theme);
        fitAxes();
        double top = header.draw(g, theme, width, readings());
        top += KindLegend.draw(g, theme, top, width, series);
        Rectangle2D bounds = new Rectangle2D.Double(0, top + 4 * theme.type(), width, height - top - 4 * theme.type());
        plot.draw(g, bounds, this::drawCurves);
        marks.drawLabels(g, theme);
    }

    private void drawCurves(Graphics2D g) {
        Draw.quality(g);
        marks.drawLines(g, theme);
        for (Series s : series) {
            CurveStrokes.draw(g, theme, plot, s);
        }
        marks.drawCursor(g, theme);
        marks.drawPointer(g, theme);
        for (Divergence d : marks.divergences()) {
            Series last = of(d.role(), Kind.BATCH_TRAIN);
            marks.drawCross(g, theme, d, last == null ? Double.NaN : lastFinite(last.mean));
        }
    }

    private void fitAxes() {
        double last = 0;
        for (Series s : series) {
            last = s.x.length == 0 ? last : Math.max(last, s.x[s.x.length - 1]);
        }
        steps.fitSteps(Math.max(last, marks.last()), 50);
        plot.setSteps(steps.max());
        if (metric == Metric.ACCURACY) {
            plot.setValues(StepPlot.Scale.PERCENT, 0, 1.02);
            return;
        }
        LossExtent extent = LossExtent.of(series, log);
        if (log) {
            values.fitLogarithmic(extent.low(), extent.high());
            plot.setValues(StepPlot.Scale.LOGARITHMIC, values.min(), values.max());
        } else {
            values.fitLinear(0, extent.high());
            plot.setValues(StepPlot.Scale.LINEAR, values.min(), values.max());
        }
    }

    /** The values for the legend: of the whole training set where that is known, at the cursor or the end. */
    private List<StepHeader.Entry> readings() {
        return java.util.stream.Stream.of(Role.WITHOUT, Role.WITH)
                .map(role -> new StepHeader.Entry(role, reading(role)))
                .toList();
    }

    private String reading(Role role) {
        if (marks.ended(role)) {
            return Texts.get("curves.ended");
        }
        Series s = of(role, Kind.TRAIN_EVAL);
        if (s == null || s.x.length == 0) {
            return "";
        }
        int at = Double.isNaN(marks.cursor()) ? s.x.length - 1 : Nearest.index(s.x, marks.cursor());
        return format(s.mean[at]);
    }

    private String format(double value) {
        return metric == Metric.ACCURACY ? Numbers.percent(value) : Numbers.significant(value);
    }

    private Series of(Role role, Kind kind) {
        return series.stream()
                .filter(s -> s.role == role && s.kind == kind)
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
    public boolean pointAt(double x, double y) {
        return marks.pointAt(plot.contains(x, y) ? x : Double.NaN);
    }

    @Override
    public String describe(double x, double y) {
        if (!plot.contains(x, y) || series.isEmpty()) {
            return null;
        }
        double step = plot.step(x);
        String mark = marks.describe(x);
        StringBuilder text = new StringBuilder(Texts.get("curves.step", Numbers.grouped(Math.round(step))));
        if (mark != null) {
            text.append(" \u00b7 ").append(mark);
        }
        for (Role role : List.of(Role.WITHOUT, Role.WITH)) {
            StringBuilder line = new StringBuilder();
            for (Kind kind : List.of(Kind.TRAIN_EVAL, Kind.TEST_EVAL, Kind.BATCH_TRAIN)) {
                Series s = of(role, kind);
                if (s != null && s.x.length > 0 && step <= s.x[s.x.length - 1] * 1.02 + 1) {
                    line.append(line.length() == 0 ? "" : ", ").append(describe(s, Nearest.index(s.x, step)));
                }
            }
            if (line.length() > 0) {
                text.append('\n').append(role.word()).append(": ").append(line);
            }
        }
        return text.toString();
    }

    private String describe(Series s, int at) {
        String value = Texts.get("curves." + s.kind, format(s.mean[at]));
        return s.max[at] > s.min[at] ? Texts.get("curves.range", value, format(s.min[at]), format(s.max[at])) : value;
    }

    @Override
    public String summary() {
        String name = Texts.get(metric == Metric.LOSS ? "curves.loss" : "curves.accuracy");
        String without = reading(Role.WITHOUT);
        String with = reading(Role.WITH);
        if (without.isEmpty() && with.isEmpty()) {
            return Texts.get("curves.summary.none", name) + marks.summary();
        }
        return Texts.get("curves.summary", name, without, with) + marks.summary();
    }
}
