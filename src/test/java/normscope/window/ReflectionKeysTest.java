package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** After a run: what was seen is chosen, then the numbers stand there, and a line of one's own can be written. */
@Tag("long")
class ReflectionKeysTest extends SharedWindowTestCase {

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    @Test
    void whatWasSeenAndWhyByMouseAndKeys(FxRobot robot) {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            Lesson network = window.modes().lessons().lessons().get(2);
            window.modes().lessons().startOver(network);
            lesson().goTo(network.indexOf("race"));
            return null;
        });
        await(() -> lesson().phaseProperty().get() == Phase.ASKING);
        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        onFx(() -> {
            window.modes().lessons().experiment().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return null;
        });
        await(() -> lesson().phaseProperty().get() == Phase.DONE);
        await(() -> window.node("#lesson-sight").isVisible());
        assertThat(window.node("#lesson-result").isVisible()
                        && window.node("#lesson-result").getParent().getParent().isVisible())
                .isFalse();
        FxThread.awaitFrame();

        robot.clickOn("#sight-2");
        await(() -> !window.node("#lesson-sight").isVisible());
        await(() -> window.node("#lesson-why").getParent().isVisible());
        FxThread.awaitFrame();
        window.type(robot, "#lesson-why", "the last layers vary");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> lesson().reflection().why().equals("the last layers vary"));
        robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);

        await(() -> lesson().current().id().equals("bands"));
        onFx(() -> {
            lesson().back();
            return null;
        });
        await(() -> lesson().current().id().equals("race"));
        assertThat(onFx(() -> lesson().knows())).isTrue();
        assertThat(onFx(() -> lesson().reflection().why())).isEqualTo("the last layers vary");
    }
}
