package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import normscope.instrument.formula.FormulaSettings;
import normscope.instrument.proofs.Badge;
import normscope.instrument.proofs.BadgesSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The badges and the formulas in a window with real networks, by mouse and keyboard. */
@Tag("long")
class ProofAndFormulaTest extends WindowTestCase {

    @Test
    void allBadgesTurnGreenAndFollowTheTraining() {
        window.show(BadgesSettings.defaults());
        await(() -> holding() == Badge.values().length);
        assertThat(window.node("#badge-BIAS").getAccessibleText()).contains("It holds", "expected 0");
        onFx(() -> {
            window.vm().transport().step(64);
            return null;
        });
        await(() -> texts("#badges", "Step 64 "));
        await(() -> holding() == Badge.values().length);
        onFx(() -> {
            var config = window.vm().configProperty().get();
            window.vm().edit(config.withTraining(config.training().withL2(0.01)));
            return null;
        });
        await(() -> holding() == Badge.values().length - 1);
        assertThat(window.node("#badge-ORTHOGONAL").getAccessibleText()).contains("does not apply", "L2");
        assertFits("#badges");
    }

    @Test
    void formulasFollowStepLayerUnitAndExample(FxRobot robot) {
        window.show(FormulaSettings.defaults());
        await(() -> spoken("MEAN") != null);
        String mean = spoken("MEAN");
        String normalized = spoken("NORM");
        robot.clickOn("#formula-next-example");
        await(() -> !normalized.equals(spoken("NORM")));
        assertThat(spoken("MEAN")).isEqualTo(mean);
        robot.clickOn("#formula-next-unit");
        await(() -> !mean.equals(spoken("MEAN")));
        String unit2 = spoken("MEAN");
        onFx(() -> {
            window.node("#formula-layer").lookupAll(".toggle-button").stream()
                    .skip(1)
                    .findFirst()
                    .orElseThrow()
                    .fireEvent(new ActionEvent());
            return null;
        });
        onFx(() -> {
            window.vm().transport().stepOnce();
            return null;
        });
        await(() -> !unit2.equals(spoken("MEAN")));
        assertFits("#formula");
    }

    @Test
    void backwardAndTheStripAreReachedByKeys(FxRobot robot) {
        window.show(FormulaSettings.defaults());
        await(() -> spoken("NORM") != null);
        String before = spoken("NORM");
        onFx(() -> {
            window.node("#formula-strip").requestFocus();
            return null;
        });
        robot.press(KeyCode.UP).release(KeyCode.UP);
        await(() -> !before.equals(spoken("NORM")));
        onFx(() -> {
            window.node("#formula-direction .toggle-button").requestFocus();
            return null;
        });
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> spoken("D_Z") != null && spoken("D_GAMMA") != null);
        assertFits("#formula");
    }

    private long holding() {
        return window.scene().getRoot().lookupAll(".badge-icon").stream()
                .filter(icon -> icon.getStyleClass().contains("holds"))
                .count();
    }

    private boolean texts(String container, String wanted) {
        Node node = window.scene().lookup(container);
        Set<Node> texts = node.lookupAll(".live-text");
        return texts.stream()
                .anyMatch(text -> text.getAccessibleText() != null
                        && text.getAccessibleText().startsWith(wanted));
    }

    private String spoken(String row) {
        return onFx(() -> {
            Node line = window.scene().lookup("#formula-" + row);
            return line == null ? null : line.getAccessibleText();
        });
    }

    /** Nothing of the panel lies outside of the centre, and nothing has to be scrolled. */
    private void assertFits(String panel) {
        onFx(() -> {
            Node node = window.scene().lookup(panel);
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1366);
            assertThat(bounds.getMaxY()).isLessThanOrEqualTo(768);
            ScrollPane scroll = (ScrollPane) (node instanceof ScrollPane ? node : node.lookup(".scroll-pane"));
            double content = scroll.getContent().getBoundsInLocal().getHeight();
            assertThat(content).isLessThanOrEqualTo(scroll.getViewportBounds().getHeight() + 1);
            return null;
        });
    }
}
