package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.quantity.Quantity;
import normscope.lab.LabViewModel;
import normscope.lab.TransportViewModel;
import normscope.lesson.Action;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.lesson.Prediction;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.panel.PanelWord;
import normscope.runner.Await;
import normscope.runner.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lesson without a window: the test is the JavaFX thread, and pulses as the window does once a frame. */
class LessonViewModelTest {

    private static final ExperimentConfig SMALL = Configs.small();
    private static final Measure LOSS =
            new Measure("loss", new Quantity.BatchLoss(1, Quantity.BatchLoss.When.LAST, 1), "%.6f");

    /** Trains and asks; trains at another rate with outlines; stays; begins anew. */
    private static final Lesson LESSON = new Lesson(
            "test",
            1,
            Lesson.Kind.LESSON,
            SMALL,
            List.of(
                    page("ask", null, List.of(), new Prediction(List.of("a", "b"), "a"), List.of(run(20)), LOSS),
                    page(
                            "rate",
                            null,
                            List.of(new Action.Pin(true)),
                            null,
                            List.of(
                                    new Action.Apply(new Command.SetLearningRate(0.01)),
                                    run(10),
                                    new Action.Pin(false),
                                    new Action.RunTo(35))),
                    page("stay", null, List.of(), null, List.of()),
                    page("anew", SMALL.withSeed(99), List.of(run(3)), null, List.of(run(4)))),
            new LessonTexts(
                    "Test",
                    "",
                    Map.of(
                            "ask", texts("the loss is {loss}"),
                            "rate", texts(""),
                            "stay", texts(""),
                            "anew", texts("")),
                    "",
                    "",
                    ""));

    private final Map<String, LessonProgress> kept = new HashMap<>();
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
    private LessonViewModel lesson;
    private TransportViewModel transport;

    private static Action run(long steps) {
        return new Action.Run(steps);
    }

    private static Page page(
            String id,
            ExperimentConfig experiment,
            List<Action> enter,
            Prediction prediction,
            List<Action> action,
            Measure... measures) {
        return new Page(
                id,
                null,
                List.of(PanelWord.HISTOGRAMS),
                Set.of(),
                null,
                null,
                experiment,
                enter,
                null,
                prediction,
                action,
                List.of(measures),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static LessonTexts.PageTexts texts(String result) {
        return new LessonTexts.PageTexts(
                "", "", "", Map.of("a", "A", "b", "B"), Map.of("b", "but B"), "Go", result, "", "", "");
    }

    private void open() {
        lessons.open(LESSON);
        lesson = lessons.lessonProperty().get();
        transport = lessons.experiment().transport();
        transport.speedProperty().set(Double.POSITIVE_INFINITY);
        awaitArrival();
    }

    @AfterEach
    void close() {
        lessons.close();
    }

    private void await(Phase phase) {
        Await.until("the phase " + phase, () -> {
            lessons.pulse();
            return lesson.phaseProperty().get() == phase;
        });
    }

    private void awaitArrival() {
        Await.until("the page", () -> {
            lessons.pulse();
            return lesson.phaseProperty().get() != Phase.ARRIVING
                    && lesson.phaseProperty().get() != Phase.MEASURING;
        });
    }

    private void goTo(int page) {
        lesson.goTo(page);
        awaitArrival();
    }

    private void act() {
        await(Phase.READY);
        lesson.act();
        await(Phase.DONE);
    }

    private Snapshot moment() {
        return lessons.experiment()
                .runner()
                .ask(session -> session.experiment().snapshot())
                .join();
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.step()).isEqualTo(other.step());
        assertThat(one.learningRate()).isEqualTo(other.learningRate());
        for (int arm = 0; arm < 2; arm++) {
            assertThat(one.arm(arm).networkState())
                    .containsExactly(other.arm(arm).networkState());
        }
    }

    @Test
    void aQuestionLocksTrainingUntilItIsAnswered() {
        open();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ASKING);

        transport.play();
        transport.stepOnce();
        transport.stepEpoch();
        lesson.act();
        assertThat(moment().step()).isZero();

        lesson.answer(3);
        assertThat(transport.lockedProperty().get()).isTrue();
        lesson.answer(2);
        assertThat(lesson.words().answers()).hasSize(3);
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(transport.lockedProperty().get()).isFalse();
    }

    @Test
    void theResultHasTheMeasuredNumber() {
        open();
        lesson.answer(0);
        act();

        Session same = new Session(SMALL);
        for (int i = 0; i < 20; i++) {
            same.advance();
        }
        assertThat(lesson.words().result())
                .isEqualTo(String.format(
                        Locale.ROOT, "the loss is %.6f", same.experiment().batchLoss(1)));
    }

    @Test
    void anActionRunsToItsEndWhetherPlayedPausedOrStepped() {
        open();
        lesson.answer(0);
        transport.stepOnce();
        Await.until("a pause within the action", () -> {
            lessons.pulse();
            return lesson.pausedProperty().get() && transport.lastStepProperty().get() == 1;
        });
        transport.step(1000);
        await(Phase.DONE);

        assertThat(moment().step()).isEqualTo(20);
    }

