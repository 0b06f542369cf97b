package normscope.instrument.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import normscope.data.RandomStreams;
import normscope.experiment.ArmConfig;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Replica;
import normscope.instrument.depth.DepthSettings.Inputs;
import normscope.math.Gaussian;
import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.LayerSpec;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.NetworkSpec;
import normscope.nn.NormalizerSpec;
import org.ejml.data.DMatrixRMaj;

/**
 * What the layers of networks that have not learned anything do to a signal on its way up, and to the gradient on its
 * way down: every arm with the experiment's first weights, in TRAIN mode, without dropout.
 *
 * @param arms one an arm
 */
public record Depth(List<OfArm> arms) {

    /**
     * By how much the gradient grows from layer to layer on its way down, for batch norm and relu of infinite width and
     * batch: relu keeps the mean square 1/2 of an N(0, 1) but only the variance 1/2 - 1/(2 pi), so that with He weights
     * batch norm divides the next z by sqrt(1 - 1/pi), and the gradient with it (Yang et al., <i>A Mean Field Theory of
     * Batch Normalization</i>, 2019). The scale of the weights drops out.
     */
    public static final double THEORY = Math.sqrt(Math.PI / (Math.PI - 1));

    /** More examples of a mini-batch say nothing else. */
    static final int MOST_EXAMPLES = 512;

    /** The middle over which growth is fitted: 10 to 45 of 50 layers, and never the first two. */
    private static final double FIT_FROM = 0.2;

    private static final double FIT_TO = 0.9;
    private static final int FIRST_OF_MIDDLE = 3;

    /**
     * One hidden layer.
     *
     * @param meanShare the share of the mean in the energy of zTilde, sum over units of mean<sup>2</sup> / sum over
     *     units of the mean square: 0 if every unit is centred, 1 if all examples look alike
     * @param pairCosine the mean cosine between the activations of two examples; NaN if less than two have any
     * @param rms the root mean square of zTilde
     * @param gradient the norm of dLoss/dzTilde
     */
    public record OfLayer(double meanShare, double pairCosine, double rms, double gradient) {}

    /**
     * One arm.
     *
     * @param layers the hidden layers from below
     * @param growth by how much the gradient grows a layer on its way down, fitted over the middle; NaN of few layers
     * @param theory what it would be in the infinitely wide network; NaN where there is no theory
     */
    public record OfArm(List<OfLayer> layers, double growth, double theory) {}

    public static Depth of(ExperimentConfig of, DepthSettings settings) {
        ExperimentConfig config = settings.experiment(of);
        Replica start = Replica.of(new Experiment(config));
        DMatrixRMaj x = first(start.x());
        DMatrixRMaj y = first(start.y());
        if (settings.inputs() == Inputs.GAUSSIAN) {
            RandomGenerator random = new RandomStreams(config.seed()).of("depth", 0);
            for (int i = 0; i < x.getNumElements(); i++) {
                x.data[i] = Gaussian.next(random);
            }
            for (int i = 0; i < y.getNumElements(); i++) {
                y.data[i] = random.nextInt(config.data().classes());
            }
        }
        List<OfArm> arms = new ArrayList<>();
        for (int arm = 0; arm < start.arms(); arm++) {
            Network network = start.network(arm);
            if (settings.linear()) {
                network = linear(network);
            }
            network.forward(x, Mode.TRAIN);
            network.backward(y);
            List<OfLayer> layers = new ArrayList<>();
            for (int l = 0; l < network.layerCount() - 1; l++) {
                layers.add(of(network.layer(l)));
            }
            arms.add(new OfArm(
                    List.copyOf(layers),
                    growth(layers),
                    theory(config, config.arms().get(arm), settings)));
        }
        return new Depth(List.copyOf(arms));
    }

    private static DMatrixRMaj first(DMatrixRMaj all) {
        DMatrixRMaj some = all.copy();
        some.reshape(Math.min(MOST_EXAMPLES, all.numRows), all.numCols, true);
        return some;
    }

