package normscope.stats;

import java.util.Locale;

/**
 * Counts of values in equally wide bins. Values beyond the axis are counted apart, never dropped.
 *
 * @param lo the left end of the first bin
 * @param hi the right end of the last bin
 * @param counts values in each bin; a value on an inner edge belongs to the bin on its right. Not to be modified.
 * @param below finite values less than {@code lo}
 * @param above finite values greater than {@code hi}
 * @param nonFinite values that are NaN or infinite
 * @param moments mean and standard deviation of all values, those beyond the axis included
 */
public record Histogram(double lo, double hi, int[] counts, int below, int above, int nonFinite, Moments moments) {

    /** Bins the first values of an array between {@code lo} and {@code hi}, which is greater. */
    public static Histogram of(double[] values, int length, double lo, double hi, int bins) {
        if (!(hi > lo) || bins < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A histogram needs lo < hi and a bin, not %s, %s and %d.", lo, hi, bins));
        }
        int[] counts = new int[bins];
        int below = 0;
        int above = 0;
        int nonFinite = 0;
        double perUnit = bins / (hi - lo);
        for (int i = 0; i < length; i++) {
            double value = values[i];
            if (value < lo) {
                below += value == Double.NEGATIVE_INFINITY ? 0 : 1;
                nonFinite += value == Double.NEGATIVE_INFINITY ? 1 : 0;
            } else if (value > hi) {
                above += value == Double.POSITIVE_INFINITY ? 0 : 1;
                nonFinite += value == Double.POSITIVE_INFINITY ? 1 : 0;
            } else if (value >= lo) {
                counts[Math.min(bins - 1, (int) ((value - lo) * perUnit))]++;
            } else {
                nonFinite++;
            }
        }
        return new Histogram(lo, hi, counts, below, above, nonFinite, Moments.of(values, length));
    }

    /** The number of values, those beyond the axis and those that are not finite included. */
    public int total() {
        int sum = below + above + nonFinite;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The width of a bin: (hi - lo) / bins. */
    public double binWidth() {
        return (hi - lo) / counts.length;
    }

    public double mean() {
        return moments.mean();
    }

    public double sd() {
        return moments.sd();
    }
}