    @Test
    void aPageEnteredAgainHasTheSameNetworksAndOutlines() {
        open();
        lesson.answer(0);
        act();
        goTo(1);
        Snapshot entered = moment();
        assertThat(entered.step()).isEqualTo(20);
        assertThat(lessons.experiment().layers().pinnedStepProperty().get()).isEqualTo(20);
        act();
        assertThat(moment().step()).isEqualTo(35);
        assertThat(lessons.experiment().layers().pinnedProperty().get()).isFalse();
        goTo(2);
        Snapshot later = moment();
        transport.step(7);
        Await.until("some steps more", () -> {
            lessons.pulse();
            return transport.lastStepProperty().get() == 42;
        });

        goTo(1);
        assertSame(moment(), entered);
        assertSame(lessons.experiment().layers().pinnedSnapshot(), entered);
        goTo(2);
        assertSame(moment(), later);
    }

    @Test
    void aPageNotVisitedIsReachedByWhatLeadsToIt() {
        open();
        goTo(2);
        Snapshot jumped = moment();
        assertThat(jumped.step()).isEqualTo(35);
        assertThat(jumped.learningRate()).isEqualTo(0.01);

        goTo(0);
        lesson.answer(1);
        act();
        goTo(1);
        act();
        goTo(2);
        assertSame(moment(), jumped);
    }

    @Test
    void whatTheUserTriesInBetweenDoesNotReachTheNextPage() {
        open();
        goTo(3);
        assertThat(moment().step()).isEqualTo(3);
        act();
        transport.step(50);
        Await.until("50 steps more", () -> {
            lessons.pulse();
            return transport.lastStepProperty().get() == 57;
        });
        goTo(4);

        assertThat(moment().step()).isEqualTo(7);
        assertThat(lesson.current()).isNull();
    }

    @Test
    void restartingAPageBringsItsActionBack() {
        open();
        lesson.answer(0);
        act();
        lessons.restartPage();
        await(Phase.READY);

        assertThat(moment().step()).isZero();
        assertThat(lesson.answerProperty().get()).isZero();
    }

    @Test
    void aLessonIsResumedWhereItWasLeft() {
        open();
        goTo(2);
        lessons.home();
        assertThat(lessons.lessonProperty().get()).isNull();
        assertThat(lessons.progress("test").page()).isEqualTo(2);
        assertThat(lessons.progress("test").furthest()).isEqualTo(2);

        open();
        assertThat(lesson.pageProperty().get()).isEqualTo(2);
    }

    @Test
    void aLessonIsFinishedOnceEachQuestionIsAnsweredAndItsEndReached() {
        open();
        goTo(4);
        assertThat(kept.get("test").finished()).isFalse();
        assertThat(kept.get("test").open(LESSON)).containsExactly(0);

        goTo(0);
        lesson.answer(2);
        lessons.home();
        assertThat(kept.get("test").finished()).isTrue();
        assertThat(kept.get("test").open(LESSON)).isEmpty();
    }

    @Test
    void whatWasSaidAndMeasuredStandsOnThePageAgain() {
        open();
        lesson.answer(1);
        act();
        String result = lesson.words().result();
        goTo(1);
        goTo(0);
        assertKept(result);
        assertThat(moment().step()).isZero();

        lessons.restartPage();
        assertThat(lesson.knows()).isTrue();
        awaitArrival();
        assertKept(result);

        lessons.home();
        open();
        assertKept(result);

        lesson.act();
        await(Phase.DONE);
        assertThat(lesson.words().result()).isEqualTo(result);

        lessons.startOver(LESSON);
        lesson = lessons.lessonProperty().get();
        awaitArrival();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ASKING);
        assertThat(lesson.answerProperty().get()).isNegative();
        assertThat(lesson.knows()).isFalse();
        assertThat(kept.get("test").pages()).isEmpty();
    }

    @Test
    void theVerdictSaysWhatAWrongAnswerMisses() {
        open();
        PageWords words = lesson.words();
        assertThat(words.right()).isZero();
        assertThat(words.verdict(-1)).isEmpty();
        assertThat(words.verdict(0)).isNotEmpty().doesNotContain("but B");
        assertThat(words.verdict(1)).endsWith("but B");
        assertThat(words.verdict(2)).isNotEmpty().isNotEqualTo(words.verdict(0));
    }

    private void assertKept(String result) {
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(lesson.knows()).isTrue();
        assertThat(lesson.answerProperty().get()).isEqualTo(1);
        lesson.answer(0);
        assertThat(lesson.answerProperty().get()).isEqualTo(1);
        assertThat(lesson.words().result()).isEqualTo(result);
    }

    @Test
    void aClassIsAskedWhateverIsKnownAlready() {
        open();
        lesson.answer(1);
        act();
        lesson.setPresented(true);
        goTo(1);
        goTo(0);
        assertThat(lesson.asks()).isTrue();
        assertThat(lesson.knows()).isFalse();
    }

    @Test
    void theLabTakesOverThePageWithItsHistoryAndBringsItsOwnRunBack() {
        open();
        goTo(2);
        Snapshot there = moment();
        try (LabViewModel lab = new LabViewModel(Configs.small().withSeed(5))) {
            lab.takeOver(lessons.experiment());
            Await.until("the lesson's run in the Lab", () -> {
                lab.pulse();
                return lab.transport().lastStepProperty().get() == 35;
            });
            assertSame(
                    lab.runner().ask(session -> session.experiment().snapshot()).join(), there);
            assertThat(lab.events()).isNotEmpty();
            lab.undo();
            Await.until("the Lab's own run", () -> {
                lab.pulse();
                return lab.configProperty().get().seed() == 5;
            });
        }
    }
}
