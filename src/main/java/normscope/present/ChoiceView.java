package normscope.present;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.shell.KeyList;
import normscope.text.Texts;

/** A list over the picture, each entry with the number of its key; or the list of keys. */
final class ChoiceView extends VBox {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Choice choice;
    private final InvalidationListener show = observable -> show();

    ChoiceView(Choice choice) {
        this.choice = choice;
        getStyleClass().add("present-choice");
        setId("present-choice");
        choice.kindProperty().addListener(show);
        choice.markedProperty().addListener(show);
        show();
    }

    private void show() {
        Choice.Kind kind = choice.kindProperty().get();
        setVisible(kind != Choice.Kind.NONE);
        getChildren().clear();
        if (!isVisible()) {
            return;
        }
        String key = "present.choice." + kind;
        Label title = new Label(Texts.text(key));
        title.getStyleClass().add("present-title");
        getChildren().add(title);
        List<Choice.Entry> entries = choice.entries();
        for (int i = 0; i < entries.size(); i++) {
            getChildren().add(row(entries.get(i), i == choice.markedProperty().get()));
        }
        if (kind == Choice.Kind.KEYS) {
            Node keys = KeyList.ofPresent();
            keys.setId("present-keys");
            getChildren().add(keys);
        }
        Label note = new Label(Texts.text(entries.isEmpty() ? key + ".none" : "present.choice.note"));
        note.getStyleClass().add("present-quiet");
        note.setWrapText(true);
        getChildren().add(note);
    }

    private HBox row(Choice.Entry entry, boolean marked) {
        Label key = new Label(String.valueOf(entry.key()));
        key.getStyleClass().add("present-key");
        key.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(entry.title());
        name.getStyleClass().add("present-strong");
        name.setWrapText(true);
        VBox words = new VBox(name);
        if (!entry.line().isEmpty()) {
            Label line = new Label(entry.line());
            line.getStyleClass().add("present-quiet");
            line.setWrapText(true);
            words.getChildren().add(line);
        }
        HBox row = new HBox(key, words);
        row.getStyleClass().add("present-entry");
        row.pseudoClassStateChanged(MARKED, marked);
        row.setId(entry.id());
        row.setOnMouseClicked(event -> {
            choice.close();
            entry.chosen().run();
        });
        return row;
    }

    /** Follows the choice no longer. */
    void close() {
        choice.kindProperty().removeListener(show);
        choice.markedProperty().removeListener(show);
    }
}
