package normscope.experiment;

import normscope.data.Feed;
import normscope.data.Split;

/**
 * The data that an experiment's networks get at its present step, and of large sets the {@linkplain Split#sample
 * sample} that is measured on. Nothing is done while nothing changes.
 */
final class World {

    private final Split before;
    private final Split sample;
    private final long seed;
    private Shifts shifts = Shifts.NONE;
    private Split present;
    private Split all;
    private Feed feed;
    private long phase;
    private ScoringSet train;
    private ScoringSet test;

    World(Split before, long seed) {
        this.before = before;
        this.sample = before.sample();
        this.seed = seed;
        phase = -1;
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

    /** The examples that are drawn at a step; the same object as long as nothing changes. */
    Split at(long step) {
        follow(step);
        return present;
    }

    /** All examples of a step, drawn or not; likewise. */
    Split all(long step) {
        follow(step);
        return all;
    }

    /** What the mini-batch of a step is made of; likewise. */
    Feed feed(long step) {
        follow(step);
        return feed;
    }

    private void follow(long step) {
        long wanted = Math.min(step, shifts.settledAt());
        if (wanted != phase) {
            phase = wanted;
            present = shifts.at(sample, step, seed);
            all = shifts.all(sample, step, seed);
            feed = shifts.feed(before, step, seed);
            train = null;
            test = null;
        }
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
