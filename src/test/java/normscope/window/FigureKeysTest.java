package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.instrument.InstrumentKind;
import normscope.instrument.shift.ShiftSettings;
import normscope.panel.PanelWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** One key saves or copies what is looked at, in the window and before a class. */
@Tag("long")
class FigureKeysTest extends FigureFolderTestCase {

    private void awaitSaved(String name) {
        await(() ->
                saved().containsAll(List.of(name + ".png", name + ".svg", name + ".pdf")) && notice().contains(name));
    }

    private String notice() {
        return onFx(() -> {
            var notice = window.vm().noticeProperty().get();
            return notice == null ? "" : notice.text();
        });
    }

    private static void press(FxRobot robot, KeyCode... together) {
        robot.press(together);
        robot.release(together);
    }

    private static void emptyClipboard() {
        onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("nothing yet");
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static Image copied() {
        return onFx(() -> Clipboard.getSystemClipboard().getImage());
    }

    @Test
    void f2SavesThePanelUnderTheMouseAndWithShiftAll(FxRobot robot) {
        press(robot, KeyCode.RIGHT);
        await(() -> window.step() == 1);
        robot.moveTo(onFx(() -> window.scene().lookup("#metric")));
        press(robot, KeyCode.F2);
        awaitSaved("moons-step-1-loss");
        press(robot, KeyCode.SHIFT, KeyCode.F2);
        awaitSaved("moons-step-1-window");
        assertThat(saved()).hasSize(6);
    }

    private static String text() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aRightClickOnAFigureSavesAndCopiesItsNumbers(FxRobot robot) throws IOException {
        press(robot, KeyCode.RIGHT);
        await(() -> window.step() == 1);
        onFx(() -> {
            Node figure =
                    window.scene().lookup("#metric").getParent().getParent().lookup(".figure");
            Event.fireEvent(
                    figure, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 900, 200, false, null));
            return null;
        });
        await(() -> !robot.lookup("#figure-save-numbers").queryAll().isEmpty());
        robot.clickOn("#figure-save-numbers");
        await(() -> notice().contains("moons-step-1-loss.csv"));
        List<String> lines = Files.readAllLines(folder.resolve("moons-step-1-loss.csv"));
        assertThat(lines.get(0)).isEqualTo("network,examples,step,loss,least,most");
        double loss = onFx(() -> window.vm().curves().batchLoss(1, 10).mean()[0]);
        assertThat(lines).contains("with,\"mini-batch, TRAIN\",0," + loss + "," + loss + "," + loss);
    }

    /** Every figure that an instrument shows has numbers, once something was measured. */
    @Test
    void everyInstrumentsFiguresHaveNumbersToCopy(FxRobot robot) {
        for (InstrumentKind kind : InstrumentKind.values()) {
            window.show(kind.defaults());
            press(robot, KeyCode.RIGHT);
            FxThread.awaitFrame();
            onFx(() -> window.scene().getRoot().lookupAll(".instrument-frame .figure").stream()
                    .map(node -> ((FigureCanvas) node).figure().numbers())
                    .peek(table -> assertThat(table.columns())
                            .as(kind.id())
                            .doesNotHaveDuplicates()
                            .noneMatch(String::isBlank))
                    .toList());
        }
    }

    @Test
    void theMenuCopiesThePanelsNumbersWithAColumnForTheFigure(FxRobot robot) {
        emptyClipboard();
        press(robot, KeyCode.RIGHT);
        await(() -> window.step() == 1);
        robot.clickOn("#file-menu");
        robot.clickOn("#file-export").clickOn("#file-copy-numbers");
        await(() -> text().startsWith("network,figure,values,from,to,count\n"));
        assertThat(text().lines().skip(1))
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.contains(",\"layer ") || line.contains(",layer "));
    }

    @Test
    void ctrl0ShowsTheWholeOfWhatWasEnlarged(FxRobot robot) {
        press(robot, KeyCode.RIGHT);
        await(() -> window.step() == 1);
        List<Figure> enlarged = onFx(() -> window.scene().getRoot().lookupAll(".figure").stream()
                .map(node -> ((FigureCanvas) node).figure())
                .filter(figure -> figure.zoom(new Rectangle2D.Double(100, 20, 60, 60)))
                .toList());
        assertThat(enlarged).hasSizeGreaterThanOrEqualTo(2);
        press(robot, KeyCode.SHORTCUT, KeyCode.DIGIT0);
        FxThread.awaitFrame();
        assertThat(onFx(() -> enlarged.stream().filter(Figure::unzoom).toList()))
                .isEmpty();
    }

    @Test
    void ctrlCPutsThePanelOnTheClipboardAsAPicture(FxRobot robot) {
        emptyClipboard();
        robot.moveTo(onFx(() -> window.scene().lookup("#metric")));
        press(robot, KeyCode.SHORTCUT, KeyCode.C);
        await(() -> copied() != null);
        assertThat(copied().getWidth()).isGreaterThan(400);
        assertThat(saved()).isEmpty();
    }

    @Test
    void beforeAClassTheLargePanelIsSavedAndCopied(FxRobot robot) {
        press(robot, KeyCode.F5);
        await(() -> window.presenter().isOpen());
        press(robot, KeyCode.DIGIT3);
        await(() -> window.presenter().vm().bigProperty().get() == PanelWord.BOUNDARIES);
        press(robot, KeyCode.F2);
        await(() -> saved().contains("moons-step-0-decisions.svg"));
        emptyClipboard();
        press(robot, KeyCode.SHORTCUT, KeyCode.C);
        await(() -> copied() != null);
        press(robot, KeyCode.I);
        await(() -> window.presenter().vm().instrumentProperty().get() instanceof ShiftSettings);
        // Its figures come a little later than the instrument itself.
        await(() -> window.presenter().scene().lookup(".present-instrument .figure") != null);
        press(robot, KeyCode.F2);
        await(() -> saved().contains("moons-step-0-figure.svg"));
        press(robot, KeyCode.ESCAPE);
        await(() -> !window.presenter().isOpen());
    }
}
