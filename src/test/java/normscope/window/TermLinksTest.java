package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Terms of a lesson's page are links that mouse and keys reach, and lead on to the whole glossary. */
@Tag("long")
class TermLinksTest extends SharedWindowTestCase {

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    private static boolean isOpen(String id) {
        return Window.getWindows().stream()
                .anyMatch(each -> each.getScene().getRoot().lookup(id) != null);
    }

    private void openSecondPage() {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes()
                    .lessons()
                    .startOver(window.modes().lessons().lessons().get(0));
            lesson().goTo(1);
            return null;
        });
        await(() -> lesson().phaseProperty().get() == Phase.READY);
        await(() -> window.node("#term-lambda-max") != null);
        FxThread.awaitFrame();
    }

    @Test
    void aClickTellsWhatATermMeansAndEscapeGoesBack(FxRobot robot) {
        openSecondPage();
        robot.clickOn("#term-lambda-max");
        await(() -> isOpen(".glossary-entry"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !isOpen(".glossary-entry"));

        assertThat(lesson().pageProperty().get()).isEqualTo(1);
    }

    @Test
    void theKeyboardReachesATermAndFromItTheWholeGlossary(FxRobot robot) {
        openSecondPage();
        onFx(() -> {
            window.node("#term-gradient").requestFocus();
            return null;
        });
        // Only what the keyboard itself has moved to keeps Enter.
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> isOpen(".glossary-entry"));
        assertThat(lesson().phaseProperty().get()).isEqualTo(Phase.READY);
        for (int item = 0; item < 2 && !isOpen(".glossary-scroll"); item++) {
            robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            FxThread.awaitFrame();
        }
        await(() -> isOpen(".glossary-scroll"));
    }

    @Test
    void aTermIsALinkWhereItFirstOccursAndCanBeReachedByTab() {
        openSecondPage();
        List<String> ids = onFx(() -> window.node("#lesson-panel").lookupAll(".term").stream()
                .map(node -> node.getId())
                .toList());

        assertThat(ids).contains("term-learning-rate", "term-lambda-max").doesNotHaveDuplicates();
        assertThat(((Hyperlink) window.node("#term-lambda-max")).isFocusTraversable())
                .isTrue();
    }
}
