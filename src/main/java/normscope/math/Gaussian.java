package normscope.math;

import java.util.random.RandomGenerator;

/** Standard normal deviates that are the same on every Java version, which the library's own are not bound to be. */
public final class Gaussian {

    private Gaussian() {}

    /**
     * Draws from N(0, 1) by Marsaglia's polar method (<i>A convenient method for generating normal variables</i>,
     * 1964): a point (u, v) in the unit disc gives u sqrt(-2 ln s / s), s = u<sup>2</sup> + v<sup>2</sup>.
     */
    public static double next(RandomGenerator random) {
        while (true) {
            double u = symmetric(random);
            double v = symmetric(random);
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** A uniform number in [-1, 1), of 53 bits. */
    private static double symmetric(RandomGenerator random) {
        return (random.nextLong() >> 10) * 0x1.0p-53;
    }
}
