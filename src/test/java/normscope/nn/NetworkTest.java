package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static final int[] SIZES = {2, 6, 5, 1};
    private final DMatrixRMaj x = Samples.matrix(10, 2, 1);
    private final DMatrixRMaj y = Samples.targets(Loss.BCE, 10, 1, 2);

    private static Network network(double dropout, boolean... normalized) {
        return Samples.network(Samples.spec(SIZES, Activation.RELU, Loss.BCE, dropout, normalized), 3);
    }

    @Test
    void bothArmsDrawTheSameWeights() {
        Network plain = new Network(Samples.spec(SIZES, Activation.RELU, Loss.BCE, 0));
        Network normalized = new Network(Samples.spec(SIZES, Activation.RELU, Loss.BCE, 0, true, true));
        plain.initialize(new Init.He(), new SplittableRandom(7));
        normalized.initialize(new Init.He(), new SplittableRandom(7));
        assertThat(Samples.state(plain)).containsExactly(Samples.state(normalized));
    }

    @ParameterizedTest
    @CsvSource({"he, 2", "xavier, 1", "normal, 20"})
    void initialWeightsHaveTheirRulesSpread(String kind, double varianceTimesInputs) {
        Init init = Init.ALL.stream()
                .filter(rule -> rule.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        double expected = Math.sqrt(varianceTimesInputs / 80);
        Network network = new Network(Samples.spec(new int[] {80, 100, 1}, Activation.RELU, Loss.BCE, 0));
        network.layer(0).b()[3] = 5;
        network.layer(0).ownNormalizer().gamma()[3] = 5;
        network.initialize(init, new SplittableRandom(1));
        double[] w = Samples.copy(network.layer(0).w());
        double squares = Arrays.stream(w).map(v -> v * v).average().orElseThrow();
        assertThat(Math.sqrt(squares)).isCloseTo(expected, within(0.03 * expected));
        assertThat(Arrays.stream(w).average().orElseThrow()).isCloseTo(0, within(0.03 * expected));
        assertThat(network.layer(0).b()).containsOnly(0);
        assertThat(network.layer(0).ownNormalizer().gamma()).containsOnly(1);
        assertThat(Samples.statistics(network.layer(0)).runningVar()).containsOnly(1);
    }

    @Test
    void theForwardPassLeavesRunningStatisticsAlone() {
        Network network = network(0, true, true);
        double[] before = Samples.state(network);
        network.forward(x, Mode.TRAIN);
        network.forward(x, Mode.EVAL);
        assertThat(Samples.state(network)).containsExactly(before);
        network.forward(x, Mode.TRAIN);
        network.updateRunningStatistics();
        assertThat(Samples.statistics(network.layer(0)).runningMean()).isNotEqualTo(Arrays.copyOfRange(before, 0, 6));
        assertThat(Samples.state(network)).isNotEqualTo(before);
    }

    @Test
    void permutingTheBatchPermutesTheLogits() {
        Network network = network(0, true, true);
        double[] logits = Samples.copy(network.forward(x, Mode.TRAIN));
        DMatrixRMaj reversed = new DMatrixRMaj(10, 2);
        for (int i = 0; i < 10; i++) {
            System.arraycopy(x.data, 2 * i, reversed.data, 18 - 2 * i, 2);
        }
        DMatrixRMaj permuted = network.forward(reversed, Mode.TRAIN);
        for (int i = 0; i < 10; i++) {
            assertThat(permuted.data[i]).isCloseTo(logits[9 - i], within(1e-14));
        }
    }

    @Test
    void switchingALayerKeepsWhatItLearntBothWays() {
        Network network = network(0, true, false);
        double[] before = Samples.copy(network.forward(x, Mode.EVAL));
        double[] state = Samples.state(network);
        network.setNormalized(0, false);
        assertThat(network.layer(0).normalized()).isFalse();
        network.forward(x, Mode.TRAIN);
        network.backward(y);
        assertThat(network.layer(0).zTilde()).isSameAs(network.layer(0).z());
        assertThat(network.layer(0).dZ()).isSameAs(network.layer(0).dZTilde());
        network.setNormalized(0, true);
        assertThat(Samples.copy(network.forward(x, Mode.EVAL))).containsExactly(before);
        assertThat(Samples.state(network)).containsExactly(state);
    }

    @Test
    void dropoutDropsTheSameUnitsForTheSameKeyOnly() {
        Network network = network(0.5, false, true);
        network.setDropoutKey(1);
        double[] first = Samples.copy(network.forward(x, Mode.TRAIN));
        network.setDropoutKey(2);
        assertThat(Samples.copy(network.forward(x, Mode.TRAIN))).isNotEqualTo(first);
        network.setDropoutKey(1);
        assertThat(Samples.copy(network.forward(x, Mode.TRAIN))).containsExactly(first);
        double[] eval = Samples.copy(network.forward(x, Mode.EVAL));
        network.setDropoutKey(2);
        assertThat(Samples.copy(network.forward(x, Mode.EVAL))).containsExactly(eval);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void dropoutKeepsTheExpectedShareAndScalesIt(double probability) {
        Dropout dropout = new Dropout(probability, 1);
        DMatrixRMaj a = new DMatrixRMaj(200, 50);
        a.fill(1);
        assertThat(dropout.acts(Mode.TRAIN)).isTrue();
        assertThat(dropout.acts(Mode.EVAL)).isFalse();
        dropout.forward(a, 42);
        double kept = 0;
        for (double v : Samples.copy(dropout.output)) {
            if (v != 0) {
                assertThat(v).isEqualTo(1 / (1 - probability));
                kept++;
            }
        }
        assertThat(kept / 10_000).isCloseTo(1 - probability, within(0.02));
        double[] other = Samples.copy(dropout.output);
        new Dropout(probability, 2).forward(a, 42);
        Dropout second = new Dropout(probability, 2);
        second.forward(a, 42);
        assertThat(Samples.copy(second.output)).isNotEqualTo(other);
    }

    @Test
    void withoutDropoutNothingActs() {
        assertThat(new Dropout(0, 0).acts(Mode.TRAIN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class)
    void aValueThatIsNotANumberIsNeverSwallowed(Activation activation) {
        Network network = Samples.network(Samples.spec(SIZES, activation, Loss.BCE, 0), 4);
        assertThat(firstBad(network)).isEqualTo(-1);
        network.layer(1).w().set(2, 2, Double.NaN);
        assertThat(firstBad(network)).isEqualTo(1);
        assertThat(network.loss(y)).isNaN();
        network.layer(0).w().set(0, 0, Double.NaN);
        assertThat(firstBad(network)).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class)
    void anInfinityIsFoundEvenWhereTheActivationHidesIt(Activation activation) {
        Network network = Samples.network(Samples.spec(SIZES, activation, Loss.BCE, 0, false, true), 4);
        network.layer(0).b()[1] = Double.POSITIVE_INFINITY;
        assertThat(firstBad(network)).isEqualTo(0);
        network.layer(0).b()[1] = 0;
        network.layer(1).normalizer().beta()[4] = Double.NEGATIVE_INFINITY;
        assertThat(firstBad(network)).isEqualTo(1);
        network.layer(1).normalizer().beta()[4] = 0;
        network.layer(2).b()[0] = Double.POSITIVE_INFINITY;
        assertThat(firstBad(network)).isEqualTo(2);
    }

    @Test
    void aVarianceTooLargeForADoubleIsFoundThoughItMakesEveryValueBeta() {
        Network network = network(0, true);
        network.layer(0).w().data[0] = 1e200;
        assertThat(firstBad(network)).isEqualTo(0);
    }

    private int firstBad(Network network) {
        network.forward(x, Mode.TRAIN);
        return network.firstNonFiniteLayer();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Network network = network(0);
        assertThatThrownBy(() -> network.forward(new DMatrixRMaj(3, 5), Mode.TRAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3 x 5) (2 x 6)");
        assertThatThrownBy(() -> network.forward(new DMatrixRMaj(0, 2), Mode.TRAIN))
                .isInstanceOf(IllegalArgumentException.class);
        LayerSpec output = new LayerSpec(2, Activation.IDENTITY);
        LayerSpec relu = new LayerSpec(1, Activation.RELU);
        assertThatThrownBy(() -> new NetworkSpec(2, List.of(output), Loss.BCE, 0))
                .hasMessageContaining("one output");
        assertThatThrownBy(() -> new NetworkSpec(2, List.of(relu), Loss.MSE, 0)).hasMessageContaining("identity");
        assertThatThrownBy(() -> new NetworkSpec(2, List.of(), Loss.MSE, 0)).hasMessageContaining("one layer");
        assertThatThrownBy(() -> new NetworkSpec(0, List.of(output), Loss.MSE, 0))
                .hasMessageContaining("one input");
        assertThatThrownBy(() -> new NetworkSpec(1, List.of(output), Loss.MSE, 1))
                .hasMessageContaining("dropout");
        assertThatThrownBy(() -> new LayerSpec(0, Activation.RELU)).hasMessageContaining("one unit");
        Network bare = new Network(new NetworkSpec(1, List.of(new LayerSpec(1, Activation.IDENTITY)), Loss.MSE, 0));
        assertThatThrownBy(() -> bare.setNormalized(0, true)).hasMessageContaining("without a normalizer");
        assertThatThrownBy(() -> new NormalizerConstants(-1, 0.9, true)).hasMessageContaining("epsilon");
        assertThatThrownBy(() -> new NormalizerConstants(1, 1.1, true)).hasMessageContaining("runningDecay");
        assertThatThrownBy(() -> new Init.Normal(-1)).hasMessageContaining("sd must be");
    }
}
