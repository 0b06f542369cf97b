package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import normscope.chart.FigureCanvas;
import normscope.instrument.InstrumentKind;
import normscope.shell.Appearance;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What helps who cannot see the window, or not well, or has no mouse. */
class AccessTest extends SharedWindowTestCase {

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("focus-visible");

    /** Instruments with numbers of their own: they do not follow the run. */
    private static final Set<InstrumentKind> ALONE = Set.of(
            InstrumentKind.CONTOURS, InstrumentKind.BATCH_BENCH, InstrumentKind.NOISE_BENCH, InstrumentKind.SWEEP);

    @AfterEach
    void usualText() {
        onFx(() -> {
            window.actions().appearance().textSizeProperty().set(100);
            return null;
        });
    }

    private List<Node> shown() {
        return onFx(() -> {
            List<Node> found = new ArrayList<>();
            collect(window.scene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private List<Node> controls() {
        return onFx(() -> shown().stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .toList());
    }

    private static String described(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
    }

    private void everyControlHasNameAndRole(String where) {
        List<String> nameless = onFx(() -> {
            Set<Node> labelled = new HashSet<>();
            for (Node node : shown()) {
                if (node instanceof Label label && label.getLabelFor() != null) {
                    labelled.add(label.getLabelFor());
                }
            }
            return controls().stream()
                    .filter(node -> node.getAccessibleRole() == null
                            || node.getAccessibleRole() == AccessibleRole.NODE
                            || !labelled.contains(node) && name(node).isBlank())
                    .map(node -> where + ": " + described(node) + " " + node.getAccessibleRole())
                    .toList();
        });
        assertThat(nameless).isEmpty();
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : text.toString();
    }

    private void theFocusOfEveryControlCanBeSeen(String where) {
        List<String> invisible = onFx(() -> controls().stream()
                .filter(node -> node instanceof Region)
                .filter(node -> looks(node, false).equals(looks(node, true)))
                .map(node -> where + ": " + described(node))
                .distinct()
                .toList());
        assertThat(invisible).isEmpty();
    }

    /** Borders, backgrounds and effects of a control and its parts, with the keyboard on it or not. */
    private static List<Object> looks(Node control, boolean focused) {
        control.pseudoClassStateChanged(FOCUSED, focused);
        control.pseudoClassStateChanged(BY_KEYS, focused);
        control.applyCss();
        List<Node> parts = new ArrayList<>();
        collect(control, parts);
        List<Object> looks = new ArrayList<>();
        for (Node part : parts) {
            looks.add(String.valueOf(part.getEffect()));
            if (part instanceof Region region) {
                looks.add(region.getBorder() == null ? "" : region.getBorder());
                looks.add(region.getBackground() == null ? "" : region.getBackground());
            }
            if (part instanceof Label label) {
                looks.add(label.isUnderline());
            }
        }
        control.pseudoClassStateChanged(FOCUSED, control.isFocused());
        control.pseudoClassStateChanged(BY_KEYS, control.isFocusVisible());
        control.applyCss();
        return looks;
    }

    private Map<String, String> sentences() {
        return onFx(() -> {
            Map<String, String> sentences = new LinkedHashMap<>();
            for (Node node : shown()) {
                if (node instanceof FigureCanvas canvas) {
                    sentences.put(
                            sentences.size() + " " + canvas.figure().getClass().getSimpleName(), name(canvas));
                }
            }
            return sentences;
        });
    }

    @Test
    void theLabHasNamesForAllItsControlsAndAVisibleFocus() {
        everyControlHasNameAndRole("Lab");
        theFocusOfEveryControlCanBeSeen("Lab");
    }

    @Test
    void theFiguresOfTheLabSayWhatTheyShowNow() {
        window.train(1);
        Map<String, String> before = sentences();
        assertThat(before).hasSizeGreaterThan(12);
        window.train(30);
        Map<String, String> after = sentences();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((figure, sentence) ->
                assertThat(sentence).as(figure).containsPattern("\\d").isNotEqualTo(before.get(figure)));
    }

    @Test
    void lessonsHaveNamesForAllTheirControlsAndAVisibleFocus() {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return null;
        });
        FxThread.awaitFrame();
        everyControlHasNameAndRole("list of lessons");
        theFocusOfEveryControlCanBeSeen("list of lessons");
        onFx(() -> {
            window.modes()
                    .lessons()
                    .open(window.modes().lessons().allProperty().get().stream()
                            .filter(lesson -> lesson.id().equals("in-a-network"))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        await(() -> window.scene().lookup("#lesson-panel") != null);
        FxThread.awaitFrame();
        everyControlHasNameAndRole("lesson");
        theFocusOfEveryControlCanBeSeen("lesson");
    }

    @Test
    void comparingHasNamesForAllItsControlsAndAVisibleFocus() {
        window.train(1);
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.COMPARE);
            return null;
        });
        await(() -> window.node("#run-layer") != null);
        onFx(() -> {
            ((TableView<?>) window.node("#run-table")).getSelectionModel().clearSelection();
            return null;
        });
        FxThread.awaitFrame();
        everyControlHasNameAndRole("Compare");
        theFocusOfEveryControlCanBeSeen("Compare");
        onFx(() -> {
            ((TextField) window.node("#sweep-card-seeds")).setText("1");
            ((TextField) window.node("#sweep-card-steps")).setText("2");
            ((Button) window.node("#sweep-run")).fire();
            return null;
        });
        everyControlHasNameAndRole("a sweep");
        theFocusOfEveryControlCanBeSeen("a sweep");
        sentences()
                .forEach((figure, sentence) -> assertThat(sentence).as(figure).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void everyInstrumentHasNamesAVisibleFocusAndFiguresThatSpeak(InstrumentKind kind) {
        window.show(kind.defaults());
        window.train(1);
        everyControlHasNameAndRole(kind.id());
        theFocusOfEveryControlCanBeSeen(kind.id());
        Map<String, String> before = sentences();
        before.forEach((figure, sentence) -> assertThat(sentence).as(figure).isNotBlank());
        if (!ALONE.contains(kind)) {
            window.train(30);
            await(() -> !sentences().equals(before));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twiceTheTextIsTwiceTheTextAndAllOfItCanBeScrolledTo(Theme theme) {
        window.wear(theme, 1366, 768);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
        double usual = onFx(() -> label().getFont().getSize());
        onFx(() -> {
            window.actions().appearance().textSizeProperty().set(200);
            return null;
        });
        FxThread.awaitFrame();
        FxThread.awaitFrame();
        assertThat(onFx(() -> label().getFont().getSize())).isEqualTo(2 * usual);
        assertThat(Appearance.TEXT_SIZES).contains(200);
        assertThat(onFx(() -> window.scene()
                        .lookup("#play")
                        .localToScene(window.scene().lookup("#play").getLayoutBounds())
                        .getMaxY()))
                .as("the play bar is always there")
                .isLessThanOrEqualTo(768);
    }

    private Label label() {
        return (Label) window.scene().lookup(".setting-name");
    }
}
