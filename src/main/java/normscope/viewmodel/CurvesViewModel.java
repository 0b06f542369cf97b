package normscope.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.experiment.ArmId;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Divergence;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.history.Series.Curve;

/** The curves over all steps: losses, accuracies and the percentile bands of one layer, of both arms. */
public final class CurvesViewModel {

    private final BooleanProperty logAxis = new SimpleBooleanProperty(this, "logAxis", true);
    private final BooleanProperty showAccuracy = new SimpleBooleanProperty(this, "showAccuracy");
    private final IntegerProperty bandLayer = new SimpleIntegerProperty(this, "bandLayer");

    private final List<Measurement> measurements = new ArrayList<>();
    private History history;
    private Snapshot present;
    private long cursor = -1;

    /** A curve of the whole training or test set in EVAL mode. */
    public enum Metric {
        /** Data loss of the training set. */
        TRAIN_LOSS(ArmMeasurement::trainLoss),
        /** Data loss of the test set. */
        TEST_LOSS(ArmMeasurement::testLoss),
        /** Share of the training set classified correctly, 0 … 1. */
        TRAIN_ACCURACY(ArmMeasurement::trainAccuracy),
        /** Share of the test set classified correctly, 0 … 1. */
        TEST_ACCURACY(ArmMeasurement::testAccuracy);

        private final ToDoubleFunction<ArmMeasurement> value;

        Metric(ToDoubleFunction<ArmMeasurement> value) {
            this.value = value;
        }
    }

    /**
     * The percentiles of what one layer's activation gets, over the measured steps.
     *
     * @param x the steps
     * @param p15 15 % of the values are not above
     * @param p50 the medians
     * @param p85 85 % of the values are not above
     */
    public record Bands(double[] x, double[] p15, double[] p50, double[] p85) {}

    CurvesViewModel() {}

    /**
     * Whether losses are drawn on a logarithmic axis.
     *
     * @return the user's choice
     */
    public BooleanProperty logAxisProperty() {
        return logAxis;
    }

    /**
     * Whether accuracies are drawn instead of losses.
     *
     * @return the user's choice
     */
    public BooleanProperty showAccuracyProperty() {
        return showAccuracy;
    }

    /**
     * The hidden layer whose percentiles are drawn, from 0.
     *
     * @return the user's choice
     */
    public IntegerProperty bandLayerProperty() {
        return bandLayer;
    }

    /**
     * The mini-batch losses of an arm, TRAIN mode, each before its update.
     *
     * @param arm which arm
     * @param columns the most points wanted
     * @return the curve over the steps
     */
    public Curve batchLoss(ArmId arm, int columns) {
        return history.batchLosses(arm, columns);
    }

    /**
     * A curve of the whole set, EVAL mode.
     *
     * @param arm which arm
     * @param metric what to measure
     * @return the curve over the measured steps
     */
    public Curve wholeSet(ArmId arm, Metric metric) {
        return finite(metric.value, arm);
    }

    private Curve finite(ToDoubleFunction<ArmMeasurement> value, ArmId arm) {
        double[] x = new double[measurements.size()];
        double[] y = new double[x.length];
        int n = 0;
        for (Measurement measurement : measurements) {
            double v = value.applyAsDouble(measurement.arm(arm));
            if (Double.isFinite(v)) {
                x[n] = measurement.step();
                y[n++] = v;
            }
        }
        return Curve.of(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    /**
     * The percentile bands of a layer.
     *
     * @param arm which arm
     * @param layer the hidden layer, from 0
     * @return 15, 50 and 85 % over the measured steps
     */
    public Bands bands(ArmId arm, int layer) {
        int n = 0;
        double[][] values = new double[4][measurements.size()];
        for (Measurement measurement : measurements) {
            LayerStats stats = measurement.arm(arm).layers().get(layer);
            if (Double.isFinite(stats.p50())) {
                values[0][n] = measurement.step();
                values[1][n] = stats.p15();
                values[2][n] = stats.p50();
                values[3][n++] = stats.p85();
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], n);
        }
        return new Bands(values[0], values[1], values[2], values[3]);
    }

    /**
     * The step that is looked at.
     *
     * @return the step in REVIEW, -1 when LIVE
     */
    public long cursorStep() {
        return cursor;
    }

    /**
     * Where an arm left the finite numbers.
     *
     * @param arm which arm
     * @return the divergence, or null
     */
    public Divergence divergence(ArmId arm) {
        return present.arm(arm).divergence();
    }

    /** A new run begins, or the past of this one was changed. */
    void begin(History newHistory, int layers) {
        history = newHistory;
        measurements.clear();
        bandLayer.set(Math.min(bandLayer.get(), layers - 1));
    }

    /** Takes in what was recorded since. */
    void update(Snapshot newPresent, long newCursor) {
        present = newPresent;
        cursor = newCursor;
        measurements.addAll(history.measurements(measurements.size()));
    }
}
