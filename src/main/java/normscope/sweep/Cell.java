package normscope.sweep;

import java.util.Arrays;
import normscope.stats.Moments;

/**
 * What one measure of one arm came to at one place of a sweep.
 *
 * @param values of the seeds that did not diverge, ascending; not copied
 */
public record Cell(double[] values, int diverged, int seeds) {

    public int made() {
        return values.length + diverged;
    }

    public boolean complete() {
        return made() == seeds;
    }

    /** {@return the mean of the seeds that did not diverge; NaN without any} */
    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** {@return their standard deviation, with n - 1; NaN of less than two} */
    public double sd() {
        int n = values.length;
        return n < 2 ? Double.NaN : Moments.of(values, n).sd() * Math.sqrt(n / (n - 1.0));
    }

    /** {@return the middle one, between the two middle ones of an even number; NaN without any} */
    public double median() {
        int n = values.length;
        return n == 0 ? Double.NaN : (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    /** {@return the lowest; NaN without any} */
    public double min() {
        return values.length == 0 ? Double.NaN : values[0];
    }

    /** {@return the highest; NaN without any} */
    public double max() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
