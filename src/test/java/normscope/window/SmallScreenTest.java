package normscope.window;

import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import normscope.experiment.ExperimentConfig;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window below the least size scrolls, with the bar to play always there; what its title bar says. */
@Tag("long")
class SmallScreenTest extends SharedWindowTestCase {

    private void resize(double width, double height) {
        window.wear(Theme.LIGHT, width, height);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
    }

    @AfterEach
    void large() {
        resize(1366, 768);
    }

    private boolean isWhole(Node node) {
        Scene scene = node.getScene();
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() >= -1
                && bounds.getMinY() >= -1
                && bounds.getMaxX() <= scene.getWidth() + 1
                && bounds.getMaxY() <= scene.getHeight() + 1;
    }

    private ScrollPane scroll() {
        return (ScrollPane) stage.getScene().lookup("#small-screen");
    }

    private boolean scrolls() {
        return scroll().lookupAll(".scroll-bar").stream()
                .filter(bar -> bar.getParent() == scroll())
                .anyMatch(Node::isVisible);
    }

    @ParameterizedTest
    @CsvSource({"1020, 650", "1366, 768", "1920, 1080"})
    void fromTheLeastSizeOnAllIsThere(double width, double height) {
        resize(width, height);

        assertThat(onFx(this::scrolls)).isFalse();
        assertThat(onFx(() -> isWhole(stage.getScene().lookup(".transport")))).isTrue();
        assertThat(onFx(() -> isWhole(stage.getScene().lookup(".top-bar")))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"683, 384", "800, 600", "1366, 400", "683, 1000"})
    void belowItTheBarStaysAndTheRestIsReachedByScrolling(double width, double height) {
        resize(width, height);

        for (String id : new String[] {"play", "reset", "step-epoch", "timeline"}) {
            assertThat(onFx(() -> isWhole(stage.getScene().lookup("#" + id))))
                    .as(id)
                    .isTrue();
        }
        assertThat(onFx(this::scrolls)).isTrue();
        onFx(() -> {
            scroll().setHvalue(1);
            scroll().setVvalue(1);
            return null;
        });
        FxThread.awaitFrame();
        Bounds figures = onFx(() -> {
            Node column = scroll().lookup(".figures");
            return column.localToScene(column.getLayoutBounds());
        });
        assertThat(figures.getMaxX()).isBetween(1.0, width + 1);
        assertThat(figures.getMaxY()).isBetween(1.0, height + 1);
    }

    @Test
    void theBarGoesWithTheModes() {
        resize(683, 384);
        onFx(() -> {
            window.modes().open("in-a-network", 0);
            return null;
        });
        FxThread.awaitFrame();
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LAB);
            return null;
        });
        FxThread.awaitFrame();

        assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".transport")))
                .hasSize(1);
        assertThat(onFx(() -> isWhole(stage.getScene().lookup("#play")))).isTrue();
    }

    @Test
    void theTitleTellsLessonOrExperimentAndWhetherItIsSaved() {
        WindowTitle title = onFx(() -> new WindowTitle(window.modes()));
        assertThat(title.textProperty().get()).isEqualTo("Moons – NormScope");

        onFx(() -> {
            window.vm().edit(ExperimentConfig.defaults().withSeed(4711));
            return null;
        });
        assertThat(title.textProperty().get()).isEqualTo("*Moons – NormScope");

        onFx(() -> {
            window.modes().open("by-hand", 2);
            return null;
        });
        assertThat(title.textProperty().get()).isEqualTo("Batch norm by hand – NormScope");
        assertThat(window.modes()
                        .lessons()
                        .lessonProperty()
                        .get()
                        .pageProperty()
                        .get())
                .isEqualTo(2);
    }
}
