package normscope.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Elementary} on whole arrays: the same operations in the same order, so the same bits. What a
 * whole vector leaves over goes through {@code Elementary} itself.
 */
final class VectorFunctions {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    // Vectors, not numbers: a broadcast at each use would be more code than the compiler is willing to inline.
    private static final DoubleVector LOG2_E = constant(Elementary.LOG2_E);
    private static final DoubleVector ROUNDER = constant(Elementary.ROUNDER);
    private static final DoubleVector MIN_EXP = constant(Elementary.MIN_EXP);
    private static final DoubleVector MAX_TANH = constant(Elementary.MAX_TANH);
    private static final DoubleVector C2 = constant(Elementary.C2);
    private static final DoubleVector C3 = constant(Elementary.C3);
    private static final DoubleVector C4 = constant(Elementary.C4);
    private static final DoubleVector C5 = constant(Elementary.C5);
    private static final DoubleVector C6 = constant(Elementary.C6);
    private static final DoubleVector C7 = constant(Elementary.C7);
    private static final DoubleVector C8 = constant(Elementary.C8);
    private static final DoubleVector C9 = constant(Elementary.C9);
    private static final DoubleVector C10 = constant(Elementary.C10);
    private static final DoubleVector C11 = constant(Elementary.C11);
    private static final DoubleVector C12 = constant(Elementary.C12);
    private static final DoubleVector C13 = constant(Elementary.C13);
    private static final DoubleVector MINUS_LN2_HIGH = constant(-Elementary.LN2_HIGH);
    private static final DoubleVector MINUS_LN2_LOW = constant(-Elementary.LN2_LOW);
    private static final DoubleVector ZERO = constant(0);
    private static final DoubleVector HALF = constant(0.5);
    private static final DoubleVector ONE = constant(1);
    private static final DoubleVector TWO = constant(2);
    private static final LongVector SIGN = LongVector.broadcast(LONGS, Long.MIN_VALUE);
    private static final LongVector BIAS = LongVector.broadcast(LONGS, Elementary.BIAS);

    private VectorFunctions() {}

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /** y = tanh(x) of the first values. */
    static void tanh(double[] x, double[] y, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            tanh(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = whole; i < length; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    /** y = 1 / (1 + e^-x) of the first values. */
    static void sigmoid(double[] x, double[] y, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            sigmoid(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = whole; i < length; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    /** d = d where a > 0, else 0, of the first values. */
    static void keepWherePositive(double[] a, double[] d, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            VectorMask<Double> positive = DoubleVector.fromArray(SPECIES, a, i).compare(VectorOperators.GT, ZERO);
            ZERO.blend(DoubleVector.fromArray(SPECIES, d, i), positive).intoArray(d, i);
        }
        for (int i = whole; i < length; i++) {
            d[i] = a[i] > 0 ? d[i] : 0;
        }
    }

    /** Whether the first values are finite. */
    static boolean allFinite(double[] x, int length) {
        int whole = length - length % (2 * LANES);
        // Not the constant ZERO: what a loop carries must start in a register to stay in one.
        DoubleVector sum = DoubleVector.zero(SPECIES);
        DoubleVector other = sum;
        for (int i = 0; i < whole; i += 2 * LANES) {
            // 0 for every finite number, NaN for the rest; and NaN stays.
            sum = DoubleVector.fromArray(SPECIES, x, i).fma(ZERO, sum);
            other = DoubleVector.fromArray(SPECIES, x, i + LANES).fma(ZERO, other);
        }
        double total = sum.add(other).reduceLanes(VectorOperators.ADD);
        return total == 0 && Elementary.allFinite(x, whole, length);
    }

    private static DoubleVector tanh(DoubleVector x) {
        DoubleVector y = x.abs().min(MAX_TANH).mul(TWO);
        DoubleVector shifted = y.fma(LOG2_E, ROUNDER);
        DoubleVector k = shifted.sub(ROUNDER);
        DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, y));
        DoubleVector scale = powerOfTwo(shifted);
        DoubleVector t = scale.fma(expm1Reduced(r), scale.sub(ONE));
        DoubleVector d = t.add(TWO);
        DoubleVector e = d.sub(t);
        DoubleVector lost = t.sub(d.sub(e)).add(TWO.sub(e));
        DoubleVector inverse = ONE.div(d);
        DoubleVector quotient = t.mul(inverse);
        DoubleVector minus = quotient.neg();
        DoubleVector remainder = minus.fma(lost, minus.fma(d, t));
        DoubleVector magnitude = remainder.fma(inverse, quotient);
        LongVector sign = x.reinterpretAsLongs().and(SIGN);
        return magnitude.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }

    private static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector e = expOfNegative(x.abs().neg());
        return ONE.blend(e, x.lt(ZERO)).div(e.add(ONE));
    }

    /** e^x of numbers of at most 0, which need no bound above. */
    private static DoubleVector expOfNegative(DoubleVector x) {
        DoubleVector clamped = x.max(MIN_EXP);
        DoubleVector shifted = clamped.fma(LOG2_E, ROUNDER);
        DoubleVector k = shifted.sub(ROUNDER);
        DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, clamped));
        DoubleVector power = expm1Reduced(r).add(ONE);
        DoubleVector half = k.fma(HALF, ROUNDER);
        DoubleVector rest = k.sub(half.sub(ROUNDER)).add(ROUNDER);
        return power.mul(powerOfTwo(half)).mul(powerOfTwo(rest));
    }

    private static DoubleVector powerOfTwo(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .add(BIAS)
                .lanewise(VectorOperators.LSHL, Elementary.MANTISSA)
                .reinterpretAsDoubles();
    }

    private static DoubleVector expm1Reduced(DoubleVector r) {
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector low = r2.fma(r.fma(C5, C4), r.fma(C3, C2));
        DoubleVector middle = r2.fma(r.fma(C9, C8), r.fma(C7, C6));
        DoubleVector high = r2.fma(r.fma(C13, C12), r.fma(C11, C10));
        DoubleVector p = r4.fma(r4.fma(high, middle), low);
        return r2.fma(p, r);
    }
}
