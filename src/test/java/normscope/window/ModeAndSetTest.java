package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import normscope.chart.FigureCanvas;
import normscope.chart.FigureWords;
import normscope.control.LiveText;
import normscope.experiment.Command;
import normscope.experiment.InputShift;
import normscope.instrument.InstrumentKind;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.Panels;
import normscope.present.WindowFigures;
import normscope.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every card with a loss, an accuracy or a statistic says in which mode it was measured, and on which examples. */
@Tag("long")
class ModeAndSetTest extends SharedWindowTestCase {

    private static final Pattern MODE = Pattern.compile("TRAIN|EVAL");
    private static final Pattern SET = Pattern.compile("(?i)training|\\btrain\\b|\\btest\\b|batch|example");

    /** What has no batch norm has no mode. */
    private static final Set<InstrumentKind> WITHOUT_MODE = Set.of(InstrumentKind.CONTOURS);

    /** All of it is of one mini-batch, which stands beside its cards. */
    private static final Set<InstrumentKind> OF_ONE_BATCH = Set.of(
            InstrumentKind.FORMULA,
            InstrumentKind.BADGES,
            InstrumentKind.UPDATE,
            InstrumentKind.NETWORK,
            InstrumentKind.VITALS,
            InstrumentKind.SMOOTHNESS,
            InstrumentKind.DEPTH);

    @BeforeEach
    void trainAndShift() {
        onFx(() -> {
            window.vm().transport().step(20);
            window.vm().apply(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0));
            window.vm().transport().step(20);
            return null;
        });
        await(() -> window.vm().transport().lastStepProperty().get() == 40
                && window.vm().evaluation().evaluationProperty().get().step() == 40);
        FxThread.awaitFrame();
    }

    @Test
    void theCardsOfTheWindow() {
        List<Node> cards = nodes(window.scene().getRoot())
                .filter(WindowFigures.Card.class::isInstance)
                .toList();
        assertThat(cards.stream()
                        .map(card -> ((WindowFigures.Card) card).panel())
                        .collect(Collectors.toSet()))
                .containsAll(Panels.ALL);
        cards.forEach(ModeAndSetTest::check);
    }

    /** But for that of weights alone, which are the same in each mode and of no set. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EFFECTIVE_RATE")
    void theCardsOfAnInstrument(InstrumentKind kind) {
        window.show(kind.defaults());
        Node panel = window.node("#instrument-place");
        if (WITHOUT_MODE.contains(kind)) {
            assertThat(words(panel)).containsPattern(SET);
            return;
        }
        await(() -> MODE.matcher(words(panel)).find()
                && nodes(panel).noneMatch(ModeAndSetTest::isPending)
                && (OF_ONE_BATCH.contains(kind)
                        || nodes(panel).filter(ModeAndSetTest::isCard).allMatch(ModeAndSetTest::saysBoth)));
        check(panel);
    }

    /** What a card shows may give way to what the next moment brings: so both are looked for at once. */
    private static boolean saysBoth(Node card) {
        String words = words(card);
        return MODE.matcher(words).find() && SET.matcher(words).find();
    }

    private static boolean isCard(Node node) {
        return node.getStyleClass().contains("card");
    }

    private static boolean isPending(Node node) {
        return node instanceof Labeled label && label.getText().endsWith("…");
    }

    @ParameterizedTest
    @EnumSource(names = {"SCREEN", "PAGE"})
    void thePanelsElsewhere(Look look) {
        for (Panel panel : Panels.ALL) {
            String words = onFx(() -> panel.figures(window.vm(), look).stream()
                    .map(figure ->
                            FigureWords.of(figure.feed(window.vm(), 100), 800, 500) + " " + figure.note(window.vm()))
                    .collect(Collectors.joining(" ")));
            String said = panel.id(window.vm()) + " " + look + ": " + words;
            // On a page the caption, before a class the name of the number tells it besides.
            String caption = look == Look.PAGE
                    ? Texts.text("figure.mode." + panel.id(window.vm()))
                    : panel == Panels.DECISIONS ? Texts.text("present.accuracy") : "";
            assertThat(said + " " + caption).containsPattern(MODE).containsPattern(SET);
        }
    }

    private static void check(Node card) {
        String words = onFx(() -> words(card));
        assertThat(words).as(card + ": " + words).containsPattern(MODE).containsPattern(SET);
    }

    private static String words(Node node) {
        return nodes(node)
                .map(each -> each instanceof FigureCanvas canvas
                        ? FigureWords.of(canvas.figure(), canvas.getWidth(), canvas.getHeight())
                        : each instanceof Labeled label
                                ? label.getText()
                                : each instanceof LiveText text ? text.getText() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    /** What is visible in a node, itself too. */
    private static Stream<Node> nodes(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found.stream();
    }

    private static void collect(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
            }
        }
    }
}
