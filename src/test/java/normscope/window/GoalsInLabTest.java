package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.experiment.ExperimentConfig;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** From a lesson's end to its goal in the Lab, and back by undo; and the questions before a lesson. */
@Tag("long")
class GoalsInLabTest extends SharedWindowTestCase {

    @Test
    void aGoalOpensInTheLabAndIsLookedAfterThere(FxRobot robot) {
        Lesson network = onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            Lesson third = window.modes().lessons().lessons().get(2);
            window.modes().lessons().startOver(third);
            if (window.modes().lessons().recallProperty().get() != null) {
                window.modes().lessons().recallProperty().get().skip();
            }
            window.modes().lessons().lessonProperty().get().goTo(third.pages().size());
            return third;
        });
        await(() -> window.node("#goal-without-it") != null
                && window.node("#goal-without-it").isVisible());
        FxThread.awaitFrame();
        robot.clickOn("#goal-without-it");
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB);
        await(() -> window.config().equals(network.goals().get(0).start()));
        await(() -> ((Label) window.node("#goal-now")).getText().contains("Now:"));

        assertThat(window.node("#goal-strip").isVisible()).isTrue();
        assertThat(((Label) window.node("#goal-state")).getText()).isEqualTo("not yet");
        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        await(() -> window.config().equals(ExperimentConfig.defaults()));
        await(() -> ((Label) window.node("#goal-state")).getText().startsWith("other data"));
        robot.clickOn("#goal-give-up");
        await(() -> !window.node("#goal-strip").isVisible());
    }

    @Test
    void questionsFromEarlierLessonsAreAnsweredByKeysAndLeadToTheLesson(FxRobot robot) {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes()
                    .lessons()
                    .startOver(window.modes().lessons().lessons().get(1));
            lesson().goTo(1);
            return null;
        });
        await(() -> lesson().phaseProperty().get() == LessonViewModel.Phase.ASKING);
        onFx(() -> {
            lesson().answer(0);
            lesson().act();
            return null;
        });
        await(() -> lesson().knows());
        onFx(() -> {
            window.modes().lessons().open(window.modes().lessons().lessons().get(3));
            return null;
        });
        await(() -> window.node("#recall-1") != null && window.node("#recall-1").isFocused());
        robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
        robot.press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        await(() -> window.node("#recall-next").isVisible()
                && window.node("#recall-next").isFocused());
        assertThat(((ButtonBase) window.node("#recall-2")).getGraphic()).isNotNull();
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> lesson() != null
                && lesson().lesson().equals(window.modes().lessons().lessons().get(3)));
    }

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }
}
