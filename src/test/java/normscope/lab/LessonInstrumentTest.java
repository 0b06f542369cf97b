package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import normscope.experiment.Configs;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.PageInstrument;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.quantity.Quantity;
import normscope.lesson.Action;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.lesson.Prediction;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.panel.PanelWord;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lesson's page and its instrument have to do with each other. */
class LessonInstrumentTest {

    private static final InstrumentSettings BENCH = BatchBenchSettings.defaults();
    private static final Quantity READ = new Quantity.DivergedAt(1);
    private static final Quantity MEASURED = new Quantity.DivergedAt(0);

    /** Looks at what the instrument measures by itself; starts it; sets it up anew. */
    private static final Lesson LESSON = new Lesson(
            "test",
            1,
            Lesson.Kind.LESSON,
            Configs.small(),
            List.of(
                    page("look", List.of()),
                    page("start", List.of(new Action.Start())),
                    page("set", List.of(new Action.SetUp(BENCH)))),
            new LessonTexts(
                    "Test", "", Map.of("look", texts(), "start", texts(), "set", texts()), "", "", "", Map.of()));

    private final FakeInstrument instrument = new FakeInstrument();
    private final LessonsViewModel lessons = new LessonsViewModel(() -> List.of(LESSON), ProgressStore.NONE);
    private LessonViewModel lesson;

    /** Does what the test says. */
    private static final class FakeInstrument implements PageInstrument {
        private final List<String> told = new ArrayList<>();
        private boolean busy;
        private boolean givenUp;

        @Override
        public void configure(InstrumentSettings settings) {
            told.add("configure " + settings.getClass().getSimpleName());
        }

        @Override
        public void start() {
            told.add("start");
            busy = true;
        }

        @Override
        public void refresh() {
            told.add("refresh");
        }

        @Override
        public void recall() {
            told.add("recall");
        }

        @Override
        public boolean isBusy() {
            return busy;
        }

        @Override
        public boolean isGivenUp() {
            return givenUp;
        }

        @Override
        public OptionalDouble read(Quantity quantity) {
            return quantity == READ ? OptionalDouble.of(42) : OptionalDouble.empty();
        }
    }

    private static Page page(String id, List<Action> action) {
        return new Page(
                id,
                null,
                List.of(PanelWord.INSTRUMENT),
                Set.of(),
                null,
                BENCH,
                null,
                List.of(),
                null,
                new Prediction(List.of("a", "b"), "a"),
                action,
                List.of(new Measure("read", READ, "%.0f"), new Measure("measured", MEASURED, "%.0f")),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false);
    }

    private static LessonTexts.PageTexts texts() {
        return new LessonTexts.PageTexts(
                "", "", "", Map.of("a", "A", "b", "B"), Map.of(), "Go", "{read} and {measured}", "", "", "");
    }

    @BeforeEach
    void open() {
        lessons.open(LESSON);
        lesson = lessons.lessonProperty().get();
        lesson.setInstrument(instrument);
        await(Phase.ASKING);
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

    private void pulseSome() {
        for (int i = 0; i < 20; i++) {
            lessons.pulse();
        }
    }

    @Test
    void anAnswerCanBeChangedUntilWhatWasAskedIsShown() {
        lesson.answer(0);
        pulseSome();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.READY);
        lesson.answer(1);
        assertThat(lesson.answerProperty().get()).isEqualTo(1);

        lesson.act();
        await(Phase.DONE);
        lesson.answer(0);
        assertThat(lesson.answerProperty().get()).isEqualTo(1);
    }

    @Test
    void theResultWaitsForTheInstrumentToShowThePresentMoment() {
        lesson.answer(0);
        instrument.busy = true;
        instrument.told.clear();
        lesson.act();
        assertThat(instrument.told).containsExactly("refresh");
        pulseSome();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.MEASURING);

        instrument.busy = false;
        await(Phase.DONE);
    }

    @Test
    void theResultTellsWhatTheInstrumentHasMeasuredAndMeasuresTheRest() {
        lesson.answer(0);
        lesson.act();
        await(Phase.DONE);

        assertThat(lesson.words().result()).isEqualTo("42 and ∞");
    }

    @Test
    void anActionStartsTheInstrumentAndEndsWithIt() {
        lesson.goTo(1);
        await(Phase.ASKING);
        lesson.answer(0);
        instrument.told.clear();
        lesson.act();
        pulseSome();
        assertThat(instrument.told).containsExactly("start");
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ACTING);
        assertThat(lesson.canAct()).isFalse();

        instrument.busy = false;
        await(Phase.DONE);
    }

    @Test
    void anInstrumentStoppedOnItsWayCanBeStartedAgain() {
        lesson.goTo(1);
        await(Phase.ASKING);
        lesson.answer(0);
        lesson.act();
        instrument.busy = false;
        instrument.givenUp = true;
        await(Phase.READY);

        instrument.givenUp = false;
        lesson.act();
        instrument.busy = false;
        await(Phase.DONE);
    }

    @Test
    void itsOwnButtonStartsTheActionToo() {
        lesson.goTo(1);
        await(Phase.ASKING);
        instrument.busy = true;
        pulseSome();
        assertThat(lesson.phaseProperty().get()).isEqualTo(Phase.ASKING);
        lesson.answer(0);
        await(Phase.ACTING);
    }

    @Test
    void anActionSetsTheInstrumentUpAndStartingThePageAgainUndoesThat() {
        lesson.goTo(2);
        await(Phase.ASKING);
        lesson.answer(0);
        instrument.told.clear();
        lesson.act();
        assertThat(instrument.told).containsExactly("configure BatchBenchSettings", "start");
        instrument.busy = false;
        await(Phase.DONE);

        instrument.told.clear();
        lesson.restartPage();
        await(Phase.READY);
        assertThat(instrument.told).containsExactly("configure BatchBenchSettings", "refresh", "recall");
    }
}
