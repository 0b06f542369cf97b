package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import normscope.chart.FigureCanvas;
import normscope.chart.Role;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.batchbench.BatchBenchFigure;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.contours.ContoursSettings;
import normscope.instrument.landscape.LandscapeSettings;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.sweep.SweepFigure;
import normscope.instrument.sweep.SweepSettings;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.shell.Theme;
import normscope.sweep.Setting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Contours, batch bench, noise bench and sweep, used with mouse and keys. */
@Tag("long")
class InstrumentPanelsTest extends WindowTestCase {

    private void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private String field(String id) {
        return onFx(() -> ((TextField) window.scene().lookup(id)).getText());
    }

    @Test
    void contoursStepRunAndDivergeBeyondTheLimit(FxRobot robot) {
        window.show(ContoursSettings.defaults());
        assertThat(window.liveText("#contours-condition").length()).isGreaterThan(6);
        robot.clickOn("#contours-step");
        await(() -> window.liveText("#contours-steps").equals("1"));

        robot.clickOn(FxThread.<Node>onFx(() ->
                ((Pane) window.scene().lookup("#contours-inputs")).getChildren().get(3)));
        await(() -> window.liveText("#contours-condition").startsWith("1."));
        assertThat(window.liveText("#contours-steps")).isEqualTo("0");
        window.enter(robot, "#contours-rate", "2.5");
        await(() -> window.liveText("#contours-needed").equals("never"));
        robot.clickOn("#contours-run");
        await(() -> window.liveText("#contours-improvement").equals("diverged"));

        robot.clickOn("#contours-reset");
        await(() -> window.liveText("#contours-steps").equals("0"));
    }

    @Test
    void theRateSliderMovesByKeys(FxRobot robot) {
        window.show(ContoursSettings.defaults());
        onFx(() -> {
            window.scene().lookup(".slider-line .slider").requestFocus();
            return null;
        });
        press(robot, KeyCode.RIGHT);
        await(() -> field("#contours-rate").equals("1.05"));
        press(robot, KeyCode.END);
        await(() -> field("#contours-rate").equals("4"));
        assertThat(window.step()).isZero();
    }

    private Point2D dot(int example) {
        return onFx(() -> {
            FigureCanvas canvas = (FigureCanvas) window.scene().lookup("#bench");
            BatchBenchFigure figure = (BatchBenchFigure) canvas.figure();
            for (int y = 0; y < canvas.getHeight() / 3; y += 3) {
                for (int x = 0; x < canvas.getWidth(); x += 3) {
                    if (figure.exampleAt(x, y) == example) {
                        return canvas.localToScreen(x + 3.0, y + 3.0);
                    }
                }
            }
            return null;
        });
    }

    @Test
    void aValueDraggedAwayComesNearTheLimit(FxRobot robot) {
        window.show(BatchBenchSettings.defaults());
        await(() -> dot(4) != null);
        assertThat(window.liveText("#bench-ceiling")).isEqualTo("2.00");
        Point2D from = dot(4);
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.add(60, 0))
                .moveTo(from.add(500, 0))
                .release(MouseButton.PRIMARY);
        await(() -> Double.parseDouble(field("#bench-value")) > 15);
        double zNorm = Double.parseDouble(window.liveText("#bench-z-norm"));

