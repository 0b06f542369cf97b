package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AxisRangeTest {

    private static AxisRange at(double needed) {
        AxisRange axis = new AxisRange();
        axis.reset();
        axis.update(true, needed);
        return axis;
    }

    @Test
    void theRangeIsARoundNumberThatIsEnoughAndNotMuchMore() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double needed = Math.pow(10, random.nextDouble(-5.9, 300));
            double nice = AxisRange.niceAbove(needed);
            assertThat(nice).isBetween(needed * (1 - 1e-11), needed * 2.000001);
            double leading = nice / Math.pow(10, Math.floor(Math.log10(nice * (1 + 1e-12))));
            assertThat(List.of(1.0, 2.0, 3.0, 4.0, 6.0, 8.0))
                    .anySatisfy(factor -> assertThat(leading).isEqualTo(factor, within(1e-9)));
            assertThat(AxisRange.niceAbove(nice)).isEqualTo(nice, within(nice * 1e-12));
        }
    }

    @Test
    void nothingToShowStillHasARange() {
        for (double needed : new double[] {0, -1, 1e-300, Double.NaN}) {
            assertThat(AxisRange.niceAbove(needed)).isPositive();
        }
    }

    @Test
    void itGrowsAtOnce() {
        AxisRange axis = at(3);
        axis.update(true, 3.01);
        assertThat(axis.half()).isEqualTo(4);
        axis.update(true, 5000);
        assertThat(axis.half()).isEqualTo(6000);
    }

    @Test
    void itShrinksOnlyWhenHalfOfItHasLongBeenEnough() {
        AxisRange axis = at(8);
        for (int i = 0; i < 89; i++) {
            axis.update(true, 1);
            assertThat(axis.half()).isEqualTo(8);
        }
        axis.update(true, 1);
        assertThat(axis.half()).isEqualTo(1);
    }

    @Test
    void oneMomentThatNeedsItRestartsTheWait() {
        AxisRange axis = at(8);
        for (int i = 0; i < 1000; i++) {
            axis.update(true, i % 80 == 79 ? 6 : 1);
        }
        assertThat(axis.half()).isEqualTo(8);
    }

    @Test
    void itNeverJitters() {
        RandomGenerator random = new SplittableRandom(2);
        for (int round = 0; round < 50; round++) {
            AxisRange axis = at(8);
            for (int i = 0; i < 500; i++) {
                axis.update(random.nextBoolean(), random.nextDouble(4.01, 8));
                assertThat(axis.half()).isEqualTo(8);
            }
        }
    }

    @Test
    void aMomentThatTheUserHasGoneToNeedsNoPatience() {
        AxisRange axis = at(1e30);
        axis.update(false, 3);
        assertThat(axis.half()).isEqualTo(3);
        axis.update(false, 1);
        assertThat(axis.half()).as("a third of it is readable still").isEqualTo(3);
    }
}
