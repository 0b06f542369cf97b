package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void roundNumbersFillALinearAxis() {
        assertThat(Ticks.linear(-6, 6, 6))
                .extracting(Ticks.Tick::text)
                .containsExactly("−6", "−4", "−2", "0", "2", "4", "6");
        assertThat(Ticks.linear(0.013, 0.052, 5))
                .extracting(Ticks.Tick::text)
                .containsExactly("0.02", "0.03", "0.04", "0.05");
        assertThat(Ticks.linear(0, 3_000_000, 3))
                .extracting(Ticks.Tick::text)
                .containsExactly("0", "1e6", "2e6", "3e6");
    }

    @Test
    void thereAreNeverMoreIntervalsThanAskedFor() {
        for (int most = 1; most <= 12; most++) {
            assertThat(Ticks.linear(-3.7, 8.9, most)).hasSizeBetween(1, most + 1);
        }
    }

    @Test
    void anAxisWithoutExtentHasNoTicks() {
        assertThat(Ticks.linear(1, 1, 5)).isEmpty();
        assertThat(Ticks.linear(Double.NaN, 1, 5)).isEmpty();
        assertThat(Ticks.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 5)).isEmpty();
    }

    @Test
    void powersOfTenFillALogarithmicAxis() {
        assertThat(Ticks.logarithmic(0.01, 10, 8))
                .extracting(Ticks.Tick::text)
                .containsExactly("0.01", "0.1", "1", "10");
        assertThat(Ticks.logarithmic(1e-8, 1e2, 6)).hasSizeBetween(3, 6);
    }

    @Test
    void withinOneDecadeTwosAndFivesAreLabelledToo() {
        assertThat(Ticks.logarithmic(0.2, 0.9, 5)).extracting(Ticks.Tick::text).containsExactly("0.2", "0.5");
    }
}
