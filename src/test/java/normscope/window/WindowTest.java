package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Quantity;
import normscope.instrument.statistics.RunningStatisticsSettings;
import normscope.shell.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Theme, the histograms' choices and help, with real clicks and keys. */
class WindowTest extends SharedWindowTestCase {

    @Test
    void theThemeGoesRoundByKey(FxRobot robot) {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.PROJECTOR, Theme.CONTRAST, Theme.LIGHT}) {
            robot.press(KeyCode.T).release(KeyCode.T);
            await(() -> theme.isWornBy(window.scene().getRoot()));
        }
    }

    @Test
    void theThemeIsChosenFromTheMenu(FxRobot robot) {
        robot.clickOn("#theme-menu").clickOn("Dark");

        await(() -> window.actions().themeProperty().get() == Theme.DARK);
    }

    @Test
    void oneUnitIsShownAndSteppedThrough(FxRobot robot) {
        robot.clickOn("One unit");
        await(() -> window.vm().layers().row(0).unit() == 0);
        robot.clickOn("#next-unit");
        await(() -> window.vm().layers().row(0).unit() == 1);
        robot.clickOn("#previous-unit").clickOn("#previous-unit");
        await(() -> window.vm().layers().row(0).unit() == 31);
        robot.press(KeyCode.U).release(KeyCode.U);
        await(() -> window.vm().layers().row(0).unit() == -1);
    }

    @Test
    void theRightColumnShowsWhatIsChosenAndSaysSo(FxRobot robot) {
        robot.clickOn("z_norm");
        await(() -> window.vm().layers().afterProperty().get() == Quantity.Z_NORM);

        await(() -> window.scene().getRoot().lookupAll(".column-note").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith("z_norm = ")));
    }

    @Test
    void histogramsArePinnedAndUnpinned(FxRobot robot) {
        robot.clickOn("#pin");
        await(() -> window.vm().layers().pinnedProperty().get());
        await(() -> window.vm().layers().row(0).columns().get(2).outline() != null);
        robot.press(KeyCode.P).release(KeyCode.P);
        await(() -> !window.vm().layers().pinnedProperty().get());
    }

    @Test
    void spacePlaysAfterASwitchWasClickedButTogglesOneReachedByKeys(FxRobot robot) {
        robot.clickOn("#pin");
        await(() -> window.vm().layers().pinnedProperty().get());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> window.vm().transport().playingProperty().get());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> !window.vm().transport().playingProperty().get());

        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        await(() -> !window.scene().getFocusOwner().equals(window.node("#pin")));
        robot.press(KeyCode.SHIFT).press(KeyCode.TAB).release(KeyCode.TAB).release(KeyCode.SHIFT);
        await(() -> window.scene().getFocusOwner().equals(window.node("#pin")));
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> !window.vm().layers().pinnedProperty().get());
    }

    @Test
    void arrowKeysChooseWithinAChoiceReachedByTabAndSpaceStillPlays(FxRobot robot) {
        onFx(() -> {
            window.scene().lookup("#file-menu").requestFocus();
            return null;
        });
        while (onFx(() -> !window.scene().getFocusOwner().getParent().equals(window.node("#tool-scope")))) {
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
        }
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> window.vm().layers().oneUnitProperty().get());
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> !window.vm().layers().oneUnitProperty().get());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> window.vm().transport().playingProperty().get());
    }

    @Test
    void theDigitsShowConfusionMatricesInPlaceOfBoundaries(FxRobot robot) {
        robot.clickOn("#data-digits");
        await(() -> !window.vm().evaluation().twoDimensional()
                && window.vm().evaluation().evaluationProperty().get() != null);

        assertThat(window.liveText("#accuracy-with")).endsWith("%");
    }

    @Test
    void aQuestionMarkListsTheKeys(FxRobot robot) {
        robot.clickOn("#keys");
        await(() -> shownDialog("#keys-dialog") != null);

        onFx(() -> {
            shownDialog("#keys-dialog").getScene().getWindow().hide();
            return null;
        });
    }

    private static Node shownDialog(String query) {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup(query))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void headsAreAsManyAsColumnsWhateverIsAskedForFirst() {
        ExperimentConfig usual = window.vm().configProperty().get();
        ArmConfig normalized = usual.arms().get(usual.batchNormArm());
        columnsOf(usual.withArm(usual.plainArm(), normalized), 4);
        HistogramsCard card = onFx(() -> new HistogramsCard(window.actions()));
        assertThat(card.lookupAll(".column-note")).hasSize(4);
        columnsOf(usual, 3);

        onFx(() -> {
            card.refreshNotes();
            return null;
        });

        assertThat(card.lookupAll(".column-note")).hasSize(3);
    }

    private void columnsOf(ExperimentConfig config, int count) {
        onFx(() -> {
            window.vm().edit(config);
            return null;
        });
        await(() -> window.vm().layers().row(0).columns().size() == count);
    }

    /** A picture kept of what changes in every frame would be painted twice, and with it the whole window. */
    @Test
    void nothingAroundAFigureKeepsAPictureOfIt() {
        for (InstrumentSettings settings : Arrays.asList(null, RunningStatisticsSettings.defaults())) {
            window.show(settings);
            List<String> kept = onFx(() -> window.scene().getRoot().lookupAll(".figure").stream()
                    .flatMap(figure -> Stream.iterate(figure, Objects::nonNull, Node::getParent))
                    .filter(Node::isCache)
                    .map(node -> node.getParent() + ": " + node)
                    .distinct()
                    .toList());
            assertThat(kept).isEmpty();
        }
    }
}
