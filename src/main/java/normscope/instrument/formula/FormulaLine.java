package normscope.instrument.formula;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FormulaImage;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.text.Numbers;
import normscope.text.Texts;

/** A formula in symbols, with its numbers, its result, and a line that says what it means. */
final class FormulaLine extends VBox {

    private final String row;
    private final ImageView symbols = new ImageView();
    private final ImageView numbers = new ImageView();
    private final StackPane place = new StackPane(numbers);
    private final Label note;
    private final LiveText result = new LiveText("= " + Numbers.withPowers(2.7e-15), Pos.CENTER_LEFT);

    private FormulaImage shown;

    FormulaLine(String row) {
        this.row = row;
        getStyleClass().add("formula-row");
        setId("formula-" + row);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        note = new Label(Texts.text("formula.row." + row));
        note.getStyleClass().add("formula-note");
        note.setMinWidth(0);
        note.setWrapText(true);
        place.setAlignment(Pos.CENTER_LEFT);
        // What is typeset changes its width with every number; the row must not.
        place.setMinWidth(0);
        place.setPrefWidth(0);
        place.widthProperty().addListener(observable -> fit());
        HBox.setHgrow(place, Priority.ALWAYS);
        result.getStyleClass().add("formula-result");
        HBox line = new HBox(symbols, place, result);
        line.getStyleClass().add("formula-line");
        getChildren().addAll(line, note);
        setMaxHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(this, Priority.NEVER);
    }

    void showNote(boolean on) {
        Parts.show(note, on);
    }

    String row() {
        return row;
    }

    void show(FormulaImage formula, FormulaImage withNumbers, Double value) {
        put(symbols, formula, formula.width());
        shown = withNumbers;
        fit();
        String text = value == null ? "" : Numbers.withPowers(value);
        result.setText(value == null ? "" : "= " + text);
        setAccessibleText(Texts.text("formula.row." + row + ".spoken", text));
    }

    /** What is too long for the line becomes smaller. */
    private void fit() {
        if (shown != null) {
            put(numbers, shown, Math.min(shown.width(), Math.max(1, place.getWidth())));
        }
    }

    private static void put(ImageView view, FormulaImage formula, double width) {
        if (view.getImage() != formula.image() || view.getFitWidth() != width) {
            view.setImage(formula.image());
            view.setFitWidth(width);
            view.setFitHeight(formula.height() * width / formula.width());
        }
    }
}
