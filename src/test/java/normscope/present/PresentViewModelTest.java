package normscope.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Configs;
import normscope.experiment.Snapshot;
import normscope.instrument.proofs.BadgesSettings;
import normscope.instrument.shift.ShiftSettings;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.panel.PanelWord;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Presenting without a stage: the test is the JavaFX thread, and pulses as the screen does once a frame. */
class PresentViewModelTest {

    private static final Lesson SCRIPT = SampleScripts.script("one");
    private static final Lesson OTHER = SampleScripts.script("two");

    private static final Lesson ASKING = SampleScripts.asking("asking");

    private final LabViewModel lab = new LabViewModel(Configs.small());
    private final LessonsViewModel lessons =
            new LessonsViewModel(List::of, () -> List.of(SCRIPT, OTHER, ASKING), ProgressStore.NONE);
    private PresentViewModel vm = new PresentViewModel(lessons, lab, null, false);

    @AfterEach
    void close() {
        lab.close();
        lessons.close();
    }

    /** Starts the cue's action, as a click does, and waits for its end. */
    private void awaitDone() {
        Await.until("the cue's beginning", () -> {
            vm.pulse();
            return vm.waits() || vm.scriptProperty().get().phaseProperty().get() == Phase.DONE;
        });
        if (vm.waits()) {
            vm.next();
        }
        Await.until("the cue's end", () -> {
            vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            vm.pulse();
            return vm.scriptProperty().get().phaseProperty().get() == Phase.DONE;
        });
    }

    private Snapshot moment() {
        return lessons.scriptStage()
                .experiment()
                .runner()
                .ask(session -> session.experiment().snapshot())
                .join();
    }

