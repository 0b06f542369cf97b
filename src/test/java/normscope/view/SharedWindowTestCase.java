package normscope.view;

import static normscope.view.FxThread.onFx;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that has one window for all of its methods, reset before each of them. A window takes half a second to open;
 * for what keeps more than {@link WindowFixture#reset} resets, such as instruments and fields that refuse their text,
 * there is {@link WindowTestCase}.
 */
@Tag("window")
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedWindowTestCase {

    WindowFixture window;
    Stage stage;

    @BeforeAll
    void openWindow(Stage primary) {
        stage = primary;
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
    }

    @BeforeEach
    void resetWindow() {
        window.reset();
    }

    @AfterAll
    void closeWindow() {
        window.close();
    }
}
