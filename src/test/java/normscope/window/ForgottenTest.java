package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;

import java.lang.ref.WeakReference;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** What is closed is let go of, with the runs that it shows. */
@Tag("window")
@ExtendWith(StageExtension.class)
class ForgottenTest {

    private Stage stage;
    private WindowFixture window;

    @BeforeEach
    void start(Stage first) {
        stage = first;
    }

    @Test
    void aScreenForAClassAndThenTheWindowAreLetGoOf(FxRobot robot) {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        robot.press(KeyCode.F5).release(KeyCode.F5);
        await(() -> window.presenter().isOpen());
        robot.press(KeyCode.I).release(KeyCode.I);
        await(() -> window.presenter().scene().getRoot().lookup("#shift-kind") != null);
        WeakReference<Node> screen =
                onFx(() -> new WeakReference<>(window.presenter().scene().getRoot()));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !window.presenter().isOpen());
        awaitGone(screen);

        WeakReference<Node> content =
                onFx(() -> new WeakReference<>(window.scene().getRoot()));
        window.close();
        window = null;
        onFx(() -> {
            FiredEvents.forget();
            stage.setScene(new Scene(new Group(), 1366, 768));
            return null;
        });
        awaitGone(content);
    }

    /** Cards are made anew for each visit, with their pictures; a class comes by many times. */
    @Test
    void theListOfLessonsIsLetGoOfWhenALessonIsLeft(FxRobot robot) {
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
        robot.clickOn("Lessons");
        await(() -> window.scene().lookup(".lesson-picture") != null);
        WeakReference<Node> picture =
                onFx(() -> new WeakReference<>(window.scene().lookup(".lesson-picture")));
        robot.clickOn(
                "#open-" + onFx(() -> window.modes().lessons().lessons().get(0).id()));
        await(() -> window.scene().lookup("#lesson-panel") != null);
        robot.clickOn("#lesson-home");
        await(() -> window.modes().lessons().lessonProperty().get() == null);
        onFx(() -> {
            FiredEvents.forget();
            return null;
        });
        awaitGone(picture);
        window.close();
    }

    private static void awaitGone(WeakReference<Node> what) {
        await(() -> {
            System.gc();
            return what.get() == null;
        });
    }
}
