package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import normscope.chart.NetworkFigure;
import normscope.instrument.NetworkView;
import normscope.instrument.network.NetworkSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The drawn network by mouse and keys: every panel follows. */
@Tag("long")
class NetworkByHandTest extends WindowTestCase {

    @Test
    void aClickOnAUnitShowsItInEveryPanel(FxRobot robot) {
        window.show(NetworkSettings.defaults());
        robot.clickOn(place(new NetworkFigure.Hit(2, 3)));
        assertThat(window.vm().curves().bandLayerProperty().get()).isEqualTo(1);
        assertThat(window.vm().layers().unitProperty().get()).isEqualTo(3);
        assertThat(window.vm().layers().oneUnitProperty().get()).isTrue();
        await(() -> window.node("#network-view").getAccessibleText().contains("Layer 2, unit 4"));
        robot.clickOn(place(new NetworkFigure.Hit(3, -1)));
        assertThat(window.vm().curves().bandLayerProperty().get()).isEqualTo(2);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        await(() -> window.node("#network-view").getAccessibleText().contains("Layer 2, unit 5"));
        robot.clickOn("Without");
        await(() -> !window.node("#network-view").getAccessibleText().contains("Batch norm"));
    }

    /** Where something is drawn, once it is. */
    private Point2D place(NetworkFigure.Hit wanted) {
        NetworkView view = (NetworkView) window.node("#network-view");
        await(() -> find(view, wanted) != null);
        return onFx(() -> view.localToScreen(find(view, wanted)));
    }

    private static Point2D find(NetworkView view, NetworkFigure.Hit wanted) {
        for (double x = 2; x < view.getWidth(); x += 3) {
            for (double y = 2; y < view.getHeight(); y += 3) {
                if (wanted.equals(view.figure().hitAt(x, y))) {
                    return new Point2D(x + 1, y + 1);
                }
            }
        }
        return null;
    }
}
