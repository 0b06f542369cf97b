package normscope.runner;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.history.Place;

/**
 * The trainer thread. Every method only puts a request on a queue, which the thread empties between two mini-batches;
 * what comes of it is seen in {@link #status()}.
 */
public final class Runner implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Runner.class.getName());

    private final Requests requests = new Requests();
    private final FormerRuns former = new FormerRuns();
    private final Pacer pacer = new Pacer();
    private final Thread thread;
    private Session session;
    private long run;
    private boolean playing;
    private long stopAt;
    private long hurryTo;
    private boolean busy;
    private boolean altered;
    private Throwable failure;
    private volatile boolean closed;
    private volatile boolean snapshotWanted;
    private volatile RunStatus status;

    /**
     * Starts the thread with a first run, at any step, paused; the runner owns it from now on. The first status is
     * there when this returns.
     */
    public Runner(Session session) {
        this.session = session.adapted();
        publish();
        thread = QuietThread.of("trainer", this::loop);
        thread.start();
    }

    /** The latest word of the trainer thread: never null. */
    public RunStatus status() {
        return status;
    }

    /** Whether the status tells what came of everything that was asked for. Ask this first, and for the status then. */
    public boolean isSettled() {
        return requests.areAnswered();
    }

    /** Asks for a fresh snapshot in the status. Called once a frame while somebody looks. */
    public void wantSnapshot() {
        snapshotWanted = true;
    }

    /** Trains until told to pause. */
    public void play() {
        playUntil(Long.MAX_VALUE);
    }

    /** Trains until a step, at the set speed. */
    public void playUntil(long step) {
        submit(() -> {
            hurryTo = 0;
            if (!session.experiment().isOver()) {
                playing = true;
                stopAt = step;
                pacer.start();
            }
        });
    }

    /** Stops after the step under way. */
    public void pause() {
        submit(this::halt);
    }

    /** Makes some steps as fast as possible, whatever the speed, and pauses. */
    public void step(long steps) {
        submit(() -> {
            playing = false;
            hurry(steps);
        });
    }

    /** Makes the steps to the beginning of the next epoch as fast as possible, and pauses. */
    public void stepEpoch() {
        submit(() -> {
            playing = false;
            int epoch = session.experiment().stepsPerEpoch();
            hurry(epoch - Math.max(hurryTo, session.experiment().step()) % epoch);
        });
    }

    /** Adds to the steps to be made. The first is made at once, so that a command given after it comes after it. */
    private void hurry(long steps) {
        hurryTo = Math.max(hurryTo, session.experiment().step()) + steps;
        if (isHurrying()) {
            session.advance();
        }
    }

    /** Goes one step back and pauses. */
    public void stepBack() {
        submit(() -> {
            halt();
            long step = session.experiment().step();
            if (step > 0) {
                goBackTo(session.history().after(step - 1));
            }
        });
    }

    /** Puts the networks to a recorded place exactly and forgets what came after. {@link #undo} brings it back. */
    public void continueFrom(Place place) {
        submit(() -> {
            halt();
            if (place.compareTo(session.history().present()) < 0) {
                former.replaced(session.putAway());
                goBackTo(place);
            }
        });
    }

    private void goBackTo(Place place) {
        busily(() -> {
            run++;
            session.goBackTo(place, () -> closed);
            former.forgetChangesFrom(session.history().events().size());
        });
    }

    private void busily(Runnable work) {
        busy = true;
        publish();
        try {
            work.run();
        } finally {
            busy = false;
        }
    }

    /** Starts again from step 0, with the learning rate as it is now. {@link #undo} brings the former run back. */
    public void reset() {
        submit(() -> begin(session.experiment().presentConfig()));
    }

    /** Starts another experiment from step 0. {@link #undo} brings the former run back. */
    public void restart(ExperimentConfig config) {
        submit(() -> begin(config));
    }

    /** Takes other names for the run and its arms, and goes on. */
    public void rename(ExperimentConfig named) {
        submit(() -> session.experiment().rename(named));
    }

    private void halt() {
        playing = false;
        hurryTo = 0;
    }

    private void begin(ExperimentConfig config) {
        halt();
        Session.PutAway former = replaceSession(() -> new Session(config));
        boolean begun = former.last().step() > 0 || !former.history().events().isEmpty();
        if (begun || !former.config().equals(config)) {
            this.former.replaced(former);
        } else {
            this.former.lost();
        }
    }

    /** Takes another session, and returns what is left of the present one. */
    private Session.PutAway replaceSession(Supplier<Session> next) {
        Session.PutAway present = session.putAway();
        // Let go of first: with large batches, the buffers of two runs at a time are more than the heap holds.
        session = null;
        try {
            session = next.get();
        } finally {
            if (session == null) {
                session = new Session(present);
            }
            session.adapted();
        }
        run++;
        return present;
    }

    /**
     * Takes the last change back: the run as it would be without it, up to the same step; or, if the run has not been
     * changed since it took the place of another, that one with its history, as it was left.
     */
    public void undo() {
        submit(() -> {
            FormerRuns.Entry entry = former.next();
            if (entry == null) {
                return;
            }
            halt();
            if (entry.isChange()) {
                long step = session.experiment().step();
                long changed = session.history().events().get(entry.command()).step();
                former.undone(session.putAway());
                goBackTo(new Place(changed, entry.command()));
                hurry(step - changed);
            } else {
                former.undone(replaceSession(() -> new Session(entry.run())));
            }
        });
    }

    /** Brings back what was undone last, as it was left, unless something was changed since. */
    public void redo() {
        submit(() -> {
            FormerRuns.Entry entry = former.nextRedo();
            if (entry != null) {
                halt();
                former.redone(replaceSession(() -> new Session(entry.run())));
            }
        });
    }

    /**
     * Goes to another run as fast as possible, unless the present one will do, and pauses there.
     *
     * @param arrived whether the present run is already where it should be
     * @param journey makes the run, on the trainer thread; it is told when it need not arrive any more
     * @param undoable whether {@link #undo} brings the present run back
     * @return the moment of arrival, to come back to
     */
    public CompletableFuture<Session.PutAway> travel(
            Predicate<Session> arrived, Function<BooleanSupplier, Session> journey, boolean undoable) {
        CompletableFuture<Session.PutAway> arrival = new CompletableFuture<>();
        submit(() -> {
            halt();
            if (!arrived.test(session)) {
                busily(() -> {
                    Session.PutAway left = replaceSession(() -> journey.apply(() -> closed));
                    if (undoable) {
                        former.replaced(left);
                    } else {
                        former.lost();
                    }
                });
            }
            arrival.complete(session.bookmark());
        });
        return arrival;
    }

    /** Carries out a command between two steps: to come: the moment right before it, or why the run refuses it. */
    public CompletableFuture<Snapshot> apply(Command command) {
        CompletableFuture<Snapshot> before = new CompletableFuture<>();
        submit(() -> {
            try {
                before.complete(session.apply(command));
                altered = true;
                former.changed(session.history().events().size() - 1);
            } catch (InvalidSettingException refusal) {
                before.completeExceptionally(refusal);
            }
        });
        return before;
    }

    /**
     * Asks the living run something between two steps, on the trainer thread; nothing is changed. The answer fails as
     * the question fails, and never comes once the runner is closed.
     */
    public <T> CompletableFuture<T> ask(Function<Session, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(() -> {
            try {
                answer.complete(question.apply(session));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Sets the speed to train at, in steps a second: more than 0; infinity for as fast as possible. */
    public void setSpeed(double stepsPerSecond) {
        submit(() -> pacer.setSpeed(stepsPerSecond));
    }

    private void submit(Runnable request) {
        requests.add(request);
        LockSupport.unpark(thread);
    }

    private void loop() {
        while (!closed) {
            try {
                turn();
            } catch (RuntimeException | Error e) {
                contain(e);
            }
        }
    }

    /** Pauses and says why. The thread lives on, whatever happened. */
    private void contain(Throwable cause) {
        LOG.log(Level.ERROR, "The trainer thread had to pause.", cause);
        halt();
        failure = cause;
        altered = true;
        try {
            // A step that was broken off may have moved one arm and not the other.
            session.goBackTo(session.experiment().step(), () -> closed);
            run++;
            publish();
        } catch (RuntimeException | Error again) {
            LOG.log(Level.ERROR, "Nor could it go back.", again);
            status = status.failed(cause);
        }
    }

    private void turn() {
        boolean changed = !requests.isEmpty();
        if (changed) {
            failure = null;
            requests.carryOut(() -> closed);
        }
        boolean hurrying = isHurrying();
        if (hurrying) {
            session.advance();
            changed |= !isHurrying();
        } else if (playing) {
            changed |= keepPace(changed);
        } else {
            pacer.stop();
        }
        if (changed || (playing || hurrying) && snapshotWanted) {
            publish();
        } else if (!playing && !hurrying && requests.isEmpty() && !closed) {
            LockSupport.park(this);
        }
    }

    private boolean isHurrying() {
        return session.experiment().step() < hurryTo && !session.experiment().isOver();
    }

    /** Makes a step if it is time for one, else waits for that time. */
    private boolean keepPace(boolean changed) {
        if (!pacer.isDue()) {
            if (!changed && !snapshotWanted) {
                pacer.await();
            }
            return false;
        }
        session.advance(pacer.isSlow());
        pacer.count();
        boolean ended = session.experiment().isOver() || session.experiment().step() >= stopAt;
        playing &= !ended;
        return ended;
    }

    private void publish() {
        snapshotWanted = false;
        Experiment experiment = session.experiment();
        boolean same =
                status != null && status.run() == run && status.snapshot().step() == experiment.step();
        Snapshot snapshot = same && !altered ? status.snapshot() : experiment.snapshot();
        altered = false;
        double speed = playing ? pacer.measured() : 0;
        status = RunStatus.of(run, session, snapshot, playing, busy || isHurrying(), speed, former, failure);
        requests.answer();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
