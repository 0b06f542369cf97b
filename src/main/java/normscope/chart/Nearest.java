package normscope.chart;

import java.util.Arrays;

/** Looks up points of curves. */
final class Nearest {

    private Nearest() {}

    /**
     * The point nearest to a step.
     *
     * @param x ascending, not empty
     * @return its index; the earlier of two equally near ones
     */
    static int index(double[] x, double step) {
        int at = Arrays.binarySearch(x, step);
        if (at >= 0) {
            return at;
        }
        int after = -at - 1;
        if (after == 0) {
            return 0;
        }
        return after == x.length || step - x[after - 1] <= x[after] - step ? after - 1 : after;
    }
}
