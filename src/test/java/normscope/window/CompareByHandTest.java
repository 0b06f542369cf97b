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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs are compared with keys alone and with the mouse. */
@Tag("long")
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
        // The run that was read first is chosen already; whether that is this one depends on the disk.
        if (figure() == null) {
            press(KeyCode.SPACE);
        }
        await(() -> figure() != null);
        await(() -> onFx(() -> ((FigureCanvas) figure()).figure().summary()).contains("batch"));
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

    private void fill(String field, String text) {
        robot.clickOn(field);
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write(text);
    }

    private String words(String label) {
        return onFx(() -> ((Label) window.node(label)).getText());
    }

    @Test
    void aSweepIsWrittenDownRunAndOneOfItsRunsOpened() {
        robot.clickOn(robot.lookup("Compare").<Node>query());
        await(() -> window.node("#sweep-card-values-first") != null);
        fill("#sweep-card-values-first", "0.05, -1");
        fill("#sweep-card-values-second", "4, 16");
        fill("#sweep-card-seeds", "1");
        fill("#sweep-card-steps", "5");
        robot.clickOn("#sweep-run");
        await(() -> words("#sweep-form-wrong").startsWith("learning rate, value 2: must be more than 0"));

        fill("#sweep-card-values-first", "0.05, 0.5");
        press(KeyCode.ENTER);
        await(() -> words("#sweep-card-made").equals("4 of 4 runs"));
        assertThat(words("#sweep-card-sentence")).startsWith("Best learning rate, batch size of each: (0.");
        await(() -> window.node("#sweep-new").isFocused());
        assertThat(window.node("#sweep-pause").isVisible()).isFalse();

        FigureCanvas map = onFx(() -> (FigureCanvas) window.node("#sweep-card").lookup(".figure-stage"));
        onFx(() -> {
            map.requestFocus();
            return null;
        });
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB
                && window.vm().transport().lastStepProperty().get() == 5
                && !window.vm().transport().busyProperty().get());
        assertThat(window.config().training().learningRate()).isEqualTo(0.5);
        assertThat(window.config().training().batchSize()).isEqualTo(16);
        assertThat(window.config().name()).isEqualTo("sweep, rate\u00a00.5, batch\u00a016");
    }
}
