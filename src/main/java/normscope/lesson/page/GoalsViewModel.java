package normscope.lesson.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lesson.Claim;
import normscope.lesson.Goal;
import normscope.lesson.Lesson;
import normscope.lesson.Measure;
import normscope.runner.Session;

/** The goal that is pursued in the Lab: whether the run there, whatever was changed in it, has reached it. */
public final class GoalsViewModel {

    private static final long EVERY = 300_000_000;
    private static final String STEP = "";

    /** What was measured, and of which experiment. */
    private record Measured(ExperimentConfig config, Map<String, Double> values) {}

    /** How a goal stands. */
    public enum State {
        NOT_YET,
        /** The run has gone too far: the goal is about its beginning. */
        TOO_LATE,
        /** The Lab learns other data than the goal is about. */
        OTHER_DATA,
        DONE
    }

    /**
     * A goal on the way: how it stands, its sentence, and how far it is, both in Markdown; {@code now} is empty before
     * anything was measured.
     */
    public record Progress(Lesson lesson, Goal goal, State state, String text, String now) {}

    private final LabViewModel lab;
    private final LessonsViewModel lessons;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private CompletableFuture<Measured> measuring;
    private List<Object> measuredAt = List.of();
    private long last;

    /** Begins without a goal; the lessons keep what was reached. */
    public GoalsViewModel(LabViewModel lab, LessonsViewModel lessons) {
        this.lab = lab;
        this.lessons = lessons;
    }

    /** The goal that is pursued: null if none is. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean isReached(Lesson lesson, Goal goal) {
        return lessons.progress(lesson.id()).goals().contains(goal.id());
    }

    /** Begins a goal's experiment in the Lab, whose undo brings its own run back. */
    public void pursue(Lesson lesson, Goal goal) {
        lab.transport().live();
        lab.runner().travel(session -> false, cancelled -> new Session(goal.start()), true);
        measuring = null;
        measuredAt = List.of();
        progress.set(new Progress(
                lesson,
                goal,
                State.NOT_YET,
                lesson.texts().goals().get(goal.id()).goal(),
                ""));
    }

    /** Gives the goal up; what was reached stays reached. */
    public void giveUp() {
        progress.set(null);
    }

    /** Looks how the goal stands; called once a frame while the Lab is visible. */
    public void pulse(long nanos) {
        Progress shown = progress.get();
        if (shown == null) {
            return;
        }
        if (measuring != null && measuring.isDone()) {
            if (!measuring.isCompletedExceptionally()) {
                Measured measured = measuring.join();
                take(shown, measured.values());
                if (!measured.config().equals(measuredAt.get(0))) {
                    // The run was replaced between the question and the answer: the moment asked about was not looked
                    // at.
                    measuredAt = List.of();
                }
            }
            measuring = null;
        } else if (measuring == null && nanos - last >= EVERY) {
            List<Object> now = PageMeasuring.moment(lab);
            if (!now.equals(measuredAt)) {
                measuredAt = now;
                last = nanos;
                measuring = lab.runner()
                        .ask(session -> new Measured(session.experiment().config(), measure(shown.goal(), session)));
            }
        }
    }

    /** Numbers by page/name, and the step; empty where other networks have not what is asked for, or other data. */
    private static Map<String, Double> measure(Goal goal, Session session) {
        Experiment experiment = session.experiment();
        Map<String, Double> values = new HashMap<>();
        values.put(STEP, (double) experiment.step());
        boolean sameData =
                experiment.config().data().kind() == goal.start().data().kind();
        if (sameData) {
            try {
                for (Measure measure : goal.solution().measures()) {
                    values.put(
                            goal.id() + "/" + measure.name(),
                            measure.quantity().measure(experiment, session.history()));
                }
            } catch (IndexOutOfBoundsException e) {
                // A smaller network has no such layer or unit: nothing is reached there.
                return Map.of(STEP, (double) experiment.step());
            }
        }
        return values;
    }

    private void take(Progress shown, Map<String, Double> values) {
        Goal goal = shown.goal();
        double step = values.get(STEP);
        boolean measured = values.size() > 1;
        boolean holds = measured && goal.solution().claims().stream().allMatch(claim -> holds(claim, values));
        State state = !measured
                ? State.OTHER_DATA
                : step > goal.to() ? State.TOO_LATE : holds && step >= goal.from() ? State.DONE : State.NOT_YET;
        if (state == State.DONE && shown.state() != State.DONE) {
            lessons.reached(shown.lesson().id(), goal.id());
        }
        // What was reached stays so until the run is another one.
        State told = shown.state() == State.DONE && state == State.TOO_LATE ? State.DONE : state;
        progress.set(new Progress(shown.lesson(), goal, told, shown.text(), measured ? now(shown, values) : ""));
    }

    private static boolean holds(Claim claim, Map<String, Double> values) {
        return claim.holds(claim.value(values));
    }

    private static String now(Progress shown, Map<String, Double> values) {
        Goal goal = shown.goal();
        String text = shown.lesson().texts().goals().get(goal.id()).now();
        for (Measure measure : goal.solution().measures()) {
            text = text.replace("{" + measure.name() + "}", measure.text(values.get(goal.id() + "/" + measure.name())));
        }
        return text;
    }
}
