package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Enter and Space do a page's action wherever the keyboard is, and the keyboard never goes to the tabs by itself. */
@Tag("long")
class LessonKeysTest extends SharedWindowTestCase {

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    @BeforeEach
    void openAPageWithAQuestion() {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes()
                    .lessons()
                    .startOver(window.modes().lessons().lessons().get(1));
            lesson().goTo(1);
            return null;
        });
        awaitPage(1, Phase.ASKING);
    }

    private void awaitPage(int page, Phase phase) {
        await(() -> lesson().pageProperty().get() == page
                && lesson().phaseProperty().get() == phase);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
    }

    private void assertNotOnTheTabs() {
        assertThat(onFx(() -> {
                    Node owner = window.scene().getFocusOwner();
                    return owner != null && owner.getParent() == window.scene().lookup("#mode-switch");
                }))
                .isFalse();
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    @Test
    void afterClicksTheKeysDoThePagesAction(FxRobot robot) {
        robot.clickOn("#answer-2");
        awaitPage(1, Phase.READY);
        assertNotOnTheTabs();
        type(robot, KeyCode.ENTER);
        awaitPage(1, Phase.DONE);
        assertNotOnTheTabs();
        robot.clickOn("#lesson-next");
        awaitPage(2, Phase.ASKING);
        robot.clickOn("#answer-1");
        awaitPage(2, Phase.READY);
        robot.clickOn("#lesson-action");
        awaitPage(2, Phase.DONE);
        assertNotOnTheTabs();
        type(robot, KeyCode.PAGE_DOWN);
        awaitPage(3, Phase.ASKING);
        assertNotOnTheTabs();
        robot.clickOn("#bench-add");
        type(robot, KeyCode.DIGIT2);
        awaitPage(3, Phase.READY);
        type(robot, KeyCode.SPACE);
        awaitPage(3, Phase.DONE);
        type(robot, KeyCode.PAGE_DOWN);
        awaitPage(4, Phase.ASKING);
        assertNotOnTheTabs();
    }

    @Test
    void onAPageSeenAgainTheActionStandsBesideItsResult(FxRobot robot) {
        type(robot, KeyCode.DIGIT1);
        awaitPage(1, Phase.READY);
        type(robot, KeyCode.ENTER);
        awaitPage(1, Phase.DONE);
        type(robot, KeyCode.PAGE_DOWN);
        awaitPage(2, Phase.ASKING);
        type(robot, KeyCode.PAGE_UP);
        awaitPage(1, Phase.READY);

        assertThat(onFx(() -> window.scene().lookup("#lesson-action").isVisible()))
                .isFalse();
        robot.clickOn("#lesson-again");
        awaitPage(1, Phase.DONE);
        assertNotOnTheTabs();
    }

    @Test
    void whoHasAnsweredByTabAndSpaceGoesOnByEnter(FxRobot robot) {
        for (int i = 0; i < 40 && !onFx(() -> window.scene().lookup("#answer-1").isFocused()); i++) {
            type(robot, KeyCode.TAB);
        }
        type(robot, KeyCode.SPACE);
        awaitPage(1, Phase.READY);
        type(robot, KeyCode.ENTER);
        awaitPage(1, Phase.DONE);
        assertNotOnTheTabs();
    }

    @Test
    void aButtonThatTheKeyboardHasMovedToKeepsEnter(FxRobot robot) {
        type(robot, KeyCode.DIGIT1);
        awaitPage(1, Phase.READY);
        for (int i = 0;
                i < 40 && !onFx(() -> window.scene().lookup("#lesson-back").isFocused());
                i++) {
            type(robot, KeyCode.TAB);
        }
        type(robot, KeyCode.ENTER);
        awaitPage(0, Phase.DONE);
    }
}
