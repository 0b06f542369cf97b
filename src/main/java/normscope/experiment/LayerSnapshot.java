package normscope.experiment;

import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.Normalization;
import normscope.nn.Normalizer;

/**
 * The values of one hidden layer for one mini-batch in TRAIN mode, from which every {@link Quantity} of the layer or of
 * one unit follows. Of large batches it holds the first examples only; batches are in random order.
 */
public final class LayerSnapshot {

    /** The largest number of values kept of a layer. */
    public static final int MAX_VALUES = 8192;

    private final int units;
    private final int rows;
    private final int batchRows;
    private final boolean normalized;
    private final Activation activation;
    private final float[] z;
    /** What the activation gets where that has noise; else null. */
    private final float[] noisy;

    private final Normalization normalization;
    private final double[] gamma;
    private final double[] beta;

    /** Copies what is needed from a layer after a TRAIN forward pass. */
    LayerSnapshot(Layer layer, Activation activation) {
        this.units = layer.units();
        this.batchRows = layer.z().numRows;
        this.rows = Math.min(batchRows, Math.max(1, MAX_VALUES / units));
        this.normalized = layer.normalized();
        this.activation = activation;
        this.z = first(layer.z().data, rows * units);
        this.noisy = layer.noisy() ? first(layer.activated().data, rows * units) : null;
        Normalizer normalizer = layer.normalizer();
        this.normalization = normalizer.normalization();
        this.gamma = normalized ? normalizer.gamma().clone() : null;
        this.beta = normalized ? normalizer.beta().clone() : null;
    }

    private static float[] first(double[] source, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) source[i];
        }
        return values;
    }

    public int units() {
        return units;
    }

    /** The number of examples whose values are kept: at most {@link #batchRows()}. */
    public int rows() {
        return rows;
    }

    /** The number of examples of the mini-batch. */
    public int batchRows() {
        return batchRows;
    }

    public boolean normalized() {
        return normalized;
    }

    /** {@return the way from z to zNorm with the mini-batch's statistics} */
    public Normalization normalization() {
        return normalization;
    }

    /** {@return the scale that a unit has learned; 1 where the layer is not normalized} */
    public double gamma(int unit) {
        return normalized ? gamma[unit] : 1;
    }

    /** {@return the shift that a unit has learned; 0 where the layer is not normalized} */
    public double beta(int unit) {
        return normalized ? beta[unit] : 0;
    }

    /**
     * Writes the values of the whole layer, one example after the other, into an array at least {@link #MAX_VALUES}
     * long, or as long as the layer has values; returns how many there are.
     */
    public int values(Quantity quantity, double[] out) {
        int i = 0;
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                out[i++] = value(quantity, row, unit);
            }
        }
        return i;
    }

    /** Writes the values of one unit, one an example, into an array; returns how many there are. */
    public int values(Quantity quantity, int unit, double[] out) {
        for (int row = 0; row < rows; row++) {
            out[row] = value(quantity, row, unit);
        }
        return rows;
    }

    private double value(Quantity quantity, int row, int unit) {
        double raw = z[row * units + unit];
        if (quantity == Quantity.Z) {
            return raw;
        }
        double zNorm = normalization.zNorm(raw, row, unit);
        if (quantity == Quantity.Z_NORM) {
            return zNorm;
        }
        double zTilde =
                noisy != null ? noisy[row * units + unit] : normalized ? gamma[unit] * zNorm + beta[unit] : zNorm;
        return quantity == Quantity.Z_TILDE ? zTilde : activation.value(zTilde);
    }

    /** The memory that this takes: bytes, without object headers. */
    long bytes() {
        return (noisy == null ? 4L : 8L) * z.length + normalization.bytes() + (normalized ? 2L * 8 * units : 0);
    }
}
