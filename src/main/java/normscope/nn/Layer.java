package normscope.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import normscope.math.Columns;
import normscope.math.Gaussian;
import normscope.math.Kernels;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A dense layer: z = x W + b, or z = x W before a normalizer that leaves the bias out; zTilde, which its
 * {@link Normalizer} makes of z; noise on it where there is any; then a = f(zTilde), and dropout. What its accessors
 * return belongs to the layer, is not a copy, and changes with the next pass.
 */
public final class Layer {

    private final int inputs;
    private final LayerSpec spec;
    private final Kernels kernels;
    private final DMatrixRMaj w;
    private final DMatrixRMaj dW;
    private final double[] b;
    private final double[] dB;
    private final Normalizer own;
    private final Normalizer none;
    private final Parameter weights;
    private final Parameter bias;
    private final Dropout dropout;
    private final MovingNoise noise;
    private final DMatrixRMaj z = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj a = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj d = new DMatrixRMaj(0, 0);
    private Normalizer normalizer;
    private DMatrixRMaj input;
    private DMatrixRMaj effectiveW;
    private DMatrixRMaj zTilde = z;
    private DMatrixRMaj activated = z;
    private DMatrixRMaj dZ = d;
    private boolean dropped;
    private boolean noisy;
    private double addedToZ;

    Layer(int index, int inputs, LayerSpec spec, double dropout, double noise, Kernels kernels) {
        this.inputs = inputs;
        this.spec = spec;
        this.kernels = kernels;
        this.dropout = new Dropout(dropout, index);
        this.noise = new MovingNoise(noise, index, spec.units());
        w = new DMatrixRMaj(inputs, spec.units());
        dW = new DMatrixRMaj(inputs, spec.units());
        b = new double[spec.units()];
        dB = new double[spec.units()];
        weights = new Parameter(Parameter.WEIGHTS, w.data, dW.data);
        bias = new Parameter("b", b, dB);
        own = spec.normalizer().create(spec.units(), spec.constants());
        none = new NormalizerSpec.None().create(spec.units(), spec.constants());
        setNormalized(spec.normalized());
    }

    void initialize(Init init, RandomGenerator random) {
        drawWeights(init, random);
        Arrays.fill(b, 0);
        own.reset(w);
        addedToZ = 0;
    }

    void drawWeights(Init init, RandomGenerator random) {
        double sd = init.standardDeviation(inputs);
        for (int i = 0; i < w.getNumElements(); i++) {
            w.data[i] = sd * Gaussian.next(random);
        }
    }

    /** Draws one number a unit, and makes biases of them where the layer's own normalizer needs them. */
    void drawBiases(double sd, RandomGenerator random) {
        for (int j = 0; j < b.length; j++) {
            double drawn = sd * Gaussian.next(random);
            b[j] = own.needsBias() ? drawn : b[j];
        }
    }

    void scaleWeights(double factor) {
        CommonOps_DDRM.scale(factor, w);
    }

    /** Sets the constant added to every z. It is no parameter: no gradient reaches it. */
    void setAddedToZ(double constant) {
        addedToZ = constant;
    }

    /**
     * The first half of a pass forward, up to zTilde; {@link #activate} is the other. In one method the compiler would
     * sometimes run out of room before the activation's last vectors, which then are objects.
     */
    void forward(DMatrixRMaj x, Mode mode) {
        input = x;
        effectiveW = normalizer.effectiveWeights(w);
        kernels.mult(x, effectiveW, z);
        if (addedToZ != 0) {
            CommonOps_DDRM.add(z, addedToZ, z);
        }
        if (normalizer.keepsBias()) {
            Columns.addRow(z, b);
        }
        zTilde = normalizer.forward(z, mode);
    }

    /** The other half: noise, activation and dropout. Returns what the next layer sees. */
    DMatrixRMaj activate(Mode mode, long dropoutKey, long noiseKey) {
        noisy = noise.acts(mode);
        if (noisy) {
            noise.forward(zTilde, noiseKey);
        }
        activate(noisy ? noise.output : zTilde);
        dropped = dropout.acts(mode);
        if (!dropped) {
            return a;
        }
        dropout.forward(a, dropoutKey);
        return dropout.output;
    }

