package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import normscope.lesson.Lesson;
import normscope.shell.WindowMode;
import normscope.window.LessonWalk.Hand;
import normscope.window.LessonWalk.Look;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** All lessons by real clicks and by keys, as {@link LessonsTest} goes through them by the view model. */
@Tag("long")
class LessonsByHandTest extends WindowTestCase {

    private static final int MOST_TABS = 60;

    @Test
    void allLessonsByMouseOnASmallScreen(FxRobot robot) {
        robot.clickOn("Lessons");
        await(() -> window.modes().modeProperty().get() == WindowMode.LESSONS);
        Hand mouse = new Hand() {
            @Override
            public void open(Lesson lesson) {
                await(() -> window.scene().lookup("#open-" + lesson.id()) != null);
                reveal("#open-" + lesson.id());
                click(robot, "#open-" + lesson.id());
            }

            @Override
            public void answer() {
                Node sight = window.scene().lookup("#sight-1");
                click(robot, sight != null && isShown(sight) ? "#sight-1" : "#answer-1");
            }

            @Override
            public void act() {
                click(robot, "#lesson-action");
            }

            @Override
            public void next() {
                click(robot, "#lesson-next");
            }

            @Override
            public void back() {
                click(robot, "#lesson-back");
            }

            @Override
            public void home() {
                click(robot, "#lesson-home");
            }
        };
        new LessonWalk(window, mouse, Look.SMALL_SCREEN).goThroughAllAndBack();
    }

    private static boolean isShown(Node node) {
        return onFx(() -> {
            Node at = node;
            while (at != null && at.isVisible()) {
                at = at.getParent();
            }
            return at == null;
        });
    }

    /** Scrolls to what is below the window's edge. */
    private void reveal(String query) {
        onFx(() -> {
            Node node = window.scene().lookup(query);
            Node above = node;
            while (!(above instanceof ScrollPane)) {
                above = above.getParent();
            }
            ScrollPane scroll = (ScrollPane) above;
            Node content = scroll.getContent();
            double y = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                    .getMinY();
            double hidden = content.getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, y / hidden));
            return null;
        });
    }

    /** Clicks on what is there as soon as it is. */
    private void click(FxRobot robot, String query) {
        await(() -> window.scene().lookup(query) != null);
        FxThread.awaitFrame();
        robot.clickOn(query);
    }

    @Test
    void allLessonsByKeysOnAProjector(FxRobot robot) {
        tabTo(
                robot,
                () -> focused() != null
                        && focused().getParent() == window.scene().lookup("#mode-switch"));
        type(robot, KeyCode.LEFT);
        await(() -> window.modes().modeProperty().get() == WindowMode.LESSONS);
        Hand keys = new Hand() {
            @Override
            public void open(Lesson lesson) {
                tabTo(
                        robot,
                        () -> focused() != null
                                && ("open-" + lesson.id()).equals(focused().getId()));
                type(robot, KeyCode.SPACE);
            }

            @Override
            public void answer() {
                type(robot, KeyCode.DIGIT2);
            }

            @Override
            public void act() {
                type(robot, KeyCode.SPACE);
            }

            @Override
            public void next() {
                type(robot, KeyCode.PAGE_DOWN);
            }

            @Override
            public void back() {
                type(robot, KeyCode.PAGE_UP);
            }

            @Override
            public void home() {
                type(robot, KeyCode.ESCAPE);
            }
        };
        new LessonWalk(window, keys, Look.PROJECTOR).goThroughAllAndBack();
    }

    private Node focused() {
        return window.scene().getFocusOwner();
    }

    private static void tabTo(FxRobot robot, Callable<Boolean> there) {
        for (int i = 0; i < MOST_TABS && !onFx(there); i++) {
            type(robot, KeyCode.TAB);
        }
        assertThat(onFx(there)).isTrue();
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }
}
