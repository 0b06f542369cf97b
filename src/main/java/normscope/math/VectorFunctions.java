package normscope.math;

import static normscope.math.Elementary.BIAS;
import static normscope.math.Elementary.C10;
import static normscope.math.Elementary.C11;
import static normscope.math.Elementary.C12;
import static normscope.math.Elementary.C13;
import static normscope.math.Elementary.C2;
import static normscope.math.Elementary.C3;
import static normscope.math.Elementary.C4;
import static normscope.math.Elementary.C5;
import static normscope.math.Elementary.C6;
import static normscope.math.Elementary.C7;
import static normscope.math.Elementary.C8;
import static normscope.math.Elementary.C9;
import static normscope.math.Elementary.LN2_HIGH;
import static normscope.math.Elementary.LN2_LOW;
import static normscope.math.Elementary.LOG2_E;
import static normscope.math.Elementary.MANTISSA;
import static normscope.math.Elementary.MAX_EXP;
import static normscope.math.Elementary.MAX_TANH;
import static normscope.math.Elementary.MIN_EXP;
import static normscope.math.Elementary.ROUNDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Elementary} on whole arrays: the same operations in the same order, so the same bits. What a
 * whole vector leaves over goes through {@code Elementary} itself.
 */
final class VectorFunctions {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final long SIGN = Long.MIN_VALUE;

    private VectorFunctions() {}

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

    private static DoubleVector tanh(DoubleVector x) {
        DoubleVector y = x.abs().min(MAX_TANH).mul(2);
        DoubleVector shifted = y.fma(LOG2_E, ROUNDER);
        DoubleVector k = shifted.sub(ROUNDER);
        DoubleVector r = k.fma(constant(-LN2_LOW), k.fma(constant(-LN2_HIGH), y));
        DoubleVector scale = powerOfTwo(shifted);
        DoubleVector t = scale.fma(expm1Reduced(r), scale.sub(1));
        DoubleVector d = t.add(2);
        DoubleVector e = d.sub(t);
        DoubleVector lost = t.sub(d.sub(e)).add(constant(2).sub(e));
        DoubleVector inverse = constant(1).div(d);
        DoubleVector quotient = t.mul(inverse);
        DoubleVector minus = quotient.neg();
        DoubleVector remainder = minus.fma(lost, minus.fma(d, t));
        DoubleVector magnitude = remainder.fma(inverse, quotient);
        LongVector sign = x.reinterpretAsLongs().and(SIGN);
        return magnitude.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }

    private static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector e = exp(x.abs().neg());
        return constant(1).blend(e, x.lt(0)).div(e.add(1));
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector clamped = x.max(MIN_EXP).min(MAX_EXP);
        DoubleVector shifted = clamped.fma(LOG2_E, ROUNDER);
        DoubleVector k = shifted.sub(ROUNDER);
        DoubleVector r = k.fma(constant(-LN2_LOW), k.fma(constant(-LN2_HIGH), clamped));
        DoubleVector power = expm1Reduced(r).add(1);
        DoubleVector half = k.fma(0.5, ROUNDER);
        DoubleVector rest = k.sub(half.sub(ROUNDER)).add(ROUNDER);
        return power.mul(powerOfTwo(half)).mul(powerOfTwo(rest));
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static DoubleVector powerOfTwo(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .add(BIAS)
                .lanewise(VectorOperators.LSHL, MANTISSA)
                .reinterpretAsDoubles();
    }

    private static DoubleVector expm1Reduced(DoubleVector r) {
        DoubleVector p = r.fma(C13, C12);
        p = p.fma(r, constant(C11));
        p = p.fma(r, constant(C10));
        p = p.fma(r, constant(C9));
        p = p.fma(r, constant(C8));
        p = p.fma(r, constant(C7));
        p = p.fma(r, constant(C6));
        p = p.fma(r, constant(C5));
        p = p.fma(r, constant(C4));
        p = p.fma(r, constant(C3));
        p = p.fma(r, constant(C2));
        return r.mul(r).fma(p, r);
    }
}
