package normscope.instrument.shift;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.Selection;
import normscope.instrument.Replica;
import normscope.lab.EventFlag;
import normscope.lab.PreparedShift.Family;
import normscope.runner.Session;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.window.FxThread;
import normscope.window.WindowTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The shift lab in a window with real networks, by mouse and keyboard. */
@Tag("long")
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
                .isEqualTo("Training-set loss since kick layer 2 re-drawn at step 200");
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
                return null;
            });
            FxThread.awaitFrame();
            FxThread.awaitFrame();
            assertFits("#shift-now");
            assertFits("#shift-aftermath");
            assertFits("#shift-policy-own-batch");
            assertFits("#shift-WITH_EVAL-recovered");
        }
        assertThat(onFx(() -> window.scene().lookup("#shift-drift").isDisabled()))
                .isTrue();
    }

    /** A class's walk by mouse: the story, the switch of statistics, old ones kept, weights that mean nothing. */
    @Test
    void theCatsStoryAndItsRemediesByMouse(FxRobot robot) {
        open();
        robot.clickOn("#shift-presets");
        assertThat(onFx(() -> ((MenuButton) window.scene().lookup("#shift-presets"))
                        .getItems().stream()
                                .map(item -> item.getStyleableNode().getAccessibleHelp())
                                .toList()))
                .as("what recovers first")
                .allMatch(tip -> tip.startsWith("For teachers: "));
        robot.clickOn("#shift-preset-COLOURED_CATS");
        await(() -> Selection.BLACK_CATS.equals(window.config().data().selection())
                && window.vm().runner().isSettled());
        assertThat(disabled("#shift-labels")).as("before a change").isTrue();
        stepTo(100);
        robot.clickOn("#shift-now");
        await(() -> flags().equals(List.of("drawn: input 1 above 0")));
        await(() -> worth().endsWith("overlap " + Numbers.percent(0, 0) + ", worth 0 of 250 examples"));
        robot.clickOn("#shift-reestimate");
        await(() -> flags().size() == 2);
        robot.clickOn("#shift-weighted");
        await(() -> onFx(() -> window.vm().noticeProperty().get()) != null);
        assertThat(onFx(() -> window.vm().noticeProperty().get().text()))
                .startsWith("Not done: Importance weighting needs overlap");
        await(() -> !selected("#shift-weighted") && selected("#shift-labels"));
        robot.clickOn("#shift-replay");
        await(() -> flags().size() == 3);
        assertThat(flags().get(2)).isEqualTo(Numbers.percent(0.5, 0) + " of each batch old");
        window.enter(robot, "#shift-fraction", "25");
        await(() -> flags().size() == 4);
        assertThat(flags().get(3)).isEqualTo(Numbers.percent(0.25, 0) + " of each batch old");
        robot.clickOn("#shift-labels");
        await(() -> flags().size() == 5 && !selected("#shift-replay"));
        assertThat(flags().get(4)).isEqualTo("learn from old examples");
    }

    /** The same kinds by keys alone. */
    @Test
    void aRuleAndASoftSelectionByKeys(FxRobot robot) {
        open();
        stepTo(50);
        tabTo(robot, "#shift-family");
        robot.type(KeyCode.RIGHT);
        await(() -> window.actions().shift().familyProperty().get() == Family.RULE);
        robot.type(KeyCode.S);
        await(() -> flags().equals(List.of("labels flip by direction 0\u00b0")));
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        await(() -> window.actions().shift().familyProperty().get() == Family.SELECTION);
        tabTo(robot, "#shift-which");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        tabTo(robot, "#shift-drift");
        robot.type(KeyCode.SPACE);
        await(() -> flags().size() == 2);
        assertThat(flags().get(1)).startsWith("drawn: direction 0\u00b0, high ones more often in 500");
        tabTo(robot, "#shift-replay");
        robot.type(KeyCode.SPACE);
        await(() -> flags().size() == 3 && selected("#shift-replay"));
    }

    /** As somebody without a mouse gets there. */
    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 120 && !hasFocus(id); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(hasFocus(id)).as(id).isTrue();
    }

    private boolean hasFocus(String id) {
        return onFx(() -> {
            Node node = window.scene().getFocusOwner();
            while (node != null && !id.equals("#" + node.getId())) {
                node = node.getParent();
            }
            return node != null;
        });
    }

    private boolean selected(String id) {
        return onFx(() -> ((ToggleButton) window.scene().lookup(id)).isSelected());
    }

    private boolean disabled(String id) {
        return onFx(() -> window.scene().lookup(id).isDisabled());
    }

    private String worth() {
        return onFx(() -> ((FittingLabel) window.scene().lookup("#shift-worth")).longest());
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
