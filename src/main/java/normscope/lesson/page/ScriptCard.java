package normscope.lesson.page;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.lesson.Lesson;
import normscope.text.Texts;

/** What an instructor finds after the lessons: the scripts to present before a class. */
final class ScriptCard extends VBox {

    /**
     * Makes the card.
     *
     * @param scripts which there are
     * @param present begins one before a class
     */
    ScriptCard(List<Lesson> scripts, Consumer<Lesson> present) {
        getStyleClass().add("script-card");
        Label title = new Label(Texts.text("lessons.scripts"));
        title.getStyleClass().add("lesson-card-title");
        Label line = new Label(Texts.text("lessons.scripts.line"));
        line.getStyleClass().add("lesson-card-line");
        for (Label label : List.of(title, line)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().setAll(title, line);
        for (Lesson script : scripts) {
            String name = script.texts().title();
            Button button = new Button(name);
            Hints.describeAs(
                    button,
                    Texts.text("lessons.scripts.present", name),
                    Texts.text(
                            "present.scripts.minutes",
                            script.minutes(),
                            script.texts().line()));
            button.getStyleClass().add("script-button");
            button.setId("script-" + script.id());
            button.setWrapText(true);
            button.setMinHeight(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> present.accept(script));
            getChildren().add(button);
        }
    }
}
