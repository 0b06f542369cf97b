package normscope.instrument.shift;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.chart.FigureCanvas;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.instrument.Replica;
import normscope.lab.EventFlag;
import normscope.lab.PreparedShift.Family;
import normscope.runner.Session;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.window.WindowTestCase;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The shift lab in a window with real networks, by mouse and keyboard. */
class ShiftLabTest extends WindowTestCase {

    private void open() {
        window.show(ShiftSettings.defaults());
    }

    private void stepTo(long step) {
        onFx(() -> {
            window.vm()
                    .transport()
                    .step(step - window.vm().transport().stepProperty().get());
            return null;
        });
        await(() -> window.vm().transport().stepProperty().get() == step
                && !window.vm().transport().busyProperty().get());
    }

    private List<String> flags() {
        return onFx(() -> window.vm().events().stream().map(EventFlag::label).toList());
    }

    @Test
    void aShiftByMouseAndAKickByKeyAreOutlinedFlaggedAndFollowed(FxRobot robot) {
        open();
        stepTo(100);
        window.enter(robot, "#shift-x", "2");
        robot.clickOn("#shift-now");
        await(() -> flags().equals(List.of("shift 2, 1")));
        await(() -> window.vm().layers().pinnedStepProperty().get() == 100);
        stepTo(110);
        onFx(() -> {
            window.actions().shift().familyProperty().set(Family.KICK);
            return null;
        });
        robot.clickOn("Shift lab").press(KeyCode.S).release(KeyCode.S);
        await(() -> flags().equals(List.of("shift 2, 1", "kick layer 1 z + 2")));
        await(() -> window.vm().layers().pinnedStepProperty().get() == 110);
        stepTo(140);
        await(() -> !"\u2013".equals(window.liveText("#shift-WITH_TRAIN-one-step")));
        await(() ->
                ((Label) window.scene().lookup("#shift-last")).getText().contains("kick layer 1 z + 2 at step 110"));

        Session same = new Session(ExperimentConfig.defaults());
        advance(same, 100);
        same.apply(new Command.ShiftInputs(new InputShift.Translate(2, 1), 0));
        advance(same, 110);
        same.apply(new Command.KickLayer(0, new Kick.AddToZ(2)));
        advance(same, 140);
        assertThat(loss(139)).isEqualTo(same.history().batchLoss(1, 139));

        // Back across both changes and forth again, without them this time.
        robot.clickOn(window.onTimeline(60));
        await(() -> window.vm().transport().reviewingProperty().get());
        long reviewed = onFx(() -> window.vm().transport().stepProperty().get());
        assertThat(reviewed).isLessThan(100);
        robot.press(KeyCode.C).release(KeyCode.C);
        await(() -> flags().isEmpty());
        stepTo(140);
        Session plain = new Session(ExperimentConfig.defaults());
        advance(plain, 140);
        assertThat(loss(139)).isEqualTo(plain.history().batchLoss(1, 139));
    }

    private double loss(int step) {
        return onFx(() -> {
            double[] losses = window.vm().curves().batchLoss(1, 10_000).mean();
            return losses[step];
        });
    }

    private static void advance(Session session, long step) {
        while (session.experiment().step() < step) {
            session.advance();
        }
    }

    /** Of eight examples, statistics are poor; of all, they are those of the shifted data. */
    @Test
    void theExamplesToReEstimateOnCanBeChosen(FxRobot robot) {
        open();
        stepTo(200);
        window.enter(robot, "#shift-x", "4");
        robot.clickOn("#shift-now");
        await(() -> !flags().isEmpty());
        for (int examples : new int[] {8, 1024}) {
            robot.clickOn("#shift-examples").clickOn("#shift-examples-" + examples);
            Session session = new Session(ExperimentConfig.defaults());
            advance(session, 200);
            session.apply(new Command.ShiftInputs(new InputShift.Translate(4, 1), 0));
            double expected = TestTimePolicies.measure(Replica.of(session.experiment()), examples)
                    .reestimated();
            await(() -> window.liveText("#shift-policy-reestimated").equals(Numbers.percent(expected, 1)));
        }
    }

    /** The meter says what it measures, and offers what reads all units of a layer together. */
    @Test
    void theMeterSaysWhatItMeasuresAndCanBeAnother(FxRobot robot) {
        open();
        stepTo(200);
        onFx(() -> window.vm().runner().apply(new Command.KickLayer(1, new Kick.Redraw())));
        await(() -> moves().contains("standard deviations of the moment before. Layer 1"));
        assertThat(onFx(() -> Figures.title((FigureCanvas) window.scene().lookup("#shift-aftermath"))))
                .as("what a saved figure is headed with")
                .isEqualTo("Loss since kick layer 2 re-drawn at step 200");
        robot.clickOn("#shift-meter").clickOn("#shift-meter-READ_OUT");
        await(() -> moves().contains("points of accuracy"));
        assertThat(moves()).contains("Layer 1: without 0, with 0 points of accuracy lost.");
    }

    private String moves() {
        return onFx(() ->
                ((FigureCanvas) window.scene().lookup("#shift-moves")).figure().summary());
    }

    @Test
    void aStoryIsPreparedAndDriftsAndAllKindsFit(FxRobot robot) {
        open();
        stepTo(20);
        robot.clickOn("#shift-presets").clickOn("#shift-preset-SENSOR_DRIFT");
        robot.clickOn("#shift-drift");
        await(() -> flags().equals(List.of("shift 2, 0 in 1\u00a0000 steps")));
        for (Family family : Family.values()) {
            onFx(() -> {
                window.actions().shift().familyProperty().set(family);
                window.scene().getRoot().layout();
                return null;
            });
            assertFits("#shift-now");
            assertFits("#shift-aftermath");
            assertFits("#shift-policy-own-batch");
            assertFits("#shift-WITH_EVAL-recovered");
        }
        assertThat(onFx(() -> window.scene().lookup("#shift-drift").isDisabled()))
                .isTrue();
    }

    /** Within the window, and within the card that holds it. */
    private void assertFits(String id) {
        onFx(() -> {
            Node node = window.scene().lookup(id);
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            Node card = node;
            while (card.getParent() != null && !card.getStyleClass().contains("card")) {
                card = card.getParent();
            }
            Bounds room = card.localToScene(card.getLayoutBounds());
            assertThat(bounds.getMinX()).as(id).isGreaterThanOrEqualTo(room.getMinX());
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(room.getMaxX());
            assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(room.getMaxY());
            return null;
        });
    }
}
