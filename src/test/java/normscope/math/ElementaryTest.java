package normscope.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Against references of 40 digits, and the vector forms against the scalar ones bit by bit. */
class ElementaryTest {

    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final MathContext MORE = new MathContext(44, RoundingMode.HALF_EVEN);
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e-300,
        -1e-20,
        1e-8,
        0.34657359027997264,
        -0.34657359027997264,
        0.3465735902799727,
        1,
        -1,
        19.06,
        20,
        -20,
        20.0001,
        36.7,
        -36.8,
        700,
        -708.3,
        -708.4,
        -709,
        709.78,
        709.79,
        -744.4,
        -745.1,
        -745.2,
        -746,
        746,
        1e6,
        -1e6,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    /** e^x: x halved until it is small, the Taylor series, then squared as often. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.1")) > 0) {
            small = small.divide(BigDecimal.valueOf(2), MORE);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 26; n++) {
            term = term.multiply(small, MORE).divide(BigDecimal.valueOf(n), MORE);
            sum = sum.add(term, MORE);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, MORE);
        }
        return sum;
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate()), MORE), DIGITS);
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.multiply(BigDecimal.valueOf(2)));
        return e.subtract(BigDecimal.ONE, MORE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    private static double worstUlps(
            DoubleUnaryOperator function, UnaryOperator<BigDecimal> reference, double range, int count) {
        SplittableRandom random = new SplittableRandom(17);
        double worst = 0;
        for (int i = 0; i < count; i++) {
            // Half of the arguments spread over the range, half over the magnitudes.
            double x = i % 2 == 0
                    ? random.nextDouble(-range, range)
                    : (random.nextBoolean() ? 1 : -1)
                            * StrictMath.pow(10, random.nextDouble(-12, StrictMath.log10(range)));
            double actual = function.applyAsDouble(x);
            BigDecimal exact = reference.apply(new BigDecimal(x));
            BigDecimal error = new BigDecimal(actual).subtract(exact, MORE).abs();
            double ulp = Math.ulp(exact.doubleValue());
            worst = Math.max(worst, error.divide(new BigDecimal(ulp), DIGITS).doubleValue());
        }
        return worst;
    }

    @Test
    void expIsWithin2Ulp() {
        assertThat(worstUlps(Elementary::exp, ElementaryTest::exp, 709, 700)).isLessThan(2);
        assertThat(worstUlps(Elementary::exp, ElementaryTest::exp, 3, 700)).isLessThan(2);
    }

    @Test
    void sigmoidIsWithin2Ulp() {
        assertThat(worstUlps(Elementary::sigmoid, ElementaryTest::sigmoid, 700, 400))
                .isLessThan(2);
        assertThat(worstUlps(Elementary::sigmoid, ElementaryTest::sigmoid, 6, 700))
                .isLessThan(2);
    }

    @Test
    void tanhIsWithin2Ulp() {
        assertThat(worstUlps(Elementary::tanh, ElementaryTest::tanh, 25, 700)).isLessThan(2);
        assertThat(worstUlps(Elementary::tanh, ElementaryTest::tanh, 1, 1_000)).isLessThan(2);
    }

    @Test
    void edgesOfTheRange() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Elementary.exp(-1e300)).isEqualTo(0);
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.exp(710)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        for (double x = -744; x < -700; x += 0.25) {
            // Down into the subnormal numbers.
            assertThat(Math.abs(Elementary.exp(x) - StrictMath.exp(x)))
                    .isLessThanOrEqualTo(2 * Math.ulp(StrictMath.exp(x)));
            assertThat(Elementary.sigmoid(x)).isEqualTo(Elementary.exp(x));
        }
        assertThat(Elementary.exp(709.7)).isFinite();
        assertThat(Elementary.sigmoid(0)).isEqualTo(0.5);
        assertThat(Elementary.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.sigmoid(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Elementary.sigmoid(Double.NaN)).isNaN();
        assertThat(Elementary.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.tanh(-30)).isEqualTo(-1);
        assertThat(Elementary.tanh(Double.NaN)).isNaN();
        assertThat(Double.doubleToRawLongBits(Elementary.tanh(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Elementary.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.tanh(1e-200)).isEqualTo(1e-200);
    }

    @Test
    void vectorsHaveTheBitsOfTheScalars() {
        SplittableRandom random = new SplittableRandom(3);
        // Lengths of every remainder; the result may be the argument's own array.
        for (int length = SPECIAL.length; length < SPECIAL.length + 300; length++) {
            double[] x = Arrays.copyOf(SPECIAL, length);
            for (int i = SPECIAL.length; i < length; i++) {
                x[i] = random.nextDouble(-40, 40);
            }
            double[] tanh = new double[length];
            double[] sigmoid = x.clone();
            VectorFunctions.tanh(x, tanh, length);
            VectorFunctions.sigmoid(sigmoid, sigmoid, length);
            for (int i = 0; i < length; i++) {
                assertThat(Double.doubleToLongBits(tanh[i])).isEqualTo(Double.doubleToLongBits(Elementary.tanh(x[i])));
                assertThat(Double.doubleToLongBits(sigmoid[i]))
                        .isEqualTo(Double.doubleToLongBits(Elementary.sigmoid(x[i])));
            }
        }
    }
}
