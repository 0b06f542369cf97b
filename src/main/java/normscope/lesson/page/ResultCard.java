package normscope.lesson.page;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.text.Texts;

/** What was measured once a page's action was done, and why it is so. */
final class ResultCard extends VBox {

    private final Label caption = new Label();
    private final MarkdownText result = new MarkdownText();
    private final VBox box = new VBox(caption, result);
    private final MarkdownText explanation = new MarkdownText();

    ResultCard() {
        getStyleClass().add("result");
        caption.getStyleClass().add("caption");
        result.setId("lesson-result");
        explanation.setId("lesson-explanation");
        box.getStyleClass().add("result-card");
        box.managedProperty().bind(box.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(box, explanation);
        setMinWidth(0);
    }

    void show(LessonViewModel lesson) {
        Phase phase = lesson.phaseProperty().get();
        boolean measuring = lesson.hasAction() && phase == Phase.MEASURING && !lesson.knows();
        boolean shown = lesson.knows();
        setVisible(shown || measuring);
        caption.setText(Texts.text(measuring ? "lesson.measuring" : "lesson.measured"));
        if (measuring) {
            result.setMarkdown("");
            explanation.setMarkdown("");
            box.setVisible(true);
        } else if (shown) {
            String measured = lesson.words().result();
            result.setMarkdown(measured);
            box.setVisible(!measured.isBlank());
            explanation.setMarkdown(lesson.words().explanation());
        }
    }
}
