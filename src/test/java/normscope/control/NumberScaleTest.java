package normscope.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberScaleTest {

    private final NumberScale rate = NumberScale.log(1e-4, 10);
    private final NumberScale penalty = NumberScale.logFromZero(1e-6, 1);
    private final NumberScale batch = NumberScale.doubling(1, 512);
    private final NumberScale noise = NumberScale.linear(0, 1, 0.01);

    @ParameterizedTest
    @CsvSource({
        "0.1, 1, 0.15",
        "0.1, -1, 0.07",
        "0.15, 1, 0.2",
        "0.02, 1, 0.03",
        "0.0001, -1, 0.0001",
        "7, 1, 10",
        "10, 1, 10"
    })
    void arrowsGoThroughTheSeriesOfALogarithmicScale(double from, int direction, double to) {
        assertThat(rate.next(from, direction, false)).isEqualTo(to);
    }

    @Test
    void aBigStepIsADecade() {
        assertThat(rate.next(0.03, 1, true)).isEqualTo(0.3);
        assertThat(rate.next(0.03, -1, true)).isEqualTo(0.003);
    }

    @Test
    void zeroLiesBelowTheSmallestValueOfAScaleFromZero() {
        assertThat(penalty.next(0, 1, false)).isEqualTo(1e-6);
        assertThat(penalty.next(1e-6, -1, false)).isZero();
        assertThat(penalty.next(0, -1, false)).isZero();
        assertThat(penalty.valueAt(0)).isZero();
        assertThat(penalty.positionOf(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"64, 1, 128", "64, -1, 32", "100, 1, 128", "100, -1, 64", "1, -1, 1", "512, 1, 512"})
    void batchSizesGoToTheNextPowerOfTwo(double from, int direction, double to) {
        assertThat(batch.next(from, direction, false)).isEqualTo(to);
    }

    @Test
    void evenScalesStayOnTheirSteps() {
        assertThat(noise.next(0.15, 1, false)).isEqualTo(0.16);
        assertThat(noise.next(0.29, 1, false)).isEqualTo(0.3);
        assertThat(noise.next(0.95, 1, true)).isEqualTo(1);
        assertThat(noise.valueAt(0.333)).isEqualTo(0.33);
    }

    @Test
    void theSliderAndItsValueAgree() {
        for (NumberScale scale : new NumberScale[] {rate, noise, batch}) {
            for (double position = 0; position <= 1; position += 0.1) {
                double value = scale.valueAt(position);
                assertThat(scale.valueAt(scale.positionOf(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void onlyWholeNumbersLieOnScalesOfWholeSteps() {
        assertThat(batch.isWhole()).isTrue();
        assertThat(NumberScale.linear(20, 5000, 10).isWhole()).isTrue();
        assertThat(noise.isWhole()).isFalse();
        assertThat(rate.isWhole()).isFalse();
    }

    @Test
    void aScaleNeedsAnOrderAndALogarithmOfAllValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberScale.linear(1, 1, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberScale.log(0, 1));
    }
}
