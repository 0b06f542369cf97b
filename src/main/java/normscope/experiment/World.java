package normscope.experiment;

import normscope.data.Split;

/** The data that an experiment's networks get at its present step. Nothing is done while nothing moves. */
final class World {

    private final Split before;
    private final long seed;
    private Shifts shifts = Shifts.NONE;
    private Split present;
    private long phase;
    private ScoringSet train;
    private ScoringSet test;

    World(Split before, long seed) {
        this.before = before;
        this.seed = seed;
        present = before;
    }

    Shifts shifts() {
        return shifts;
    }

    /** Replaces the list of shifts; the data follow with the next {@link #at}. */
    void set(Shifts now) {
        if (shifts != now) {
            shifts = now;
            phase = -1;
        }
    }

    /** The data of a step; the same object as long as nothing moves. */
    Split at(long step) {
        long wanted = Math.min(step, shifts.settledAt());
        if (wanted != phase) {
            phase = wanted;
            present = shifts.at(before, step, seed);
            train = null;
            test = null;
        }
        return present;
    }

    ScoringSet train(long step) {
        Split now = at(step);
        if (train == null) {
            train = new ScoringSet(now.train());
        }
        return train;
    }

    ScoringSet test(long step) {
        Split now = at(step);
        if (test == null) {
            test = new ScoringSet(now.test());
        }
        return test;
    }
}
