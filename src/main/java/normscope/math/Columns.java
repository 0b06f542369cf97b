package normscope.math;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums and statistics down the columns of a matrix, and rows added to it. Every column is summed from the first row to
 * the last, whatever the other columns hold.
 */
public final class Columns {

    private Columns() {}

    /** Adds a row of n values to every row of x, m x n: X<sub>ij</sub> += r<sub>j</sub>. */
    public static void addRow(DMatrixRMaj x, double[] row) {
        double[] data = x.data;
        int n = x.numCols;
        for (int start = 0; start < x.numRows * n; start += n) {
            for (int j = 0; j < n; j++) {
                data[start + j] += row[j];
            }
        }
    }

    /** Writes the sum of each column of x, m x n: s<sub>j</sub> = sum<sub>i</sub> X<sub>ij</sub>. */
    public static void sum(DMatrixRMaj x, double[] sums) {
        double[] data = x.data;
        int n = x.numCols;
        Arrays.fill(sums, 0, n, 0);
        for (int start = 0; start < x.numRows * n; start += n) {
            for (int j = 0; j < n; j++) {
                sums[j] += data[start + j];
            }
        }
    }

    /**
     * The sum of each column, s<sub>j</sub> = sum<sub>i</sub> X<sub>ij</sub>, and of its products with another's,
     * p<sub>j</sub> = sum<sub>i</sub> X<sub>ij</sub> Y<sub>ij</sub>; two rows at a time.
     *
     * @param x m x n. Not modified.
     * @param y m x n. Not modified.
     * @param sums n sums. Modified.
     * @param products n sums of products. Modified.
     */
    public static void sumAndDot(DMatrixRMaj x, DMatrixRMaj y, double[] sums, double[] products) {
        double[] a = x.data;
        double[] b = y.data;
        int n = x.numCols;
        int size = x.numRows * n;
        Arrays.fill(sums, 0, n, 0);
        Arrays.fill(products, 0, n, 0);
        int start = 0;
        for (; start + n < size; start += 2 * n) {
            for (int j = 0; j < n; j++) {
                double p = a[start + j];
                double q = a[start + n + j];
                sums[j] += p + q;
                products[j] += p * b[start + j] + q * b[start + n + j];
            }
        }
        for (int j = 0; start + j < size; j++) {
            sums[j] += a[start + j];
            products[j] += a[start + j] * b[start + j];
        }
    }

    /**
     * Mean and biased variance of each column: mean<sub>j</sub> = x<sub>0j</sub> + 1/m sum<sub>i</sub> (x<sub>ij</sub>
     * - x<sub>0j</sub>) and var<sub>j</sub> = 1/m sum<sub>i</sub> (x<sub>ij</sub> - mean<sub>j</sub>)<sup>2</sup>.
     *
     * <p>Two passes, and the mean is taken from the first row: a common offset, be it 1e8, costs the variance no digits
     * (Chan, Golub and LeVeque, <i>Algorithms for computing the sample variance</i>, 1983), and a constant column has
     * exactly its value for mean and 0 for variance.
     *
     * @param x m x n with m at least 1. Not modified.
     * @param mean n means. Modified.
     * @param variance n variances. Modified.
     */
    public static void meanAndVariance(DMatrixRMaj x, double[] mean, double[] variance) {
        double[] data = x.data;
        int m = x.numRows;
        int n = x.numCols;
        Arrays.fill(mean, 0, n, 0);
        for (int start = n; start < m * n; start += n) {
            for (int j = 0; j < n; j++) {
                mean[j] += data[start + j] - data[j];
            }
        }
        for (int j = 0; j < n; j++) {
            mean[j] = data[j] + mean[j] / m;
        }
        Arrays.fill(variance, 0, n, 0);
        for (int start = 0; start < m * n; start += n) {
            for (int j = 0; j < n; j++) {
                double d = data[start + j] - mean[j];
                variance[j] += d * d;
            }
        }
        for (int j = 0; j < n; j++) {
            variance[j] /= m;
        }
    }
}
