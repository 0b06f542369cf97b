package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Window;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.SegmentedChoice;
import normscope.instrument.Instruments;
import normscope.lab.Notice;
import normscope.shell.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/** What every size and theme must keep: whole words, four layers in view, a hint on every control. */
class LayoutTest extends SharedWindowTestCase {

    @Test
    void aChoiceThatMayWrapHasEveryAlternativeInItsWidth() {
        SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), each -> "number " + each, each -> "Choose " + each + ".");
        onFx(() -> {
            VBox narrow = new VBox(choice);
            Scene scene = new Scene(narrow, 200, 400);
            choice.wrap();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return null;
        });

        assertThat(choice.getChildren())
                .allSatisfy(button ->
                        assertThat(button.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(200));
        assertThat(choice.getHeight())
                .isGreaterThan(2 * choice.button(1).getHeight())
                .isLessThan(9 * choice.button(1).getHeight());
    }

    @Test
    void aChoiceThatMayNotWrapStandsInOneLine() {
        assertThat(onFx(() -> window.scene().getRoot().lookupAll(".segmented")))
                .filteredOn(choice -> ((SegmentedChoice<?>) choice).getMinWidth() == Region.USE_PREF_SIZE)
                .hasSizeGreaterThan(5)
                .allSatisfy(choice -> assertThat(((Parent) choice)
                                .getChildrenUnmodifiable().stream()
                                        .map(Node::getLayoutY)
                                        .distinct())
                        .as("lines of %s", choice)
                        .hasSizeLessThanOrEqualTo(1));
    }

    /** What scrolls downwards only must be as narrow as its place, or its right side is never seen. */
    @ParameterizedTest
    @CsvSource({"1366, 768, LIGHT", "1366, 768, PROJECTOR", "1920, 1080, DARK"})
    void noInstrumentIsWiderThanItsPlace(double width, double height, Theme theme) {
        resize(width, height, theme);
        for (Instruments.Entry entry : Instruments.all()) {
            window.show(entry.kind().defaults());
            FxThread.awaitFrame();
            List<String> wider = onFx(() -> window.node("#instrument-place").lookupAll(".scroll-pane").stream()
                    .map(ScrollPane.class::cast)
                    .filter(pane -> pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER)
                    .filter(pane -> pane.getContent().getLayoutBounds().getWidth()
                            > pane.getViewportBounds().getWidth() + 1)
                    .map(pane -> pane.getContent().getLayoutBounds().getWidth() + " in "
                            + pane.getViewportBounds().getWidth())
                    .toList());
            assertThat(wider).as(entry.kind().id()).isEmpty();
        }
    }

    private void resize(double width, double height, Theme theme) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            window.actions().themeProperty().set(theme);
            return null;
        });
        // A headless window takes its new size some frames later.
        await(() ->
                onFx(() -> window.scene().getWidth() == width && window.scene().getHeight() == height));
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return null;
        });
        // A second pass, for what decides by the width that the first has given it.
        onFx(() -> {
            window.scene().getRoot().layout();
            return null;
        });
    }

    private static List<Node> visible(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visible(child, found));
            }
        }
        return found;
    }

    private List<Node> all() {
        return onFx(() -> visible(window.scene().getRoot(), new ArrayList<>()));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 700, LIGHT",
        "1366, 768, LIGHT",
        "1366, 768, DARK",
        "1366, 768, PROJECTOR",
        "1440, 900, LIGHT",
        "1920, 1080, LIGHT",
        "1920, 1080, PROJECTOR"
    })
    void noTextIsBrokenOff(double width, double height, Theme theme) {
        resize(width, height, theme);

        List<String> broken = onFx(() -> all().stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text shown
                        && !label.isWrapText()
                        && !label.getText().isEmpty()
                        && !shown.getText().equals(label.getText()))
                .map(Labeled::getText)
                .toList());
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, LIGHT", "1366, 768, DARK", "1920, 1080, PROJECTOR"})
    void fourLayersFitWithoutScrolling(double width, double height, Theme theme) {
        resize(width, height, theme);

        ScrollPane rows = (ScrollPane) window.node(".rows-scroll");
        double room = onFx(() -> rows.getViewportBounds().getHeight());
        double needed = onFx(() -> rows.getContent().getLayoutBounds().getHeight());
        assertThat(needed).isLessThanOrEqualTo(room + 1);
    }

    @Test
    void everyControlHasASpokenNameAndAHint() {
        List<Node> bare = onFx(() -> all().stream()
                .filter(node -> node instanceof ButtonBase
                        || node instanceof ComboBoxBase
                        || node instanceof Slider
                        || node instanceof TextField)
                .filter(node -> !node.getStyleClass().contains("increment-button")
                        && !node.getStyleClass().contains("decrement-button"))
                .filter(node -> node.getAccessibleText() == null
                        || node.getAccessibleHelp() == null
                        || node.getAccessibleHelp().isBlank())
                .toList());
        assertThat(bare).isEmpty();
    }

    @Test
    void aHintAppearsWhereTheMouseRestsAndFollowsItsControl(FxRobot robot) {
        robot.moveTo("#play");
        await(() -> hints().equals(List.of(window.node("#play").getAccessibleHelp())));

        onFx(() -> Hints.describeAs(window.node("#play"), "Play", "Something else."));
        assertThat(onFx(LayoutTest::hints)).containsExactly("Something else.");

        robot.moveTo("#step");
        await(() -> hints().equals(List.of(window.node("#step").getAccessibleHelp())));
    }

    private static List<String> hints() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Tooltip && each.isShowing())
                .map(each -> ((Tooltip) each).getText())
                .toList();
    }

    @Test
    void liveNumbersChangeWithoutALayout() {
        boolean asked = onFx(() -> {
            var number = (LiveText) window.scene().lookup("#step-number");
            window.scene().getRoot().layout();
            number.setText("12\u00a0345");
            return number.isNeedsLayout() || number.getParent().isNeedsLayout();
        });
        assertThat(asked).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1022, 675, LIGHT", "1366, 768, LIGHT", "1366, 768, PROJECTOR", "1920, 1080, DARK"})
    void aLongNoticeIsReadableAndLeavesBarsInTheirPlaces(double width, double height, Theme theme) {
        resize(width, height, theme);
        double barBefore = onFx(() -> height(".top-bar"));
        double transportBefore = onFx(() -> bottom(".transport"));
        String fault = "experiment.json cannot be opened: " + "network.hiddenUnits is not what it must be, ".repeat(40);

        onFx(() -> {
            window.vm().tell(new Notice(Notice.Kind.ERROR, fault, "a trace"));
            return null;
        });
        await(() -> window.node("#notice").isVisible());
        resize(width, height, theme);

        assertThat(onFx(() -> height(".top-bar"))).isLessThan(barBefore * 1.6);
        assertThat(onFx(() -> bottom(".transport"))).isEqualTo(transportBefore);
        assertThat(onFx(() -> window.node("#notice").getLayoutBounds().getWidth()))
                .isGreaterThan(300);
        Label text = (Label) window.node("#notice-text");
        assertThat(onFx(() -> height("#notice-text") / text.getFont().getSize()))
                .isLessThan(6);
    }

    private double height(String query) {
        return window.scene().lookup(query).getLayoutBounds().getHeight();
    }

    private double bottom(String query) {
        Node node = window.scene().lookup(query);
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
