package normscope.view;

import static normscope.view.WindowFixture.await;
import static normscope.view.WindowFixture.onFx;

import java.lang.ref.WeakReference;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is closed is let go of, with the runs that it shows. */
@ExtendWith(ApplicationExtension.class)
class ForgottenTest {

    private Stage stage;
    private WindowFixture window;

    @Start
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
            stage.setScene(new Scene(new Group(), 1366, 768));
            return null;
        });
        awaitGone(content);
    }

    private static void awaitGone(WeakReference<Node> what) {
        await(() -> {
            System.gc();
            return what.get() == null;
        });
    }
}
