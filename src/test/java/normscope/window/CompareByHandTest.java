package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import normscope.chart.FigureCanvas;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Test;

/** Runs are compared with keys alone and with the mouse. */
class CompareByHandTest extends SharedWindowTestCase {

    private final FastRobot robot = new FastRobot();

    private void train(long step) {
        onFx(() -> {
            window.vm().transport().step(step);
            return null;
        });
        await(() -> window.vm().transport().lastStepProperty().get() == step
                && !window.vm().transport().busyProperty().get());
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#run-table");
    }

    private int rows() {
        return table() == null ? 0 : onFx(() -> table().getItems().size());
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
    }

    private Node figure() {
        return onFx(() -> window.scene().getRoot().lookupAll(".figure").stream()
                .filter(node -> node instanceof FigureCanvas && node.isVisible())
                .findFirst()
                .orElse(null));
    }

    @Test
    void runsAreChosenRenamedDeletedAndOpened() {
        train(20);
        onFx(() -> {
            window.vm().edit(window.vm().configProperty().get().withSeed(4));
            return null;
        });
        await(() -> window.vm().transport().lastStepProperty().get() == 0);
        train(30);

        robot.clickOn(robot.lookup("Compare").<Node>query());
        await(() -> rows() == 2);

        press(KeyCode.DOWN);
        press(KeyCode.SPACE);
        await(() -> figure() != null);
        assertThat(onFx(() -> ((FigureCanvas) figure()).figure().summary())).contains("none", "batch");
        robot.clickOn("#run-view .toggle-button:selected");
        robot.clickOn(robot.lookup("Settings").<Node>query());
        await(() -> window.node("#run-settings").isVisible());

        robot.clickOn("#run-filter");
        robot.write("seed 4");
        await(() -> rows() == 1);
        press(KeyCode.ESCAPE);
        await(() -> rows() == 2);

        robot.clickOn("#run-rename");
        robot.write("the one");
        press(KeyCode.ENTER);
        await(() -> robot.lookup("the one").tryQuery().isPresent());

        press(KeyCode.DELETE);
        await(() -> rows() == 1);
        assertThat(onFx(() -> ((Label) window.node("#run-told")).getText())).contains("the one");
        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        await(() -> rows() == 2);

        onFx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(1);
            return null;
        });
        press(KeyCode.ENTER);
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB
                && window.vm().transport().lastStepProperty().get() == 20
                && !window.vm().transport().busyProperty().get());
        assertThat(window.config().seed()).isEqualTo(7);
    }
}
