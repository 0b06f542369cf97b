package normscope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Divergence;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.history.Series.Curve;
import normscope.runner.Evaluation;

/** The curves over all steps: losses, accuracies and the percentile bands of one layer, of all arms. */
public final class CurvesViewModel {

    /** About so many moments make the bands of one unit. */
    private static final int UNIT_MOMENTS = 160;

    private final BooleanProperty logAxis = new SimpleBooleanProperty(this, "logAxis", true);
    private final BooleanProperty showAccuracy = new SimpleBooleanProperty(this, "showAccuracy");
    private final IntegerProperty bandLayer = new SimpleIntegerProperty(this, "bandLayer", -1);

    private final List<Measurement> recorded = new ArrayList<>();
    private List<Measurement> measurements = List.of();
    private History history;
    private Snapshot present;
    private long cursor = -1;
    private long view;
    private Evaluation evaluation;

    /** A curve of the whole training or test set in EVAL mode; accuracies are 0 … 1. */
    public enum Metric {
        TRAIN_LOSS(ArmMeasurement::trainLoss, Evaluation.Arm::trainLoss),
        TEST_LOSS(ArmMeasurement::testLoss, Evaluation.Arm::testLoss),
        TRAIN_ACCURACY(ArmMeasurement::trainAccuracy, Evaluation.Arm::trainAccuracy),
        TEST_ACCURACY(ArmMeasurement::testAccuracy, Evaluation.Arm::testAccuracy);

        private final ToDoubleFunction<ArmMeasurement> recorded;
        private final ToDoubleFunction<Evaluation.Arm> atPresent;

        Metric(ToDoubleFunction<ArmMeasurement> recorded, ToDoubleFunction<Evaluation.Arm> atPresent) {
            this.recorded = recorded;
            this.atPresent = atPresent;
        }
    }

    /** The percentiles of what one layer's activation gets, over the measured steps. */
    public record Bands(double[] x, double[] p15, double[] p50, double[] p85) {}

    CurvesViewModel() {}

    public BooleanProperty logAxisProperty() {
        return logAxis;
    }

    public BooleanProperty showAccuracyProperty() {
        return showAccuracy;
    }

    /** The hidden layer whose percentiles are drawn, from 0: the user's choice; the last layer at first. */
    public IntegerProperty bandLayerProperty() {
        return bandLayer;
    }

    /** Which view is the present one: another number means that axes are to be chosen afresh. */
    public long view() {
        return view;
    }

    /** Shows the last layer, and losses on a logarithmic axis, or accuracies; on axes that fit what is shown next. */
    public void showAfresh(boolean accuracy, int layers) {
        showAccuracy.set(accuracy);
        logAxis.set(true);
        bandLayer.set(layers - 1);
        view++;
    }

    /**
     * {@return an arm's mini-batch losses over the steps, TRAIN mode, each before its update, in so many points at
     * most}
     */
    public Curve batchLoss(int arm, int columns) {
        return history.batchLosses(arm, columns);
    }

    /** {@return a curve of the whole set, EVAL mode: the measured steps, and the evaluation of the present moment} */
    public Curve wholeSet(int arm, Metric metric) {
        double[] x = new double[measurements.size() + 1];
        double[] y = new double[x.length];
        int n = 0;
        for (Measurement measurement : measurements) {
            x[n] = measurement.step();
            y[n] = metric.recorded.applyAsDouble(measurement.arm(arm));
            n += Double.isFinite(y[n]) ? 1 : 0;
        }
        if (evaluation != null && evaluation.step() > lastMeasured()) {
            x[n] = evaluation.step();
            y[n] = metric.atPresent.applyAsDouble(evaluation.arm(arm));
            n += Double.isFinite(y[n]) ? 1 : 0;
        }
        return Curve.of(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    private long lastMeasured() {
        return measurements.isEmpty()
                ? -1
                : measurements.get(measurements.size() - 1).step();
    }

    /** {@return the percentile bands of a layer: the measured steps, and the present moment} */
    public Bands bands(int arm, int layer) {
        BandPoints points = new BandPoints();
        for (Measurement measurement : measurements) {
            LayerStats stats = measurement.arm(arm).layers().get(layer);
            points.add(measurement.step(), stats.p15(), stats.p50(), stats.p85());
        }
        if (present != null && present.step() > lastMeasured()) {
            points.add(present, arm, layer, BandPoints.ALL_UNITS);
        }
        return points.bands();
    }

    /**
     * {@return the bands of one unit, or the remainder where there are fewer: of the recorded snapshots and the
     * present}
     */
    public Bands bands(int arm, int layer, int unit) {
        BandPoints points = new BandPoints();
        long last = present == null ? 0 : present.step();
        long before = -1;
        for (int i = 0; i <= UNIT_MOMENTS; i++) {
            Snapshot snapshot = i == UNIT_MOMENTS ? present : history.at(last * i / UNIT_MOMENTS);
            if (snapshot != null && snapshot.step() > before) {
                before = snapshot.step();
                points.add(snapshot, arm, layer, unit);
            }
        }
        return points.bands();
    }

    /** The step that is looked at: the step in REVIEW, -1 when LIVE. */
    public long cursorStep() {
        return cursor;
    }

    /** {@return where an arm left the finite numbers, or null} */
    public Divergence divergence(int arm) {
        return present.arm(arm).divergence();
    }

    public int arms() {
        return history.arms();
    }

    /** {@return whether no arm can go on} */
    public boolean isOver() {
        return present.isOver();
    }

    /** A new run begins, or the past of this one was changed. */
    void begin(History newHistory, int layers) {
        history = newHistory;
        recorded.clear();
        measurements = List.of();
        evaluation = null;
        if (bandLayer.get() < 0 || bandLayer.get() >= layers) {
            bandLayer.set(layers - 1);
        }
    }

    /** Takes in the evaluation of the moment that is looked at; one of the past adds nothing to the curves. */
    void setPresent(Evaluation latest) {
        evaluation = latest;
    }

    /** Takes in what was recorded since. */
    void update(Snapshot newPresent, long newCursor) {
        present = newPresent;
        cursor = newCursor;
        recorded.addAll(history.measurements(recorded.size()));
        List<Measurement> watched = history.watched();
        if (measurements.size() != recorded.size() + watched.size()) {
            measurements = Stream.concat(watched.stream(), recorded.stream())
                    .sorted(Comparator.comparingLong(Measurement::step))
                    .toList();
        }
    }
}
