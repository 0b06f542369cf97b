package normscope.view;

import static normscope.view.FxThread.onFx;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that has a new window for each of its methods. */
@Tag("window")
@ExtendWith(StageExtension.class)
abstract class WindowTestCase {

    WindowFixture window;
    Stage stage;

    @BeforeEach
    void openWindow(Stage primary) {
        stage = primary;
        window = onFx(() -> new WindowFixture(stage, 1366, height()));
        FxThread.awaitFrame();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    /** That of the smallest screen; a test of something taller says otherwise. */
    double height() {
        return 768;
    }
}
