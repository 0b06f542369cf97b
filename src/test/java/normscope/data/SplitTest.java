package normscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    /** n examples whose first input is their number, and whose second is given. */
    private static Dataset numbered(int n, double second) {
        DMatrixRMaj x = new DMatrixRMaj(n, 2);
        DMatrixRMaj y = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            x.set(i, 0, i);
            x.set(i, 1, second);
            y.set(i, 0, i % 2);
        }
        return new Dataset(x, y, 2);
    }

    private static Split split(Dataset set, double share, boolean standardize) {
        return Split.of(set, share, standardize ? Centring.STANDARDIZED : Centring.NONE, new SplittableRandom(5));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.3, 30", "20, 0.05, 1", "20, 0.9, 18", "3, 0.01, 1", "3, 0.99, 2", "1797, 0.2, 359"})
    void theTestSetHasItsShareAndNeitherSetIsEmpty(int n, double share, int expected) {
        Split split = split(numbered(n, 1), share, false);
        assertThat(split.test().size()).isEqualTo(expected);
        assertThat(split.train().size()).isEqualTo(n - expected);
    }

    @Test
    void everyExampleIsInExactlyOneSetWithItsLabel() {
        Split split = split(numbered(101, 1), 0.4, false);
        double[] seen = DoubleStream.concat(firstInputs(split.train()), firstInputs(split.test()))
                .sorted()
                .toArray();
        assertThat(seen)
                .isEqualTo(DoubleStream.iterate(0, v -> v + 1).limit(101).toArray());
        for (Dataset set : new Dataset[] {split.train(), split.test()}) {
            for (int i = 0; i < set.size(); i++) {
                assertThat(set.label(i)).isEqualTo((int) set.x().get(i, 0) % 2);
            }
        }
    }

    private static DoubleStream firstInputs(Dataset set) {
        double[] values = new double[set.size()];
        Arrays.setAll(values, i -> set.x().get(i, 0));
        return Arrays.stream(values);
    }

    @Test
    void inputsAsGeneratedStayWhenNothingIsStandardized() {
        Split split = split(numbered(50, 3), 0.2, false);
        assertThat(split.shift()).containsExactly(0, 0);
        assertThat(split.scale()).containsExactly(1, 1);
    }

    @Test
    void theTrainingSetAloneDecidesTheScaling() {
        Dataset all = numbered(200, 1);
        Split raw = split(all, 0.5, false);
        Split scaled = split(all, 0.5, true);
        double n = raw.train().size();
        double mean = firstInputs(raw.train()).sum() / n;
        double sd = Math.sqrt(
                firstInputs(raw.train()).map(v -> (v - mean) * (v - mean)).sum() / n);
        assertThat(scaled.shift()[0]).isEqualTo(mean, within(1e-9));
        assertThat(scaled.scale()[0]).isEqualTo(sd, within(1e-9));
        assertThat(firstInputs(scaled.train()).sum() / n).isEqualTo(0, within(1e-12));
        assertThat(firstInputs(scaled.train()).map(v -> v * v).sum() / n).isEqualTo(1, within(1e-12));
        for (int i = 0; i < raw.test().size(); i++) {
            assertThat(scaled.test().x().get(i, 0)).isEqualTo((raw.test().x().get(i, 0) - mean) / sd, within(1e-12));
        }
        assertThat(all.x().get(7, 0)).as("the examples as generated").isEqualTo(7);
    }

    /** 0.1 and 1/3 are not sums of powers of two: their mean differs from them by a rounding error. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 0.1, 1.0 / 3, -1e8 / 3, 1e-300})
    void aConstantInputIsOnlyCentred(double constant) {
        Split split = split(numbered(97, constant), 0.3, true);
        assertThat(split.scale()[1]).isEqualTo(1);
        for (int i = 0; i < split.train().size(); i++) {
            assertThat(split.train().x().get(i, 1)).isEqualTo(0, within(1e-14 * Math.max(1, Math.abs(constant))));
        }
    }

    @Test
    void aLargeOffsetCostsTheStandardizationNothing() {
        Dataset all = numbered(400, 1);
        for (int i = 0; i < 400; i++) {
            all.x().set(i, 0, 1e8 + i % 2);
        }
        Split split = split(all, 0.5, true);
        double n = split.train().size();
        assertThat(firstInputs(split.train()).map(v -> v * v).sum() / n).isEqualTo(1, within(1e-7));
    }

    @Test
    void centringTakesTheTrainingSetsMeanOffBothSetsAndDividesByNothing() {
        Dataset all = numbered(40, 3);
        Split raw = split(all, 0.25, false);
        Split centred = Split.of(all, 0.25, Centring.MEAN, new SplittableRandom(5));
        double mean = firstInputs(raw.train()).average().orElseThrow();
        assertThat(centred.shift()).containsExactly(mean, 3);
        assertThat(centred.scale()).containsExactly(1, 1);
        assertThat(firstInputs(centred.train()).average().orElseThrow()).isCloseTo(0, within(1e-13));
        for (int row = 0; row < raw.test().size(); row++) {
            assertThat(centred.test().x().get(row, 0)).isEqualTo(raw.test().x().get(row, 0) - mean);
            assertThat(centred.raw(centred.test(), row)[0])
                    .isCloseTo(raw.test().x().get(row, 0), within(1e-12));
        }
    }
}
