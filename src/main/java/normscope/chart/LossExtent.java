package normscope.chart;

import java.util.List;
import normscope.chart.CurvesFigure.Series;

/**
 * The span of losses an axis should show.
 *
 * <p>An arm that diverges passes 1e300 on its way; an axis up to there would flatten the other arm. So the axis ends at
 * a multiple of the first loss, and what lies above leaves it through the top.
 *
 * @param low the least positive value that the axis reaches
 * @param high the greatest value that it reaches, at least low
 */
public record LossExtent(double low, double high) {

    private static final double MOST_LOG = 100;
    private static final double MOST_LINEAR = 4;
    private static final double MOST_DECADES = 1e12;

    /** An explosion up to here stays in sight. */
    private static final double LARGE = 1e6;

    static LossExtent of(List<Series> series, boolean log) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double first = 0;
        for (Series s : series) {
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
        if (first > 0) {
            high = Math.min(high, first * (log ? MOST_LOG : MOST_LINEAR));
        }
        return of(low, high);
    }

    /**
     * The span of losses on a logarithmic axis, from the least positive to the greatest one (less than that if there is
     * none): all of them, if these are at most twelve decades. Else what is huge leaves the axis, for what was learned
     * lies below; and what is tiny only after that.
     */
    public static LossExtent of(double least, double most) {
        if (!(most > 0) || least > most) {
            return new LossExtent(0.1, 1);
        }
        double high = most / least > MOST_DECADES ? Math.min(most, Math.max(LARGE, least * MOST_DECADES)) : most;
        return new LossExtent(Math.max(least, high / MOST_DECADES), high);
    }
}
