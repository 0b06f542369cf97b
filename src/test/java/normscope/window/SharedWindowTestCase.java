package normscope.window;

import static normscope.window.FxThread.onFx;

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
public abstract class SharedWindowTestCase {

    public WindowFixture window;
    public Stage stage;

    @BeforeAll
    public void openWindow(Stage primary) {
        stage = primary;
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
    }

    @BeforeEach
    public void resetWindow() {
        window.reset();
    }

    @AfterAll
    public void closeWindow() {
        window.close();
    }
}