    /** The same weights in a network whose layers have no activation. */
    private static Network linear(Network network) {
        NetworkSpec spec = network.spec();
        List<LayerSpec> layers = spec.layers().stream()
                .map(layer -> new LayerSpec(
                        layer.units(), Activation.IDENTITY, layer.normalizer(), layer.constants(), layer.normalized()))
                .toList();
        Network linear = new Network(new NetworkSpec(spec.inputs(), layers, spec.loss(), 0));
        double[] state = new double[network.stateSize()];
        network.copyStateTo(state, 0);
        linear.setState(state, 0);
        return linear;
    }

    private static OfLayer of(Layer layer) {
        int units = layer.units();
        int examples = layer.zTilde().numRows;
        double[] z = layer.zTilde().data;
        double squares = 0;
        double means = 0;
        for (int unit = 0; unit < units; unit++) {
            double sum = 0;
            for (int i = unit; i < examples * units; i += units) {
                sum += z[i];
                squares += z[i] * z[i];
            }
            means += sum * sum / examples;
        }
        double gradient = 0;
        for (int i = 0; i < examples * units; i++) {
            double d = layer.dZTilde().data[i];
            gradient += d * d;
        }
        return new OfLayer(
                means / squares,
                pairCosine(layer.a().data, examples, units),
                Math.sqrt(squares / (examples * units)),
                Math.sqrt(gradient));
    }

    /** Of n unit vectors u, the mean over all pairs of u.v is (|sum of u|^2 - n) / (n (n - 1)). */
    private static double pairCosine(double[] a, int examples, int units) {
        double[] sum = new double[units];
        int n = 0;
        for (int i = 0; i < examples; i++) {
            double square = 0;
            for (int j = 0; j < units; j++) {
                square += a[i * units + j] * a[i * units + j];
            }
            if (square > 0) {
                double length = Math.sqrt(square);
                n++;
                for (int j = 0; j < units; j++) {
                    sum[j] += a[i * units + j] / length;
                }
            }
        }
        double square = 0;
        for (double each : sum) {
            square += each * each;
        }
        return n < 2 ? Double.NaN : (square - n) / ((double) n * (n - 1));
    }

    /** {@return the first and the last layer of the middle, from 1} */
    static int[] middle(int layers) {
        return new int[] {
            (int) Math.max(FIRST_OF_MIDDLE, Math.rint(FIT_FROM * layers)), (int) Math.floor(FIT_TO * layers)
        };
    }

    /** The slope of the logarithm over the middle by least squares, as a factor a layer downwards. */
    private static double growth(List<OfLayer> layers) {
        int[] middle = middle(layers.size());
        double centre = (middle[0] + middle[1]) / 2.0;
        double above = 0;
        double below = 0;
        for (int l = middle[0]; l <= middle[1]; l++) {
            above += (l - centre) * Math.log(layers.get(l - 1).gradient);
            below += (l - centre) * (l - centre);
        }
        double growth = Math.exp(-above / below);
        return Double.isFinite(growth) ? growth : Double.NaN;
    }

    private static double theory(ExperimentConfig config, ArmConfig arm, DepthSettings settings) {
        boolean applies = config.network().activation() == Activation.RELU
                && !settings.linear()
                && arm.normalizers().stream().allMatch(NormalizerSpec.Batch.class::isInstance);
        return applies ? THEORY : Double.NaN;
    }

    /** {@return the gradients that an arm would have if the theory held, by layer, through the top of its middle} */
    double[] expected(int arm) {
        OfArm of = arms.get(arm);
        int layers = of.layers.size();
        int top = Math.max(1, middle(layers)[1]);
        return IntStream.rangeClosed(1, layers)
                .mapToDouble(l -> of.layers.get(top - 1).gradient * Math.pow(of.theory, top - l))
                .toArray();
    }
}
