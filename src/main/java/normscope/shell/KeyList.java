package normscope.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.text.Texts;

/** The keys, each with what it does. */
public final class KeyList {

    private KeyList() {}

    /** {@return all keys of the program} */
    static Node ofWindow() {
        return columns(
                new VBox(group("window", true)),
                new VBox(group("compare", true), group("lesson", true), group("present", true)));
    }

    /** {@return those for presenting alone} */
    public static Node ofPresent() {
        return columns(group("present", false));
    }

    private static HBox columns(Node... groups) {
        HBox columns = Parts.styled(new HBox(groups), "keys");
        return columns;
    }

    private static Node group(String group, boolean withHeading) {
        String prefix = "keys." + group;
        GridPane grid = new GridPane();
        if (withHeading) {
            Label heading = Parts.styled(new Label(Texts.text(prefix)), "keys-heading");
            grid.add(heading, 0, 0, 2, 1);
        }
        for (int i = 1; Texts.has(prefix + "." + i); i++) {
            String[] parts = Texts.text(prefix + "." + i).split("\\|", 2);
            HBox caps = new HBox(4);
            for (String cap : parts[0].strip().split("\\s+")) {
                Label label = Parts.label(cap.replace('_', ' '), "key");
                caps.getChildren().add(label);
            }
            Label does = Parts.wrapped(parts[1].strip());
            does.setMinHeight(Label.USE_PREF_SIZE);
            grid.addRow(i, caps, does);
        }
        return grid;
    }
}
