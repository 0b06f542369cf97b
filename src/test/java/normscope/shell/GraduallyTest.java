package normscope.shell;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import normscope.window.StageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("window")
@ExtendWith(StageExtension.class)
class GraduallyTest {

    private static final long SLOW_NANOS = 10_000_000;

    private final Region first = new Region();
    private final Region second = new Region();
    private final Region third = new Region();
    private final VBox rows = new VBox(second, third);
    private final VBox panel = new VBox(first, rows);
    private final List<String> frames = new ArrayList<>();
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void show() {
        onFx(() -> {
            stage = new Stage();
            scene = new Scene(new StackPane(panel), 200, 100);
            stage.setScene(scene);
            return null;
        });
    }

    @AfterEach
    void hide() {
        onFx(() -> {
            stage.hide();
            return null;
        });
    }

    /** As what has to be styled does. */
    private static void takesLong(Node... nodes) {
        for (Node each : nodes) {
            each.sceneProperty().addListener(observable -> {
                long start = System.nanoTime();
                while (System.nanoTime() - start < SLOW_NANOS) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    private long there() {
        return Stream.of(first, second, third)
                .filter(each -> each.getScene() != null)
                .count();
    }

    @Test
    void aPanelIsFilledRowByRowAndSeenWhenItIsWhole() {
        onFx(() -> {
            stage.show();
            Gradually.fill(scene, panel);
            takesLong(first, second, third);
            scene.addPostLayoutPulseListener(() -> frames.add(there() + " there, opacity " + panel.getOpacity()));
            return null;
        });
        await(() -> frames.contains("3 there, opacity 1.0"));

        assertThat(onFx(() -> frames.stream().distinct().toList()))
                .endsWith(
                        "1 there, opacity 0.0", "2 there, opacity 0.0", "3 there, opacity 0.0", "3 there, opacity 1.0");
        assertThat(onFx(() -> List.<Node>copyOf(rows.getChildren()))).containsExactly(second, third);
    }

    @Test
    void ofTwoPanelsOneIsFilledAfterTheOther() {
        VBox other = new VBox(new Region(), new Region());
        onFx(() -> {
            scene.setRoot(new StackPane(panel, other));
            stage.show();
            Gradually.fill(scene, panel);
            Gradually.fill(scene, other);
            takesLong(first, second, third);
            scene.addPostLayoutPulseListener(
                    () -> frames.add(there() + " there, " + other.getChildren().size() + " of the other"));
            return null;
        });
        await(() -> Gradually.isWhole(other));

        assertThat(onFx(() -> frames.stream().distinct().toList()))
                .endsWith(
                        "1 there, 0 of the other",
                        "2 there, 0 of the other",
                        "3 there, 0 of the other",
                        "3 there, 1 of the other",
                        "3 there, 2 of the other");
    }

    @Test
    void whatItsOwnerGivesAPaneMeanwhileStays() {
        Region other = new Region();
        ScrollPane scroll = onFx(() -> {
            ScrollPane made = new ScrollPane(panel);
            scene.setRoot(new StackPane(made));
            stage.show();
            Gradually.fill(scene, made);
            assertThat(panel.getChildren()).isEmpty();
            rows.getChildren().setAll(other, second);
            return made;
        });
        await(() -> Gradually.isWhole(scroll));

        assertThat(onFx(() -> List.<Node>copyOf(panel.getChildren()))).containsExactly(first, rows);
        assertThat(onFx(() -> List.<Node>copyOf(rows.getChildren()))).containsExactly(other, second);
    }

    @Test
    void whatIsFilledAgainBeforeItIsWholeLosesNothing() {
        onFx(() -> {
            stage.show();
            Gradually.fill(scene, rows);
            Gradually.fill(scene, panel);
            Gradually.fill(scene, panel, rows);
            assertThat(Gradually.isWhole(panel)).isFalse();
            return null;
        });
        await(() -> Gradually.isWhole(panel));

        assertThat(panel.getOpacity()).isEqualTo(1);
        assertThat(onFx(() -> List.<Node>copyOf(panel.getChildren()))).containsExactly(first, rows);
        assertThat(onFx(() -> List.<Node>copyOf(rows.getChildren()))).containsExactly(second, third);
    }

    @Test
    void whereNobodyLooksEverythingIsThereAtOnce() {
        onFx(() -> {
            Gradually.fill(scene, panel);
            return null;
        });
        assertThat(there()).isEqualTo(3);
    }
}
