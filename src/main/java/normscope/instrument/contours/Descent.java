package normscope.instrument.contours;

import java.util.ArrayList;
import java.util.List;

/** Gradient descent on a {@link Contours} problem, step by step: w -= rate gradient(w), from w = 0. Not thread-safe. */
public final class Descent {

    /** Beyond this many times the first loss, descent has left for good. */
    private static final double FAR = 1e12;

    /** Every point of so many steps is kept; later on, two neighbours at every step a hundredth further on. */
    private static final int DENSE = 400;

    private static final double SPACING = 1.01;

    private final Contours problem;
    private final double rate;
    private final double[] w = new double[3];
    private final double[] gradient = new double[3];
    private final List<double[]> path = new ArrayList<>();
    private long nextKept = DENSE + 1;
    private long steps;
    private boolean diverged;

    Descent(Contours problem) {
        this.problem = problem;
        this.rate = problem.rate();
        keep();
    }

    /** Takes so many steps; none once it has diverged. */
    public void advance(long count) {
        for (long i = 0; i < count && !diverged; i++) {
            problem.gradient(w, gradient);
            for (int a = 0; a < w.length; a++) {
                w[a] -= rate * gradient[a];
            }
            steps++;
            // Two neighbours, so that a path that goes to and fro is seen to.
            if (steps < DENSE || steps == nextKept - 1 || steps == nextKept) {
                keep();
            }
            if (steps == nextKept) {
                nextKept = (long) Math.ceil(SPACING * steps) + 1;
            }
            diverged = steps % 16 == 0 && !(loss() < FAR * problem.startLoss());
        }
    }

    private void keep() {
        path.add(new double[] {w[0], w[1]});
    }

    public long steps() {
        return steps;
    }

    /** The present parameters: w1, w2 and b; a copy. */
    public double[] w() {
        return w.clone();
    }

    /** The loss here: 1/(2n) |X w - y|<sup>2</sup>. */
    public double loss() {
        return problem.loss(w);
    }

    /**
     * {@return the share of the possible improvement made so far: 0 at first, 1 at the optimum, below 0 where the loss
     * has grown}
     */
    public double improvement() {
        return (problem.startLoss() - loss()) / (problem.startLoss() - problem.bestLoss());
    }

    /** Whether the loss has grown beyond all bounds. */
    public boolean diverged() {
        return diverged;
    }

    /**
     * The way in the plane: w1 and w2 of every one of the first steps, later of some, and at last of the present one.
     */
    public double[] path() {
        double[] way = new double[2 * path.size() + 2];
        int at = 0;
        for (double[] point : path) {
            way[at++] = point[0];
            way[at++] = point[1];
        }
        way[at] = w[0];
        way[at + 1] = w[1];
        return way;
    }
}
