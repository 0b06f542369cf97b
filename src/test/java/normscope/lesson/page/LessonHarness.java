package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.quantity.Quantity;
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
import org.junit.jupiter.api.AfterEach;

/** A lesson without a window: the test is the JavaFX thread, and pulses as the window does once a frame. */
abstract class LessonHarness {

    static final ExperimentConfig SMALL = Configs.small();
    static final Measure LOSS = new Measure("loss", new Quantity.BatchLoss(1, Quantity.BatchLoss.When.LAST, 1), "%.6f");

    /** Trains and asks; trains at another rate with outlines; stays; begins anew. */
    static final Lesson LESSON = new Lesson(
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
                    "",
                    Map.of()));

    final Map<String, LessonProgress> kept = new HashMap<>();
    final LessonsViewModel lessons = new LessonsViewModel(() -> List.of(LESSON), new ProgressStore() {
        @Override
        public Map<String, LessonProgress> load() {
            return kept;
        }

        @Override
        public void save(Map<String, LessonProgress> progress) {
            kept.putAll(progress);
        }
    });
    LessonViewModel lesson;
    TransportViewModel transport;

    static Action run(long steps) {
        return new Action.Run(steps);
    }

    static Page page(
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
                Set.of(),
                false);
    }

    static LessonTexts.PageTexts texts(String result) {
        return new LessonTexts.PageTexts(
                "", "", "", Map.of("a", "A", "b", "B"), Map.of("b", "but B"), "Go", result, "", "", "");
    }

    void open() {
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

    void await(Phase phase) {
        Await.until("the phase " + phase, () -> {
            lessons.pulse();
            return lesson.phaseProperty().get() == phase;
        });
    }

    void awaitArrival() {
        Await.until("the page", () -> {
            lessons.pulse();
            return lesson.phaseProperty().get() != Phase.ARRIVING
                    && lesson.phaseProperty().get() != Phase.MEASURING;
        });
    }

    void goTo(int page) {
        lesson.goTo(page);
        awaitArrival();
    }

    void act() {
        await(Phase.READY);
        lesson.act();
        await(Phase.DONE);
    }

    Snapshot moment() {
        return lessons.experiment()
                .runner()
                .ask(session -> session.experiment().snapshot())
                .join();
    }

    static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.step()).isEqualTo(other.step());
        assertThat(one.learningRate()).isEqualTo(other.learningRate());
        for (int arm = 0; arm < 2; arm++) {
            assertThat(one.arm(arm).networkState())
                    .containsExactly(other.arm(arm).networkState());
        }
    }
}
