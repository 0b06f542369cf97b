package normscope.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.history.Cadence;
import normscope.history.History;
import normscope.history.Place;

/**
 * One run: an experiment with its history. What the history keeps depends on nothing but configuration and commands, so
 * the same ones give the same history bit for bit, however the run was paused, rewound or watched.
 */
public final class Session {

    static final int SNAPSHOTS_PER_OCTAVE = 64;

    static final int MEASUREMENTS_PER_OCTAVE = 128;

    /** So many steps after a change each step is measured. */
    static final int EVERY_STEP_AFTER_CHANGE = 100;

    /** The share of the training time that measurements may take. */
    static final double MEASUREMENT_SHARE = 0.1;

    /** So many cores let the arms train on two threads while the window draws and evaluates. */
    private static final int CORES_FOR_TWO_THREADS = 4;

    private final Experiment experiment;
    private final Cadence snapshots = new Cadence(SNAPSHOTS_PER_OCTAVE, 1);
    private final Cadence measurements;
    /** Commands that are still to be given, in their order; none once the run goes its own way. */
    private final Deque<Event> script = new ArrayDeque<>();

    private History history;

    public Session(ExperimentConfig config) {
        this(config, new History(config.arms().size()));
        record();
    }

    /**
     * Goes on from a bookmark, with the history up to there. The bookmark stays as it is, so that one can come back to
     * it again.
     */
    public static Session at(PutAway bookmark) {
        return new Session(new PutAway(bookmark.config(), bookmark.history().copy(), bookmark.last()));
    }

    /**
     * Begins a run again from step 0. It gives the same commands, in the order of their steps, by itself as it comes to
     * them, until it goes back or is given another one.
     */
    public static Session again(ExperimentConfig config, List<Event> commands) {
        Session session = new Session(config);
        session.script.addAll(commands);
        session.followScript();
        return session;
    }

    /** Goes on with a run that was put away. */
    Session(PutAway run) {
        this(run.config(), run.history());
        experiment.restore(run.last());
    }

    private Session(ExperimentConfig config, History history) {
        this.experiment = new Experiment(config);
        this.measurements = Cadence.costing(MEASUREMENTS_PER_OCTAVE, experiment.measurementCost(), MEASUREMENT_SHARE);
        this.history = history;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** The history up to the present step: the living history; going back replaces it. */
    public History history() {
        return history;
    }

    /** The commands that are still to be given by themselves, in their order. */
    List<Event> coming() {
        return List.copyOf(script);
    }

    public void advance() {
        advance(false);
    }

    /** Makes one step and records it. If somebody watches, it is measured, too, whether that is recorded or not. */
    void advance(boolean watched) {
        experiment.advance();
        history.addLosses(experiment.batchLosses());
        record();
        followScript();
        if (watched && !history.isMeasured(experiment.step())) {
            history.watch(experiment.measure());
        }
    }

    private void record() {
        long step = experiment.step();
        boolean lasting = snapshots.includes(step);
        boolean recent = step % History.RECENT_SPACING == 0;
        if (lasting || recent) {
            Snapshot snapshot = experiment.snapshot();
            if (lasting) {
                history.add(snapshot);
            }
            if (recent) {
                history.addRecent(snapshot);
            }
        }
        measureIfDue();
    }

    private void followScript() {
        while (!script.isEmpty() && script.getFirst().step() <= experiment.step()) {
            carryOut(script.removeFirst().command());
        }
    }

    private void measureIfDue() {
        long step = experiment.step();
        if (measurements.includes(step) || followsChange(step)) {
            history.add(experiment.measure());
        }
    }

    /**
     * What follows a change is over soon: every step is measured, then after 128, 256 … steps, whatever the cadence.
     */
    private boolean followsChange(long step) {
        Long change = history.lastChange();
        return change == null
                ? Long.bitCount(step) == 1
                : step - change <= EVERY_STEP_AFTER_CHANGE || Long.bitCount(step - change) == 1;
    }

    /**
     * Carries out a command at the present step, records it, and returns the moment right before it. What jumps by it
     * is measured right before and right after, or the curves would lead past the jump.
     */
    public Snapshot apply(Command command) {
        Snapshot before = carryOut(command);
        script.clear();
        return before;
    }

    private Snapshot carryOut(Command command) {
        Snapshot before = experiment.snapshot();
        Measurement measured = command.jumps() ? experiment.measure() : null;
        experiment.apply(command);
        history.add(new Event(experiment.step(), command), before, experiment.snapshot());
        if (measured != null) {
            history.add(measured);
            history.addAfterJump(experiment.measure());
        }
        return before;
    }

    /**
     * Goes back to a recorded step exactly, as {@link #goBackTo(Place, BooleanSupplier)}; commands given at that step
     * stay.
     */
    public void goBackTo(long step, BooleanSupplier cancelled) {
        goBackTo(history.after(step), cancelled);
    }

    /**
     * Goes back to a place exactly: the nearest snapshot before its step, then the same steps and commands again. What
     * was recorded after it is forgotten.
     *
     * @param place not after the present
     * @param cancelled asked between steps; if it says true, the run stays on the way, at a correct earlier step
     */
    public void goBackTo(Place place, BooleanSupplier cancelled) {
        script.clear();
        Snapshot start = history.at(place.step());
        List<Event> events = history.events();
        experiment.restore(start);
        int next = history.before(start.step()).commands();
        try {
            while (experiment.step() < place.step() && !cancelled.getAsBoolean()) {
                next = experiment.applyDue(events, next);
                experiment.advance();
            }
        } finally {
            history = history.branchBefore(experiment.step());
            measureIfDue();
        }
        while (next < Math.min(events.size(), place.commands())
                && events.get(next).step() == experiment.step()) {
            apply(events.get(next++).command());
        }
    }

    /**
     * What is left of a run that is put away: enough to go on with it exactly, without its data and networks.
     *
     * @param history what it recorded; going back has given the run another one
     */
    public record PutAway(ExperimentConfig config, History history, Snapshot last) {
        long bytes() {
            return history.bytes() + last.bytes();
        }
    }

    /**
     * Marks the present moment, to come back to it as often as wanted: a copy that the run, going on, does not change.
     */
    public PutAway bookmark() {
        return new PutAway(experiment.config(), history.copy(), experiment.snapshot());
    }

    /** On a small machine the second core belongs to the picture: frames before steps. */
    Session adapted() {
        if (Runtime.getRuntime().availableProcessors() < CORES_FOR_TWO_THREADS) {
            experiment.keepToOneThread();
        }
        return this;
    }

    /** Puts the run away as it is. The session may go back afterwards, but not on. */
    PutAway putAway() {
        return new PutAway(experiment.config(), history, experiment.snapshot());
    }
}
