package normscope.lab;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;
import normscope.history.Place;
import normscope.runner.Moment;
import normscope.runner.RunStatus;
import normscope.runner.Runner;
import normscope.runner.Session;

/** Time: playing, stepping, and the cursor that is LIVE or in REVIEW of a recorded moment. */
public final class TransportViewModel {

    /** Steps a second when the program starts: quick enough to learn something, slow enough to watch. */
    public static final double DEFAULT_SPEED = 100;

    /** Training may go on as long as one likes. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** Where a reviewed moment lies at the step of a change. */
    public enum Beside {
        NOTHING,
        BEFORE,
        AFTER
    }

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyBooleanWrapper reviewing = new ReadOnlyBooleanWrapper(this, "reviewing");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
    private final ReadOnlyLongWrapper lastStep = new ReadOnlyLongWrapper(this, "lastStep");
    private final ReadOnlyLongWrapper epoch = new ReadOnlyLongWrapper(this, "epoch");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", DEFAULT_SPEED);
    private final ReadOnlyDoubleWrapper measuredSpeed = new ReadOnlyDoubleWrapper(this, "measuredSpeed");

    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(this, "beside", Beside.NOTHING);
    private final ReadOnlyLongWrapper continuations = new ReadOnlyLongWrapper(this, "continuations");
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");

    private final Runner runner;
    private Place cursor;
    private long limit = NO_LIMIT;
    private Runnable beforeMoving = () -> {};
    private int stepsPerEpoch = 1;

    TransportViewModel(Runner runner) {
        this.runner = runner;
        runner.setSpeed(speed.get());
        speed.addListener((o, old, now) -> runner.setSpeed(now.doubleValue()));
    }

    /** Whether the networks train. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether a recorded moment is shown, not the present one. */
    public ReadOnlyBooleanProperty reviewingProperty() {
        return reviewing.getReadOnlyProperty();
    }

    /** Whether the networks are on their way to an earlier step. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The shown step: the present step when LIVE, the reviewed one in REVIEW. */
    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether the reviewed moment is just before a change, or just after one. */
    public ReadOnlyObjectProperty<Beside> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty lastStepProperty() {
        return lastStep.getReadOnlyProperty();
    }

    /** The epoch of the shown step: whole passes over the training set, from 0. */
    public ReadOnlyLongProperty epochProperty() {
        return epoch.getReadOnlyProperty();
    }

    /** The speed to train at: steps a second, infinity for as fast as possible. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** The speed measured over the last half second: steps a second, 0 while paused. */
    public ReadOnlyDoubleProperty measuredSpeedProperty() {
        return measuredSpeed.getReadOnlyProperty();
    }

    /** Whether training must wait, for a lesson has asked something that the user has not answered yet. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    public void setLocked(boolean wait) {
        locked.set(wait);
    }

    public void setLimit(long step) {
        limit = step;
    }

    public long limit() {
        return limit;
    }

    public void setBeforeMoving(Runnable action) {
        beforeMoving = action;
    }

    /** Plays, or pauses. Playing leaves REVIEW. */
    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    public void play() {
        if (moves()) {
            runner.playUntil(limit);
        }
    }

    public void pause() {
        runner.pause();
    }

    public void stepOnce() {
        step(1);
    }

    /** Whether training goes on, which a lesson may hinder; what comes before that has happened then. */
    private boolean moves() {
        boolean free = !locked.get();
        if (free) {
            live();
            beforeMoving.run();
        }
        return free;
    }

    /** Makes some steps of the present networks, as fast as possible. */
    public void step(long steps) {
        if (!moves()) {
            return;
        }
        long allowed = Math.min(steps, limit - lastStep.get());
        if (allowed > 0) {
            runner.step(allowed);
        }
    }

    /** Makes the steps to the beginning of the next epoch. */
    public void stepEpoch() {
        if (!moves()) {
            return;
        }
        if (limit == NO_LIMIT) {
            runner.stepEpoch();
        } else {
            step(stepsPerEpoch - lastStep.get() % stepsPerEpoch);
        }
    }

