package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Films and packs are made from the menu. */
@Tag("long")
@Tag("window")
@ExtendWith(StageExtension.class)
class FilmFormTest {

    private static final String FOLDER = "normscope.figures";

    @TempDir
    static Path figures;

    private WindowFixture window;

    @BeforeEach
    void open(Stage stage) throws IOException {
        System.setProperty(FOLDER, Files.createTempDirectory(figures, "run").toString());
        window = onFx(() -> new WindowFixture(stage, 1366, 768));
    }

    @AfterEach
    void close() {
        window.close();
        System.clearProperty(FOLDER);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).<Label>queryAs(Label.class).getText();
    }

    /** By keys alone, but for the menu: the form opens on what is shown first, Enter makes the film. */
    @Test
    void aFilmIsMadeWhileTheRunGoesOnAndCancelledLeavesNothing(FxRobot robot) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER));
        onFx(() -> {
            window.modes().film();
            return null;
        });
        await(() -> robot.lookup("#film-make").tryQuery().isPresent());
        robot.clickOn("#film-to").press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write("40\t").clickOn("#film-every");
        robot.press(KeyCode.SHORTCUT, KeyCode.A)
                .release(KeyCode.A, KeyCode.SHORTCUT)
                .write("20\t");
        assertThat(label(robot, "#film-expected")).startsWith("3 frames, 0.3");
        robot.clickOn("#film-make");
        await(() -> label(robot, "#film-message").startsWith("Saved moons-step-0-film-histograms.gif: 3 frames"));
        assertThat(window.step()).isZero();
        assertThat(files(folder)).containsExactly("moons-step-0-film-histograms.gif");

        robot.clickOn("#film-to").press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write("9000\t");
        robot.clickOn("#film-make");
        await(() -> label(robot, "#film-message").startsWith("Frame 1 of 451"));
        robot.clickOn("#film-cancel");
        await(() -> label(robot, "#film-message").startsWith("The film was cancelled"));
        assertThat(files(folder)).containsExactly("moons-step-0-film-histograms.gif");
    }

    @Test
    void theExperimentIsPackedWithWhatIsToBeHidden(FxRobot robot) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER));
        window.answerDialogsWith(folder);
        onFx(() -> {
            window.modes().pack();
            return null;
        });
        await(() -> robot.lookup("#pack-make").tryQuery().isPresent());
        robot.clickOn("#pack-hide-settings").clickOn("#pack-hide-speed").clickOn("#pack-make");
        await(() -> folder.resolve("moons.normscope").toFile().exists());
        await(() -> robot.lookup("#pack-make").tryQuery().isEmpty());
        assertThat(files(folder)).containsExactly("moons.normscope");
        try (Pack pack = Pack.unpack(folder.resolve("moons.normscope"))) {
            assertThat(pack.opening().hide()).containsExactly(Hideable.SETTINGS, Hideable.SPEED);
        }
    }
}
