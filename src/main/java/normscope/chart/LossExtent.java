package normscope.chart;

import java.util.List;

/**
 * The span of losses an axis should show.
 *
 * <p>An arm that diverges passes 1e300 on its way; an axis up to there would flatten the other arm. So the axis ends at
 * a multiple of the first loss, and what lies above leaves it through the top.
 *
 * @param low the least positive value, not more than eight decades under high
 * @param high the greatest value, at least low
 */
record LossExtent(double low, double high) {

    private static final double MOST_LOG = 100;
    private static final double MOST_LINEAR = 4;
    private static final double MOST_DECADES = 1e8;

    static LossExtent of(List<CurvesFigure.Series> series, boolean log) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double first = 0;
        for (CurvesFigure.Series s : series) {
            if (s.x().length > 0 && Double.isFinite(s.mean()[0])) {
                first = Math.max(first, s.mean()[0]);
            }
            for (int i = 0; i < s.x().length; i++) {
                double min = s.min()[i];
                double max = s.max()[i];
                low = min > 0 && min < low ? min : low;
                high = max > high && max < Double.POSITIVE_INFINITY ? max : high;
            }
        }
        if (!(high > 0) || low > high) {
            return new LossExtent(0.1, 1);
        }
        if (first > 0) {
            high = Math.min(high, first * (log ? MOST_LOG : MOST_LINEAR));
        }
        return new LossExtent(Math.min(high, Math.max(low, high / MOST_DECADES)), high);
    }
}
