package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.chart.FigureCanvas;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Arms that have names of their own are called by them wherever the window names arms. */
class ArmNamesTest extends SharedWindowTestCase {

    private static ExperimentConfig named(String first, String second) {
        ExperimentConfig config = ExperimentConfig.defaults();
        return new ExperimentConfig(
                config.name(),
                config.seed() + 7,
                config.data(),
                config.network(),
                List.of(
                        new ArmConfig(first, config.arms().get(0).normalizers()),
                        new ArmConfig(second, config.arms().get(1).normalizers())),
                config.training());
    }

    private void take(ExperimentConfig config) {
        onFx(() -> {
            window.vm().edit(config);
            return null;
        });
    }

    private static Set<String> words(Scene scene, Collection<String> styles) {
        return styles.stream()
                .flatMap(style -> scene.getRoot().lookupAll("." + style).stream())
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet());
    }

    @Test
    void ownNamesStandInHeadsLegendsAndOnTheClasssScreen(FxRobot robot) {
        take(named("plain", "tamed"));
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> window.step() == 1);
        await(() -> words(window.scene(), Set.of("column-title"))
                .equals(Set.of("plain", "tamed · before", "tamed · after")));
        assertThat(onFx(() -> words(window.scene(), Set.of("card-title")))).contains("plain", "tamed");
        await(() -> window.scene().getRoot().lookupAll(".figure").stream()
                .map(node -> ((FigureCanvas) node).figure().summary())
                .anyMatch(text -> text.contains("plain 0") && text.contains("tamed 0")));

        robot.press(KeyCode.F5).release(KeyCode.F5);
        await(() -> window.presenter().isOpen()
                && words(window.presenter().scene(), Set.of("present-arm")).equals(Set.of("plain", "tamed")));
    }

    @Test
    void withoutNamesTheWordsAreTheUsualOnes() {
        take(named("plain", ""));
        await(() -> words(window.scene(), Set.of("card-title")).containsAll(Set.of("plain", "With")));
        await(() -> words(window.scene(), Set.of("column-title")).contains("plain"));
        take(ExperimentConfig.defaults());
        await(() -> words(window.scene(), Set.of("card-title")).containsAll(Set.of("Without", "With")));
        await(() -> words(window.scene(), Set.of("column-title")).contains("Without batch norm"));
    }

    @Test
    void whereTheFirstHasANormalizerNothingIsWithout() {
        int layers = ExperimentConfig.defaults().network().layers();
        take(ExperimentConfig.defaults()
                .withArm(0, ArmConfig.of(new NormalizerSpec.Batch(), layers))
                .withArm(1, ArmConfig.of(new NormalizerSpec.Layer(), layers)));
        await(() -> words(window.scene(), Set.of("column-title"))
                .equals(Set.of(
                        "batch norm · before", "batch norm · after", "layer norm · before", "layer norm · after")));
        assertThat(onFx(() -> words(window.scene(), Set.of("column-note"))))
                .anyMatch(note -> note.contains("over the units"));
        assertThat(onFx(() -> words(window.scene(), Set.of("card-title")))).contains("batch norm", "layer norm");
        assertThat(onFx(() -> words(window.scene(), Set.of("setting-name"))))
                .contains("First: by", "Second: by")
                .noneMatch(name -> name.contains("With"));
    }
}
