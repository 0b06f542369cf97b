package normscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WassersteinTest {

    private static double[] sample(RandomGenerator random, int n) {
        return random.doubles(n, -3, 3).toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Wasserstein.distance(a.clone(), b.clone());
    }

    @Test
    void aMovedSampleIsAsFarAsItWasMoved() {
        double[] a = sample(new SplittableRandom(1), 301);
        double[] moved = Arrays.stream(a).map(v -> v - 2.5).toArray();
        assertThat(distance(a, moved)).isEqualTo(2.5, within(1e-12));
    }

    /** Scaling by c carries every value from x to c x: |c - 1| E|x|. */
    @Test
    void aScaledSampleIsAsFarAsItsMeanSizeGrew() {
        double[] a = sample(new SplittableRandom(2), 200);
        double[] scaled = Arrays.stream(a).map(v -> 10 * v).toArray();
        double meanSize = Arrays.stream(a).map(Math::abs).average().orElseThrow();
        assertThat(distance(a, scaled)).isEqualTo(9 * meanSize, within(1e-10));
    }

    @Test
    void ofOneValueItIsTheMeanDistanceFromIt() {
        assertThat(distance(new double[] {1}, new double[] {-1, 0, 5})).isEqualTo((2 + 1 + 4) / 3.0, within(1e-15));
    }

    /** Quantiles of n evenly spread points on 0 … 1 and on 0 … 2: the integral of u is 1/2. */
    @Test
    void uniformSamplesOfUnequalSizeApproachTheirIntegral() {
        double[] one =
                IntStream.range(0, 4000).mapToDouble(i -> (i + 0.5) / 4000).toArray();
        double[] two =
                IntStream.range(0, 3001).mapToDouble(i -> 2 * (i + 0.5) / 3001).toArray();
        assertThat(distance(one, two)).isEqualTo(0.5, within(1e-6));
    }

    /** The other form of the distance: the integral of |F(x) - G(x)| over x. */
    @RepeatedTest(20)
    void equalsTheAreaBetweenTheDistributionFunctions(org.junit.jupiter.api.RepetitionInfo info) {
        RandomGenerator random = new SplittableRandom(info.getCurrentRepetition());
        double[] a = sample(random, 1 + random.nextInt(30));
        double[] b = sample(random, 1 + random.nextInt(30));
        double[] all = IntStream.range(0, a.length + b.length)
                .mapToDouble(i -> i < a.length ? a[i] : b[i - a.length])
                .sorted()
                .toArray();
        double area = 0;
        for (int i = 0; i + 1 < all.length; i++) {
            area += (all[i + 1] - all[i]) * Math.abs(share(a, all[i]) - share(b, all[i]));
        }
        assertThat(distance(a, b)).isEqualTo(area, within(1e-12));
        assertThat(distance(b, a)).isEqualTo(distance(a, b), within(1e-12));
        assertThat(distance(a, a)).isZero();
    }

    private static double share(double[] sample, double x) {
        return (double) Arrays.stream(sample).filter(v -> v <= x).count() / sample.length;
    }
}
