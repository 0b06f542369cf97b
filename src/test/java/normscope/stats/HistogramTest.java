package normscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Histogram of(double lo, double hi, int bins, double... values) {
        return Histogram.of(values, values.length, lo, hi, bins);
    }

    @Test
    void aValueOnAnInnerEdgeBelongsToTheBinOnItsRight() {
        assertThat(of(0, 4, 4, 1).counts()).containsExactly(0, 1, 0, 0);
        assertThat(of(-1, 1, 8, -0.75, 0, 0.75).counts()).containsExactly(0, 1, 0, 0, 1, 0, 0, 1);
        assertThat(of(0, 4, 4, Math.nextDown(1.0)).counts()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void bothEndsOfTheAxisBelongToIt() {
        Histogram histogram = of(0, 4, 4, 0, -0.0, 4);
        assertThat(histogram.counts()).containsExactly(2, 0, 0, 1);
        assertThat(histogram.below() + histogram.above()).isZero();
    }

    @Test
    void valuesBeyondTheAxisAreCountedApart() {
        Histogram histogram = of(0, 4, 4, -1e300, Math.nextDown(0.0), Math.nextUp(4.0), 5, 1e300, 2);
        assertThat(histogram.below()).isEqualTo(2);
        assertThat(histogram.above()).isEqualTo(3);
        assertThat(histogram.counts()).containsExactly(0, 0, 1, 0);
        assertThat(histogram.nonFinite()).isZero();
    }

    @Test
    void whatIsNotFiniteIsNeitherBelowNorAbove() {
        Histogram histogram = of(0, 4, 4, NAN, INF, -INF, 1);
        assertThat(histogram.nonFinite()).isEqualTo(3);
        assertThat(histogram.below()).isZero();
        assertThat(histogram.above()).isZero();
        assertThat(histogram.total()).isEqualTo(4);
        assertThat(histogram.mean()).isNaN();
        assertThat(histogram.sd()).isNaN();
    }

    @Test
    void onlyTheFirstValuesCount() {
        Histogram histogram = Histogram.of(new double[] {1, 2, 3, 99}, 3, 0, 4, 4);
        assertThat(histogram.total()).isEqualTo(3);
        assertThat(histogram.mean()).isEqualTo(2);
        assertThat(Histogram.of(new double[0], 0, 0, 1, 3).total()).isZero();
    }

    @Test
    void noValueIsEverLostAndEachIsInTheBinWhoseEdgesSurroundIt() {
        RandomGenerator random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            double lo = random.nextGaussian() * Math.pow(10, random.nextInt(-6, 7));
            double width = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(-3, 7)) + Math.abs(lo) * 1e-6;
            double hi = lo + width;
            int bins = 1 + random.nextInt(60);
            double value = lo + (random.nextDouble() * 1.4 - 0.2) * width;
            Histogram histogram = of(lo, hi, bins, value);
            assertThat(histogram.total()).isEqualTo(1);
            assertThat(histogram.binWidth()).isEqualTo((hi - lo) / bins);
            int bin = Arrays.stream(histogram.counts()).boxed().toList().indexOf(1);
            if (bin < 0) {
                assertThat(histogram.below()).isEqualTo(value < lo ? 1 : 0);
                assertThat(histogram.above()).isEqualTo(value > hi ? 1 : 0);
            } else {
                double slack = 1e-9 * width;
                assertThat(value).isBetween(lo + bin * width / bins - slack, lo + (bin + 1) * width / bins + slack);
            }
        }
    }

    @Test
    void momentsAreThoseOfAllValuesTheOnesBeyondTheAxisToo() {
        Histogram histogram = of(0, 1, 2, -10, 10);
        assertThat(histogram.mean()).isEqualTo(0);
        assertThat(histogram.sd()).isEqualTo(10, within(1e-12));
    }

    @Test
    void anAxisWithoutLengthOrBinsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> of(NAN, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1, 0));
    }
}
