package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the window opens, from the screens and from where it was left. */
class WindowPlaceTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1366, 768);
    private static final Rectangle2D RIGHT = new Rectangle2D(1366, -200, 1920, 1040);

    private static WindowPlace choose(WindowPlace kept, Rectangle2D... screens) {
        return WindowPlace.choose(Optional.ofNullable(kept), List.of(screens), 1024, 700);
    }

    private static WindowPlace at(double x, double y, double width, double height) {
        return new WindowPlace(new Rectangle2D(x, y, width, height), false);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1366, 768", "0, 30, 1439, 870", "-800, 0, 800, 600"})
    void theFirstTimeItFillsASmallPrimaryScreen(double x, double y, double width, double height) {
        Rectangle2D screen = new Rectangle2D(x, y, width, height);

        assertThat(choose(null, screen, RIGHT)).isEqualTo(new WindowPlace(screen, true));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1440, 900, 144, 90, 1152, 720",
        "0, 30, 1920, 1050, 192, 135, 1536, 840",
        "-2560, 0, 2560, 1440, -2304, 144, 2048, 1152"
    })
    void theFirstTimeItTakesFourFifthsOfALargeOne(
            double x, double y, double w, double h, double toX, double toY, double toW, double toH) {
        assertThat(choose(null, new Rectangle2D(x, y, w, h), LAPTOP)).isEqualTo(at(toX, toY, toW, toH));
    }

    @Test
    void aPlaceThatIsVisibleStaysAsItIs() {
        assertThat(choose(at(100, 20, 1100, 710), LAPTOP)).isEqualTo(at(100, 20, 1100, 710));
        assertThat(choose(at(1500, -100, 1200, 800), LAPTOP, RIGHT)).isEqualTo(at(1500, -100, 1200, 800));
    }

    @ParameterizedTest
    @CsvSource({
        "too far right and down, 900, 300, 1100, 710, 266, 58, 1100, 710",
        "too far left and up, -300, -50, 1100, 710, 0, 0, 1100, 710",
        "larger than the screen, 10, 10, 1900, 1000, 0, 0, 1366, 768",
        "smaller than it may be, 10, 10, 300, 200, 10, 10, 1024, 700",
        "on a screen that has gone, 1500, -100, 1200, 750, 166, 0, 1200, 750"
    })
    void aPlaceThatIsNotVisibleIsMovedAndCut(
            String why, double x, double y, double w, double h, double toX, double toY, double toW, double toH) {
        assertThat(choose(at(x, y, w, h), LAPTOP)).as(why).isEqualTo(at(toX, toY, toW, toH));
    }

    @Test
    void aWindowAcrossTwoScreensComesToTheOneThatShowsMoreOfIt() {
        assertThat(choose(at(1200, 0, 1200, 800), LAPTOP, RIGHT)).isEqualTo(at(1366, 0, 1200, 800));
    }

    @Test
    void onAScreenBelowTheSmallestSizeItFillsTheScreen() {
        Rectangle2D small = new Rectangle2D(0, 0, 800, 600);

        assertThat(choose(at(50, 50, 1100, 710), small)).isEqualTo(at(0, 0, 800, 600));
    }

    @Test
    void maximizedStaysMaximized() {
        WindowPlace left = new WindowPlace(new Rectangle2D(100, 20, 1100, 710), true);

        assertThat(choose(left, LAPTOP)).isEqualTo(left);
    }

    @Test
    void itIsKeptBetweenTwoStarts(@TempDir Path folder) {
        WindowPlace left = new WindowPlace(new Rectangle2D(-20, 30, 1100, 710), true);
        Path made = folder.resolve("made");
        assertThat(WindowPlace.read(made)).isEmpty();

        left.keep(made);

        assertThat(WindowPlace.read(made)).contains(left);
    }

    @ParameterizedTest
    @CsvSource({
        "'{'",
        "'{}'",
        "'{\"x\": 0, \"y\": 0, \"width\": -5, \"height\": 700, \"maximized\": true}'",
        "'{\"x\": 1e300, \"y\": 0, \"width\": 1100, \"height\": 700, \"maximized\": true}'"
    })
    void aFileThatIsNoPlaceIsNotUsed(String text, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("window.json"), text);

        assertThat(WindowPlace.read(folder)).isEmpty();
    }
}
