package normscope.stats;

/**
 * Mean and standard deviation of some values.
 *
 * @param mean the arithmetic mean, mu = 1/n sum v
 * @param sd the standard deviation, sqrt(1/n sum (v - mu)^2), divided by n as batch normalization does
 */
public record Moments(double mean, double sd) {

    /**
     * Measures the first values of an array in two passes, so that a large common offset costs no digits; NaN of none.
     */
    public static Moments of(double[] values, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[i];
        }
        double mean = sum / length;
        double squares = 0;
        for (int i = 0; i < length; i++) {
            double d = values[i] - mean;
            squares += d * d;
        }
        return new Moments(mean, Math.sqrt(squares / length));
    }
}
