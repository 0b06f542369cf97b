package normscope.instrument.shift;

import java.util.EnumMap;
import java.util.Map;
import normscope.data.Dataset;
import normscope.instrument.Reading;
import normscope.instrument.statistics.Statistics;

/**
 * How one reading gets over a change. It has recovered at the first step, once the change is complete, at which its
 * loss of the whole training set is at most twice what it was before and it does better than guessing. Guessing is an
 * accuracy of at most five points above the share of the most frequent class.
 */
public final class RecoveryWatch {

    private static final double BETTER_THAN_GUESSING = 0.05;

    private final Statistics.Score before;
    private final double guessing;
    private final long complete;
    private double worst = Double.NEGATIVE_INFINITY;
    private Outcome outcome;

    public enum State {
        /** The change is not complete yet. */
        DRIFTING,
        /** The loss never rose above twice the one before. */
        UNHURT,
        /** It was hurt, and has recovered. */
        RECOVERED,
        /** It has not recovered yet. */
        NOT_YET,
        /** It does no better than guessing. */
        GUESSING,
        /** It did no better than guessing before the change: there is nothing to recover. */
        GUESSED_BEFORE,
        /** The network has diverged. */
        ENDED
    }

    /**
     * What is known so far.
     *
     * @param steps updates from when the change was complete until recovered; meaningless before
     * @param worst the greatest loss since the change began, until recovered; NaN if the network has diverged
     */
    public record Outcome(State state, long steps, double worst) {
        /** Whether the reading is over the change, hurt or not. */
        public boolean recovered() {
            return state == State.UNHURT || state == State.RECOVERED;
        }
    }

    /** Begins at a change that is complete after so many updates, with the reading right before it. */
    RecoveryWatch(Statistics.Score before, double guessing, long complete) {
        this.before = before;
        this.guessing = guessing;
        this.complete = complete;
    }

    /** Begins at a change of all readings, with the set as it was before. */
    static Map<Reading, RecoveryWatch> begin(Readings before, Dataset set, long complete) {
        Map<Reading, RecoveryWatch> watches = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            watches.put(reading, new RecoveryWatch(before.get(reading), guessing(set), complete));
        }
        return watches;
    }

    /** {@return the accuracy up to which a network on a set does no better than guessing} */
    static double guessing(Dataset set) {
        int[] counts = new int[set.classes()];
        int most = 0;
        for (int row = 0; row < set.size(); row++) {
            most = Math.max(most, ++counts[set.label(row)]);
        }
        return (double) most / set.size() + BETTER_THAN_GUESSING;
    }

    /** {@return whether there may be something new to read} */
    boolean isOpen() {
        return outcome == null || !outcome.recovered();
    }

    /** Takes in the reading of one step since the change began; each step once, as long as {@link #isOpen}. */
    void read(long since, Statistics.Score now) {
        worst = Math.max(worst, now.loss());
        outcome = new Outcome(state(since, now), since - complete, worst);
    }

    private State state(long since, Statistics.Score now) {
        if (Double.isNaN(now.loss()) || Double.isNaN(before.loss())) {
            return State.ENDED;
        }
        if (before.accuracy() <= guessing) {
            return State.GUESSED_BEFORE;
        }
        if (since < complete) {
            return State.DRIFTING;
        }
        if (now.accuracy() <= guessing) {
            return State.GUESSING;
        }
        double limit = ShiftTrial.RECOVERED * before.loss();
        if (now.loss() > limit) {
            return State.NOT_YET;
        }
        return worst > limit ? State.RECOVERED : State.UNHURT;
    }

    /** What is known so far: null before the first reading. */
    Outcome outcome() {
        return outcome;
    }
}
