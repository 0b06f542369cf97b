package normscope.lesson.page;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.text.Texts;

/** Asks what was to be seen, between a page's run and what was measured of it. */
final class SightCard extends VBox {

    private final VBox choices = new VBox();

    SightCard() {
        getStyleClass().add("question-card");
        setId("lesson-sight");
        MarkdownText question = new MarkdownText();
        question.getStyleClass().add("question");
        question.setMarkdown(Texts.text("lesson.see"));
        choices.getStyleClass().add("answers");
        managedProperty().bind(visibleProperty());
        getChildren().setAll(question, choices);
        setMinWidth(0);
    }

    void show(LessonViewModel lesson) {
        setVisible(lesson.reflection().asksWhatWasSeen());
        choices.getChildren().clear();
        if (!isVisible()) {
            return;
        }
        List<String> sights =
                lesson.words().sights().stream().map(MarkdownText::plain).toList();
        for (int i = 0; i < sights.size(); i++) {
            int index = i;
            Button choice = QuestionCard.answer(new Button(sights.get(i)), "sight", i);
            Hints.describeAs(choice, sights.get(i), Texts.text("lesson.see.tip", i + 1));
            choice.setOnAction(event -> lesson.answer(index));
            choices.getChildren().add(choice);
        }
    }
}
