package normscope.control;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two number fields in one line, with one line below for what is wrong with either. */
public final class FieldPair extends VBox {

    /** Puts two inputs side by side, and takes over their own lines for errors. */
    public FieldPair(NumberInput first, NumberInput second) {
        getStyleClass().add("number-input");
        HBox line = new HBox(first, second);
        line.getStyleClass().add("number-line");
        for (NumberInput input : List.of(first, second)) {
            input.hideError();
            // Alike from the start, whatever the texts in them.
            input.setPrefWidth(0);
            HBox.setHgrow(input, Priority.ALWAYS);
        }
        Label error = new Label();
        error.getStyleClass().add("input-error");
        error.setWrapText(true);
        error.textProperty()
                .bind(Bindings.when(first.errorProperty().isNotEmpty())
                        .then(first.errorProperty())
                        .otherwise(second.errorProperty()));
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        getChildren().addAll(line, error);
    }
}
