package normscope.instrument;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.text.Texts;

/** What the panels are put together from. */
public final class Panels {

    private Panels() {}

    /** A panel of rows, one above the other. */
    public static VBox panel(Node... rows) {
        VBox panel = new VBox(rows);
        panel.getStyleClass().add("instrument-panel");
        panel.setMinSize(0, 0);
        return panel;
    }

    /** A row of controls that breaks where it must. */
    public static FlowPane tools(Node... groups) {
        FlowPane tools = new FlowPane(groups);
        tools.getStyleClass().add("histogram-toolbar");
        return tools;
    }

    public static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("tool-group");
        return group;
    }

    /** A row of readouts that breaks where it must. */
    public static FlowPane readouts(Node... readouts) {
        FlowPane row = new FlowPane(readouts);
        row.getStyleClass().add("readouts");
        return row;
    }

    /** A card that takes the room that is left. */
    public static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().addAll("card", "figure-card");
        card.setMinSize(0, 0);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(content[content.length - 1], Priority.ALWAYS);
        return card;
    }

    /** Cards in columns and rows of the same size. */
    public static GridPane grid(int columns, int rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("statistics-grid");
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    /** Sentences below the figures, which are never cut. */
    public static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("formula-note");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    /** The card of a figure; {@code key.tip} helps who cannot see it. */
    public static VBox card(String key, FigureCanvas canvas) {
        VBox card = card(canvas);
        card.setAccessibleHelp(Texts.text(key + ".tip"));
        return card;
    }

    /** A button of words; its id is the key with hyphens. */
    public static Button button(String key, Runnable action) {
        Button button = Hints.describe(new Button(Texts.text(key)), key);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A switch of words; its id is the key with hyphens. */
    public static ToggleButton toggle(String key) {
        ToggleButton toggle = Hints.describe(new ToggleButton(Texts.text(key)), key);
        toggle.setId(key.replace('.', '-'));
        toggle.getStyleClass().add("plain-toggle");
        toggle.setMinWidth(ToggleButton.USE_PREF_SIZE);
        return toggle;
    }
}
