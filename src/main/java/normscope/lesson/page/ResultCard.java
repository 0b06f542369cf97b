package normscope.lesson.page;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was measured once a page's action was done, how the student's answer stands beside it, and why it is so. */
final class ResultCard extends VBox {

    private final Label caption = new Label();
    private final Button again = new Button(Texts.text("lesson.again"), new FontIcon(Feather.ROTATE_CW));
    private final MarkdownText result;
    private final VBox box;
    private final MarkdownText verdict = new MarkdownText();
    private final WhyLine why = new WhyLine();
    private final TermLinks links;
    private final MarkdownText explanation;

    ResultCard(TermLinks links) {
        this.links = links;
        result = new MarkdownText(links);
        HBox head = new HBox(caption, Parts.gap(), Parts.collapsing(again));
        head.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(head, result);
        explanation = new MarkdownText(links);
        getStyleClass().add("result");
        caption.getStyleClass().add("caption");
        again.setId("lesson-again");
        again.getStyleClass().add("again-button");
        again.setMinWidth(USE_PREF_SIZE);
        result.setId("lesson-result");
        verdict.setId("lesson-verdict");
        explanation.setId("lesson-explanation");
        box.getStyleClass().add("result-card");
        Parts.collapsing(this);
        getChildren().setAll(Parts.collapsing(box), Parts.collapsing(verdict), why, explanation);
        setMinWidth(0);
    }

    /** Whether the page's action is offered once more, beside what it had measured. */
    boolean offersAgain() {
        return box.isVisible() && again.isVisible();
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
        again.setVisible(shown
                && lesson.hasAction()
                && lesson.phaseProperty().get() == Phase.READY
                && !lesson.pausedProperty().get());
        if (again.isVisible()) {
            again.setOnAction(event -> lesson.act());
            String told = lesson.words().texts().action();
            Hints.describeAs(
                    again,
                    Texts.text("lesson.once-more", told.isEmpty() ? Texts.text("lesson.show") : told),
                    Texts.text("lesson.action.tip"));
        }
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

    /** A line of the student's own under a result, if one likes: why did it come out so? It is kept with the page. */
    private static final class WhyLine extends VBox {

        private final TextField field = new TextField();
        private LessonViewModel shown;

        WhyLine() {
            getStyleClass().add("why-line");
            field.setId("lesson-why");
            field.setPromptText(Texts.text("lesson.why.prompt"));
            Hints.describe(field, "lesson.why");
            field.setOnAction(event -> {
                keep();
                // So that the keys turn pages again.
                getScene().getRoot().requestFocus();
            });
            field.focusedProperty().addListener((observable, old, focused) -> {
                if (!focused) {
                    keep();
                }
            });
            managedProperty().bind(visibleProperty());
            getChildren().setAll(field);
            setMinWidth(0);
        }

        private void keep() {
            if (shown != null && isVisible()) {
                shown.reflection().explain(field.getText());
            }
        }

        void show(LessonViewModel lesson) {
            shown = null;
            setVisible(lesson.reflection().asksWhy());
            if (!field.isFocused() || !isVisible()) {
                field.setText(lesson.reflection().why());
            }
            shown = lesson;
        }
    }
}
