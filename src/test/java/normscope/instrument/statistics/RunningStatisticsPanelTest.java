package normscope.instrument.statistics;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import normscope.control.LiveText;
import normscope.window.WindowTestCase;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The running statistics beside a training network, with mouse and keys. */
class RunningStatisticsPanelTest extends WindowTestCase {

    private static final List<String> SOURCES = List.of("RUNNING", "EXACT", "IN_BATCH", "ALONE");

    private void show() {
        window.show(new RunningStatisticsSettings(0, 0));
        await(() -> SOURCES.stream().allMatch(source -> isNumber(answer(source))));
    }

    private String answer(String source) {
        return ((LiveText) window.scene().lookup("#statistics-" + source)).getText();
    }

    private static boolean isNumber(String text) {
        return text.matches("[01]\\.\\d+");
    }

    private Circle marker() {
        return (Circle) window.scene().lookup(".example-marker");
    }

    @Test
    void theDraggedExampleIsAnsweredAnewButNeverWhenItIsAlone(FxRobot robot) {
        onFx(() -> {
            window.vm().transport().step(60);
            return null;
        });
        await(() -> window.vm().transport().lastStepProperty().get() == 60);
        show();
        await(() -> marker().isVisible());
        String running = onFx(() -> answer("RUNNING"));
        String alone = onFx(() -> answer("ALONE"));
        double before = onFx(() -> marker().getCenterY());

        robot.drag("#statistics-plane").moveBy(0, 50).drop();
        await(() -> Math.abs(marker().getCenterY() - before) > 20);
        await(() -> !answer("RUNNING").equals(running));
        assertThat(onFx(() -> answer("ALONE"))).isEqualTo(alone);
    }

    @Test
    void arrowKeysMoveTheExampleAndNotTheExperiment(FxRobot robot) {
        show();
        await(() -> marker().isVisible());
        double before = onFx(() -> marker().getCenterX());
        onFx(() -> {
            window.scene().lookup("#statistics-plane").requestFocus();
            return null;
        });
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> marker().getCenterX() > before);
        assertThat(window.step()).isZero();
    }

    @Test
    void everyLineOfTheNoteStaysWithinThePanel(FxRobot robot) {
        show();
        Bounds room = onFx(() -> {
            Node panel = window.scene().lookup("#running-statistics");
            return panel.localToScene(panel.getLayoutBounds());
        });
        List<Bounds> words = onFx(() -> window.scene().lookup("#running-statistics").lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && !text.getText().isEmpty())
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList());

        assertThat(words).isNotEmpty().allMatch(bounds -> bounds.getMaxX() <= room.getMaxX() + 1);
    }
}
