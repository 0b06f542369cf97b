package normscope.present;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
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
        Label title = Parts.styled(new Label(Texts.text(key)), "present-title");
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
        Label note =
                Parts.wrapped(Texts.text(entries.isEmpty() ? key + ".none" : "present.choice.note"), "present-quiet");
        getChildren().add(note);
    }

    private HBox row(Choice.Entry entry, boolean marked) {
        Label key = Parts.label(String.valueOf(entry.key()), "present-key");
        Label name = Parts.wrapped(entry.title(), "present-strong");
        VBox words = new VBox(name);
        if (!entry.line().isEmpty()) {
            Label line = Parts.wrapped(entry.line(), "present-quiet");
            words.getChildren().add(line);
        }
        HBox row = Parts.styled(new HBox(key, words), "present-entry");
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
