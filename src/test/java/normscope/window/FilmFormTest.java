package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Films and packs are made from the menu. */
@Tag("long")
class FilmFormTest extends FigureFolderTestCase {

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).<Label>queryAs(Label.class).getText();
    }

    /** By keys alone, but for the menu: the form opens on what is shown first, Enter makes the film. */
    @Test
    void aFilmIsMadeWhileTheRunGoesOnAndCancelledLeavesNothing(FxRobot robot) throws IOException {
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
        assertThat(saved()).containsExactly("moons-step-0-film-histograms.gif");

        robot.clickOn("#film-to").press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write("9000\t");
        robot.clickOn("#film-make");
        await(() -> label(robot, "#film-message").startsWith("Frame 1 of 451"));
        robot.clickOn("#film-cancel");
        await(() -> label(robot, "#film-message").startsWith("The film was cancelled"));
        assertThat(saved()).containsExactly("moons-step-0-film-histograms.gif");
    }

    @Test
    void theExperimentIsPackedWithWhatIsToBeHidden(FxRobot robot) throws IOException {
        window.answerDialogsWith(folder);
        onFx(() -> {
            window.modes().pack();
            return null;
        });
        await(() -> robot.lookup("#pack-make").tryQuery().isPresent());
        robot.clickOn("#pack-hide-settings").clickOn("#pack-hide-speed").clickOn("#pack-make");
        await(() -> folder.resolve("moons.normscope").toFile().exists());
        await(() -> robot.lookup("#pack-make").tryQuery().isEmpty());
        assertThat(saved()).containsExactly("moons.normscope");
        try (Pack pack = Pack.unpack(folder.resolve("moons.normscope"))) {
            assertThat(pack.opening().hide()).containsExactly(Hideable.SETTINGS, Hideable.SPEED);
        }
    }
}
