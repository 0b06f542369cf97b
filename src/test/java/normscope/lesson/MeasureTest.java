package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.instrument.quantity.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How measured numbers stand in sentences. */
class MeasureTest {

    private static String text(String format, double value) {
        return new Measure("x", new Quantity.DivergedAt(1), format).text(value).replace('\u00a0', '_');
    }

    @ParameterizedTest
    @CsvSource({
        "%.0e, 1e-10, 1_×_10⁻¹⁰",
        "%.1e, 9.8e6, 9.8_×_10⁶",
        "%.1e, -2.5e-3, −2.5_×_10⁻³",
        "%.0e, 0, 0",
        "%.2f, -0.5, −0.50",
        "%.2f, NaN, –",
        "%.0f, -Infinity, −∞",
        "'%,.0f', 1197828, 1_197_828",
        "%s, 0.03, 0.03",
        "%s, 10, 10",
        "%s, 0.0001, 0.0001",
        "%.2g, 0.0045, 0.0045"
    })
    void numbersAreTypeset(String format, double value, String text) {
        assertThat(text(format, value)).isEqualTo(text);
    }
}
