package normscope.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.lab.HistogramView.Place;
import normscope.stats.Histogram;
import normscope.stats.Percentiles;

/** The rows of histograms, one a hidden layer, and how the user wants to see them. */
public final class LayersViewModel {

    private static final int LAYER_BINS = 48;
    private static final int UNIT_BINS = 24;

    /** The axis reaches at most this many times as far as the values after normalization. */
    private static final double LARGEST_RATIO = 10;

    private final ReadOnlyIntegerWrapper layerCount = new ReadOnlyIntegerWrapper(this, "layerCount");
    private final BooleanProperty oneUnit = new SimpleBooleanProperty(this, "oneUnit");
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final ObjectProperty<Quantity> after = new SimpleObjectProperty<>(this, "after", Quantity.Z_TILDE);
    private final BooleanProperty density = new SimpleBooleanProperty(this, "density");
    private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper(this, "pinned");
    private final ReadOnlyLongWrapper pinnedStep = new ReadOnlyLongWrapper(this, "pinnedStep", -1);

    private final List<AxisRange> axes = new ArrayList<>();
    /** Of the shown moment, made when they are asked for. */
    private final Map<Integer, LayerRow> rows = new HashMap<>();
    /** The half widths of the axes when the outlined moment was remembered; empty if they were chosen anew since. */
    private double[] outlinedHalves = {};

    private final double[] scratch = new double[LayerSnapshot.MAX_VALUES];
    private Snapshot shown;
    private Snapshot memory;
    private CompletableFuture<Snapshot> awaited;
    private List<Boolean> normalized = List.of();
    private boolean stale = true;
    private boolean moving;
    private boolean pinnedByHand;

    LayersViewModel() {
        ChangeListener<Object> choice = (o, old, now) -> {
            stale = true;
            resetAxes();
        };
        oneUnit.addListener(choice);
        unit.addListener(choice);
        after.addListener(choice);
        density.addListener((o, old, now) -> stale = true);
    }

    /** The number of hidden layers: 1 … 50; see {@link FewLayers}. */
    public ReadOnlyIntegerProperty layerCountProperty() {
        return layerCount.getReadOnlyProperty();
    }

    public BooleanProperty oneUnitProperty() {
        return oneUnit;
    }

    /** The unit that is shown, from 0; in a layer that has fewer units, the remainder. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** What the third column shows. */
    public ObjectProperty<Quantity> afterProperty() {
        return after;
    }

    public BooleanProperty densityProperty() {
        return density;
    }

    /** Whether a moment is remembered as an outline. */
    public ReadOnlyBooleanProperty pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /** The remembered moment: its step, -1 without one. */
    public ReadOnlyLongProperty pinnedStepProperty() {
        return pinnedStep.getReadOnlyProperty();
    }

    /** Shows whole layers up to z-tilde, by counts, on axes that fit what is shown next. */
    public void showAfresh() {
        after.set(Quantity.Z_TILDE);
        oneUnit.set(false);
        unit.set(0);
        density.set(false);
        resetAxes();
        stale = true;
    }

    private void resetAxes() {
        axes.forEach(AxisRange::reset);
        outlinedHalves = new double[0];
    }

    /** Remembers the shown moment as an outline in every histogram. */
    public void pin() {
        pinShown(true);
        pinnedByHand = true;
    }

    public void unpin() {
        pinShown(false);
        pinnedByHand = true;
    }

    /** Remembers the shown moment, or forgets the remembered one, as a page of a lesson does. */
    public void pinShown(boolean on) {
        remember(on ? shown : null);
        pinnedByHand = false;
    }

    /** Whether the user has chosen what is remembered, since a page has. */
    public boolean isPinnedByHand() {
        return pinnedByHand;
    }

    /** Remembers a moment as an outline as soon as it is known. */
    void outlineWhenKnown(CompletableFuture<Snapshot> snapshot) {
        awaited = snapshot;
    }

    /** The remembered moment, or null. */
    public Snapshot pinnedSnapshot() {
        return memory;
    }

    /** Remembers a moment as an outline; null forgets. */
    public void outline(Snapshot snapshot) {
        pinnedByHand = false;
        if (snapshot != memory) {
            remember(snapshot);
        }
    }

    private void remember(Snapshot snapshot) {
        memory = snapshot;
        outlinedHalves = axes.stream()
                .mapToDouble(axis -> snapshot == null ? 0 : axis.half())
                .toArray();
        pinned.set(snapshot != null);
        pinnedStep.set(snapshot == null ? -1 : snapshot.step());
        stale = true;
    }

    /** {@return one hidden layer, from 0, as it is shown} */
    public LayerRow row(int layer) {
        return rows.computeIfAbsent(layer, of -> row(shown, of, units(shown).get(of)));
    }

    /**
     * A new run begins, or this one has gone back: without the same shape, axes and remembered moment are of no use.
     *
     * @param normalizedArms for each arm, whether it is shown before and after normalization
     */
    void begin(Snapshot first, List<Boolean> normalizedArms, boolean sameShape) {
        normalized = normalizedArms;
        if (!sameShape) {
            axes.clear();
            remember(null);
        }
        shown = null;
        show(first, false);
    }

