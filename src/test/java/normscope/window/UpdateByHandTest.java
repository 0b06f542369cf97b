package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import normscope.instrument.update.UpdateSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** One update in a window, by mouse and keys. */
@Tag("long")
class UpdateByHandTest extends WindowTestCase {

    @Test
    void stagesAreGoneThroughByClicksAndKeys(FxRobot robot) {
        window.show(UpdateSettings.defaults());
        await(() -> spoken("X") != null);
        robot.clickOn("#update-next");
        await(() -> spoken("Z") != null);
        String first = spoken("Z");
        assertThat(window.vm().curves().bandLayerProperty().get()).isZero();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> spoken("MEAN") != null && spoken("VAR") != null);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> first.equals(spoken("Z")));
        assertThat(window.step()).isZero();
        robot.clickOn("#update-d-z");
        await(() -> spoken("D_Z") != null && spoken("D_MEAN") != null);
        assertFits();
        robot.clickOn("#update-update");
        await(() -> spoken("UPDATE_GAMMA") != null);
        robot.clickOn("#update-next");
        await(() -> window.step() == 1 && spoken("X") != null);
        robot.clickOn("Without");
        robot.clickOn("#update-a");
        await(() -> spoken("A") != null);
        assertThat(onFx(() -> window.node("#update-norm").isDisabled())).isTrue();
        assertFits();
    }

    private String spoken(String row) {
        return onFx(() -> {
            Node line = window.scene().lookup("#formula-" + row);
            return line == null ? null : line.getAccessibleText();
        });
    }

    private void assertFits() {
        onFx(() -> {
            Node panel = window.scene().lookup("#update");
            Bounds bounds = panel.localToScene(panel.getBoundsInLocal());
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1366);
            assertThat(bounds.getMaxY()).isLessThanOrEqualTo(768);
            return null;
        });
    }
}
