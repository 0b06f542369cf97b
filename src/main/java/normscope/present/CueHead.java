package normscope.present;

import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.export.FigureSheets;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.MarkdownText;
import normscope.lesson.page.PageWords;
import normscope.text.Texts;

/** The line of text at the top: the cue's, and below it what came out once that was measured. */
final class CueHead extends VBox {

    private static final PseudoClass CUE = PseudoClass.getPseudoClass("cue");
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    /** From so many letters on, a line is set smaller: two lines of it at most. */
    private static final int LONG_LINE = 70;

    /** A question has no result below it: two lines of it may be large. */
    private static final int LONG_QUESTION = 100;

    static final double FAINT = 0.3;

    private final PresentViewModel vm;
    private final MarkdownText line = Parts.named(new MarkdownText(), "present-title", "present-title");
    private final MarkdownText result = Parts.named(new MarkdownText(), "present-result", "present-result");
    private boolean compact;
    private String lineShown = "";
    private String resultShown = "";

    CueHead(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-head");
        Parts.collapsing(result);
        getChildren().setAll(line, result);
    }

    /** Leaves the line out where there is no room for it: what was asked has been answered below. */
    void setCompact(boolean isCompact) {
        compact = isCompact;
        line.setVisible(!compact);
        line.setManaged(!compact);
    }

    void refresh() {
        LessonViewModel script = vm.scriptProperty().get();
        PageWords words = script == null ? null : script.words();
        if (words == null) {
            pseudoClassStateChanged(CUE, false);
            show(script == null ? experiment() : Texts.text("present.end"), "", false, false);
            return;
        }
        // One height for all cues, so that nothing jumps from one to the next.
        pseudoClassStateChanged(CUE, !compact);
        LessonTexts.PageTexts texts = words.texts();
        boolean done = script.phaseProperty().get() == LessonViewModel.Phase.DONE;
        // Its room is kept from the beginning of the cue, so that nothing moves when it comes.
        show(
                headline(script, texts),
                done ? words.result() : " ",
                !script.asks() && !texts.result().isBlank(),
                done && !script.aside().isAsMeasured());
    }

    /** A question is what the class reads as long as it stands; in a lesson, which says nothing else, ever after. */
    private static String headline(LessonViewModel script, LessonTexts.PageTexts texts) {
        boolean isScript = script.lesson().kind() == Lesson.Kind.SCRIPT;
        if (!texts.question().isBlank()
                && (script.asks() || !isScript || texts.text().isBlank())) {
            return texts.question();
        }
        return isScript && !texts.text().isBlank() ? texts.text() : texts.title();
    }

    private String experiment() {
        String name =
                FigureSheets.name(vm.shownProperty().get().configProperty().get());
        return Texts.text(
                "present.title", name, PanelContent.name(vm, vm.bigProperty().get()));
    }

    private void show(String newLine, String newResult, boolean withResult, boolean faded) {
        result.setVisible(withResult);
        // What was measured is not said of another state.
        result.setOpacity(faded ? FAINT : 1);
        if (!newLine.equals(lineShown)) {
            lineShown = newLine;
            line.setMarkdown(newLine);
            pseudoClassStateChanged(LONG, newLine.length() > (result.isVisible() ? LONG_LINE : LONG_QUESTION));
        }
        if (!newResult.equals(resultShown)) {
            resultShown = newResult;
            result.setMarkdown(newResult.isBlank() ? "\u00a0" : newResult);
        }
    }
}