    @Test
    void aNumberZoomsAPanelAndTheSameNumberOrZeroGoesBack() {
        vm.press(2);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.LOSS);
        assertThat(vm.zoomedProperty().get()).isTrue();
        vm.press(2);
        assertThat(vm.zoomedProperty().get()).isFalse();
        vm.press(4);
        vm.press(3);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.BOUNDARIES);
        assertThat(vm.zoomedProperty().get()).isTrue();
        vm.press(0);
        assertThat(vm.zoomedProperty().get()).isFalse();
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.BOUNDARIES);
    }

    @Test
    void thereIsAFifthPanelOnlyWithAnInstrument() {
        vm.press(5);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.HISTOGRAMS);

        vm = new PresentViewModel(lessons, lab, BadgesSettings.defaults(), false);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.INSTRUMENT);
        vm.press(1);
        vm.press(5);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.INSTRUMENT);
    }

    @Test
    void theShiftLabIsOneKeyAwayAndGoesAgain() {
        vm.toggleShiftLab();
        assertThat(vm.instrumentProperty().get()).isInstanceOf(ShiftSettings.class);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.INSTRUMENT);
        vm.toggleShiftLab();
        assertThat(vm.instrumentProperty().get()).isNull();
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.HISTOGRAMS);
    }

    @Test
    void aShiftLabThatIsOpenInTheLabIsRaised() {
        vm = new PresentViewModel(lessons, lab, ShiftSettings.defaults(), false);
        vm.press(1);
        vm.press(0);
        vm.toggleShiftLab();
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.INSTRUMENT);
        assertThat(vm.zoomedProperty().get()).isTrue();
    }

    @Test
    void theLayerStaysWithinTheNetwork() {
        int last = lab.layers().layerCountProperty().get() - 1;
        assertThat(vm.layer()).isEqualTo(last);
        vm.moveLayer(1);
        assertThat(vm.layer()).isEqualTo(last);
        for (int i = 0; i <= last; i++) {
            vm.moveLayer(-1);
        }
        assertThat(vm.layer()).isZero();
    }

    @Test
    void leavingPutsTheLabBackAsItWas() {
        lab.transport().speedProperty().set(Double.POSITIVE_INFINITY);
        vm = new PresentViewModel(lessons, lab, null, false);
        assertThat(lab.transport().speedProperty().get()).isEqualTo(PresentViewModel.SHOW_SPEED);
        vm.moveLayer(-1);
        lab.curves().showAccuracyProperty().set(true);
        vm.changeSpeed(2);
        vm.play(SCRIPT);

        vm.leave();

        assertThat(lab.transport().speedProperty().get()).isInfinite();
        assertThat(lab.curves().bandLayerProperty().get())
                .isEqualTo(lab.layers().layerCountProperty().get() - 1);
        assertThat(lab.curves().showAccuracyProperty().get()).isFalse();
        assertThat(lessons.lessonProperty().get()).isNull();
    }

    @Test
    void thePageKeyListsTheScriptsAndANumberPlaysOne() {
        vm.next();
        assertThat(vm.choice().isOpen()).isTrue();
        vm.press(2);

        assertThat(vm.choice().isOpen()).isFalse();
        assertThat(vm.scriptProperty().get().lesson()).isSameAs(OTHER);
        assertThat(vm.shownProperty().get())
                .isSameAs(lessons.scriptStage().experiment())
                .isNotSameAs(lab);
        assertThat(vm.bigProperty().get()).isEqualTo(PanelWord.LOSS);
        awaitDone();
        assertThat(moment().step()).isEqualTo(40);
    }

    @Test
    void aScriptRunTwiceShowsTheSameNumbersAndGoingBackRestoresExactly() {
        List<String> first = playThrough();
        Snapshot end = moment();
        List<String> again = playThrough();

        assertThat(again).isEqualTo(first);
        assertSame(moment(), end);
        vm.back();
        vm.back();
        awaitDone();
        assertThat(result()).isEqualTo(first.get(0));
        vm.next();
        awaitDone();
        assertThat(result()).isEqualTo(first.get(1));
    }

    private List<String> playThrough() {
        vm.play(SCRIPT);
        List<String> results = new ArrayList<>();
        for (int cue = 0; cue < vm.cues(); cue++) {
            awaitDone();
            results.add(result());
            vm.next();
        }
        assertThat(results).hasSize(3).doesNotHaveDuplicates().allMatch(text -> !text.contains("{"));
        return results;
    }

    private String result() {
        return vm.scriptProperty().get().words().result();
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.step()).isEqualTo(other.step()).isEqualTo(61);
        for (int arm = 0; arm < 2; arm++) {
            assertThat(one.arm(arm).networkState())
                    .containsExactly(other.arm(arm).networkState());
        }
    }

    @Test
    void aCueThatIsSkippedBeforeItsEndLeadsToTheSameNumbers() {
        List<String> whole = playThrough();
        vm.play(SCRIPT);
        vm.next();
        vm.next();
        awaitDone();

        assertThat(result()).isEqualTo(whole.get(2));
    }

    @Test
    void theLastCueStays() {
        vm.play(SCRIPT);
        for (int cue = 0; cue < 4; cue++) {
            awaitDone();
            vm.next();
        }

        assertThat(vm.scriptProperty().get().pageProperty().get()).isEqualTo(2);
    }

    @Test
    void aBlankScreenComesBackBeforeTheNextCue() {
        vm.play(SCRIPT);
        awaitDone();
        vm.blankProperty().set(true);
        vm.next();

        assertThat(vm.blankProperty().get()).isFalse();
        assertThat(vm.scriptProperty().get().pageProperty().get()).isZero();
    }

    @Test
    void resettingACueBeginsItAgain() {
        vm.play(SCRIPT);
        awaitDone();
        String result = result();
        vm.shownProperty().get().transport().step(5);
        Await.until("five steps", () -> {
            vm.pulse();
            return vm.shownProperty().get().transport().lastStepProperty().get() == 45;
        });

        vm.reset();
        awaitDone();

        assertThat(moment().step()).isEqualTo(40);
        assertThat(result()).isEqualTo(result);
    }
}
