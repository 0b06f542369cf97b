package normscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import normscope.math.Columns;
import normscope.math.Gaussian;
import normscope.math.Kernels;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense layer: z = x W + b, or with batch normalization z = x W, zTilde = gamma zNorm + beta; then a = f(zTilde), and
 * dropout. What its accessors return belongs to the layer, is not a copy, and changes with the next pass.
 */
public final class Layer {

    private final int inputs;
    private final LayerSpec spec;
    private final Kernels kernels;
    private final DMatrixRMaj w;
    private final DMatrixRMaj dW;
    private final double[] b;
    private final double[] dB;
    private final BatchNorm norm;
    private final Dropout dropout;
    private final DMatrixRMaj z = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj a = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj d = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input;
    private boolean normalized;
    private boolean dropped;
    private double addedToZ;

    Layer(int index, int inputs, LayerSpec spec, double dropout, Kernels kernels) {
        this.inputs = inputs;
        this.spec = spec;
        this.kernels = kernels;
        this.dropout = new Dropout(dropout, index);
        w = new DMatrixRMaj(inputs, spec.units());
        dW = new DMatrixRMaj(inputs, spec.units());
        b = new double[spec.units()];
        dB = new double[spec.units()];
        norm = new BatchNorm(spec.units(), spec.batchNorm());
        normalized = spec.normalized();
    }

    void initialize(Init init, RandomGenerator random) {
        drawWeights(init, random);
        Arrays.fill(b, 0);
        norm.reset();
        addedToZ = 0;
    }

    void drawWeights(Init init, RandomGenerator random) {
        double sd = init.standardDeviation(inputs);
        for (int i = 0; i < w.getNumElements(); i++) {
            w.data[i] = sd * Gaussian.next(random);
        }
    }

    void scaleWeights(double factor) {
        for (int i = 0; i < w.getNumElements(); i++) {
            w.data[i] *= factor;
        }
    }

    /** Sets the constant added to every z. It is no parameter: no gradient reaches it. */
    void setAddedToZ(double constant) {
        addedToZ = constant;
    }

    /** One pass forward. Returns what the next layer sees. */
    DMatrixRMaj forward(DMatrixRMaj x, Mode mode, long dropoutKey) {
        input = x;
        kernels.mult(x, w, z);
        if (addedToZ != 0) {
            Columns.add(z, addedToZ);
        }
        if (normalized) {
            norm.forward(z, mode);
        } else {
            Columns.addRow(z, b);
        }
        a.reshape(z.numRows, z.numCols);
        spec.activation().apply(kernels, zTilde(), a);
        dropped = dropout.acts(mode);
        if (!dropped) {
            return a;
        }
        dropout.forward(a, dropoutKey);
        return dropout.output;
    }

    /** Where dLoss/dOutput goes before {@link #backward}: a buffer of the last forward's shape. */
    DMatrixRMaj dOutput() {
        d.reshape(a.numRows, a.numCols);
        return d;
    }

    /** One pass back, from {@link #dOutput()} to the parameters' gradients and dLoss/dz. */
    void backward() {
        if (dropped) {
            dropout.backward(d);
        }
        spec.activation().backward(kernels, a, d);
        if (normalized) {
            norm.backward(d);
        } else {
            Columns.sum(d, dB);
        }
        kernels.multTransA(input, dZ(), dW);
    }

    /** dLoss/dInput = dZ W<sup>T</sup>; after {@link #backward()} and before the weights change. */
    void inputGradient(DMatrixRMaj dInput) {
        kernels.multTransB(dZ(), w, dInput);
    }

    /**
     * Whether the last pass stayed within the finite numbers. zTilde tells it for z and for a too: what is not finite
     * in z is not in zTilde, and every activation of a finite number is finite. Only a variance too large for a double
     * would not show, as it makes zNorm 0.
     */
    boolean isFinite() {
        DMatrixRMaj values = zTilde();
        return kernels.allFinite(values.data, values.numRows * values.numCols)
                && !(normalized && norm.varianceOverflowed());
    }

    void updateRunningStatistics() {
        if (normalized) {
            norm.updateRunningStatistics();
        }
    }

    void setNormalized(boolean on) {
        normalized = on;
    }

    List<Parameter> parameters() {
        return List.of(
                new Parameter(this, Parameter.Kind.WEIGHTS, w.data, dW.data),
                new Parameter(this, Parameter.Kind.BIAS, b, dB),
                new Parameter(this, Parameter.Kind.GAMMA, norm.gamma, norm.dGamma),
                new Parameter(this, Parameter.Kind.BETA, norm.beta, norm.dBeta));
    }

