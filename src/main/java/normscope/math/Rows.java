package normscope.math;

/**
 * Statistics of consecutive numbers, such as a part of a matrix's row. Every fourth number goes into the same of four
 * sums, since an addition waits for the one before: fast, and the same bits everywhere.
 */
public final class Rows {

    private Rows() {}

    /**
     * The mean of k numbers, at least 1, x<sub>0</sub> + 1/k sum<sub>i</sub> (x<sub>i</sub> - x<sub>0</sub>): a common
     * offset costs no digits.
     */
    public static double mean(double[] x, int start, int k) {
        double first = x[start];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = start + k;
        int i = start;
        for (; i + 3 < end; i += 4) {
            a += x[i] - first;
            b += x[i + 1] - first;
            c += x[i + 2] - first;
            d += x[i + 3] - first;
        }
        for (; i < end; i++) {
            a += x[i] - first;
        }
        return first + (a + b + (c + d)) / k;
    }

    /**
     * The mean of the squared distances from a number, 1/k sum<sub>i</sub> (x<sub>i</sub> - centre)<sup>2</sup>.
     *
     * @param centre their mean for the biased variance, 0 for the mean square
     */
    public static double meanSquare(double[] x, int start, int k, double centre) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = start + k;
        int i = start;
        for (; i + 3 < end; i += 4) {
            double p = x[i] - centre;
            double q = x[i + 1] - centre;
            double r = x[i + 2] - centre;
            double s = x[i + 3] - centre;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < end; i++) {
            double p = x[i] - centre;
            a += p * p;
        }
        return (a + b + (c + d)) / k;
    }

    /**
     * Writes the sum of k numbers, sum<sub>i</sub> x<sub>i</sub>, and of their products with others, sum<sub>i</sub>
     * x<sub>i</sub> y<sub>i</sub>, into the first two places of {@code sums}.
     */
    public static void sumAndDot(double[] x, double[] y, int start, int k, double[] sums) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double ay = 0;
        double by = 0;
        double cy = 0;
        double dy = 0;
        int end = start + k;
        int i = start;
        for (; i + 3 < end; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            ay += x[i] * y[i];
            by += x[i + 1] * y[i + 1];
            cy += x[i + 2] * y[i + 2];
            dy += x[i + 3] * y[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
            ay += x[i] * y[i];
        }
        sums[0] = a + b + (c + d);
        sums[1] = ay + by + (cy + dy);
    }
}
