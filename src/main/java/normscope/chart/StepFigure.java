package normscope.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import normscope.experiment.Divergence;
import normscope.text.Texts;
import org.jfree.data.Range;

/** A figure over the steps of a run, with a lazy axis of steps and what stands upright on it. */
public abstract class StepFigure extends XYFigure {

    /** The shortest axis, and the least that a drag enlarges to. */
    private static final double LEAST_AXIS = 50;

    private static final double LEAST_ZOOM = 4;
    private static final double MOST_ENLARGED = 20;

    public final LazyRange steps = new LazyRange();
    public final LazyRange values = new LazyRange();
    public final StepMarks marks = new StepMarks();

    private List<String> names = List.of();
    private long view;
    private double until;

    public StepFigure() {
        super(TickedAxis.Linear.whole(62), new Room(38, 0, 18));
    }

    /** The steps at which something was measured, one array a curve. */
    protected abstract Stream<double[]> measured();

    /** Says which view the next values belong to. Another one than before chooses its axes afresh. */
    public void setView(long number) {
        if (number != view) {
            view = number;
            steps.reset();
            values.reset();
            unzoom();
        }
    }

    /** Sets a step that the axis reaches in any case; 0 for none. */
    public void setUntil(double step) {
        until = step;
    }

    /** Sets the event flags, in any order. */
    public void setMarks(List<Mark> events) {
        marks.setEvents(events);
    }

    /** Sets the reviewed moment, at which the legend's values are then; NaN for none. */
    public void setCursor(double step) {
        marks.setCursor(step);
    }

    /** Sets where arms ended. */
    public void setDivergences(Map<Role, Divergence> divergences) {
        marks.setDivergences(divergences);
    }

    /** Sets what the arms are called in the legend and in sentences. */
    public void setNames(List<String> ofArms) {
        names = ofArms;
        header.setNames(names);
        marks.setNames(names);
    }

    /** {@return what an arm is called} */
    protected String word(Role role) {
        return role.word(names);
    }

    /** Writes a heading, and an addition that is dropped when there is no room; null for none. */
    public void setTitle(String bold, String light) {
        header.setTitle(bold, light);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        super.draw(g, width, height);
        String name = Texts.text("axis.step");
        Draw.text(g, name, theme.tickFont(), theme.faint(), 0, area().getMaxY() + 15 * theme.type(), 0);
    }

    /** Fits the axis of steps, and puts the marks on it. */
    protected void fitSteps() {
        double last = Math.max(until, Math.max(lastMeasured(), marks.last()));
        if (plot.getDomainAxis().getLowerBound() > last) {
            unzoom();
        }
        steps.fitSteps(last, LEAST_AXIS);
        // A little before 0, so that the first point is whole.
        setX(-0.01 * steps.max(), steps.max());
        marks.update(plot, theme);
    }

    /** How many times longer the axis of steps is than the part of it that is shown: 1 or more, at most 20. */
    public double enlargement() {
        double shown = plot.getDomainAxis().getRange().getLength();
        return Math.max(1, Math.min(MOST_ENLARGED, steps.max() / shown));
    }

    private double lastMeasured() {
        return measured()
                .mapToDouble(x -> x.length == 0 ? 0 : x[x.length - 1])
                .max()
                .orElse(0);
    }

    /** The measured step nearest to an x of the last drawing; NaN for none. */
    protected double measuredAt(double x) {
        double step = valueX(x);
        return measured()
                .filter(steps -> steps.length > 0)
                .map(steps -> steps[PlotSeries.nearest(steps, step)])
                .reduce((a, b) -> Math.abs(a - step) <= Math.abs(b - step) ? a : b)
                .orElse(Double.NaN);
    }

    /** The heading of what is said of a step: its number, and what happened there. */
    protected StringBuilder heading(double step, double x) {
        String mark = marks.describe(x, this);
        StringBuilder text = new StringBuilder(Texts.text("curves.step", Math.round(step)));
        return mark == null ? text : text.append(" \u00b7 ").append(mark);
    }

    /** What a curve says of a step, from its nearest point; empty where it has ended before. */
    protected static Optional<String> said(double[] x, double step, IntFunction<String> words) {
        if (x.length == 0 || step > x[x.length - 1] * 1.02 + 1) {
            return Optional.empty();
        }
        int at = PlotSeries.nearest(x, step);
        return Optional.of(at(words.apply(at), x[at], step));
    }

    /** What a curve without a point at a step says, with the step that it was measured at. */
    protected static String at(String value, double measured, double step) {
        return measured == step ? value : Texts.text("curves.elsewhere", value, Math.round(measured));
    }

    @Override
    public boolean pointAt(double x, double y) {
        return marks.pointAt(contains(x, y) ? measuredAt(x) : Double.NaN);
    }

    @Override
    protected Range zoomed(double from, double to) {
        double missing = Math.max(0, LEAST_ZOOM - (to - from)) / 2;
        return new Range(from - missing, to + missing);
    }
}
