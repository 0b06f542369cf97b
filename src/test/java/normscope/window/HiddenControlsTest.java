package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Opening;
import normscope.lesson.OwnLessons;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A pack opens at its page, with its controls hidden until all are wanted. */
class HiddenControlsTest extends SharedWindowTestCase {

    private static final Map<Hideable, String> NODES = Map.of(
            Hideable.SETTINGS, "#settings",
            Hideable.INSTRUMENTS, "#instrument-menu",
            Hideable.MODES, "#mode-switch",
            Hideable.PRESENT, "#present",
            Hideable.TIMELINE, "#timeline",
            Hideable.SPEED, "#speed");

    @TempDir
    private Path folder;

    private static boolean isShown(Scene scene, String id) {
        Node found = scene.lookup(id);
        for (Node node = found; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return found != null;
    }

    private List<Hideable> hidden() {
        return onFx(() -> EnumSet.allOf(Hideable.class).stream()
                .filter(each -> !isShown(window.scene(), NODES.get(each)))
                .collect(Collectors.toList()));
    }

    private Path pack(Path source, int page, Hideable... hide) throws IOException {
        Path pack = folder.resolve("handed.normscope");
        Pack.pack(source, pack, new Opening(page, List.of(hide)));
        return pack;
    }

    @Test
    void aLessonOpensAtItsPageAndShowEverythingBringsAllBack(FxRobot robot) throws IOException {
        OwnLessons.copy("by-hand", folder.resolve("own"), "mine", "Mine");
        Path pack = pack(folder.resolve("own/mine"), 3, Hideable.MODES, Hideable.TIMELINE);
        onFx(() -> {
            window.modes().open(pack);
            return null;
        });
        await(() -> window.modes().lessons().lessonProperty().get() != null);
        assertThat(onFx(() -> window.modes()
                        .lessons()
                        .lessonProperty()
                        .get()
                        .pageProperty()
                        .get()))
                .isEqualTo(2);
        assertThat(onFx(() -> isShown(window.scene(), "#mode-switch"))).isFalse();
        assertThat(onFx(() -> isShown(window.scene(), "#timeline"))).isFalse();
        assertThat(onFx(() -> isShown(window.scene(), "#present"))).isTrue();

        robot.clickOn("#theme-menu");
        robot.clickOn("#show-everything");
        await(() -> isShown(window.scene(), "#mode-switch"));
        assertThat(onFx(() -> window.actions().hidden().hiddenProperty().get())).isEmpty();
    }

    @Test
    void eachControlIsHiddenAloneAndTheNextFileShowsAll() throws IOException {
        Path experiment = folder.resolve("mine.json");
        new ExperimentFile(ExperimentConfig.defaults()).write(experiment);
        for (Hideable each : Hideable.values()) {
            Path pack = pack(experiment, 0, each);
            onFx(() -> {
                window.modes().open(pack);
                return null;
            });
            assertThat(onFx(() -> window.modes().modeProperty().get())).isEqualTo(WindowMode.LAB);
            assertThat(hidden()).containsExactly(each);
            // A class's screen has all of its own.
            assertThat(onFx(() -> window.actions()
                            .elsewhere(Theme.PROJECTOR)
                            .hidden()
                            .hiddenProperty()
                            .get()))
                    .isEmpty();
        }
        onFx(() -> {
            window.modes().open(experiment);
            return null;
        });
        assertThat(hidden()).isEmpty();
    }
}
