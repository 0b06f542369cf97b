package normscope.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import normscope.text.Texts;

/** Nodes with the names that style sheets and tests know them by, and the few habits that many of them have. */
public final class Nodes {

    private Nodes() {}

    /** {@return the node, with these style classes} */
    public static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** {@return the node, with an id and these style classes} */
    public static <N extends Node> N named(N node, String id, String... styles) {
        node.setId(id);
        return styled(node, styles);
    }

    /** {@return a label with these style classes that is never narrower than its words} */
    public static Label whole(String words, String... styles) {
        Label label = styled(new Label(words), styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** {@return a label with these style classes that goes on in a next line where its words do not fit} */
    public static Label wrapped(String words, String... styles) {
        Label label = styled(new Label(words), styles);
        label.setWrapText(true);
        return label;
    }

    /** {@return a button with a key's words and hints, and these style classes; its id is the key with hyphens} */
    public static Button button(String key, String... styles) {
        return named(Hints.describe(new Button(Texts.text(key)), key), key.replace('.', '-'), styles);
    }

    /** {@return a box to be ticked, likewise} */
    public static CheckBox box(String key) {
        return named(Hints.describe(new CheckBox(Texts.text(key)), key), key.replace('.', '-'));
    }

    /** {@return a line for what is wrong, which takes room only while it says something} */
    static Label errorLine() {
        Label error = wrapped("", "input-error");
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        leaveNoRoom(error);
        return error;
    }

    /** Lets a node take room only while it is visible. */
    public static void leaveNoRoom(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    /** {@return room that grows between what stands before it in a line and what stands behind it} */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
