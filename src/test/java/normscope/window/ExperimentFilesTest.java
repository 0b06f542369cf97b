package normscope.window;

import static normscope.window.FxThread.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.data.DataKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Experiments saved to files and opened from them, with real clicks and keys. */
class ExperimentFilesTest extends WindowTestCase {

    @Test
    void anExperimentIsSavedAndOpened(FxRobot robot, @TempDir Path folder) {
        Path file = folder.resolve("mine.json");
        window.answerDialogsWith(file);
        robot.clickOn("#data-spiral");
        await(() -> window.config().data().kind() == DataKind.SPIRAL);
        robot.press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
        await(() -> Files.exists(file));
        robot.clickOn("#data-xor");
        await(() -> window.config().data().kind() == DataKind.XOR);

        robot.clickOn("#file-menu").clickOn("#file-open");
        await(() -> window.config().data().kind() == DataKind.SPIRAL);
    }

    @Test
    void anExperimentIsCopiedAsTextAndPasted(FxRobot robot) {
        robot.clickOn("#data-spiral");
        await(() -> window.config().data().kind() == DataKind.SPIRAL);
        robot.clickOn("#file-menu").clickOn("#file-copy-text");
        await(() -> window.node("#notice").isVisible());
        robot.clickOn("#data-xor");
        await(() -> window.config().data().kind() == DataKind.XOR);
        robot.clickOn("#file-menu").clickOn("#file-paste");
        await(() -> window.config().data().kind() == DataKind.SPIRAL);
    }

    @Test
    void anExperimentIsExportedToPython(FxRobot robot, @TempDir Path folder) {
        window.answerDialogsWith(folder);
        robot.clickOn("#file-menu").clickOn("#file-export").clickOn("#file-python");
        await(() -> ((Label) window.node("#notice-text")).getText().contains("experiment.py"));

        assertThat(folder.resolve("experiment-python").toFile().list())
                .containsExactlyInAnyOrder("experiment.py", "experiment.ipynb", "experiment.npz");
    }

    @Test
    void aForeignFileIsToldAndChangesNothing(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("foreign.json"), "{\"name\": 3}");
        window.answerDialogsWith(file);
        robot.press(KeyCode.CONTROL).press(KeyCode.O).release(KeyCode.O).release(KeyCode.CONTROL);
        await(() -> window.node("#notice").isVisible());

        assertThat(((Label) window.node("#notice-text")).getText()).contains("foreign.json");
        assertThat(window.node("#notice-copy").isVisible()).isTrue();
        assertThat(window.config().data().kind()).isEqualTo(DataKind.MOONS);
        robot.clickOn("#notice-close");
        await(() -> !window.node("#notice").isVisible());

        Path mine = folder.resolve("mine.json");
        window.answerDialogsWith(mine);
        robot.press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
        await(() -> Files.exists(mine));
        assertThat(file).hasContent("{\"name\": 3}");
    }
}
