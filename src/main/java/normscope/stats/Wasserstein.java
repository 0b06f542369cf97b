package normscope.stats;

import java.util.Arrays;

/** How far one sample has to be carried to become another. */
public final class Wasserstein {

    private Wasserstein() {}

    /**
     * The Wasserstein-1 (earth mover's) distance of two samples: the integral of |Q<sub>a</sub>(u) - Q<sub>b</sub>(u)|
     * over u from 0 to 1, with Q the samples' quantile functions. Of samples of one size it is the mean difference of
     * the values in ascending order (Vallender, <i>Calculation of the Wasserstein distance between probability
     * distributions on the line</i>, 1974). It has the values' unit.
     *
     * @param a one sample, at least one value; NaN must not occur. Modified: sorted.
     * @param b the other, likewise
     */
    public static double distance(double[] a, double[] b) {
        Arrays.sort(a);
        Arrays.sort(b);
        double sum = 0;
        // Positions in units of 1 / (n m), so that no step of the two staircases is lost to rounding.
        long position = 0;
        long end = (long) a.length * b.length;
        for (int i = 0, j = 0; position < end; ) {
            long next = Math.min((i + 1L) * b.length, (j + 1L) * a.length);
            sum += (next - position) * Math.abs(a[i] - b[j]);
            position = next;
            i = (int) (position / b.length);
            j = (int) (position / a.length);
        }
        return sum / end;
    }
}
