package normscope.window;

import static normscope.window.FxThread.onFx;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that has a new window for each of its methods. */
@Tag("window")
@ExtendWith(StageExtension.class)
public abstract class WindowTestCase {

    public WindowFixture window;
    public Stage stage;

    @BeforeEach
    public void openWindow(Stage primary) {
        stage = primary;
        window = onFx(() -> new WindowFixture(stage, 1366, height()));
        FxThread.awaitFrame();
    }

    @AfterEach
    public void closeWindow() {
        window.close();
        // JUnit keeps the test itself for a while.
        window = null;
        stage = null;
    }

    /** That of the smallest screen; a test of something taller says otherwise. */
    public double height() {
        return 768;
    }
}
