package normscope.experiment;

/**
 * Importance weights w = P(drawn now) / P(drawn before) of the examples of before.
 *
 * @param weights one an example; 0 where it was not drawn before. Their mean over the examples drawn before is at most
 *     1
 * @param overlap the fraction of what is drawn now that could be drawn before: 0 … 1
 * @param effectiveSize how many equally weighted examples are worth as much, (sum p)² / sum p² with p = P(drawn before)
 *     w
 */
public record Importance(double[] weights, double overlap, double effectiveSize) {

    /** Below this there is nothing to weigh. */
    static final double LEAST_OVERLAP = 0.01;

    static Importance of(double[] old, double[] now) {
        double[] weights = new double[old.length];
        double overlap = 0;
        double squares = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] > 0) {
                weights[i] = now[i] / old[i];
                overlap += now[i];
                squares += now[i] * weights[i];
            }
        }
        double oldSquares = 0;
        for (double share : old) {
            oldSquares += share * share;
        }
        double size = squares == 0 ? 0 : overlap * overlap / squares / oldSquares;
        return new Importance(weights, overlap, size);
    }
}
