package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the relatives of batch normalization must do whatever the numbers. */
class NormalizersTest {

    private static final int UNITS = 6;
    private static final NormalizerConstants CONSTANTS = new NormalizerConstants(1e-5, 0.9, false);

    private static Normalizer random(NormalizerSpec spec, NormalizerConstants constants) {
        Normalizer norm = spec.create(UNITS, constants);
        double[] gamma = Samples.matrix(1, UNITS, 91).data;
        System.arraycopy(gamma, 0, norm.gamma, 0, UNITS);
        System.arraycopy(Samples.matrix(1, UNITS, 92).data, 0, norm.beta, 0, UNITS);
        return norm;
    }

    static List<NormalizerSpec> overUnits() {
        return List.of(new NormalizerSpec.Layer(), new NormalizerSpec.Rms(), new NormalizerSpec.Group(2, true));
    }

    @ParameterizedTest
    @MethodSource("overUnits")
    void anExampleDoesNotDependOnItsNeighbours(NormalizerSpec spec) {
        DMatrixRMaj z = Samples.matrix(5, UNITS, 1);
        DMatrixRMaj d = Samples.matrix(5, UNITS, 2);
        Normalizer all = random(spec, CONSTANTS);
        Normalizer alone = random(spec, CONSTANTS);
        double[] zTilde = Samples.copy(all.forward(z, Mode.TRAIN));
        double[] dZ = Samples.copy(all.backward(d));
        for (int i = 0; i < 5; i++) {
            int from = i * UNITS;
            assertThat(Samples.copy(alone.forward(row(z, i), Mode.TRAIN)))
                    .containsExactly(Arrays.copyOfRange(zTilde, from, from + UNITS));
            assertThat(Samples.copy(alone.backward(row(d, i))))
                    .containsExactly(Arrays.copyOfRange(dZ, from, from + UNITS))
                    .isNotEqualTo(new double[UNITS]);
        }
    }

    private static DMatrixRMaj row(DMatrixRMaj x, int i) {
        return new DMatrixRMaj(1, x.numCols, true, Arrays.copyOfRange(x.data, i * x.numCols, (i + 1) * x.numCols));
    }

    @ParameterizedTest
    @MethodSource("overUnits")
    void trainAndEvalModeAreTheSameAndNothingIsRemembered(NormalizerSpec spec) {
        Normalizer norm = random(spec, CONSTANTS);
        DMatrixRMaj z = Samples.matrix(4, UNITS, 3);
        double[] train = Samples.copy(norm.forward(z, Mode.TRAIN));
        norm.updateRunningStatistics();
        assertThat(Samples.copy(norm.forward(z, Mode.EVAL))).containsExactly(train);
        assertThat(norm.buffers()).isEmpty();
        assertThat(norm.running()).isEmpty();
        assertThat(norm.statistics()).isEmpty();
    }

    @Test
    void eachExampleHasMean0AndVariance1OverItsUnits() {
        DMatrixRMaj z = Samples.matrix(4, UNITS, 4);
        for (int i = 0; i < z.getNumElements(); i++) {
            z.data[i] = 1e6 + 3 * z.data[i];
        }
        DMatrixRMaj zNorm = normed(new NormalizerSpec.Layer(), z);
        for (int i = 0; i < 4; i++) {
            double[] values = Samples.copy(row(zNorm, i));
            assertThat(Arrays.stream(values).sum()).isCloseTo(0, within(1e-9));
            assertThat(Arrays.stream(values).map(v -> v * v).sum() / UNITS).isCloseTo(1, within(1e-4));
        }
        DMatrixRMaj rms = normed(new NormalizerSpec.Rms(), z);
        assertThat(Arrays.stream(Samples.copy(row(rms, 0))).map(v -> v * v).sum() / UNITS)
                .isCloseTo(1, within(1e-12));
        assertThat(rms.get(0, 0)).isGreaterThan(0.9);
    }

    private static DMatrixRMaj normed(NormalizerSpec spec, DMatrixRMaj z) {
        Normalizer norm = spec.create(UNITS, CONSTANTS);
        norm.forward(z, Mode.TRAIN);
        return norm.zNorm();
    }

