package normscope.instrument.batchbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import normscope.experiment.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchBenchTest {

    private static BatchBench bench(double gamma, double beta, double... values) {
        return new BatchBench(
                new BatchBenchSettings(Arrays.stream(values).boxed().toList(), gamma, beta, 1e-5));
    }

    @Test
    void aBatchByHand() {
        // Mean 4, variance (9 + 4 + 1 + 1 + 25) / 5 = 8.
        BatchBench bench = bench(2, -1, 1, 2, 3, 5, 9);

        assertThat(bench.mean()).isEqualTo(4);
        assertThat(bench.variance()).isCloseTo(8, within(1e-15));
        assertThat(bench.deviation()).isCloseTo(Math.sqrt(8.00001), within(1e-15));
        assertThat(bench.zNorm(4)).isCloseTo(5 / Math.sqrt(8.00001), within(1e-15));
        assertThat(bench.zTilde(0)).isCloseTo(2 * -3 / Math.sqrt(8.00001) - 1, within(1e-15));
        assertThat(bench.ceiling()).isEqualTo(2);
    }

    @Test
    void theOutputHasMeanBetaAndDeviationGammaButForEpsilon() {
        BatchBench bench = bench(-3, 0.5, 0.01, 0.02, 0.07, -0.01);
        double sigma = Math.sqrt(bench.variance());

        assertThat(bench.outputMean()).isCloseTo(0.5, within(1e-14));
        assertThat(bench.outputSd()).isCloseTo(3 * sigma / Math.sqrt(sigma * sigma + 1e-5), within(1e-14));
        assertThat(bench.outputSd()).isLessThan(2.99);
    }

    @Test
    void theIdentityGivesTheInputBack() {
        BatchBench changed = bench(7, 3, 12.5, -4, 0.25, 900, -1000);
        BatchBench identity = new BatchBench(changed.identity());

        for (int i = 0; i < identity.size(); i++) {
            assertThat(identity.zTilde(i))
                    .isCloseTo(identity.settings().values().get(i), within(1e-11));
        }
    }

    @Test
    void theMostScatteredBatchHasAnIdentityToo() {
        assertThat(bench(1, 0, 1000, -1000).identity().gamma()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void equalValuesGiveExactlyBeta(int m) {
        BatchBench bench = new BatchBench(new BatchBenchSettings(Collections.nCopies(m, 0.1), 5, 0.3, 1e-5));

        for (int i = 0; i < m; i++) {
            assertThat(bench.zTilde(i)).isEqualTo(0.3);
        }
        assertThat(bench.variance()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 12})
    void oneValueFarAwayComesNearTheCeilingAndNothingExceedsIt(int m) {
        Double[] values = new Double[m];
        Arrays.fill(values, 0.0);
        values[0] = 1000.0;
        BatchBench far = new BatchBench(new BatchBenchSettings(List.of(values), 1, 0, 1e-5));

        assertThat(far.zNorm(0)).isCloseTo(Math.sqrt(m - 1), within(1e-6)).isLessThan(Math.sqrt(m - 1));
        SplittableRandom random = new SplittableRandom(m);
        for (int trial = 0; trial < 1000; trial++) {
            List<Double> drawn = Stream.generate(() -> Math.exp(random.nextDouble(-5, 5)))
                    .limit(m)
                    .toList();
            BatchBench bench = new BatchBench(new BatchBenchSettings(drawn, 1, 0, 1e-5));
            assertThat(bench.largestZNorm()).isLessThanOrEqualTo(bench.ceiling());
        }
    }

    @Test
    void movingOneExampleMovesAllOthers() {
        BatchBench before = bench(1, 0, 1, 2, 3, 5, 9);
        BatchBench after = bench(1, 0, 1, 2, 3, 5, 10);

        for (int i = 0; i < 5; i++) {
            assertThat(after.zNorm(i)).isNotCloseTo(before.zNorm(i), within(0.001));
        }
    }

    @Test
    void settingsNameTheFieldThatIsWrong() {
        assertThatThrownBy(() -> new BatchBenchSettings(List.of(), 1, 0, 1e-5))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("values: the number of values ");
        assertThatThrownBy(() -> bench(1, 0, 1, Double.NaN)).hasMessageStartingWith("values[1] ");
        assertThatThrownBy(() -> new BatchBenchSettings(List.of(1.0), 1, 0, 0)).hasMessageStartingWith("epsilon ");
        assertThatThrownBy(() -> bench(2001, 0, 1)).hasMessageStartingWith("gamma ");
    }
}
