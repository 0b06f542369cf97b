package normscope.stats;

/** Percentiles by selection: the smallest value that at least p percent of the values do not exceed. */
public final class Percentiles {

    private Percentiles() {}

    /**
     * The value at a percentile (nearest rank): the k-th smallest, k = ceil(p/100 n), at least 1.
     *
     * @param values the values; NaN must not occur. Modified: partly sorted, so that asking for several percentiles in
     *     ascending order is quick.
     * @param length how many of them count, n, at least 1
     * @param percent p, 0 … 100
     */
    public static double of(double[] values, int length, double percent) {
        // Divided last: the rank of a whole percentage is then exact, where 0.28 * 25 is a little more than 7.
        int k = (int) Math.max(0, Math.ceil(percent * length / 100) - 1);
        return select(values, length, k);
    }

    /** Hoare's selection with the median of three as pivot. */
    private static double select(double[] v, int length, int k) {
        int left = 0;
        int right = length - 1;
        while (left < right) {
            double pivot = medianOfThree(v[left], v[(left + right) >>> 1], v[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (v[i] < pivot) {
                    i++;
                }
                while (v[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = v[i];
                    v[i++] = v[j];
                    v[j--] = swap;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return v[k];
            }
        }
        return v[k];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
