package normscope.lesson.page;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.text.Texts;

/** What was measured once a page's action was done, how the student's answer stands beside it, and why it is so. */
final class ResultCard extends VBox {

    private final Label caption = new Label();
    private final MarkdownText result;
    private final VBox box;
    private final MarkdownText verdict = new MarkdownText();
    private final WhyLine why = new WhyLine();
    private final TermLinks links;
    private final MarkdownText explanation;

    ResultCard(TermLinks links) {
        this.links = links;
        result = new MarkdownText(links);
        box = new VBox(caption, result);
        explanation = new MarkdownText(links);
        getStyleClass().add("result");
        caption.getStyleClass().add("caption");
        result.setId("lesson-result");
        verdict.setId("lesson-verdict");
        explanation.setId("lesson-explanation");
        box.getStyleClass().add("result-card");
        box.managedProperty().bind(box.visibleProperty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(box, verdict, why, explanation);
        setMinWidth(0);
    }

    void show(LessonViewModel lesson) {
        boolean shown = lesson.knows();
        boolean measuring =
                !shown && lesson.hasAction() && lesson.phaseProperty().get() == Phase.MEASURING;
        setVisible(shown || measuring);
        caption.setText(Texts.text(measuring ? "lesson.measuring" : "lesson.measured"));
        String measured = shown ? lesson.words().result() : "";
        String before = lesson.words() == null ? "" : lesson.words().texts().text();
        result.setMarkdown(measured, links.glossary().in(List.of(before)));
        box.setVisible(measuring || !measured.isBlank());
        String said = shown
                ? lesson.words().verdict(lesson.answerProperty().get())
                        + "\n\n"
                        + lesson.words().sight(lesson.reflection().sawProperty().get())
                : "";
        verdict.setMarkdown(said);
        verdict.setVisible(!said.isBlank());
        why.show(lesson);
        Set<String> above = links.glossary().in(List.of(before, measured));
        explanation.setMarkdown(shown ? lesson.words().explanation() : "", above);
    }
}
