package normscope.instrument.batchbench;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.instrument.InstrumentViewModel;

/** One mini-batch on the bench: which example is chosen, what is done to it, and the axis it is drawn on. */
public final class BatchBenchViewModel implements InstrumentViewModel<BatchBenchSettings> {

    /** Room beside the values, as a share of their span, so that each can be dragged further out. */
    private static final double ROOM = 0.5;

    /** An axis with less room than this gives way. */
    private static final double LEAST_ROOM = 0.1;

    /** Where less of the axis than this is in use, it comes closer. */
    private static final double LEAST_USED = 0.25;

    private final ReadOnlyObjectWrapper<BatchBench> bench = new ReadOnlyObjectWrapper<>(this, "bench");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private double low = Double.NaN;
    private double high = Double.NaN;
    private boolean dragging;

    public BatchBenchViewModel() {
        configure(BatchBenchSettings.defaults());
    }

    @Override
    public void configure(BatchBenchSettings settings) {
        selected.set(0);
        low = Double.NaN;
        set(settings);
    }

    private BatchBenchSettings settings() {
        return bench.get().settings();
    }

    private void set(BatchBenchSettings settings) {
        BatchBench next = new BatchBench(settings);
        selected.set(Math.min(selected.get(), next.size() - 1));
        if (!dragging) {
            fitAxis(next);
        }
        bench.set(next);
    }

    private void fitAxis(BatchBench of) {
        DoubleSummaryStatistics z =
                of.settings().values().stream().mapToDouble(value -> value).summaryStatistics();
        double least = Math.min(0, z.getMin());
        double most = Math.max(0, z.getMax());
        List<Double> given = of.settings().axis();
        if (given != null && least >= given.get(0) && most <= given.get(1)) {
            low = given.get(0);
            high = given.get(1);
            return;
        }
        double span = Math.max(1, most - least);
        double margin = LEAST_ROOM * span;
        if (!(least >= low + margin && most <= high - margin && span >= LEAST_USED * (high - low))) {
            low = end(least, span, 2 * span, -1);
            high = end(most, span, 2 * span, 1);
        }
    }

    /** A number beyond the last value, round as numbers of a size are. */
    private static double end(double last, double span, double size, int side) {
        double unit = Math.pow(10, Math.floor(Math.log10(size)));
        return side * Math.ceil((side * last + ROOM * span) / unit) * unit;
    }

    /**
     * Both ends of the axis of zTilde: the one that was asked for, that of zNorm, which reaches so far to both sides,
     * or that of z, if the values can be seen there, so that equal values stand below each other; else its own.
     */
    public double[] outputAxis(double reach) {
        BatchBench of = bench.get();
        DoubleSummaryStatistics zTilde =
                IntStream.range(0, of.size()).mapToDouble(of::zTilde).summaryStatistics();
        double least = Math.min(0, zTilde.getMin());
        double most = Math.max(0, zTilde.getMax());
        List<Double> given = of.settings().outputAxis();
        if (given != null && least >= given.get(0) && most <= given.get(1)) {
            return new double[] {given.get(0), given.get(1)};
        }
        if (least >= -reach && most <= reach) {
            return new double[] {-reach, reach};
        }
        double span = most - least;
        boolean fits = least >= low && most <= high && span >= LEAST_USED * (high - low);
        return fits ? new double[] {low, high} : new double[] {end(least, span, span, -1), end(most, span, span, 1)};
    }

    /** While a value is dragged the axis stands still under the hand. */
    public void beginDrag() {
        dragging = true;
    }

    /** The axis may follow the values again. */
    public void endDrag() {
        dragging = false;
        set(settings());
    }

    /**
     * Sets the chosen example's z; if it is dragged, rounded to what a pixel is worth and kept within what is legal.
     *
     * @throws IllegalArgumentException if it is beyond what is legal and not dragged
     */
    public void setValue(double value) {
        double z = value;
        if (dragging) {
            double unit = smallStep();
            double inside = Math.max(low, Math.min(high, value));
            z = Math.max(-BatchBenchSettings.MAX_Z, Math.min(BatchBenchSettings.MAX_Z, rounded(inside, unit)));
        }
        List<Double> values = new ArrayList<>(settings().values());
        values.set(selected.get(), z);
        set(settings().withValues(values));
    }

    /** In decimal, so that 0.3 is 0.3. */
    private static double rounded(double value, double unit) {
        return unit < 1 ? Math.rint(value / unit) / Math.rint(1 / unit) : Math.rint(value / unit) * unit;
    }

    private double smallStep() {
        return Math.pow(10, Math.floor(Math.log10(high - low)) - 2);
    }

    /** Moves the chosen example along by a small or large step; the direction is +1 or -1. */
    public void nudge(int direction, boolean coarse) {
        double step = smallStep() * (coarse ? 10 : 1);
        double moved = rounded(settings().values().get(selected.get()) + direction * step, smallStep());
        setValue(Math.max(-BatchBenchSettings.MAX_Z, Math.min(BatchBenchSettings.MAX_Z, moved)));
    }

    /** Chooses the next or the former example: by +1 or -1. */
    public void select(int by) {
        selected.set(Math.floorMod(selected.get() + by, bench.get().size()));
    }

    /** Adds an example at the batch's mean and chooses it; nothing if the batch is full. */
    public void add() {
        if (bench.get().size() < BatchBenchSettings.MAX_VALUES) {
            List<Double> values = new ArrayList<>(settings().values());
            values.add(rounded(bench.get().mean(), smallStep()));
            set(settings().withValues(values));
            selected.set(values.size() - 1);
        }
    }

    /** Takes the chosen example out; the last one stays. */
    public void remove() {
        if (bench.get().size() > 1) {
            List<Double> values = new ArrayList<>(settings().values());
            values.remove(selected.get());
            set(settings().withValues(values));
        }
    }

    public void setGamma(double gamma) {
        set(settings().withGammaAndBeta(gamma, settings().beta()));
    }

    public void setBeta(double beta) {
        set(settings().withGammaAndBeta(settings().gamma(), beta));
    }

    /** Sets gamma and beta so that the output is the input. */
    public void identity() {
        set(bench.get().identity());
    }

    public void plain() {
        set(settings().withGammaAndBeta(1, 0));
    }

    public ReadOnlyObjectProperty<BatchBench> benchProperty() {
        return bench.getReadOnlyProperty();
    }

    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** The left end of the axis of z: below every value, but for one that is being dragged. */
    public double low() {
        return low;
    }

    /** The right end of the axis of z: above every value, but for one that is being dragged. */
    public double high() {
        return high;
    }
}
