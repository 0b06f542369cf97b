package normscope.present;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.lesson.Lesson;
import normscope.text.Texts;

/** The scripts there are, each with the number of its key. */
final class ScriptList extends VBox {

    private final PresentViewModel vm;

    ScriptList(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-scripts");
        setId("present-scripts");
    }

    /** Lists them anew. */
    void show() {
        Label title = new Label(Texts.text("present.scripts"));
        title.getStyleClass().add("present-title");
        getChildren().setAll(title);
        List<Lesson> scripts = vm.scripts();
        for (int i = 0; i < scripts.size(); i++) {
            getChildren().add(row(scripts.get(i), i + 1));
        }
        Label note = new Label(Texts.text(scripts.isEmpty() ? "present.scripts.none" : "present.scripts.note"));
        note.getStyleClass().add("present-quiet");
        note.setWrapText(true);
        getChildren().add(note);
    }

    private HBox row(Lesson script, int number) {
        Label key = new Label(String.valueOf(number));
        key.getStyleClass().add("present-key");
        Label name = new Label(script.texts().title());
        name.getStyleClass().add("present-strong");
        Label minutes = new Label(Texts.text(
                "present.scripts.minutes", script.minutes(), script.texts().line()));
        minutes.getStyleClass().add("present-quiet");
        minutes.setWrapText(true);
        HBox row = new HBox(key, new VBox(name, minutes));
        row.getStyleClass().add("present-script");
        row.setId("present-script-" + script.id());
        row.setOnMouseClicked(event -> vm.play(script));
        return row;
    }
}
