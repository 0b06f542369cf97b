package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import normscope.data.DataKind;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.quantity.Quantity;
import normscope.lab.LabViewModel;
import normscope.lesson.Claim;
import normscope.lesson.Goal;
import normscope.lesson.Guide;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.lesson.page.GoalsViewModel.State;
import normscope.panel.PanelWord;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A goal is followed in the Lab while settings change, and what was reached is kept. */
class GoalsViewModelTest {

    private static final ExperimentConfig SMALL = Configs.small();

    /** A finite loss after ten steps: reached by whatever trains, but not by a rate that explodes. */
    private static final Goal GOAL = new Goal(
            "finite",
            SMALL,
            10,
            60,
            new Page(
                    "finite",
                    null,
                    List.of(PanelWord.HISTOGRAMS),
                    Set.of(),
                    null,
                    null,
                    SMALL,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(new Measure("loss", new Quantity.BatchLoss(1, Quantity.BatchLoss.When.LAST, 1), "%.3f")),
                    List.of(),
                    List.of(new Claim("low", "finite/loss", null, null, 1000.0, null, null, null, null)),
                    Set.of(),
                    Set.of(),
                    false));

    private static final Lesson LESSON = new Lesson(
            "test",
            1,
            Lesson.Kind.LESSON,
            SMALL,
            List.of(GOAL.solution()),
            new LessonTexts(
                    "Test",
                    "",
                    Map.of(),
                    "",
                    "",
                    "",
                    Map.of("finite", new LessonTexts.GoalTexts("Keep it finite.", "Now: {loss}"))),
            Guide.NONE,
            null,
            List.of(GOAL),
            null);

    private final Map<String, LessonProgress> kept = new HashMap<>();
    private final LabViewModel lab = new LabViewModel(SMALL.withSeed(5));
    private final LessonsViewModel lessons = new LessonsViewModel(() -> List.of(LESSON), new ProgressStore() {
        @Override
        public Map<String, LessonProgress> load() {
            return kept;
        }

        @Override
        public void save(Map<String, LessonProgress> progress) {
            kept.putAll(progress);
        }
    });
    private final GoalsViewModel goals = new GoalsViewModel(lab, lessons);
    private long nanos;

    @AfterEach
    void close() {
        lab.close();
        lessons.close();
    }

    private void awaitState(State state, long step) {
        Await.until(state + " at " + step, () -> {
            lab.pulse();
            nanos += 1_000_000_000L;
            goals.pulse(nanos);
            return goals.progressProperty().get().state() == state
                    && lab.transport().lastStepProperty().get() == step;
        });
    }

    @Test
    void aGoalIsReachedWhenItsClaimsHoldFromItsStepOnAndStaysReached() {
        goals.pursue(LESSON, GOAL);
        awaitState(State.NOT_YET, 0);
        assertThat(goals.isReached(LESSON, GOAL)).isFalse();

        lab.transport().step(20);
        awaitState(State.DONE, 20);

        assertThat(goals.progressProperty().get().now()).matches("Now: \\d+\\.\\d{3}");
        assertThat(kept.get("test").goals()).containsExactly("finite");
        lab.transport().step(60);
        awaitState(State.DONE, 80);
        lab.reset();
        awaitState(State.NOT_YET, 0);
        assertThat(goals.isReached(LESSON, GOAL)).isTrue();
    }

    @Test
    void tooLateAndOtherDataAreTold() {
        goals.pursue(LESSON, GOAL);
        awaitState(State.NOT_YET, 0);
        lab.edit(SMALL.withData(SMALL.data().withKind(DataKind.CIRCLES)));
        awaitState(State.OTHER_DATA, 0);
        lab.edit(SMALL);
        awaitState(State.NOT_YET, 0);
        lab.transport().step(61);
        Await.until("too late", () -> {
            lab.pulse();
            return lab.transport().lastStepProperty().get() == 61;
        });
        awaitState(State.TOO_LATE, 61);
        assertThat(goals.isReached(LESSON, GOAL)).isFalse();
    }

    @Test
    void undoBringsTheOwnRunBackAndTheGoalCanBeGivenUp() {
        goals.pursue(LESSON, GOAL);
        Await.until("the goal's experiment", () -> {
            lab.pulse();
            return lab.configProperty().get().equals(SMALL);
        });
        goals.giveUp();
        lab.undo();
        Await.until("the own run", () -> {
            lab.pulse();
            return lab.configProperty().get().seed() == 5;
        });
        assertThat(goals.progressProperty().get()).isNull();
    }
}
