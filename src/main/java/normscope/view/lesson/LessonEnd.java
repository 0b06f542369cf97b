package normscope.view.lesson;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.lesson.LessonTexts;
import normscope.view.control.Hints;
import normscope.view.text.Texts;

/** The last page of a lesson: what to notice, what to try in the Lab, and the sources. */
final class LessonEnd extends VBox {

    private final MarkdownText notice = new MarkdownText();
    private final MarkdownText tries = new MarkdownText();
    private final MarkdownText sources = new MarkdownText();

    LessonEnd(Runnable toLab) {
        getStyleClass().add("lesson-end");
        managedProperty().bind(visibleProperty());
        sources.getStyleClass().add("sources");
        Button lab = Hints.describe(new Button(Texts.text("lesson.try-in-lab")), "lesson.try-in-lab");
        lab.setId("try-in-lab");
        lab.getStyleClass().add("lesson-action");
        lab.setMaxWidth(Double.MAX_VALUE);
        lab.setOnAction(event -> toLab.run());
        getChildren()
                .setAll(
                        caption("lesson.notice"),
                        notice,
                        caption("lesson.try"),
                        tries,
                        lab,
                        caption("lesson.sources"),
                        sources);
        setMinWidth(0);
    }

    private static Label caption(String key) {
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    void show(LessonTexts texts) {
        notice.setMarkdown(texts.notice());
        tries.setMarkdown(texts.tryThis());
        sources.setMarkdown(texts.sources());
    }
}
