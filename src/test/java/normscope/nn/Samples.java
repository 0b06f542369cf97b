package normscope.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import normscope.math.Gaussian;
import org.ejml.data.DMatrixRMaj;

/** Networks and batches for the tests, away from trivial values. */
public final class Samples {

    private Samples() {}

    /** inputs - hidden... - outputs; the hidden layers normalized as told, the output layer if its flag is given. */
    public static NetworkSpec spec(
            int[] sizes, Activation activation, Loss loss, double dropout, boolean... normalized) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            boolean last = l == sizes.length - 1;
            boolean on = l - 1 < normalized.length && normalized[l - 1];
            Activation f = last ? Activation.IDENTITY : activation;
            layers.add(new LayerSpec(
                    sizes[l], f, new NormalizerSpec.Batch(), new NormalizerConstants(1e-3, 0.8, l % 2 == 0), on));
        }
        return new NetworkSpec(sizes[0], layers, loss, dropout);
    }

    /** A network whose every parameter, used or not, is random; running variances are positive. */
    public static Network network(NetworkSpec spec, long seed) {
        Network network = new Network(spec);
        RandomGenerator random = new SplittableRandom(seed);
        network.initialize(new Init.Xavier(), random);
        for (int l = 0; l < network.layerCount(); l++) {
            Layer layer = network.layer(l);
            for (int j = 0; j < layer.units(); j++) {
                layer.b()[j] = 0.3 * Gaussian.next(random);
                layer.ownNormalizer().gamma()[j] = 1 + 0.3 * Gaussian.next(random);
                layer.ownNormalizer().beta()[j] = 0.3 * Gaussian.next(random);
                if (layer.ownNormalizer() instanceof WeightNorm weight) {
                    weight.g[j] *= 1 + 0.1 * j;
                }
                if (layer.ownNormalizer().statistics().isPresent()) {
                    statistics(layer).runningMean()[j] = 0.2 * Gaussian.next(random);
                    statistics(layer).runningVar()[j] = 0.5 + random.nextDouble();
                }
            }
        }
        return network;
    }

    /** Of the layer's own normalizer, in use or not. */
    public static BatchStatistics statistics(Layer layer) {
        return layer.ownNormalizer().statistics().orElseThrow();
    }

    public static DMatrixRMaj matrix(int rows, int columns, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        DMatrixRMaj x = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] = Gaussian.next(random);
        }
        return x;
    }

    /** Labels or targets that fit the loss. */
    public static DMatrixRMaj targets(Loss loss, int rows, int outputs, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return switch (loss) {
            case BCE -> classes(rows, 2, random);
            case SOFTMAX -> classes(rows, outputs, random);
            case MSE, HALF_MSE -> matrix(rows, outputs, seed);
        };
    }

    private static DMatrixRMaj classes(int rows, int count, RandomGenerator random) {
        DMatrixRMaj y = new DMatrixRMaj(rows, 1);
        for (int i = 0; i < rows; i++) {
            y.data[i] = random.nextInt(count);
        }
        return y;
    }

    public static double[] state(Network network) {
        double[] state = new double[network.stateSize()];
        network.copyStateTo(state, 0);
        return state;
    }

    public static double[] copy(DMatrixRMaj x) {
        return Arrays.copyOf(x.data, x.getNumElements());
    }

    public static double[] column(DMatrixRMaj x, int j) {
        double[] column = new double[x.numRows];
        for (int i = 0; i < x.numRows; i++) {
            column[i] = x.get(i, j);
        }
        return column;
    }
}
