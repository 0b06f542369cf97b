package normscope.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.Configs;
import normscope.experiment.Snapshot;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.Choice.Kind;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A script that is left is there again at the same cue, in the same state; lists lead anywhere. */
class LeavingTest {

    private static final Lesson SCRIPT = SampleScripts.script("one");
    private static final Lesson ASKING = SampleScripts.asking("asking");

    private final LabViewModel lab = new LabViewModel(Configs.small());
    private final LessonsViewModel lessons =
            new LessonsViewModel(List::of, () -> List.of(SCRIPT, ASKING), ProgressStore.NONE);
    private PresentViewModel vm = new PresentViewModel(lessons, lab, null, false);

    @AfterEach
    void close() {
        lab.close();
        lessons.close();
    }

    private void await(Phase phase) {
        Await.until("the phase " + phase, () -> {
            vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            vm.pulse();
            return vm.scriptProperty().get().phaseProperty().get() == phase;
        });
    }

    private void step(int steps) {
        LabViewModel shown = vm.shownProperty().get();
        long wanted = shown.transport().lastStepProperty().get() + steps;
        shown.transport().step(steps);
        Await.until("the steps", () -> {
            vm.pulse();
            return shown.transport().lastStepProperty().get() == wanted;
        });
    }

    private Snapshot moment() {
        return vm.shownProperty()
                .get()
                .runner()
                .ask(session -> session.experiment().snapshot())
                .join();
    }

    private void leaveAndComeBack() {
        vm.leave();
        vm = new PresentViewModel(lessons, lab, null, false);
        vm.pulse();
    }

    @Test
    void aScriptThatIsLeftMidwayIsThereAgainWithItsStateAndItsHands() {
        vm.play(ASKING);
        await(Phase.READY);
        vm.next();
        await(Phase.DONE);
        vm.next();
        await(Phase.ASKING);
        vm.press(2);
        vm.next();
        await(Phase.DONE);
        step(7);
        Snapshot left = moment();

        leaveAndComeBack();

        assertThat(vm.scriptProperty().get().lesson()).isSameAs(ASKING);
        assertThat(vm.scriptProperty().get().pageProperty().get()).isOne();
        assertThat(vm.scriptProperty().get().phaseProperty().get()).isEqualTo(Phase.DONE);
        assertThat(vm.scriptProperty().get().hands().of(1, 1)).isOne();
        assertThat(moment().step()).isEqualTo(left.step()).isEqualTo(48);
        assertThat(moment().arm(0).networkState()).containsExactly(left.arm(0).networkState());
    }

    @Test
    void aScriptThatIsAtItsEndIsOver() {
        vm.play(SCRIPT);
        vm.scriptProperty().get().goTo(2);
        await(Phase.READY);
        vm.next();
        await(Phase.DONE);
        leaveAndComeBack();
        assertThat(vm.scriptProperty().get()).isNull();
        assertThat(vm.shownProperty().get()).isSameAs(lab);
    }

    @Test
    void theListLeadsBackToTheLabAndThenNobodyComesBack() {
        vm.play(SCRIPT);
        vm.lists().toggleScripts();
        vm.press(0);
        assertThat(vm.shownProperty().get()).isSameAs(lab);
        assertThat(vm.choice().isOpen()).isFalse();
        leaveAndComeBack();
        assertThat(vm.scriptProperty().get()).isNull();
    }

    @Test
    void anyCueIsTwoKeysAway() {
        vm.play(SCRIPT);
        await(Phase.READY);
        vm.lists().toggleCues();
        assertThat(vm.choice().kindProperty().get()).isEqualTo(Kind.CUES);
        vm.press(3);
        assertThat(vm.choice().isOpen()).isFalse();
        await(Phase.READY);
        assertThat(vm.scriptProperty().get().pageProperty().get()).isEqualTo(2);
        assertThat(moment().step()).isEqualTo(41);
    }

    @Test
    void aClickerMarksAndChooses() {
        vm.next();
        assertThat(vm.choice().kindProperty().get()).isEqualTo(Kind.SCRIPTS);
        vm.back();
        assertThat(vm.choice().markedProperty().get()).isOne();
        vm.back();
        assertThat(vm.choice().markedProperty().get()).isZero();
        vm.back();
        vm.next();
        assertThat(vm.scriptProperty().get().lesson()).isSameAs(ASKING);
        assertThat(vm.choice().isOpen()).isFalse();
    }

    @Test
    void theKeysCloseByAnyOfTheClickersKeys() {
        vm.play(SCRIPT);
        vm.lists().toggleKeys();
        vm.back();
        assertThat(vm.choice().isOpen()).isFalse();
        vm.lists().toggleKeys();
        vm.next();
        assertThat(vm.choice().isOpen()).isFalse();
        assertThat(vm.scriptProperty().get().pageProperty().get()).isZero();
    }
}
