package normscope.sweep;

/**
 * What one run of a sweep came to.
 *
 * @param divergedAt for each arm the step at which it left the finite numbers, or {@link #NOT_DIVERGED}
 * @param values by step of the sweep, arm and what is measured; not copied
 */
public record SweepRun(int index, long[] divergedAt, double[][][] values) {

    /** The step of the divergence of an arm that has not diverged. */
    public static final long NOT_DIVERGED = -1;

    /** Whether an arm had left the finite numbers at a step. */
    public boolean diverged(int arm, long step) {
        return divergedAt[arm] != NOT_DIVERGED && divergedAt[arm] <= step;
    }
}
