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
        HBox line = Parts.styled(new HBox(first, second), "number-line");
        for (NumberInput input : List.of(first, second)) {
            input.hideError();
            // Alike from the start, whatever the texts in them.
            input.setPrefWidth(0);
            HBox.setHgrow(input, Priority.ALWAYS);
        }
        Label error = Parts.errorLine();
        error.textProperty()
                .bind(Bindings.when(first.errorProperty().isNotEmpty())
                        .then(first.errorProperty())
                        .otherwise(second.errorProperty()));
        getChildren().addAll(line, error);
    }
}
