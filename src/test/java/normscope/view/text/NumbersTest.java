package normscope.view.text;

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

    @Test
    void groupsDigitsByThrees() {
        assertThat(Numbers.grouped(1_234_567)).isEqualTo("1\u2009234\u2009567");
        assertThat(Numbers.grouped(999)).isEqualTo("999");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4.52, 4.52", "99.84, 99.8", "250, 250", "12345, 12.3k", "2500000, 2.5M"})
    void ratesFitAFixedWidth(double perSecond, String text) {
        assertThat(Numbers.rate(perSecond)).isEqualTo(text);
    }

    @Test
    void sharesAreWrittenAsPercentagesAndNothingAsADash() {
        assertThat(Numbers.percent(0.93)).isEqualTo("93.0\u2009%");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("\u2013");
    }
}
