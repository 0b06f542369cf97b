package normscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {

    private static double value(RandomGenerator random, double gaps) {
        if (random.nextDouble() < gaps) {
            return switch (random.nextInt(3)) {
                case 0 -> Double.NaN;
                case 1 -> Double.POSITIVE_INFINITY;
                default -> Double.NEGATIVE_INFINITY;
            };
        }
        return random.nextGaussian();
    }

    @Test
    void everyValueIsKept() {
        RandomGenerator random = new SplittableRandom(1);
        Series series = new Series();
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(random, 0.2);
            series.add(values[i]);
        }
        assertThat(series.size()).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.compare(series.get(i), values[i])).isZero();
        }
    }

    /** Lengths around the blocks of 256, around the growth of the arrays, and any. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.999})
    void aCurvesColumnsAreThoseOfBruteForce(double gaps) {
        RandomGenerator random = new SplittableRandom(2);
        int[] lengths = {0, 1, 2, 255, 256, 257, 511, 512, 513, 1024, 1025, 2049, 5000, 20_000, 70_001};
        for (int length : lengths) {
            Series series = new Series();
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = value(random, gaps);
                series.add(values[i]);
            }
            for (int columns : new int[] {1, 2, 7, 100, 256, 400, 1000, 1 + random.nextInt(3000)}) {
                check(values, series.curve(columns), columns);
            }
        }
    }

    private static void check(double[] values, Series.Curve curve, int columns) {
        int points = curve.x().length;
        assertThat(points).isLessThanOrEqualTo(columns);
        assertThat(curve.min()).hasSize(points);
        assertThat(curve.max()).hasSize(points);
        assertThat(curve.mean()).hasSize(points);
        int width = width(values.length, columns);
        int at = 0;
        for (int from = 0; from < values.length; from += width) {
            int to = Math.min(values.length, from + width);
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            for (int i = from; i < to; i++) {
                if (Double.isFinite(values[i])) {
                    min = Math.min(min, values[i]);
                    max = Math.max(max, values[i]);
                    sum += values[i];
                    count++;
                }
            }
            if (count > 0) {
                assertThat(curve.x()[at]).isEqualTo((from + to - 1) / 2.0);
                assertThat(curve.min()[at]).isEqualTo(min);
                assertThat(curve.max()[at]).isEqualTo(max);
                assertThat(curve.mean()[at]).isEqualTo(sum / count, within(1e-12));
                at++;
            }
        }
        assertThat(points).as("columns with finite values").isEqualTo(at);
    }

    /** As few steps a column as the columns allow; whole blocks of 256 where a column spans two or more. */
    private static int width(int length, int columns) {
        int width = Math.max(1, (int) Math.ceil((double) length / columns));
        return width < 512 ? width : (int) Math.ceil(width / 256.0) * 256;
    }

    @Test
    void aCurveOfFewerStepsThanColumnsHasEveryStep() {
        Series series = new Series();
        for (double value : new double[] {3, 1, 2}) {
            series.add(value);
        }
        Series.Curve curve = series.curve(1000);
        assertThat(curve.x()).containsExactly(0, 1, 2);
        assertThat(curve.mean()).containsExactly(3, 1, 2);
        assertThat(curve.min()).containsExactly(3, 1, 2);
    }

    /** A single spike among a million steps is what one looks for. */
    @Test
    void noSpikeIsLostInALongCurve() {
        Series series = new Series();
        for (int i = 0; i < 1_000_000; i++) {
            series.add(i == 123_456 ? 1e6 : 1);
        }
        double[] max = series.curve(500).max();
        double highest = 0;
        for (double value : max) {
            highest = Math.max(highest, value);
        }
        assertThat(highest).isEqualTo(1e6);
        assertThat(max.length).isBetween(250, 500);
        assertThat(series.bytes()).isLessThan(20_000_000);
    }

    @Test
    void aStepThatIsNotThereHasNoValue() {
        Series series = new Series();
        series.add(1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> series.get(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> series.get(-1));
    }
}
