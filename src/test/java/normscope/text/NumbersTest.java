package normscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "64, 64", "1e-5, 1e-5", "0.00025, 2.5e-4", "0, 0", "0.999, 0.999", "12345678, 1.2345678e7"})
    void writesShortAndExact(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-5, 1.0 / 3, Math.PI * 1e9, -2.5, 1e-300})
    void readsWhatItWrites(double value) {
        assertThat(Numbers.parse(Numbers.plain(value))).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0,5;0.5", " 3 ;3", "+1e-3;0.001", ".5;0.5", "1.;1"})
    void readsNumbersAsPeopleTypeThem(String text, double value) {
        assertThat(Numbers.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1o", "1e", "NaN", "Infinity", "1e999", "0x10", "1,2,3", "--1", "5d"})
    void refusesWhatIsNoFiniteNumber(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "2480, 2 480", "1000000, 1 000 000", "-1234, −1 234"})
    void groupsDigitsByThrees(long value, String text) {
        assertThat(Numbers.grouped(value).replace(Numbers.GROUP, ' ')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4.52, 4.52", "99.84, 99.8", "250, 250", "12345, 12.3k", "2500000, 2.5M"})
    void ratesFitAFixedWidth(double perSecond, String text) {
        assertThat(Numbers.rate(perSecond)).isEqualTo(text);
    }

    @Test
    void sharesAreWrittenAsPercentagesAndNothingAsADash() {
        assertThat(Numbers.percent(0.93, 1)).isEqualTo("93.0\u00a0%");
        assertThat(Numbers.percent(Double.NaN, 1)).isEqualTo("\u2013");
    }

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
}
