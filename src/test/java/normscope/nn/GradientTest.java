package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every gradient against central differences of fourth order, (8 (L(p + h) - L(p - h)) - (L(p + 2h) - L(p - 2h))) /
 * 12h, at non-trivial values.
 */
class GradientTest {

    private static final double H = 1e-4;
    private static final int EXAMPLES = 7;

    static List<Arguments> networks() {
        List<Arguments> result = new ArrayList<>();
        boolean[][] places = {{}, {true, true}, {false, true}, {true, true, true}, {false, false, true}};
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                for (boolean[] normalized : places) {
                    result.add(Arguments.of(activation, loss, normalized, 0.0));
                }
                result.add(Arguments.of(activation, loss, new boolean[] {true, false}, 0.4));
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsOfParametersAndInputsEqualCentralDifferences(
            Activation activation, Loss loss, boolean[] normalized, double dropout) {
        int outputs = loss == Loss.BCE ? 1 : 3;
        NetworkSpec spec = Samples.spec(new int[] {3, 5, 4, outputs}, activation, loss, dropout, normalized);
        assertGradients(Samples.network(spec, 11), outputs);
    }

    /** With constants that take effect; of batch renorm with r and d at their limits, where they are constants. */
    static List<NormalizerSpec> normalizers() {
        List<NormalizerSpec> all = new ArrayList<>();
        for (NormalizerSpec kind : NormalizerSpec.KINDS) {
            boolean renorm = kind instanceof NormalizerSpec.BatchRenorm;
            all.add(renorm ? new NormalizerSpec.BatchRenorm(1.5, 0.5, 0) : kind);
        }
        all.addAll(List.of(
                new NormalizerSpec.Batch(3),
                new NormalizerSpec.BatchRenorm(2, 2, 1),
                new NormalizerSpec.Layer(false),
                new NormalizerSpec.Rms(false),
                new NormalizerSpec.Group(3, false)));
        return all;
    }

    /** Whatever is registered as a normalizer has the gradients of what it computes. */
    @ParameterizedTest
    @MethodSource("normalizers")
    void everyNormalizersGradientsEqualCentralDifferences(NormalizerSpec normalizer) {
        boolean on = !(normalizer instanceof NormalizerSpec.None);
        NormalizerConstants constants = new NormalizerConstants(1e-3, 0.8, true);
        List<LayerSpec> layers = new ArrayList<>();
        layers.add(new LayerSpec(12, Activation.TANH, normalizer, constants, on));
        layers.add(new LayerSpec(6, Activation.SIGMOID, normalizer, constants, on));
        layers.add(new LayerSpec(6, Activation.IDENTITY, normalizer, constants, on));
        Network network = Samples.network(new NetworkSpec(3, layers, Loss.SOFTMAX, 0), 11);
        if (normalizer instanceof NormalizerSpec.BatchRenorm) {
            for (int l = 0; l < 3; l++) {
                Arrays.fill(network.layer(l).normalizer().running().get("mean"), 20);
                Arrays.fill(network.layer(l).normalizer().running().get("var"), 25);
            }
        }
        assertGradients(network, 6);
    }

    /** Between normalizer and activation, on layers with and without one; what was drawn is held. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void theGradientsWithNoiseEqualCentralDifferences(Activation activation) {
        NetworkSpec plain = Samples.spec(new int[] {3, 5, 4, 3}, activation, Loss.SOFTMAX, 0.3, true, false);
        NetworkSpec noisy = new NetworkSpec(3, plain.layers(), plain.loss(), plain.dropout(), 2);
        assertGradients(Samples.network(noisy, 11), 3);
    }

    private static void assertGradients(Network network, int outputs) {
        network.setDropoutKey(99);
        network.setNoiseKey(98);
        network.addToZ(0, 0.7);
        network.addToZ(1, -0.4);
        DMatrixRMaj x = Samples.matrix(EXAMPLES, 3, 12);
        DMatrixRMaj y = Samples.targets(network.spec().loss(), EXAMPLES, outputs, 13);

        network.forward(x, Mode.TRAIN);
        network.backward(y);
        List<double[]> gradients = new ArrayList<>();
        network.parameters().forEach(p -> gradients.add(p.gradient().clone()));
        DMatrixRMaj dX = new DMatrixRMaj(0, 0);
        network.inputGradient(dX);

        for (int i = 0; i < gradients.size(); i++) {
            Parameter p = network.parameters().get(i);
            if (p.active()) {
                assertDifferences(network, x, y, p.value(), gradients.get(i));
            }
        }
        assertDifferences(network, x, y, x.data, dX.data);
    }

    private static void assertDifferences(
            Network network, DMatrixRMaj x, DMatrixRMaj y, double[] values, double[] gradient) {
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            double[] losses = new double[5];
            for (int k = -2; k <= 2; k++) {
                values[i] = value + k * H;
                network.forward(x, Mode.TRAIN);
                losses[k + 2] = network.loss(y);
            }
            values[i] = value;
            double difference = (8 * (losses[3] - losses[1]) - (losses[4] - losses[0])) / (12 * H);
            assertThat(Math.abs(gradient[i] - difference) / (1e-2 + Math.abs(difference)))
                    .isLessThan(1e-8);
        }
    }

    @Test
    void innerGradientsAreThoseOfTheQuantitiesTheyName() {
        NetworkSpec spec = Samples.spec(new int[] {3, 4, 1}, Activation.TANH, Loss.BCE, 0, true);
        Network network = Samples.network(spec, 5);
        DMatrixRMaj x = Samples.matrix(EXAMPLES, 3, 6);
        DMatrixRMaj y = Samples.targets(Loss.BCE, EXAMPLES, 1, 7);
        network.forward(x, Mode.TRAIN);
        network.backward(y);
        Layer layer = network.layer(0);
        for (int i = 0; i < EXAMPLES; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(layer.normalizer().dZNorm().get(i, j))
                        .isEqualTo(
                                layer.normalizer().gamma()[j] * layer.dZTilde().get(i, j));
            }
        }
        // A shift of z common to a column changes nothing behind the normalization: the column of dZ sums to 0.
        for (int j = 0; j < 4; j++) {
            assertThat(sum(Samples.column(layer.dZ(), j))).isCloseTo(0, within(1e-15));
            assertThat(sum(Samples.column(layer.dZTilde(), j)))
                    .isCloseTo(layer.normalizer().dBeta()[j], within(1e-15));
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    @Test
    void backwardNeedsATrainingPassBeforeIt() {
        Network network = Samples.network(Samples.spec(new int[] {2, 3, 1}, Activation.TANH, Loss.BCE, 0, true), 1);
        DMatrixRMaj x = Samples.matrix(4, 2, 1);
        DMatrixRMaj y = Samples.targets(Loss.BCE, 4, 1, 1);
        network.forward(x, Mode.EVAL);
        assertThatThrownBy(() -> network.backward(y)).isInstanceOf(IllegalStateException.class);
        network.forward(x, Mode.TRAIN);
        network.setNormalized(0, false);
        assertThatThrownBy(() -> network.backward(y)).isInstanceOf(IllegalStateException.class);
    }
}
