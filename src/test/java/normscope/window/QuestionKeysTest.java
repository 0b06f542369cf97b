package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import normscope.control.LiveText;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.present.PresentViewModel;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A lesson's question before a class by keys, leaving in the middle, and the lists. */
@Tag("long")
class QuestionKeysTest extends SharedWindowTestCase {

    private PresentViewModel vm() {
        return window.presenter().vm();
    }

    private Node node(String query) {
        return window.presenter().scene().lookup(query);
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.press(key).release(key);
        }
    }

    private String count(String letter) {
        return onFx(() -> ((Label) node("#present-hands-" + letter)).getText());
    }

    private boolean playsCue(int cue) {
        var script = vm().scriptProperty().get();
        return script != null
                && script.lesson().kind() == Lesson.Kind.SCRIPT
                && script.pageProperty().get() == cue;
    }

    private Phase phase() {
        return vm().scriptProperty().get().phaseProperty().get();
    }

    @BeforeEach
    void presentTheFirstPageOfALesson(FxRobot robot) {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            var lessons = window.modes().lessons();
            lessons.startOver(lessons.lessons().stream()
                    .filter(each -> each.id().equals("shifting-inputs"))
                    .findFirst()
                    .orElseThrow());
            int asking = 0;
            while (lessons.lessonProperty().get().lesson().pages().get(asking).prediction() == null) {
                asking++;
            }
            lessons.lessonProperty().get().goTo(asking);
            return null;
        });
        press(robot, KeyCode.F5);
        await(() -> window.presenter().isOpen() && phase() == Phase.ASKING);
    }

    @Test
    void handsAreCountedAndTheRunLeadsToTheVerdict(FxRobot robot) {
        await(() -> node("#present-question").isVisible() && node("#present-hands-B") != null);
        press(robot, KeyCode.DIGIT1, KeyCode.NUMPAD2, KeyCode.DIGIT2, KeyCode.DIGIT2, KeyCode.BACK_SPACE);
        await(() -> "2".equals(count("B")));
        assertThat(count("A")).isEqualTo("1");
        await(() -> "3".equals(((LiveText) node("#present-hands")).getText()));
        press(robot, KeyCode.A, KeyCode.B);
        await(() -> vm().blankProperty().get());
        press(robot, KeyCode.PERIOD);
        assertThat(onFx(() -> vm().shownProperty()
                        .get()
                        .curves()
                        .showAccuracyProperty()
                        .get()))
                .isTrue();
        press(robot, KeyCode.Q);
        await(() -> !node("#present-question").isVisible());
        press(robot, KeyCode.Q);
        press(robot, KeyCode.RIGHT);
        await(() -> {
            vm().shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return phase() == Phase.DONE
                    && node("#present-verdict").isVisible()
                    && node("#present-right").isVisible();
        });
        assertThat(onFx(() -> node("#present-question").isVisible())).isFalse();
        assertThat(onFx(() -> node("#present-verdict").lookupAll(".present-segment").stream()
                        .map(each -> ((Label) each).getText())
                        .sorted()
                        .toList()))
                .containsExactly("A 1", "B 2");
    }

    @Test
    void theScreenIsLeftInMidLessonAndIsThereAgain(FxRobot robot) {
        press(robot, KeyCode.DIGIT2, KeyCode.ESCAPE);
        await(() -> !window.presenter().isOpen());
        press(robot, KeyCode.F5);
        await(() -> window.presenter().isOpen() && node("#present-hands-B") != null);
        await(() -> "1".equals(count("B")));
    }

    @Test
    void aScriptIsLeftByTheClickerAndIsThereAgainAtItsCue(FxRobot robot) {
        press(robot, KeyCode.O, KeyCode.DIGIT1);
        await(() -> playsCue(0));
        press(robot, KeyCode.G, KeyCode.DIGIT2);
        await(() -> playsCue(1) && phase() == Phase.READY);
        press(robot, KeyCode.F5);
        await(() -> !window.presenter().isOpen());
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LAB);
            return null;
        });
        press(robot, KeyCode.F5);
        await(() -> window.presenter().isOpen() && playsCue(1));
        press(robot, KeyCode.O, KeyCode.DIGIT0);
        await(() -> vm().scriptProperty().get() == null);
    }

    @Test
    void keysUnitsAndUndoWorkBeforeAClass(FxRobot robot) {
        press(robot, KeyCode.F1);
        await(() -> node("#present-keys") != null);
        press(robot, KeyCode.ESCAPE);
        await(() -> node("#present-keys") == null);
        assertThat(window.presenter().isOpen()).isTrue();
        onFx(() -> {
            node(".present")
                    .fireEvent(
                            new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, false, false, false, false));
            return null;
        });
        await(() -> node("#present-keys") != null);
        press(robot, KeyCode.PAGE_DOWN);
        await(() -> node("#present-keys") == null);
        boolean oneUnit =
                onFx(() -> vm().shownProperty().get().layers().oneUnitProperty().get());
        press(robot, KeyCode.U);
        await(() -> vm().shownProperty().get().layers().oneUnitProperty().get() != oneUnit);
        press(robot, KeyCode.S);
        await(() -> !vm().shownProperty().get().events().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> vm().shownProperty().get().events().isEmpty());
    }
}
