package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import normscope.chart.FigureCanvas;
import normscope.data.DataKind;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Selection;
import normscope.lab.Notice;
import normscope.nn.OptimizerSpec;
import normscope.shell.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Changing the experiment in the settings, with real clicks and keys. */
class SettingsTest extends WindowTestCase {

    @Override
    public double height() {
        return 1000;
    }

    private Set<String> errors() {
        return onFx(() -> window.scene().getRoot().lookupAll(".input-error").stream()
                .filter(node -> node.isVisible() && node instanceof Label)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet()));
    }

    private String text(String field) {
        return onFx(() -> ((TextField) window.scene().lookup(field)).getText());
    }

    @Test
    void anotherDataSetStartsAgainAndUndoBringsTheFormerRunBack(FxRobot robot) {
        for (int i = 1; i <= 3; i++) {
            long wanted = i;
            robot.clickOn("#step");
            await(() -> window.vm().transport().stepProperty().get() == wanted);
        }
        robot.clickOn("#data-circles");
        await(() -> window.config().data().kind() == DataKind.CIRCLES);
        await(() -> window.vm().transport().stepProperty().get() == 0);
        assertThat(onFx(() -> window.vm().noticeProperty().get()).text()).contains("step 0", "Undo");

        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        await(() -> window.config().data().kind() == DataKind.MOONS);
        await(() -> window.vm().transport().stepProperty().get() == 3);
    }

    @Test
    void whereCatsAreChosenByTheirColourTheDensityStandsBelowTheMaps(FxRobot robot) {
        robot.clickOn("#data-cats");
        await(() -> window.config().data().kind() == DataKind.CATS);
        FigureCanvas density = onFx(() -> (FigureCanvas) window.scene().lookup("#density"));
        assertThat(onFx(() -> density.getParent().isVisible())).isFalse();
        draw(Selection.BLACK_CATS);
        await(() -> density.getParent().isVisible());
        assertThat(onFx(() -> density.getHeight())).isGreaterThan(40);
        assertThat(onFx(() -> density.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .toString())
                .contains("of all examples", "of those drawn now");
        draw(null);
        await(() -> !density.getParent().isVisible());
    }

    private void draw(Selection selection) {
        onFx(() -> {
            ExperimentConfig config = window.config();
            window.vm().edit(config.withData(config.data().withSelection(selection)));
            return null;
        });
    }

    @Test
    void theLearningRateOfALivingRunChangesWithoutARestart(FxRobot robot) {
        robot.clickOn("#step");
        await(() -> window.vm().transport().stepProperty().get() == 1);
        window.enter(robot, "#training-learning-rate", "0.3");
        await(() -> window.config().training().learningRate() == 0.3);

        assertThat(window.step()).isEqualTo(1);
        await(() -> window.vm().events().size() == 1);
    }

    @Test
    void textThatIsNoNumberIsRefusedInOneSentenceAndEscReverts(FxRobot robot) {
        window.enter(robot, "#training-learning-rate", "fast");

        assertThat(errors()).containsExactly("Learning rate must be a number, not “fast”.");
        assertThat(window.config()).isEqualTo(ExperimentConfig.defaults());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(errors()).isEmpty();
        assertThat(text("#training-learning-rate")).isEqualTo("0.1");
    }

    @Test
    void aNumberOutOfItsRangeIsRefusedByTheNameTheUserSees(FxRobot robot) {
        window.enter(robot, "#training-dropout", "2");

        assertThat(errors()).containsExactly("Dropout must be from 0 to 0.9, not 2.");
        assertThat(window.config()).isEqualTo(ExperimentConfig.defaults());
    }

    @Test
    void arrowKeysInAFieldGoToTheNextSensibleNumber(FxRobot robot) {
        window.type(robot, "#training-learning-rate", "0.1");
        robot.press(KeyCode.UP).release(KeyCode.UP);
        await(() -> window.config().training().learningRate() == 0.15);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        await(() -> window.config().training().learningRate() == 0.1);
    }

    @Test
    void layersAreAddedRemovedAndResized(FxRobot robot) {
        robot.clickOn("#add-layer");
        await(() -> window.config().network().hiddenUnits().equals(List.of(32, 32, 32, 32, 32)));
        robot.clickOn("#remove-layer");
        robot.clickOn("#remove-layer");
        await(() -> window.config().network().hiddenUnits().equals(List.of(32, 32, 32)));
        window.enter(robot, "#units-2", "5");
        await(() -> window.config().network().hiddenUnits().equals(List.of(32, 5, 32)));

        window.enter(robot, "#units-3", "129");
        assertThat(errors()).containsExactly("Units of layer 3 must be a whole number from 1 to 128.");
        assertThat(window.config().network().hiddenUnits()).containsExactly(32, 5, 32);
    }

    @Test
    void batchNormIsSwitchedPerLayerAndArm(FxRobot robot) {
        robot.clickOn("#norm-with-layer-2");
        robot.clickOn("#norm-without-layer-4");
        await(() -> window.config().arms().get(0).batchNorm().equals(List.of(false, false, false, true)));

        assertThat(window.config().arms().get(1).batchNorm()).containsExactly(true, false, true, true);
    }

    @Test
    void theOptimizersConstantsShowWithTheOptimizer(FxRobot robot) {
        assertThat(window.node("#training-beta2")
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        robot.clickOn("Adam");
        await(() -> window.config().training().optimizer().equals(new OptimizerSpec.Adam()));

        assertThat(text("#training-beta2")).isEqualTo("0.999");
        window.enter(robot, "#training-beta1", "0.8");
        await(() -> window.config().training().optimizer().equals(new OptimizerSpec.Adam(0.8, 0.999, 1e-8)));
    }

    @Test
    void theBatchMayBeTheWholeTrainingSet(FxRobot robot) {
        window.enter(robot, "#training-batch-size", "all");
        await(() -> window.config().training().batchSize() == 0);

        assertThat(text("#training-batch-size")).isEqualTo("all");
    }

    @Test
    void aRateThatDivergesIsToldAndTheOtherArmGoesOn(FxRobot robot) {
        window.enter(robot, "#training-learning-rate", "10");
        await(() -> window.config().training().learningRate() == 10);
        onFx(() -> {
            window.vm().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return null;
        });
        robot.clickOn("#play");
        await(() -> {
            Notice notice = window.vm().noticeProperty().get();
            return notice != null
                    && notice.kind() == Notice.Kind.WARNING
                    && notice.text().contains("finite numbers");
        });
        await(() -> window.scene().getRoot().lookupAll(".diverged").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith("diverged")));
    }

    @Test
    void keysTypedIntoAFieldDoNothingElse(FxRobot robot) {
        window.type(robot, "#training-seed", "r t u p c l");

        assertThat(text("#training-seed")).isEqualTo("r t u p c l");
        assertThat(onFx(() -> window.vm().transport().playingProperty().get())).isFalse();
        assertThat(onFx(() -> window.actions().themeProperty().get())).isEqualTo(Theme.LIGHT);
        assertThat(onFx(() -> window.vm().layers().oneUnitProperty().get())).isFalse();
    }
}
