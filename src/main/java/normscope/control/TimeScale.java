package normscope.control;

/**
 * The steps that a timeline spans: from 0 to a round number beyond the last one.
 *
 * <p>The end stays where it is until it is reached, so that flags stand still while a run goes on.
 */
final class TimeScale {

    private static final long SMALLEST = 200;

    private TimeScale() {}

    /**
     * {@return the end of the line for a run of so many steps: the smallest of 200, 500, 1000, 2000, 5000, ... that is
     * at least a twentieth beyond it}
     */
    static long end(long last) {
        double needed = last * 1.05;
        long end = SMALLEST;
        // 2 -> 5 -> 10 -> 20: the leading digit says by how much to grow.
        while (end < needed) {
            end = leadingDigit(end) == 2 ? end / 2 * 5 : end * 2;
        }
        return end;
    }

    private static long leadingDigit(long value) {
        long v = value;
        while (v >= 10) {
            v /= 10;
        }
        return v;
    }
}