    /** The same without noise and dropout. */
    DMatrixRMaj activate() {
        noisy = false;
        dropped = false;
        activate(zTilde);
        return a;
    }

    private void activate(DMatrixRMaj values) {
        activated = values;
        a.reshape(z.numRows, z.numCols);
        spec.activation().apply(kernels, values, a);
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
        if (noisy) {
            noise.backward(d);
        }
        dZ = normalizer.backward(d);
        if (normalizer.keepsBias()) {
            Columns.sum(dZ, dB);
        }
        kernels.multTransA(input, dZ, dW);
        normalizer.backwardWeights(w, dW);
    }

    /**
     * dLoss/dInput = dZ W<sup>T</sup> with the effective weights; after {@link #backward()} and before the weights
     * change.
     */
    void inputGradient(DMatrixRMaj dInput) {
        kernels.multTransB(dZ, effectiveW, dInput);
    }

    /**
     * Whether the last pass stayed within the finite numbers. zTilde tells it for z and for a too: what is not finite
     * in z is not in zTilde, and every activation of a finite number is finite. What zTilde does not tell, such as a
     * variance too large for a double, the normalizer knows.
     */
    boolean isFinite() {
        return kernels.allFinite(zTilde.data, zTilde.numRows * zTilde.numCols) && normalizer.isFinite();
    }

    /** Switches the normalizer on or off. What is not in use keeps its values. */
    void setNormalized(boolean on) {
        if (on && spec.normalizer() instanceof NormalizerSpec.None) {
            throw new IllegalArgumentException("The layer was built without a normalizer to switch on.");
        }
        normalizer = on ? own : none;
        bias.setActive(normalizer.keepsBias());
        own.parameters().forEach(p -> p.setActive(on));
    }

    /** {@return the layer's own normalizer, whether it is in use or not} */
    Normalizer ownNormalizer() {
        return own;
    }

    /** {@return weights, bias, and what its own normalizer learns, in use or not, in the order of the state} */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(weights, bias));
        parameters.addAll(own.parameters());
        return parameters;
    }

    /** {@return what normalizes the layer now; not null: without normalization it hands z on} */
    public Normalizer normalizer() {
        return normalizer;
    }

    public boolean normalized() {
        return normalizer == own;
    }

    public int units() {
        return spec.units();
    }

    public int inputs() {
        return inputs;
    }

    /** What came in at the last forward, after dropout: examples x inputs. */
    public DMatrixRMaj input() {
        return input;
    }

    /** The weights: inputs x units. */
    public DMatrixRMaj w() {
        return w;
    }

    /** dLoss/dW = x<sup>T</sup> dZ, without the L2 term: inputs x units. */
    public DMatrixRMaj dW() {
        return dW;
    }

    /** The bias, which a layer does not use whose normalizer leaves it out: one a unit. */
    public double[] b() {
        return b;
    }

    /** dLoss/db, the column sums of dZ; only kept up where the bias is in use: one a unit. */
    public double[] dB() {
        return dB;
    }

    /** x W, plus b where it is in use, plus what a kick has added: examples x units. */
    public DMatrixRMaj z() {
        return z;
    }

    /** What the normalizer makes of z; z itself where the layer is not normalized: examples x units. */
    public DMatrixRMaj zTilde() {
        return zTilde;
    }

    /** {@return whether the last pass had noise between zTilde and the activation} */
    public boolean noisy() {
        return noisy;
    }

    /** What the activation gets: zTilde, with noise where there is any: examples x units. */
    public DMatrixRMaj activated() {
        return activated;
    }

    /** What the noise has multiplied zTilde with, where there is any: examples x units. */
    public DMatrixRMaj noiseScale() {
        return noise.scale;
    }

    /** The activations, before dropout: examples x units. */
    public DMatrixRMaj a() {
        return a;
    }

    /** dLoss/dz of the last backward, with the mean loss's 1/m inside: examples x units. */
    public DMatrixRMaj dZ() {
        return dZ;
    }

    /** dLoss/dzTilde of the last backward; equal to dZ where the layer is not normalized: examples x units. */
    public DMatrixRMaj dZTilde() {
        return d;
    }

    /** The constant that every z of the layer has on top, by {@link Network#addToZ}: 0 at first. */
    public double addedToZ() {
        return addedToZ;
    }
}
