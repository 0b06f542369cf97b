package normscope.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import normscope.experiment.Configs;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.panel.PanelWord;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions to a class: hands are counted while one stands, and the run starts with votes or without. */
class QuestionTest {

    private static final Lesson ASKING = SampleScripts.asking("asking");

    private final LabViewModel lab = new LabViewModel(Configs.small());
    private final LessonsViewModel lessons =
            new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), () -> List.of(ASKING), ProgressStore.NONE);
    private PresentViewModel vm = new PresentViewModel(lessons, lab, null, false);

    @AfterEach
    void close() {
        lab.close();
        lessons.close();
    }

    private LessonViewModel script() {
        return vm.scriptProperty().get();
    }

    private void await(Phase... phases) {
        Await.until("the phase", () -> {
            vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            vm.pulse();
            return List.of(phases).contains(script().phaseProperty().get());
        });
    }

    private void ask() {
        vm.play(ASKING);
        script().goTo(1);
        await(Phase.ASKING);
    }

    private List<Integer> hands() {
        return IntStream.range(0, script().words().answers().size())
                .mapToObj(answer -> script().hands().of(1, answer))
                .toList();
    }

    @Test
    void digitsCountHandsWhileTheQuestionStandsAndBackspaceTakesTheLastOneBack() {
        ask();
        for (int digit : new int[] {1, 2, 2, 4, 3, 2, 5, 0, 9}) {
            vm.press(digit);
        }
        assertThat(hands()).containsExactly(1, 3, 1, 1);
        vm.takeBack();
        vm.takeBack();
        assertThat(hands()).containsExactly(1, 2, 0, 1);
        assertThat(vm.zoomedProperty().get()).isFalse();
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.HISTOGRAMS);
    }

    @Test
    void digitsZoomPanelsAgainOnceTheRunHasBegun() {
        ask();
        vm.press(2);
        vm.next();
        await(Phase.DONE);
        vm.press(2);
        assertThat(hands()).containsExactly(0, 1, 0, 0);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.LOSS);
        vm.takeBack();
        assertThat(hands()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void theRunStartsOnTheNextClickWithoutVotesAndNobodyHasAnswered() {
        ask();
        assertThat(script().phaseProperty().get()).isEqualTo(Phase.ASKING);
        vm.next();
        await(Phase.DONE);
        assertThat(script().pageProperty().get()).isOne();
        assertThat(vm.shownProperty().get().transport().lastStepProperty().get())
                .isEqualTo(41);
        assertThat(script().answerProperty().get()).isNegative();
        vm.next();
        assertThat(script().pageProperty().get()).isEqualTo(2);
    }

    @Test
    void theHandsAreKnownWhenOneComesBackAndAreForgottenWhenTheCueBeginsAgain() {
        ask();
        vm.press(1);
        vm.next();
        await(Phase.DONE);
        vm.back();
        await(Phase.READY);
        script().goTo(1);
        await(Phase.ASKING);
        assertThat(hands()).containsExactly(1, 0, 0, 0);
        vm.reset();
        assertThat(hands()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void noPageOfALessonIsSkippedAndEachQuestionStands() throws LessonException {
        Lesson lesson = Lessons.builtIn(Locale.ENGLISH).stream()
                .filter(each -> each.id().equals("test-time"))
                .findFirst()
                .orElseThrow();
        lessons.open(lesson);
        vm = new PresentViewModel(lessons, lab, null, true);
        List<String> asked = new ArrayList<>();
        for (int page = 0; page < lesson.pages().size(); page++) {
            assertThat(script().pageProperty().get()).isEqualTo(page);
            await(Phase.ASKING, Phase.READY, Phase.DONE);
            if (vm.asks()) {
                asked.add(script().current().id());
                vm.next();
            }
            assertThat(script().pageProperty().get()).isEqualTo(page);
            if (script().phaseProperty().get() == Phase.READY) {
                vm.next();
            }
            vm.next();
        }
        assertThat(asked)
                .isEqualTo(lesson.pages().stream()
                        .filter(each -> each.prediction() != null)
                        .map(each -> each.id())
                        .toList())
                .hasSizeGreaterThan(2);
    }
}
