package normscope.nn;

import java.util.Objects;

/**
 * How weights are drawn: W ~ N(0, sd<sup>2</sup>), b = 0, gamma = 1, beta = 0.
 *
 * @param kind the rule for the standard deviation
 * @param sd the standard deviation of {@link Kind#NORMAL}, at least 0; 0 for the other kinds
 */
public record Init(Kind kind, double sd) {

    /** The rule for the standard deviation. */
    public enum Kind {
        /** Variance 2 / inputs (He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i>, 2015). */
        HE,
        /** Variance 1 / inputs, the form of Xavier initialization (Glorot and Bengio, 2010) the course gives. */
        XAVIER,
        /** A standard deviation given outright. */
        NORMAL
    }

    /** Checks the values. */
    public Init {
        Objects.requireNonNull(kind, "kind");
        if (!(sd >= 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException(
                    "The weights' standard deviation must be a finite number of at least 0, not " + sd + ".");
        }
    }

    /**
     * N(0, 2 / inputs).
     *
     * @return the rule
     */
    public static Init he() {
        return new Init(Kind.HE, 0);
    }

    /**
     * N(0, 1 / inputs).
     *
     * @return the rule
     */
    public static Init xavier() {
        return new Init(Kind.XAVIER, 0);
    }

    /**
     * N(0, sd<sup>2</sup>).
     *
     * @param sd the standard deviation
     * @return the rule
     */
    public static Init normal(double sd) {
        return new Init(Kind.NORMAL, sd);
    }

    /**
     * The weights' standard deviation.
     *
     * @param inputs the layer's inputs
     * @return sqrt(2 / inputs), sqrt(1 / inputs) or the given one
     */
    public double standardDeviation(int inputs) {
        return switch (kind) {
            case HE -> Math.sqrt(2.0 / inputs);
            case XAVIER -> Math.sqrt(1.0 / inputs);
            case NORMAL -> sd;
        };
    }
}
