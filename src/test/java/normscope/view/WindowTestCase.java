package normscope.view;

import static normscope.view.WindowFixture.onFx;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test that has a new window for each of its methods. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTestCase {

    WindowFixture window;
    Stage stage;

    @BeforeEach
    void openWindow() {
        stage = FxToolkit.toolkitContext().getRegisteredStage();
        window = onFx(() -> new WindowFixture(stage, 1366, height()));
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
