package normscope.instrument.landscape;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Event;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.Job;
import normscope.instrument.landscape.LandscapeSettings.Directions;
import normscope.instrument.landscape.LandscapeSettings.Examples;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.runner.RunStatus;
import normscope.sweep.SweepJob;

/** The landscape around the weights that are shown, computed on all cores but one, and the way from there. */
final class LandscapeViewModel implements InstrumentViewModel<LandscapeSettings> {

    private static final long REST_MILLIS = 60;
    private static final long BREATH_NANOS = 5_000_000;

    /** Why there is no landscape, or that there is one. */
    enum State {
        /** It is being computed. */
        COMPUTING,
        /** It is shown. */
        SHOWN,
        /** It was given up before there was one. */
        CANCELLED,
        /** It was of other networks, or of a run that has gone another way. */
        OTHER,
        /** It could not be computed. */
        FAILED
    }

    private record Question(Landscape landscape, RunStatus status) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Question question
                    && question.landscape == landscape
                    && question.status.snapshot() == status.snapshot()
                    && question.status.run() == status.run();
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(status.snapshot());
        }
    }

    private final LabViewModel lab;
    private final ObjectProperty<Directions> directions =
            new SimpleObjectProperty<>(this, "directions", Directions.GRADIENT);
    private final ObjectProperty<Examples> examples = new SimpleObjectProperty<>(this, "examples", Examples.BATCH);
    private final ObjectProperty<Integer> side = new SimpleObjectProperty<>(this, "side", 41);
    private final ObjectProperty<Double> reach = new SimpleObjectProperty<>(this, "reach", 0.5);
    private final ReadOnlyObjectWrapper<Landscape> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<LandscapePath.Way> way = new ReadOnlyObjectWrapper<>(this, "way");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.CANCELLED);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
    private final LandscapePath path = new LandscapePath();
    private final Background<Question, LandscapePath.Way> following = new Background<>(
            "landscape-path", REST_MILLIS, question -> path.follow(question.landscape, question.status));
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private volatile boolean training;
    private Job job;
    private Survey survey;
    /** What had happened in the run when the landscape under way, and the one that is shown, were taken. */
    private List<Event> eventsUnderWay = List.of();

    private List<Event> events = List.of();

    LandscapeViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public void configure(LandscapeSettings settings) {
        directions.set(settings.directions());
        examples.set(settings.examples());
        side.set(settings.side());
        reach.set(settings.reach());
        seed.set(settings.seed());
        shown.set(null);
        compute();
    }

    /** Computes around the weights that are shown now; what is under way is given up. */
    void compute() {
        stop();
        Moment moment = lab.transport().moment();
        RunStatus status = moment.status();
        LandscapeSettings settings =
                new LandscapeSettings(directions.get(), side.get(), reach.get(), examples.get(), seed.get());
        eventsUnderWay = eventsUpTo(status, moment.snapshot().step());
        Survey work = new Survey(settings, status.config(), status.split(), moment.snapshot());
        survey = work;
        training = isTraining(status);
        job = Job.start("landscape", SweepJob.cores(), each -> {
            Breath breath = new Breath();
            work.work(each::tell, () -> {
                breath.take();
                return each.isCancelled();
            });
        });
        progress.set(0);
        state.set(State.COMPUTING);
    }

    private static boolean isTraining(RunStatus status) {
        return status.playing() || status.busy();
    }

    /** While the networks train, a thread rests as long as it works. */
    private final class Breath {
        private long since = System.nanoTime();

        void take() {
            long worked = System.nanoTime() - since;
            if (worked > BREATH_NANOS) {
                if (training) {
                    LockSupport.parkNanos(this, worked);
                }
                since = System.nanoTime();
            }
        }
    }

    void redraw() {
        seed.set(seed.get() + 1);
        compute();
    }

    private static List<Event> eventsUpTo(RunStatus status, long step) {
        return status.history().events().stream()
                .filter(event -> event.step() <= step)
                .toList();
    }

    private void stop() {
        if (job != null) {
            job.cancel();
            job = null;
            survey = null;
        }
        progress.set(1);
    }

    /** Gives up what is under way; what was shown before stays. */
    void cancel() {
        if (job != null) {
            stop();
            state.set(shown.get() == null ? State.CANCELLED : State.SHOWN);
        }
    }

    void pulse() {
        training = isTraining(lab.transport().moment().status());
        takeResult();
        Landscape landscape = shown.get();
        if (landscape == null) {
            return;
        }
        RunStatus status = lab.transport().moment().status();
        if (!isOf(landscape, status)) {
            shown.set(null);
            way.set(null);
            if (job == null) {
                state.set(State.OTHER);
            }
            return;
        }
        following.ask(new Question(landscape, status));
        LandscapePath.Way latest = following.latest();
        if (latest != null && latest.landscape() == landscape) {
            way.set(latest);
        }
    }

    private void takeResult() {
        if (job == null) {
            return;
        }
        progress.set(Math.min(0.999, job.progress()));
        if (job.isDone()) {
            Landscape result = survey.result();
            stop();
            if (result != null) {
                events = eventsUnderWay;
                way.set(null);
                shown.set(result);
            }
            state.set(result == null ? State.FAILED : State.SHOWN);
        }
    }

    /** Whether a run still leads through the middle of the landscape: the same settings and commands up to there. */
    private boolean isOf(Landscape landscape, RunStatus status) {
        List<Event> now = status.history().events();
        return status.config().arms().size() == landscape.config().arms().size()
                && status.config().withNamesOf(landscape.config()).equals(landscape.config())
                && status.snapshot().step() >= landscape.step()
                && now.size() >= events.size()
                && now.subList(0, events.size()).equals(events);
    }

    @Override
    public boolean isBusy() {
        return job != null || shown.get() != null && isBehind();
    }

    private boolean isBehind() {
        LandscapePath.Way known = way.get();
        return known == null
                || known.points().get(known.points().size() - 1).step()
                        != lab.transport().moment().status().snapshot().step();
    }

    ObjectProperty<Directions> directionsProperty() {
        return directions;
    }

    ObjectProperty<Examples> examplesProperty() {
        return examples;
    }

    ObjectProperty<Integer> sideProperty() {
        return side;
    }

    ObjectProperty<Double> reachProperty() {
        return reach;
    }

    /** The landscape; null while there is none. */
    ReadOnlyObjectProperty<Landscape> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The way from its middle up to now; null while nothing is known. */
    ReadOnlyObjectProperty<LandscapePath.Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the landscape under way is: 0 to 1; 1 when there is none. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public void close() {
        stop();
        following.close();
    }
}
