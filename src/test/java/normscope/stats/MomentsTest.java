package normscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @Test
    void dividesByTheNumberOfValuesAsBatchNormalizationDoes() {
        Moments moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, 8);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.sd()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e8, -1e8})
    void aCommonOffsetCostsNoDigitsOfTheSpread(double offset) {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = offset + (i % 2 == 0 ? 0.5 : -0.5);
        }
        Moments moments = Moments.of(values, values.length);
        assertThat(moments.mean()).isEqualTo(offset);
        assertThat(moments.sd()).isEqualTo(0.5);
    }

    @Test
    void agreesWithTheSumOfSquaredDifferencesOfAllPairs() {
        RandomGenerator random = new SplittableRandom(6);
        for (int round = 0; round < 50; round++) {
            int n = 1 + random.nextInt(40);
            double[] values = random.doubles(n, -3, 5).toArray();
            double pairs = 0;
            for (double a : values) {
                for (double b : values) {
                    pairs += (a - b) * (a - b);
                }
            }
            assertThat(Moments.of(values, n).sd()).isEqualTo(Math.sqrt(pairs / (2.0 * n * n)), within(1e-12));
        }
    }

    @Test
    void noValuesHaveNoMoments() {
        Moments moments = Moments.of(new double[] {1, 2}, 0);
        assertThat(moments.mean()).isNaN();
        assertThat(moments.sd()).isNaN();
    }

    @Test
    void oneValueHasNoSpread() {
        assertThat(Moments.of(new double[] {0.1}, 1)).isEqualTo(new Moments(0.1, 0));
    }
}
