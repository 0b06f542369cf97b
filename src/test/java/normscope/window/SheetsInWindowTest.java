package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javax.imageio.ImageIO;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.PageFigures;
import normscope.lesson.page.Recall;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A student saves the sheet of a lesson, and its experiment is opened again. */
@Tag("long")
class SheetsInWindowTest extends SharedWindowTestCase {

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    private Lesson open(String id) {
        return onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            Lesson chosen = window.modes().lessons().lessons().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            window.modes().lessons().startOver(chosen);
            Recall recall = window.modes().lessons().recallProperty().get();
            if (recall != null) {
                recall.skip();
            }
            return chosen;
        });
    }

    private void goTo(int page) {
        onFx(() -> {
            lesson().goTo(page);
            return null;
        });
        await(() -> lesson().phaseProperty().get() == Phase.ASKING);
    }

    private void predictAndRun(int page) {
        goTo(page);
        onFx(() -> {
            lesson().answer(0);
            lesson().act();
            return null;
        });
        await(() -> lesson().phaseProperty().get() == Phase.DONE);
    }

    private List<byte[]> pictures(String page) throws Exception {
        PageFigures figures = window.modes().lessons().figures();
        return figures.of(lesson().lesson().id(), page);
    }

    @Test
    void aSheetIsSavedAtTheEndOfALessonAndOpenedAgain(FxRobot robot, @TempDir Path folder) throws Exception {
        Lesson lesson = open("by-hand");
        predictAndRun(lesson.indexOf("normalize"));
        await(() -> !pictures("normalize").isEmpty());
        Path file = folder.resolve("mine.html");
        window.answerDialogsWith(file);
        onFx(() -> {
            lesson().goTo(lesson().pages() - 1);
            return null;
        });
        await(() -> window.node("#save-sheet") != null);

        robot.clickOn("#save-sheet");
        await(() -> Files.exists(file) && window.node("#notice").isVisible());

        String html = Files.readString(file);
        assertThat(html).contains("The 14 becomes 1.77", "my answer", "<img class=\"figure\"");
        assertThat(((Label) window.node("#notice-text")).getText()).contains("mine.html");

        robot.clickOn("#file-menu").clickOn("#file-open");
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB);

        assertThat(window.config()).isEqualTo(lesson.experiment());
    }

    @Test
    void figuresOfTheNetworksAreKeptAsWellUntilTheLessonStartsOver(FxRobot robot) throws Exception {
        Lesson lesson = open("in-a-network");
        int page = lesson.indexOf("eval-bands");
        predictAndRun(page);
        String id = lesson.pages().get(page).id();
        await(() -> !pictures(id).isEmpty());

        open("in-a-network");

        assertThat(pictures(id)).isEmpty();
    }

    @Test
    void badgesAreKeptAsTheyStandInTheWindow() throws Exception {
        Lesson lesson = open("test-time");
        int page = lesson.indexOf("alone");
        predictAndRun(page);
        await(() -> !pictures("alone").isEmpty());

        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(pictures("alone").get(0)));
        assertThat(picture.getWidth()).isGreaterThan(2 * picture.getHeight());
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                        .distinct()
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void withoutALessonThereIsNoSheet() {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return null;
        });
        MenuButton menu = (MenuButton) window.node("#file-menu");
        MenuItem sheet = menu.getItems().stream()
                .filter(item -> "file-save-sheet".equals(item.getId()))
                .findFirst()
                .orElseThrow();

        assertThat(sheet.isDisable()).isTrue();
    }

    @Test
    void aSheetWithoutAnExperimentIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), "<p>x</p>");
        onFx(() -> {
            window.modes().open(file);
            return null;
        });
        await(() -> window.node("#notice").isVisible());

        assertThat(((Label) window.node("#notice-text")).getText()).contains("no experiment inside");
    }
}
