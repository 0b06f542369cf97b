package normscope.math;

/**
 * e<sup>x</sup>, tanh and the logistic function to within 2 ulp, from additions, multiplications and bits alone.
 * {@link VectorFunctions} does the same operations in the same order, so a value has the same bits alone, in a vector
 * of any width, interpreted and compiled; {@code Math.exp} and the vector library's own do not promise that.
 *
 * <p>x = k ln 2 + r with |r| at most ln 2 / 2; e<sup>r</sup> - 1 is its Taylor polynomial of degree 13, whose remainder
 * is below 2<sup>-57</sup>; 2<sup>k</sup> goes into the exponent.
 */
public final class Elementary {

    static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in two parts; the first has enough trailing zeros for k times it to be exact. */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** 1.5 * 2^52: added to a small number, it leaves the nearest integer in the lowest bits. */
    static final double ROUNDER = 0x1.8p52;

    /** Added to an exponent to give its field. */
    static final long BIAS = 1023;

    /** Bits below the exponent's field. */
    static final int MANTISSA = 52;

    /** Below this e^x is 0, above {@link #MAX_EXP} infinite. */
    static final double MIN_EXP = -746;

    static final double MAX_EXP = 710;

    /** Beyond this tanh rounds to 1. */
    static final double MAX_TANH = 20;

    /** 1/2!, 1/3!, … 1/13!. */
    static final double C2 = 1.0 / 2;

    static final double C3 = 1.0 / 6;
    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5_040;
    static final double C8 = 1.0 / 40_320;
    static final double C9 = 1.0 / 362_880;
    static final double C10 = 1.0 / 3_628_800;
    static final double C11 = 1.0 / 39_916_800;
    static final double C12 = 1.0 / 479_001_600;
    static final double C13 = 1.0 / 6_227_020_800.0;

    private Elementary() {}

    /** {@return e<sup>x</sup> to within 2 ulp; 0 or infinity beyond the range of a double; NaN of NaN} */
    public static double exp(double x) {
        double clamped = Math.min(Math.max(x, MIN_EXP), MAX_EXP);
        double shifted = Math.fma(clamped, LOG2_E, ROUNDER);
        double k = shifted - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, clamped));
        double power = 1 + expm1Reduced(r);
        // In two halves, since 2^k itself may be no double.
        double half = Math.fma(k, 0.5, ROUNDER);
        double rest = k - (half - ROUNDER) + ROUNDER;
        return power * powerOfTwo(half) * powerOfTwo(rest);
    }

    /** {@return the logistic function, 1 / (1 + e<sup>-x</sup>), to within 2 ulp; NaN of NaN} */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** {@return the hyperbolic tangent to within 2 ulp, as t / (t + 2) with t = e<sup>2|x|</sup> - 1; NaN of NaN} */
    public static double tanh(double x) {
        double y = 2 * Math.min(Math.abs(x), MAX_TANH);
        double shifted = Math.fma(y, LOG2_E, ROUNDER);
        double k = shifted - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
        double scale = powerOfTwo(shifted);
        double t = Math.fma(scale, expm1Reduced(r), scale - 1);
        double d = t + 2;
        // What the sum was rounded by (Knuth's TwoSum), then one step of Newton's method: without them 2.4 ulp.
        double e = d - t;
        double lost = t - (d - e) + (2 - e);
        double inverse = 1 / d;
        double quotient = t * inverse;
        double remainder = Math.fma(-quotient, lost, Math.fma(-quotient, d, t));
        return Math.copySign(Math.fma(remainder, inverse, quotient), x);
    }

    static boolean allFinite(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            // 0 for every finite number, NaN for the rest; and NaN stays.
            sum += x[i] * 0;
        }
        return sum == 0;
    }

    /** 2^k of k + ROUNDER, whose lowest bits are those of the integer k; what is above them is shifted out. */
    private static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << MANTISSA);
    }

    /**
     * e^r - 1 = r + r^2 (1/2! + r/3! + …), by Estrin's scheme: pairs, then pairs of pairs, so that a result waits for
     * six multiply-adds and not for thirteen.
     */
    private static double expm1Reduced(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(r2, Math.fma(r, C5, C4), Math.fma(r, C3, C2));
        double middle = Math.fma(r2, Math.fma(r, C9, C8), Math.fma(r, C7, C6));
        double high = Math.fma(r2, Math.fma(r, C13, C12), Math.fma(r, C11, C10));
        double p = Math.fma(r4, Math.fma(r4, high, middle), low);
        return Math.fma(r2, p, r);
    }
}
