package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LazyRangeTest {

    private final LazyRange axis = new LazyRange();

    @Test
    void theStepAxisGrowsInFewJumps() {
        int moves = 0;
        double before = 0;
        for (int step = 0; step <= 10_000; step++) {
            axis.fitSteps(step, 50);
            assertThat(axis.max()).isGreaterThanOrEqualTo(step);
            moves += axis.max() == before ? 0 : 1;
            before = axis.max();
        }
        assertThat(moves).isLessThanOrEqualTo(22);
    }

    @Test
    void theStepAxisComesBackAfterAReset() {
        axis.fitSteps(9000, 50);
        axis.fitSteps(0, 50);

        assertThat(axis.max()).isEqualTo(50);
    }

    @Test
    void aLinearAxisStaysWhileTheDataFillsHalfOfIt() {
        axis.fitLinear(-2, 4);
        double min = axis.min();
        double max = axis.max();
        axis.fitLinear(-1.5, 2.5);
        assertThat(axis.min()).isEqualTo(min);
        assertThat(axis.max()).isEqualTo(max);

        axis.fitLinear(-0.1, 0.1);
        assertThat(axis.max() - axis.min()).isLessThan(0.5);
    }

    @Test
    void anAxisFromZeroDoesNotReachBelowIt() {
        axis.fitLinear(0, 0.93);

        assertThat(axis.min()).isZero();
        assertThat(axis.max()).isBetween(0.93, 1.2);
    }

    @Test
    void aConstantStillGetsAnAxis() {
        axis.fitLinear(3, 3);

        assertThat(axis.min()).isLessThanOrEqualTo(3);
        assertThat(axis.max()).isGreaterThan(axis.min());
    }

    @Test
    void aLogarithmicAxisSpansAtLeastADecadeAndContainsTheData() {
        axis.fitLogarithmic(0.69, 0.72);

        assertThat(axis.max() / axis.min()).isGreaterThanOrEqualTo(9.99);
        assertThat(axis.min()).isLessThanOrEqualTo(0.69);
        assertThat(axis.max()).isGreaterThanOrEqualTo(0.72);
    }

    @Test
    void aLogarithmicAxisGivesWayToWhatLiesBeyondIt() {
        axis.fitLogarithmic(0.1, 1);
        axis.fitLogarithmic(0.003, 1);

        assertThat(axis.min()).isLessThanOrEqualTo(0.003);
    }

    @Test
    void theHeightScaleMovesOnlyWhenThePeakLeavesItsBand() {
        LazyRange scale = new LazyRange();
        scale.fitHeight(100);
        double top = scale.max();
        scale.fitHeight(110);
        scale.fitHeight(70);
        assertThat(scale.max()).isEqualTo(top);

        scale.fitHeight(50);
        assertThat(scale.max()).isBetween(50.0, 60.0);
    }
}