    /**
     * Whether the layer is normalized now.
     *
     * @return true with batch normalization
     */
    public boolean normalized() {
        return normalized;
    }

    /**
     * The layer's width.
     *
     * @return number of units
     */
    public int units() {
        return spec.units();
    }

    /**
     * The width of what comes in.
     *
     * @return number of inputs
     */
    public int inputs() {
        return inputs;
    }

    /**
     * The weights.
     *
     * @return inputs x units
     */
    public DMatrixRMaj w() {
        return w;
    }

    /**
     * dLoss/dW = x<sup>T</sup> dZ, without the L2 term.
     *
     * @return inputs x units
     */
    public DMatrixRMaj dW() {
        return dW;
    }

    /**
     * The bias, which a normalized layer does not use.
     *
     * @return one a unit
     */
    public double[] b() {
        return b;
    }

    /**
     * dLoss/db, the column sums of dZ; only kept up where the layer is not normalized.
     *
     * @return one a unit
     */
    public double[] dB() {
        return dB;
    }

    /**
     * x W, plus b where the layer is not normalized, plus what a kick has added.
     *
     * @return examples x units
     */
    public DMatrixRMaj z() {
        return z;
    }

    /**
     * (z - mean) * invStd with the last pass's statistics: the batch's in TRAIN, the running ones in EVAL mode.
     *
     * @return examples x units; means nothing while the layer is not normalized
     */
    public DMatrixRMaj zNorm() {
        return norm.zNorm;
    }

    /**
     * gamma * zNorm + beta, or z where the layer is not normalized.
     *
     * @return examples x units
     */
    public DMatrixRMaj zTilde() {
        return normalized ? norm.zTilde : z;
    }

    /**
     * The activations, before dropout.
     *
     * @return examples x units
     */
    public DMatrixRMaj a() {
        return a;
    }

    /**
     * dLoss/dz of the last backward, with the mean loss's 1/m inside.
     *
     * @return examples x units
     */
    public DMatrixRMaj dZ() {
        return normalized ? norm.dZ : d;
    }

    /**
     * dLoss/dzNorm = gamma * dZTilde of the last backward.
     *
     * @return examples x units; means nothing while the layer is not normalized
     */
    public DMatrixRMaj dZNorm() {
        return norm.dZNorm;
    }

    /**
     * dLoss/dzTilde of the last backward; equal to dZ where the layer is not normalized.
     *
     * @return examples x units
     */
    public DMatrixRMaj dZTilde() {
        return d;
    }

    /**
     * The constant that every z of the layer has on top, by {@link Network#addToZ}.
     *
     * @return 0 at first
     */
    public double addedToZ() {
        return addedToZ;
    }

    /**
     * The mean of each column of z in the last TRAIN pass.
     *
     * @return one a unit
     */
    public double[] batchMean() {
        return norm.batchMean;
    }

    /**
     * The biased variance of each column of z in the last TRAIN pass.
     *
     * @return one a unit
     */
    public double[] batchVar() {
        return norm.batchVar;
    }

    /**
     * 1 / sqrt(var + epsilon) as the last pass used it: of the batch in TRAIN, of the running variance in EVAL mode.
     *
     * @return one a unit
     */
    public double[] invStd() {
        return norm.invStd;
    }

    /**
     * The scale after normalizing.
     *
     * @return one a unit
     */
    public double[] gamma() {
        return norm.gamma;
    }

    /**
     * The shift after normalizing.
     *
     * @return one a unit
     */
    public double[] beta() {
        return norm.beta;
    }

    /**
     * dLoss/dgamma, the column sums of dZTilde * zNorm.
     *
     * @return one a unit
     */
    public double[] dGamma() {
        return norm.dGamma;
    }

    /**
     * dLoss/dbeta, the column sums of dZTilde.
     *
     * @return one a unit
     */
    public double[] dBeta() {
        return norm.dBeta;
    }

    /**
     * The weighted average of batch means that EVAL mode uses.
     *
     * @return one a unit
     */
    public double[] runningMean() {
        return norm.runningMean;
    }

    /**
     * The weighted average of batch variances that EVAL mode uses.
     *
     * @return one a unit
     */
    public double[] runningVar() {
        return norm.runningVar;
    }
}
