package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.awaitFrame;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import normscope.chart.DrawFigure;
import normscope.chart.FigureCanvas;
import normscope.data.DataKind;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.experiment.ExperimentConfig;
import normscope.shell.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Drawing data with a real mouse and real keys, from the button in the settings to the running networks. */
@Tag("long")
class DrawByHandTest extends SharedWindowTestCase {

    private static Scene dialog() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#draw-plane") != null)
                .findFirst()
                .orElse(null);
    }

    private static Node node(String id) {
        return onFx(() -> dialog().lookup(id));
    }

    private static String text(String id) {
        return onFx(() -> ((Label) dialog().lookup(id)).getText());
    }

    private void open(FxRobot robot) {
        robot.clickOn("#data-draw");
        await(() -> dialog() != null && dialog().lookup("#draw-plane").isFocused());
        awaitFrame();
        awaitFrame();
    }

    /** Where a place of the plane is on the screen. */
    private static Point2D at(double x, double y) {
        return onFx(() -> {
            FigureCanvas canvas = (FigureCanvas) dialog().lookup("#draw-plane .figure");
            DrawFigure figure = (DrawFigure) canvas.figure();
            return canvas.localToScreen(figure.acrossOf(x), figure.downOf(y));
        });
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.drag(from, MouseButton.PRIMARY).dropTo(to);
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.press(key).release(key);
        }
    }

    private DrawnPoints drawn() {
        return (DrawnPoints) window.config().data().own();
    }

    @Test
    void aDrawingBecomesTheDataInOneStepAndIsEditedAgain(FxRobot robot) {
        open(robot);
        assertThat(onFx(() -> node("#draw-use").isDisabled())).isTrue();
        drag(robot, at(-1.5, 1), at(1.5, 1));
        press(robot, KeyCode.DIGIT2);
        drag(robot, at(-1.5, -1), at(1.5, -1));
        assertThat(text("#draw-total")).contains(" of class 0, ", " of class 1");
        robot.clickOn("#draw-use");
        await(() -> window.config().data().kind() == DataKind.OWN);
        assertThat(drawn().classes()).isEqualTo(2);
        assertThat(drawn().points()).allMatch(point -> point.label() == (point.y() > 0 ? 0 : 1));
        await(() -> window.vm().evaluation().points().size() == drawn().size());
        window.train(20);

        int before = drawn().size();
        open(robot);
        robot.clickOn("#draw-ERASE");
        drag(robot, at(-1.5, 1), at(0, 1));
        robot.clickOn("#draw-MOVE");
        drag(robot, at(1, -1), at(1, 0));
        robot.clickOn("#draw-use");
        await(() -> drawn().size() < before);
        assertThat(drawn().points()).anyMatch(point -> point.label() == 1 && point.y() > -0.5);
        onFx(() -> {
            window.actions().undo();
            return null;
        });
        await(() -> window.config().data().own() != null && drawn().size() == before);
        await(() -> window.step() == 20);
    }

    @Test
    void everythingIsDoneByKeysToo(FxRobot robot) {
        open(robot);
        press(robot, KeyCode.P, KeyCode.ENTER, KeyCode.RIGHT, KeyCode.SPACE);
        press(robot, KeyCode.DIGIT4, KeyCode.UP, KeyCode.ENTER);
        robot.press(KeyCode.SHIFT);
        press(robot, KeyCode.LEFT);
        robot.release(KeyCode.SHIFT);
        assertThat(onFx(() -> node("#draw-plane").getAccessibleText()))
                .isEqualTo("−0.20, 0.05, class 3. The plane with 3 points");
        press(robot, KeyCode.ENTER, KeyCode.ENTER, KeyCode.DELETE);
        assertThat(text("#draw-total")).isEqualTo("3 points: 2 of class 0, 1 of class 3");
        assertThat(text("#draw-remark")).isEqualTo("Class 3 has one point: draw another, or erase it.");
        robot.press(KeyCode.CONTROL);
        press(robot, KeyCode.Z);
        robot.release(KeyCode.CONTROL);
        assertThat(text("#draw-total")).isEqualTo("5 points: 2 of class 0, 3 of class 3");

        press(robot, KeyCode.M, KeyCode.ENTER, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER, KeyCode.UP);
        assertThat(onFx(() -> node("#draw-use").isDisabled())).isFalse();
        robot.clickOn("#draw-noise");
        press(robot, KeyCode.END, KeyCode.BACK_SPACE, KeyCode.PERIOD, KeyCode.DIGIT2, KeyCode.ENTER);
        assertThat(dialog()).as("Enter in a field takes the number alone").isNotNull();
        robot.clickOn("#draw-use");
        await(() -> window.config().data().kind() == DataKind.OWN);
        assertThat(drawn().points())
                .containsExactly(
                        new Point(0, -0.1, 0),
                        new Point(0.05, -0.1, 0),
                        new Point(0.05, -0.05, 1),
                        new Point(-0.2, -0.05, 1),
                        new Point(-0.2, -0.05, 1));
        assertThat(window.config().data().noise()).isEqualTo(0.2);
        assertThat(window.step()).isZero();
    }

    @Test
    void cancelKeepsTheExperimentAndTheDrawing(FxRobot robot) {
        open(robot);
        robot.clickOn("#draw-clear");
        robot.clickOn("#draw-begin");
        assertThat(text("#draw-total")).isEqualTo("500 points: 250 of class 0, 250 of class 1");
        press(robot, KeyCode.ESCAPE);
        await(() -> dialog() == null);
        assertThat(window.config()).isEqualTo(ExperimentConfig.defaults());
        open(robot);
        assertThat(text("#draw-total")).startsWith("500 points");
        robot.clickOn("#draw-clear");
        assertThat(text("#draw-total")).isEqualTo("No points yet");
        press(robot, KeyCode.ESCAPE);
        await(() -> dialog() == null);
    }

    @Test
    void everyControlHasNameAndRole(FxRobot robot) {
        open(robot);
        List<Node> nameless = onFx(() -> {
            List<Node> found = new ArrayList<>();
            collect(dialog().getRoot(), found);
            return found.stream()
                    .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                    .filter(node -> node.getAccessibleRole() == AccessibleRole.NODE
                            || name(node) == null
                            || name(node).isBlank())
                    .toList();
        });
        assertThat(nameless).isEmpty();
        press(robot, KeyCode.ESCAPE);
    }

    private static void collect(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
            }
        }
    }

    private static String name(Node node) {
        return node instanceof Button button ? button.getText() : node.getAccessibleText();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theWholeEditorIsSeenOnASmallScreen(Theme theme, FxRobot robot) {
        window.wear(theme, 1366, 768);
        awaitFrame();
        awaitFrame();
        open(robot);
        onFx(() -> {
            Window shown = dialog().getWindow();
            assertThat(shown.getWidth()).isLessThanOrEqualTo(1366);
            assertThat(shown.getHeight()).isLessThanOrEqualTo(768);
            for (String id :
                    List.of("#draw-plane", "#draw-remark", "#draw-begin", "#draw-keys", "#draw-use", "#draw-noise")) {
                Node node = dialog().lookup(id);
                assertThat(dialog().getRoot().getLayoutBounds().contains(node.localToScene(node.getLayoutBounds())))
                        .as(id)
                        .isTrue();
            }
            return null;
        });
        press(robot, KeyCode.ESCAPE);
        await(() -> dialog() == null);
    }
}
