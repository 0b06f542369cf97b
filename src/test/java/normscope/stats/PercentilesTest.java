package normscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {

    /** The nearest rank in whole numbers: ceil(p n / 100), at least 1. */
    private static double bySorting(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(1, (percent * sorted.length + 99) / 100) - 1];
    }

    /** A few distinct values, many, one, ascending, descending, organ pipe, with infinities. */
    @ParameterizedTest
    @ValueSource(strings = {"few", "many", "one", "ascending", "descending", "pipe", "infinite"})
    void everyPercentileIsThatOfTheSortedValues(String shape) {
        RandomGenerator random = new SplittableRandom(shape.hashCode());
        for (int round = 0; round < 400; round++) {
            double[] values = values(shape, 1 + random.nextInt(round < 300 ? 60 : 3000), random);
            int percent = random.nextInt(101);
            double expected = bySorting(values, percent);
            assertThat(Percentiles.of(values, values.length, percent))
                    .as("%d %% of %d values", percent, values.length)
                    .isEqualTo(expected);
        }
    }

    private static double[] values(String shape, int n, RandomGenerator random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> switch (shape) {
            case "few" -> random.nextInt(4);
            case "one" -> 3.5;
            case "ascending" -> i;
            case "descending" -> -i;
            case "pipe" -> Math.min(i, n - i);
            case "infinite" -> random.nextBoolean() ? random.nextGaussian() : random.nextBoolean() ? 1 / 0.0 : -1 / 0.0;
            default -> random.nextGaussian();
        });
        return values;
    }

    /** A product such as 0.07 * 100 is a little more than 7, which must not move the rank. */
    @Test
    void theRankIsExactForEveryWholePercentageAndLength() {
        double[] ascending = new double[400];
        Arrays.setAll(ascending, i -> i);
        for (int n = 1; n <= 400; n++) {
            for (int percent = 0; percent <= 100; percent++) {
                double expected = Math.max(1, (percent * n + 99) / 100) - 1;
                assertThat(Percentiles.of(ascending, n, percent))
                        .as("%d %% of %d", percent, n)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void severalPercentilesOneAfterTheOtherAreRightAlthoughTheArrayIsReordered() {
        RandomGenerator random = new SplittableRandom(4);
        double[] values = values("many", 2048, random);
        double[] original = values.clone();
        for (int percent : new int[] {15, 50, 85, 98, 50, 15}) {
            assertThat(Percentiles.of(values, values.length, percent)).isEqualTo(bySorting(original, percent));
        }
        Arrays.sort(values);
        Arrays.sort(original);
        assertThat(values).as("the same values in another order").isEqualTo(original);
    }

    @Test
    void valuesAfterTheLengthAreNeitherReadNorMoved() {
        double[] values = {3, 1, 2, -99, 99};
        assertThat(Percentiles.of(values, 3, 50)).isEqualTo(2);
        assertThat(values[3]).isEqualTo(-99);
        assertThat(values[4]).isEqualTo(99);
    }
}
