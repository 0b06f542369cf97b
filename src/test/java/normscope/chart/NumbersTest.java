package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1.3, 1.30",
        "-1.4, −1.40",
        "-0.001, 0.00",
        "123.456, 123.5",
        "4321, 4321",
        "1234567, 1.2e6",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void writesValuesWithTwoDecimalsWhileTheyAreSmall(double value, String text) {
        assertThat(Numbers.value(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0041, 0.05, 0.0041", "1e-9, 12, 0.00", "0.0000031, 0.00001, 3.10e−6", "2.5, 0.5, 2.50"})
    void writesMoreDecimalsOnANarrowAxis(double value, double span, String text) {
        assertThat(Numbers.value(value, span)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.6931, 0.693",
        "12.345, 12.3",
        "0.0000123, 1.23e−5",
        "1e-120, 1.00e−120",
        "99.96, 100.0",
        "1e300, 1.0e300"
    })
    void writesThreeSignificantDigits(double value, String text) {
        assertThat(Numbers.significant(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.00001, <0.1 %",
        "0.99999, >99.9 %",
        "0.0125, 1.3 %",
        "0.33, 33 %",
        "0.935, 93.5 %"
    })
    void writesSharesThatNeverRoundToNothingOrAll(double share, String text) {
        assertThat(Numbers.percent(share).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "2480, 2 480", "1000000, 1 000 000"})
    void groupsCounts(long count, String text) {
        assertThat(Numbers.count(count).replace('\u00a0', ' ')).isEqualTo(text);
    }
}
