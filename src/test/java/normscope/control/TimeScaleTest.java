package normscope.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {

    @ParameterizedTest
    @CsvSource({"0, 200", "190, 200", "191, 500", "470, 500", "500, 1000", "1900, 2000", "1000000, 2000000"})
    void endsAtARoundNumberBeyondTheLastStep(long last, long end) {
        assertThat(Timeline.endFor(last)).isEqualTo(end);
    }

    @Test
    void theRunAlwaysFitsAndFillsAThirdOnceItIsLongEnough() {
        for (long last = 200; last < 10_000_000; last += 1 + last / 7) {
            assertThat(Timeline.endFor(last)).isBetween(last, 3 * last);
        }
    }
}
