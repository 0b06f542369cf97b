package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names beside a plot never overlap, and move no farther than they must. */
class EndLabelsTest {

    private static double[] heights(double... wanted) {
        return EndLabels.heights(wanted, 10, 0, 100);
    }

    @Test
    void namesWithRoomStayWhereTheirLinesEnd() {
        assertThat(heights(5, 20, 90)).containsExactly(5, 20, 90);
    }

    @Test
    void namesThatWouldOverlapMoveApartEvenly() {
        assertThat(heights(50, 50)).containsExactly(45, 55);
        assertThat(heights(20, 50, 51, 52)).containsExactly(20, 41, 51, 61);
    }

    @Test
    void namesStayWithinThePlot() {
        assertThat(heights(1, 2, 3)).containsExactly(0, 10, 20);
        assertThat(heights(98, 99)).containsExactly(90, 100);
    }

    @Test
    void aNameThatIsPushedPushesTheNext() {
        assertThat(heights(10, 11, 19)).containsExactly(10.0 / 3, 40.0 / 3, 70.0 / 3);
    }
}
