package normscope.lesson.page;

import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.text.Texts;

/** A line of the student's own under a result, if one likes: why did it come out so? It is kept with the page. */
final class WhyLine extends VBox {

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