    /** Shows a moment, maybe one of a film, which the axes must not disturb; says whether anything changed. */
    boolean show(Snapshot snapshot, boolean film) {
        if (awaited != null && awaited.isDone()) {
            Snapshot known = awaited.isCompletedExceptionally() ? snapshot : awaited.getNow(null);
            awaited = null;
            // Within a frame, the run that it is a moment of may have given way to another.
            if (units(known).equals(units(snapshot))) {
                remember(known);
            }
        }
        if (snapshot == shown && !stale) {
            return false;
        }
        shown = snapshot;
        moving = film;
        stale = false;
        List<Integer> units = units(snapshot);
        int count = units.size();
        while (axes.size() < count) {
            AxisRange axis = new AxisRange();
            axis.reset();
            axes.add(axis);
        }
        rows.clear();
        // Their axes follow every moment, looked at or not.
        FewLayers.of(count).forEach(this::row);
        layerCount.set(count);
        return true;
    }

    /** {@return the number of examples in the mini-batch that is shown; 0 if there is none yet} */
    public int examples() {
        return shown == null || shown.arm(0).layers().isEmpty()
                ? 0
                : shown.arm(0).layers().get(0).batchRows();
    }

    /** The widths of the hidden layers, alike in all arms. */
    private static List<Integer> units(Snapshot snapshot) {
        return snapshot.arms().stream()
                .map(arm -> arm.layers().stream().map(LayerSnapshot::units).toList())
                .findFirst()
                .orElseThrow();
    }

    private LayerRow row(Snapshot snapshot, int layer, int units) {
        int shownUnit = oneUnit.get() ? Math.floorMod(unit.get(), units) : -1;
        AxisRange axis = axes.get(layer);
        axis.update(moving, needed(snapshot, layer, shownUnit));
        double half = axis.half();
        List<HistogramView> columns = new ArrayList<>();
        for (int arm = 0; arm < snapshot.arms().size(); arm++) {
            if (normalized.get(arm)) {
                columns.add(view(snapshot, arm, layer, Place.BEFORE, shownUnit, half));
                columns.add(view(snapshot, arm, layer, Place.AFTER, shownUnit, half));
            } else {
                columns.add(view(snapshot, arm, layer, Place.Z, shownUnit, half));
            }
        }
        LayerSnapshot any = snapshot.arm(0).layers().get(layer);
        double before = layer < outlinedHalves.length ? outlinedHalves[layer] : 0;
        double wider = before > 0 ? half / before : 1;
        return new LayerRow(units, shownUnit, any.rows(), any.batchRows(), -half, half, wider, List.copyOf(columns));
    }

    /**
     * The half width that shows all histograms of a layer; but what batch norm makes stays readable, even if another
     * arm is about to diverge and its values have to collect at the edges.
     */
    private double needed(Snapshot snapshot, int layer, int shownUnit) {
        double result = 0;
        double largest = Double.POSITIVE_INFINITY;
        for (int arm = 0; arm < snapshot.arms().size(); arm++) {
            if (snapshot.arm(arm).divergence() == null) {
                LayerSnapshot of = snapshot.arm(arm).layers().get(layer);
                result = Math.max(result, extent(of, Quantity.Z, shownUnit));
                double ofAfter = normalized.get(arm) ? extent(of, after.get(), shownUnit) : 0;
                result = Math.max(result, ofAfter);
                if (of.normalized() && ofAfter > 0) {
                    // Of a batch of one nothing is left: an axis as narrow would show nothing else either.
                    largest = Math.min(largest, LARGEST_RATIO * Math.max(1, ofAfter));
                }
            }
        }
        return Math.min(result, largest);
    }

    /** The absolute value that nearly all values do not exceed. */
    private double extent(LayerSnapshot layer, Quantity quantity, int shownUnit) {
        int n = values(layer, quantity, shownUnit);
        int finite = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(scratch[i])) {
                scratch[finite++] = Math.abs(scratch[i]);
            }
        }
        return finite == 0 ? 0 : Percentiles.of(scratch, finite, AxisRange.coveredPercent());
    }

    private int values(LayerSnapshot layer, Quantity quantity, int shownUnit) {
        return shownUnit < 0
                ? layer.values(quantity, scratch)
                : layer.values(quantity, shownUnit % layer.units(), scratch);
    }

    private HistogramView view(Snapshot snapshot, int arm, int layer, Place place, int shownUnit, double half) {
        Quantity quantity = place == Place.AFTER ? after.get() : Quantity.Z;
        LayerSnapshot now = snapshot.arm(arm).layers().get(layer);
        return new HistogramView(
                arm,
                place,
                histogram(now, quantity, shownUnit, half),
                memory == null ? null : histogram(memory.arm(arm).layers().get(layer), quantity, shownUnit, half),
                now.normalized(),
                snapshot.arm(arm).divergence());
    }

    private Histogram histogram(LayerSnapshot layer, Quantity quantity, int shownUnit, double half) {
        int n = values(layer, quantity, shownUnit);
        return Histogram.of(scratch, n, -half, half, shownUnit < 0 ? LAYER_BINS : UNIT_BINS);
    }
}
