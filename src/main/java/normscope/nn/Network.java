package normscope.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import normscope.math.Kernels;
import org.ejml.data.DMatrixRMaj;

/**
 * A chain of {@link Layer}s and a loss. One training step is {@code forward(x, TRAIN)}, {@code loss(y)},
 * {@code backward(y)}, then an {@link Optimizer}; {@link Trainer} does it in that order.
 */
public final class Network {

    private final NetworkSpec spec;
    private final Layer[] layers;
    private final List<Parameter> parameters = new ArrayList<>();
    /** Parameters, used or not, and running statistics. */
    private final List<double[]> state = new ArrayList<>();

    private Mode lastMode;
    private long dropoutKey;
    private long noiseKey;

    /** Builds a network whose weights are all 0 until it is initialized or its state is set. */
    public Network(NetworkSpec spec) {
        this(spec, Kernels.create());
    }

    /** Builds a network on given kernels, of its own thread. */
    public Network(NetworkSpec spec, Kernels kernels) {
        this.spec = spec;
        layers = new Layer[spec.layers().size()];
        int inputs = spec.inputs();
        for (int l = 0; l < layers.length; l++) {
            LayerSpec layer = spec.layers().get(l);
            boolean hidden = l < layers.length - 1;
            layers[l] = new Layer(l, inputs, layer, hidden ? spec.dropout() : 0, hidden ? spec.noise() : 0, kernels);
            parameters.addAll(layers[l].parameters());
            inputs = layer.units();
        }
        parameters.forEach(parameter -> state.add(parameter.value()));
        for (Layer layer : layers) {
            state.addAll(layer.ownNormalizer().buffers());
        }
    }

    /**
     * Draws the weights, layer by layer and row by row, and sets b = 0, gamma = 1, beta = 0 and the running statistics
     * to mean 0 and variance 1. The draws do not depend on which layers are normalized.
     */
    public void initialize(Init init, RandomGenerator random) {
        for (Layer layer : layers) {
            layer.initialize(init, random);
        }
    }

    /**
     * Draws the biases, layer by layer, of those that a normalizer over the units of an example has before it: b ~ N(0,
     * sd<sup>2</sup>). What is drawn for a layer does not depend on the other layers' normalizers.
     */
    public void drawBiases(double sd, RandomGenerator random) {
        for (Layer layer : layers) {
            layer.drawBiases(sd, random);
        }
    }

    public NetworkSpec spec() {
        return spec;
    }

    /** The number of weight layers: hidden layers plus one. */
    public int layerCount() {
        return layers.length;
    }

    /** {@return a layer, from 0, the output layer last} */
    public Layer layer(int i) {
        return layers[i];
    }

    /**
     * Computes the logits of a batch. Running statistics stay as they are.
     *
     * @param x examples x inputs. Not modified; the network keeps it until the next forward.
     * @return examples x outputs; owned by the network, valid until the next forward
     * @throws IllegalArgumentException when {@code x} has no row, or not as many columns as the network has inputs
     */
    public DMatrixRMaj forward(DMatrixRMaj x, Mode mode) {
        if (x.numRows == 0) {
            throw new IllegalArgumentException("A batch needs at least one example.");
        }
        lastMode = Objects.requireNonNull(mode, "mode");
        DMatrixRMaj signal = x;
        for (Layer layer : layers) {
            layer.forward(signal, mode);
            signal = layer.activate(mode, dropoutKey, noiseKey);
        }
        return signal;
    }

    /**
     * {@return the mean data loss of the last forward, without the L2 penalty; not finite where the logits are not}
     *
     * @param y the labels or targets, see {@link Loss}. Not modified.
     */
    public double loss(DMatrixRMaj y) {
        return spec.loss().value(output().a(), y);
    }

    /**
     * Fills all gradients of the mean data loss of the last forward.
     *
     * @param y the labels or targets, see {@link Loss}. Not modified.
     * @throws IllegalStateException when the last forward was not in TRAIN mode
     */
    public void backward(DMatrixRMaj y) {
        backward(y, null);
    }

    /**
     * Fills all gradients of the mean of the weighted data losses of the last forward, 1/m sum w<sub>i</sub>
     * L<sub>i</sub>.
     *
     * @param y the labels or targets, see {@link Loss}. Not modified.
     * @param importance the weight w of each example; null if each is 1. Not modified.
     * @throws IllegalStateException when the last forward was not in TRAIN mode
     */
    public void backward(DMatrixRMaj y, double[] importance) {
        if (lastMode != Mode.TRAIN) {
            throw new IllegalStateException("Gradients need a forward pass in TRAIN mode before them.");
        }
        DMatrixRMaj d = output().dOutput();
        spec.loss().gradient(output().a(), y, d);
        if (importance != null) {
            for (int i = 0; i < d.getNumElements(); i++) {
                d.data[i] *= importance[i / d.numCols];
            }
        }
        for (int l = layers.length - 1; l >= 0; l--) {
            layers[l].backward();
            if (l > 0) {
                layers[l].inputGradient(layers[l - 1].dOutput());
            }
        }
    }