        assertThat(zNorm).isBetween(1.9, 2.0);
    }

    @Test
    void theBenchIsWorkedByKeys(FxRobot robot) {
        window.show(BatchBenchSettings.defaults());
        onFx(() -> {
            window.scene().lookup("#bench").requestFocus();
            return null;
        });
        press(robot, KeyCode.DOWN);
        await(() -> field("#bench-value").equals("2"));
        press(robot, KeyCode.RIGHT);
        await(() -> field("#bench-value").equals("2.1"));
        press(robot, KeyCode.SHIFT, KeyCode.LEFT);
        await(() -> field("#bench-value").equals("1.1"));
        press(robot, KeyCode.DELETE);
        await(() -> field("#bench-value").equals("3"));
        assertThat(window.step()).as("the arrows did not train").isZero();

        robot.clickOn("#bench-identity");
        await(() -> window.liveText("#bench-output-mean").equals(window.liveText("#bench-mean")));
        window.enter(robot, "#bench-value", "2000");
        assertThat(field("#bench-value")).isEqualTo("2000");
        await(() -> window.scene().getRoot().lookupAll(".input-error").stream()
                .anyMatch(node -> ((Label) node).getText().contains("must be from -1000 to 1000")));
    }

    @Test
    void theNoiseIsMeasuredInTheBackground(FxRobot robot) {
        window.show(new NoiseBenchSettings(List.of(16, 32, 64, 128), 100, true, 0));
        await(() -> window.liveText("#noise-slope").startsWith("\u22120."));
        String fresh = window.liveText("#noise-slope");
        robot.clickOn("no repeats");
        await(() -> !window.liveText("#noise-slope").equals(fresh));

        robot.clickOn("#norm-with-layer-1");
        await(() -> window.scene().getRoot().lookupAll(".diverged").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith("Nothing to measure: layer 1")));
    }

    private static SweepSettings sweep(int seeds, long steps) {
        ExperimentConfig base = ExperimentConfig.defaults().withSeed(3);
        return new SweepSettings(
                base, Setting.LEARNING_RATE, List.of(0.01, 0.1, 100.0), seeds, steps, Metric.TEST_ACCURACY);
    }

    private String made() {
        return onFx(() -> ((Label) window.scene().lookup("#sweep-made")).getText());
    }

    @Test
    void aSweepRunsAndItsPointsOpenInTheLab(FxRobot robot) {
        window.show(sweep(1, 60));
        robot.clickOn("#sweep-start");
        await(() -> made().equals("3 of 3 runs"));
        Point2D point = onFx(() -> {
            FigureCanvas canvas = (FigureCanvas) window.scene().lookup("#sweep");
            SweepFigure figure = (SweepFigure) canvas.figure();
            for (int y = 0; y < canvas.getHeight(); y += 4) {
                for (int x = 0; x < canvas.getWidth(); x += 4) {
                    if (new SweepFigure.Place(Role.WITH, 0).equals(figure.placeAt(x, y))) {
                        return canvas.localToScreen(x, y);
                    }
                }
            }
            return null;
        });
        robot.clickOn(point);
        await(() -> window.config().training().learningRate() == 0.01);

        assertThat(window.config().seed()).isEqualTo(3);
        assertThat(window.config().name()).isEqualTo("sweep, rate 0.01");
        await(() -> window.actions().instrumentProperty().get() == null);
    }

    @Test
    void aSweepsPointIsOpenedByKeys(FxRobot robot) {
        window.show(sweep(1, 5));
        onFx(() -> {
            window.scene().lookup("#sweep").requestFocus();
            return null;
        });
        press(robot, KeyCode.ENTER);
        assertThat(onFx(() -> window.actions().instrumentProperty().get()))
                .as("nothing is chosen yet")
                .isNotNull();
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.ENTER);
        await(() -> window.actions().instrumentProperty().get() == null);
        assertThat(window.config().training().learningRate()).isEqualTo(0.1);
    }

    @Test
    void aSweepIsCancelledAndKeepsWhatIsDone(FxRobot robot) {
        window.show(sweep(20, 3000));
        robot.clickOn("#sweep-start");
        await(() -> !made().startsWith("0 "));
        robot.clickOn("Cancel");
        await(() -> onFx(() -> ((Button) window.scene().lookup("#sweep-start")).getText())
                .equals("Start"));

        assertThat(made()).doesNotStartWith("0 ").doesNotStartWith("60 ");
        robot.clickOn("batch size");
        await(() -> made().startsWith("0 of "));
        assertThat(field("#sweep-from")).isEqualTo("2");
    }

    @Test
    void noPanelOverflows() {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                window.actions().themeProperty().set(theme);
                return null;
            });
            for (InstrumentSettings settings : List.of(
                    ContoursSettings.defaults(),
                    BatchBenchSettings.defaults(),
                    NoiseBenchSettings.defaults(),
                    SweepSettings.defaults())) {
                window.show(settings);
                await(() -> fits(panel()));
            }
        }
    }

    @Test
    void anInstrumentOutOfSightComesBackAsItWasInAnotherTheme() {
        window.show(SweepSettings.defaults());
        Region sweep = panel();
        window.show(NoiseBenchSettings.defaults());
        Region noise = panel();
        Pane place = (Pane) noise.getParent();
        onFx(() -> {
            window.actions().themeProperty().set(Theme.DARK);
            return null;
        });
        assertThat(onFx(() -> List.<Node>copyOf(place.getChildren()))).containsExactly(noise);
        window.show(SweepSettings.defaults());
        assertThat(panel()).isSameAs(sweep);
        assertThat(fits(sweep)).isTrue();
    }

    private Region panel() {
        return (Region) ((Pane) window.scene().lookup("#instrument-place"))
                .getChildren()
                .get(0);
    }

    /** Every child within the panel, and the panel within its place. */
    private static boolean fits(Region panel) {
        Bounds place = panel.getParent().getLayoutBounds();
        boolean inside = panel.getWidth() <= place.getWidth() + 1 && panel.getHeight() <= place.getHeight() + 1;
        for (Node child : panel.getChildrenUnmodifiable()) {
            Bounds bounds = child.getBoundsInParent();
            inside &= !child.isManaged()
                    || bounds.getMaxX() <= panel.getWidth() + 6 && bounds.getMaxY() <= panel.getHeight() + 6;
        }
        return inside;
    }

    private String landscape(String id) {
        return onFx(() -> ((FigureCanvas) window.scene().lookup(id)).figure().summary());
    }

    @Test
    void aLandscapeStaysWhileOneIsElsewhereAndEndsAtOnce(FxRobot robot) {
        window.show(new LandscapeSettings(
                LandscapeSettings.Directions.RANDOM, 25, 1, LandscapeSettings.Examples.SAMPLE, 1));
        await(() -> landscape("#landscape-1").contains("middle"));
        String before = landscape("#landscape-1");
        window.show(BatchBenchSettings.defaults());
        window.train(5);
        window.show(LandscapeSettings.defaults());
        await(() -> landscape("#landscape-1").contains("of 5 steps"));
        assertThat(landscape("#landscape-1")).startsWith(before);

        robot.clickOn("101");
        robot.clickOn("#landscape-compute");
        await(() ->
                ((Button) window.scene().lookup("#landscape-compute")).getText().equals("Cancel"));
        robot.clickOn("#landscape-compute");
        await(() -> !window.scene().lookup("#landscape-progress").isVisible());
        assertThat(landscape("#landscape-1")).startsWith(before);
    }
}