    public void stepBack() {
        live();
        runner.stepBack();
    }

    /** Starts the same experiment again from step 0. */
    public void reset() {
        live();
        runner.reset();
    }

    /** Makes a run of so many steps again, the same bit for bit; undo brings the former one back. */
    public void again(ExperimentConfig config, List<Event> events, long steps) {
        live();
        runner.travel(session -> false, cancelled -> Session.again(config, events), true);
        runner.step(steps);
    }

    /**
     * Shows a recorded moment in every panel, before what was changed there; the end of the history, when nothing
     * plays, means LIVE. Training, if it is on, goes on.
     */
    public void review(long wanted) {
        long clamped = Math.max(0, Math.min(wanted, lastStep.get()));
        boolean end = clamped == lastStep.get() && !playing.get();
        review(end ? null : runner.status().history().before(clamped));
    }

    /** Shows the moment just before one of the run's changes. */
    public void reviewBefore(int event) {
        List<Event> events = runner.status().history().events();
        if (event < events.size()) {
            review(new Place(events.get(event).step(), event));
        }
    }

    /** Goes to the recorded moment before (-1) or after (1) this one; after the last one comes LIVE. */
    public void reviewNeighbour(int direction) {
        RunStatus status = runner.status();
        History history = status.history();
        Place here = cursor == null ? history.present() : shown(status).place();
        History.Kept neighbour = direction < 0 ? history.previous(here) : history.next(here);
        if (neighbour != null) {
            review(!playing.get() && neighbour.place().equals(history.present()) ? null : neighbour.place());
        } else if (direction > 0) {
            live();
        }
    }

    private void review(Place place) {
        cursor = place;
        reviewing.set(place != null);
    }

    /** Shows the present moment again. */
    public void live() {
        review(null);
    }

    /** Puts the networks to a recorded place exactly, to go on from there. */
    void continueFrom(Place place) {
        runner.continueFrom(place);
        live();
        continuations.set(continuations.get() + 1);
    }

    /** How often the networks were put to a recorded place to go on from there. */
    public ReadOnlyLongProperty continuationsProperty() {
        return continuations.getReadOnlyProperty();
    }

    /** The recorded step that is shown when a step is reviewed: that one, or the latest one before it. */
    public long recordedAt(long wanted) {
        History history = runner.status().history();
        History.Kept kept = history.at(history.before(wanted));
        return kept == null || wanted >= history.lastStep()
                ? wanted
                : kept.place().step();
    }

    History.Kept shown(RunStatus status) {
        History.Kept recorded = cursor == null ? null : status.history().at(cursor);
        return recorded == null ? new History.Kept(status.history().present(), status.snapshot()) : recorded;
    }

    /** What instruments beside the networks look at. */
    public Moment moment() {
        RunStatus status = runner.status();
        return new Moment(status, shown(status).snapshot());
    }

    /** How many of the run's commands have been carried out at the shown moment. */
    public int commands() {
        return shown(runner.status()).place().commands();
    }

    /** The place in REVIEW, or null. */
    Place cursor() {
        return cursor;
    }

    void update(RunStatus status, History.Kept shown) {
        stepsPerEpoch = status.stepsPerEpoch();
        playing.set(status.playing());
        busy.set(status.busy());
        lastStep.set(Math.max(status.snapshot().step(), cursor == null ? 0 : cursor.step()));
        step.set(shown.snapshot().step());
        epoch.set(shown.snapshot().step() / status.stepsPerEpoch());
        measuredSpeed.set(status.stepsPerSecond());
        beside.set(cursor == null ? Beside.NOTHING : beside(status.history(), shown.place()));
    }

    private static Beside beside(History history, Place place) {
        if (place.commands() < history.after(place.step()).commands()) {
            return Beside.BEFORE;
        }
        return place.commands() > history.before(place.step()).commands() ? Beside.AFTER : Beside.NOTHING;
    }
}