    /**
     * dLoss/dx of the last backward, which training has no use for; before the parameters change.
     *
     * @param dX set to examples x inputs. Modified.
     */
    public void inputGradient(DMatrixRMaj dX) {
        layers[0].inputGradient(dX);
    }

    /** {@return the L2 penalty, l2/2 sum p<sup>2</sup> over the parameters in use; 0 when {@code l2} is 0} */
    public double penalty(double l2, DecayScope scope) {
        if (l2 == 0) {
            return 0;
        }
        double sum = 0;
        for (Parameter p : parameters) {
            if (p.active() && p.decays(scope)) {
                for (double v : p.value()) {
                    sum += v * v;
                }
            }
        }
        return l2 / 2 * sum;
    }

    /** Takes the last TRAIN pass's batch statistics into the running ones; once a training step. */
    public void updateRunningStatistics() {
        for (Layer layer : layers) {
            layer.normalizer().updateRunningStatistics();
        }
    }

    /**
     * Replaces the running statistics by those of a whole set: layer by layer the mean and variance of what the layers
     * before, normalized likewise, hand on. Weights, gamma and beta stay, there is neither noise nor dropout, no label
     * is needed (Li et al., <i>Revisiting Batch Normalization For Practical Domain Adaptation</i>, 2016).
     *
     * @param x the whole set, examples x inputs. Not modified.
     */
    public void reestimateStatistics(DMatrixRMaj x) {
        DMatrixRMaj signal = x;
        for (Layer layer : layers) {
            layer.forward(signal, Mode.TRAIN);
            signal = layer.activate();
            layer.normalizer().takeStatistics();
        }
        lastMode = null;
    }

    /** Chooses the dropout masks of the following TRAIN passes: equal keys, a new one each step, drop equal units. */
    public void setDropoutKey(long key) {
        dropoutKey = key;
    }

    /** Chooses the noise of the following TRAIN passes: equal keys, a new one each step, give equal noise. */
    public void setNoiseKey(long key) {
        noiseKey = key;
    }

    /**
     * {@return the first layer, from 0, whose z, its variance, zTilde or a the last forward left not finite; -1 if all
     * are}
     */
    public int firstNonFiniteLayer() {
        for (int l = 0; l < layers.length; l++) {
            if (!layers[l].isFinite()) {
                return l;
            }
        }
        return -1;
    }

    /** The length of the state: number of doubles {@link #copyStateTo} writes. */
    public int stateSize() {
        return state.stream().mapToInt(part -> part.length).sum() + layers.length;
    }

    /** Writes all parameters, used or not, the running statistics, and what is added to z, from an index on. */
    public void copyStateTo(double[] out, int offset) {
        int at = offset;
        for (double[] part : state) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        for (Layer layer : layers) {
            out[at++] = layer.addedToZ();
        }
    }

    /** Puts back what {@link #copyStateTo} wrote. */
    public void setState(double[] in, int offset) {
        int at = offset;
        for (double[] part : state) {
            System.arraycopy(in, at, part, 0, part.length);
            at += part.length;
        }
        for (Layer layer : layers) {
            layer.setAddedToZ(in[at++]);
        }
    }

    /**
     * Switches the normalizer of one layer on or off, also of a network that has trained: bias, the normalizer's
     * parameters and its running statistics are kept while they are not in use.
     *
     * @throws IllegalArgumentException when it shall be, but was built without a normalizer
     */
    public void setNormalized(int layer, boolean on) {
        layers[layer].setNormalized(on);
        lastMode = null;
    }

    public void scaleWeights(int layer, double factor) {
        layers[layer].scaleWeights(factor);
        lastMode = null;
    }

    /**
     * Adds a constant to one layer's z from the next forward on, before batch normalization and on top of what was
     * added before. It is part of the state and never learned.
     */
    public void addToZ(int layer, double constant) {
        layers[layer].setAddedToZ(layers[layer].addedToZ() + constant);
        lastMode = null;
    }

    /** Draws one layer's weights anew, row by row; bias, gamma, beta and running statistics stay. */
    public void redrawWeights(int layer, Init init, RandomGenerator random) {
        layers[layer].drawWeights(init, random);
        lastMode = null;
    }

    /** All parameters in the order of the state. */
    List<Parameter> parameters() {
        return parameters;
    }

    private Layer output() {
        return layers[layers.length - 1];
    }
}
