package normscope.instrument.sweep;

import normscope.experiment.Arms;

/**
 * What one run of a sweep came to.
 *
 * @param arms what each arm came to
 */
public record SweepRun(Arms<Outcome> arms) {

    /** The step of the divergence of an arm that has not diverged. */
    static final long NOT_DIVERGED = -1;

    /**
     * What one arm came to.
     *
     * @param value the metric at the end; NaN if the arm diverged, or if it is a loss too large for a number
     * @param divergedAt the step at which the arm left the finite numbers, or -1
     */
    public record Outcome(double value, long divergedAt) {
        /** Whether the arm left the finite numbers. */
        public boolean diverged() {
            return divergedAt != NOT_DIVERGED;
        }
    }

    /**
     * One of the arms.
     *
     * @param arm which, from 0
     * @return what it came to
     */
    public Outcome arm(int arm) {
        return arms.get(arm);
    }
}