    @Test
    void oneGroupIsTheLayer() {
        DMatrixRMaj z = Samples.matrix(4, UNITS, 5);
        assertThat(normed(new NormalizerSpec.Group(1, true), z).data)
                .containsExactly(normed(new NormalizerSpec.Layer(), z).data);
        assertThatThrownBy(() -> new NormalizerSpec.Group(4, true).create(UNITS, CONSTANTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The trap of two inputs: without a bias the length of the input is lost. */
    @Test
    void withoutABiasTheLengthOfTheInputIsLostAndWithADrawnOneItIsNot() {
        assertThat(lengthMatters(new NormalizerSpec.Layer(false))).isFalse();
        assertThat(lengthMatters(new NormalizerSpec.Rms(false))).isFalse();
        assertThat(lengthMatters(new NormalizerSpec.Layer())).isTrue();
        assertThat(lengthMatters(new NormalizerSpec.Rms())).isTrue();
    }

    private static boolean lengthMatters(NormalizerSpec spec) {
        NormalizerConstants constants = new NormalizerConstants(0, 0.9, false);
        NetworkSpec net = new NetworkSpec(
                2,
                List.of(
                        new LayerSpec(UNITS, Activation.TANH, spec, constants, true),
                        new LayerSpec(1, Activation.IDENTITY)),
                Loss.BCE,
                0);
        Network network = new Network(net);
        network.initialize(new Init.He(), new SplittableRandom(1));
        network.drawBiases(0.5, new SplittableRandom(2));
        DMatrixRMaj x = Samples.matrix(1, 2, 6);
        double logit = network.forward(x, Mode.EVAL).get(0);
        x.data[0] *= 2;
        x.data[1] *= 2;
        return Math.abs(network.forward(x, Mode.EVAL).get(0) - logit) > 1e-3;
    }

    @Test
    void drawnBiasesMoveNothingElse() {
        Network network = trained(new NormalizerSpec.Layer(), 0);
        Network plain = trained(new NormalizerSpec.Batch(), 0);
        double[] before = Samples.state(plain);
        plain.drawBiases(0.5, new SplittableRandom(2));
        assertThat(Samples.state(plain)).containsExactly(before);
        double[] weights = network.layer(0).w().data.clone();
        network.drawBiases(0.5, new SplittableRandom(2));
        assertThat(network.layer(0).w().data).containsExactly(weights);
        assertThat(network.layer(0).b()).doesNotContain(0);
        assertThat(network.layer(2).b()).containsOnly(0);
    }

    /** Two normalized hidden layers and an output layer, after some steps of descent on changing batches. */
    private static Network trained(NormalizerSpec spec, int steps) {
        Network network = new Network(spec(spec));
        network.initialize(new Init.He(), new SplittableRandom(5));
        train(network, 0, steps);
        return network;
    }

    private static NetworkSpec spec(NormalizerSpec spec) {
        boolean on = !(spec instanceof NormalizerSpec.None);
        NormalizerConstants constants = new NormalizerConstants(1e-3, 0.8, true);
        List<LayerSpec> layers = new ArrayList<>();
        layers.add(new LayerSpec(UNITS, Activation.TANH, spec, constants, on));
        layers.add(new LayerSpec(UNITS, Activation.RELU, spec, constants, on));
        layers.add(new LayerSpec(3, Activation.IDENTITY));
        return new NetworkSpec(4, layers, Loss.SOFTMAX, 0);
    }

    private static void train(Network network, int from, int to) {
        Trainer trainer =
                new Trainer(network, new Optimizer(new OptimizerSpec.Sgd(), network), 0.01, DecayScope.WEIGHTS);
        for (int step = from; step < to; step++) {
            int rows = 7 + step % 3;
            trainer.step(Samples.matrix(rows, 4, step), Samples.targets(Loss.SOFTMAX, rows, 3, step), 0.2);
        }
    }

    @Test
    void batchRenormWithoutRoomIsBatchNormBitForBit() {
        double[] batch = values(trained(new NormalizerSpec.Batch(), 20));
        assertThat(values(trained(new NormalizerSpec.BatchRenorm(1, 0, 0), 20))).containsExactly(batch);
        assertThat(values(trained(new NormalizerSpec.BatchRenorm(3, 5, 20), 20)))
                .containsExactly(batch);
        assertThat(values(trained(new NormalizerSpec.BatchRenorm(3, 5, 19), 20)))
                .isNotEqualTo(batch);
    }

    @Test
    void aVirtualBatchOfTheWholeBatchIsBatchNormBitForBit() {
        double[] batch = values(trained(new NormalizerSpec.Batch(), 20));
        assertThat(values(trained(new NormalizerSpec.Batch(9), 20))).containsExactly(batch);
        assertThat(values(trained(new NormalizerSpec.Batch(4), 20))).isNotEqualTo(batch);
    }

    private static double[] values(Network network) {
        List<Double> values = new ArrayList<>();
        for (int l = 0; l < network.layerCount(); l++) {
            for (Parameter p : network.layer(l).parameters()) {
                Arrays.stream(p.value()).forEach(values::add);
            }
            network.layer(l)
                    .normalizer()
                    .running()
                    .values()
                    .forEach(v -> Arrays.stream(v).forEach(values::add));
        }
        return values.stream().mapToDouble(v -> v).toArray();
    }

    @Test
    void aLastChunkOfOneJoinsItsNeighbour() {
        Normalizer norm = new NormalizerSpec.Batch(3).create(UNITS, CONSTANTS);
        norm.forward(Samples.matrix(7, UNITS, 7), Mode.TRAIN);
        assertThat(norm.passTables().get("mean")).hasDimensions(2, UNITS);
        norm.forward(Samples.matrix(8, UNITS, 7), Mode.TRAIN);
        assertThat(norm.passTables().get("mean")).hasDimensions(3, UNITS);
        norm.forward(Samples.matrix(1, UNITS, 7), Mode.TRAIN);
        assertThat(norm.passTables().get("mean")).hasDimensions(1, UNITS);
    }

    @Test
    void withWeightNormTheGradientOfVIsOrthogonalToVAndTheUntrainedNetworkIsThePlainOne() {
        Network network = trained(new NormalizerSpec.Weight(), 0);
        Network plain = trained(new NormalizerSpec.None(), 0);
        DMatrixRMaj x = Samples.matrix(6, 4, 8);
        double[] expected = Samples.copy(plain.forward(x, Mode.TRAIN));
        assertThat(Samples.copy(network.forward(x, Mode.TRAIN))).containsExactly(expected, within(1e-14));

        train(network, 0, 5);
        network.forward(x, Mode.TRAIN);
        network.backward(Samples.targets(Loss.SOFTMAX, 6, 3, 9));
        for (int l = 0; l < 2; l++) {
            Layer layer = network.layer(l);
            for (int j = 0; j < UNITS; j++) {
                double product = 0;
                double size = 0;
                for (int i = 0; i < layer.inputs(); i++) {
                    product += layer.w().get(i, j) * layer.dW().get(i, j);
                    size += Math.abs(layer.w().get(i, j) * layer.dW().get(i, j));
                }
                assertThat(Math.abs(product)).isLessThan(1e-13 * size);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("normscope.nn.NormalizerSpec#KINDS")
    void aRestoredNetworkGoesOnAsBefore(NormalizerSpec spec) {
        NormalizerSpec kind =
                spec instanceof NormalizerSpec.BatchRenorm ? new NormalizerSpec.BatchRenorm(1.5, 1, 7) : spec;
        Network network = trained(kind, 5);
        Network restored = new Network(spec(kind));
        restored.setState(Samples.state(network), 0);
        train(network, 5, 12);
        train(restored, 5, 12);
        assertThat(Samples.state(restored)).containsExactly(Samples.state(network));
    }

    @ParameterizedTest
    @FieldSource("normscope.nn.NormalizerSpec#KINDS")
    void valuesFollowFromACopyOfTheStatistics(NormalizerSpec spec) {
        for (NormalizerSpec kind : List.of(spec, new NormalizerSpec.Batch(4))) {
            for (Mode mode : Mode.values()) {
                Normalizer norm = trained(kind, 3).layer(0).normalizer();
                DMatrixRMaj z = Samples.matrix(9, UNITS, 10);
                norm.forward(z, mode);
                Normalization copy = norm.normalization();
                double[] expected = Samples.copy(norm.zNorm());
                norm.forward(Samples.matrix(2, UNITS, 11), Mode.TRAIN);
                for (int i = 0; i < z.getNumElements(); i++) {
                    assertThat(copy.zNorm(z.data[i], i / UNITS, i % UNITS)).isEqualTo(expected[i]);
                }
                assertThat(copy.bytes()).isNotNegative();
            }
        }
    }
}
