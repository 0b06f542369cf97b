package normscope.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianTest {

    @Test
    void deviatesHaveTheMomentsOfTheStandardNormalDistribution() {
        SplittableRandom random = new SplittableRandom(1);
        int n = 200_000;
        double[] moments = new double[5];
        for (int i = 0; i < n; i++) {
            double x = Gaussian.next(random);
            double power = 1;
            for (int k = 1; k < 5; k++) {
                power *= x;
                moments[k] += power / n;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.02));
        assertThat(moments[3]).isCloseTo(0, within(0.05));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
    }

    @Test
    void theSameSeedGivesTheSameBitsOnEveryJava() {
        SplittableRandom random = new SplittableRandom(42);
        double[] drawn = {Gaussian.next(random), Gaussian.next(random), Gaussian.next(random)};
        assertThat(drawn).containsExactly(-1.2000606755030696, 0.438526681812597, 0.6307409002894373);
    }
}
