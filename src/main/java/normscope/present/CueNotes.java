package normscope.present;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.MarkdownText;
import normscope.lesson.page.PageWords;
import normscope.text.Texts;

/** What only the presenter needs: the notes of the cue, and the next one. */
final class CueNotes extends VBox {

    private final PresentViewModel vm;
    private final MarkdownText notes = new MarkdownText();
    private final Label next = Parts.styled(new Label(), "present-next");
    private Object shown;

    CueNotes(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-notes");
        setId("present-notes");
        setMaxHeight(USE_PREF_SIZE);
        next.setWrapText(true);
        next.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(notes, next);
    }

    /** Shows the cue's. */
    void refresh() {
        LessonViewModel script = vm.scriptProperty().get();
        PageWords words = script == null ? null : script.words();
        boolean waits = vm.waits();
        Object wanted = words == null ? "" : List.of(words.texts(), waits);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        String text = words == null ? "" : words.texts().notes();
        notes.setMarkdown(text.isBlank() ? Texts.text("present.notes.none") : text);
        int following = script == null ? 0 : script.pageProperty().get() + 1;
        boolean more = script != null && following < vm.cues();
        if (waits) {
            next.setText(Texts.text("present.next.action", words.texts().action()));
            return;
        }
        next.setText(
                more
                        ? Texts.text("present.next", script.title(following))
                        : Texts.text(script == null ? "present.notes.script" : "present.next.none"));
    }
}
