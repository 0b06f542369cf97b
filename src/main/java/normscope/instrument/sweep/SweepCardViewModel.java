package normscope.instrument.sweep;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lab.SettingsLine;
import normscope.sweep.Sweep;
import normscope.sweep.SweepJob;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepWords;
import normscope.text.Numbers;
import normscope.text.Texts;

/** A sweep of one or two settings of the Lab's experiment: its runs in the background, and what they have come to. */
public final class SweepCardViewModel implements AutoCloseable {

    /** What is shown: all that such a sweep measures. */
    static final Shown SHOWN = new Shown(0, 0);

    private static final int MINUTE = 90;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<SweepResult> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private SweepDraft draft = SweepDraft.usual();
    private SweepJob job;

    public enum State {
        /** No sweep yet. */
        NONE,
        RUNNING,
        PAUSED,
        /** All runs are made, or the rest is given up. */
        ENDED
    }

    public SweepCardViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    /** {@return how the last sweep was written down, at first the usual} */
    public SweepDraft draft() {
        return draft;
    }

    /**
     * Makes the runs of a sweep of the Lab's present experiment, unless it refuses it; what is under way is given up.
     */
    public void start(SweepDraft next) {
        Sweep sweep = next.of(lab.configProperty().get().withName(""));
        cancel();
        draft = next;
        result.set(SweepResult.none(sweep));
        job = new SweepJob(result.get(), run -> true, run -> {}).start(SweepJob.cores());
        state.set(State.RUNNING);
    }

    public void pauseOrResume() {
        if (state.get() == State.RUNNING) {
            job.pause();
            state.set(State.PAUSED);
        } else if (state.get() == State.PAUSED) {
            job.resume();
            state.set(State.RUNNING);
        }
    }

    /** Gives up what is left; what has been run stays. */
    public void cancel() {
        if (job != null) {
            job.cancel();
            result.set(job.result());
            job = null;
            state.set(State.ENDED);
        }
    }

    public void pulse() {
        if (job != null) {
            boolean done = job.isDone();
            result.set(job.result());
            if (done) {
                job = null;
                state.set(State.ENDED);
            }
        }
    }

    /**
     * Opens the run of a place with the first seed in the Lab, made again up to where it was measured; false if there
     * is none.
     */
    public boolean open(Place place) {
        if (result.get() == null) {
            return false;
        }
        Sweep sweep = result.get().sweep();
        ExperimentConfig config = sweep.config(sweep.index(place.x(), place.y(), 0));
        String name = Texts.text("sweep.opened", SweepWords.place(sweep, place, 0));
        long steps = sweep.steps().get(0);
        lab.transport().again(config.withName(name), sweep.events(), steps);
        lab.tell(Notice.of(
                Notice.Kind.INFO,
                Texts.text("sweep.opened.told", name, Numbers.grouped(steps), Long.toString(config.seed())),
                null));
        return true;
    }

    /** {@return what is varied: "Sweep: learning rate × batch size"} */
    public String title() {
        if (result.get() == null) {
            return Texts.text("instrument.sweep");
        }
        var axes = result.get().sweep().axes();
        return axes.size() == 1
                ? Texts.text("sweep.title.one", axes.get(0).name())
                : Texts.text("sweep.title.two", axes.get(0).name(), axes.get(1).name());
    }

    /** {@return of which data, what is measured and when} */
    public String details() {
        if (result.get() == null) {
            return Texts.text("sweep.none");
        }
        Sweep sweep = result.get().sweep();
        return Texts.text(
                "sweep.details",
                SettingsLine.data(sweep.base()),
                sweep.measures().get(0).name(),
                Numbers.grouped(sweep.steps().get(0)),
                sweep.seeds().size());
    }

    /** {@return the fraction of the runs that is made, from 0 to 1} */
    public double progress() {
        return result.get() == null
                ? 0
                : (double) result.get().made() / result.get().sweep().runs();
    }

    /** {@return how many runs are made, and how long the others will take} */
    public String made() {
        if (result.get() == null) {
            return "";
        }
        String made = Texts.text(
                "sweep.made", result.get().made(), result.get().sweep().runs());
        double left = job == null ? Double.NaN : job.secondsLeft();
        if (Double.isNaN(left)) {
            return made;
        }
        return made + " · "
                + (left < MINUTE
                        ? Texts.text("sweep.left.seconds", Numbers.grouped(Math.round(left)))
                        : Texts.text("sweep.left.minutes", Numbers.grouped(Math.round(left / 60))));
    }

    /** {@return best against best, in one sentence; empty where there is none yet} */
    public String sentence() {
        return result.get() == null ? "" : SweepWords.best(result.get(), SHOWN).replace(" ± ", "\u00a0±\u00a0");
    }

    /** The runs made so far; null before the first sweep. */
    public ReadOnlyObjectProperty<SweepResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Whether runs are being made. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        cancel();
    }
}
