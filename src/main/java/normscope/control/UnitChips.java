package normscope.control;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * The units of every hidden layer: one small field a layer, and buttons that add and remove the last layer.
 *
 * <p>Enter or leaving a field commits, Esc reverts, arrow up and down change by one, with Shift by eight.
 */
public final class UnitChips extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final int maxLayers;
    private final int maxUnits;
    private final ObjectProperty<List<Integer>> value = new SimpleObjectProperty<>(this, "value", List.of());
    private final FlowPane chips = Parts.styled(new FlowPane(), "chips");
    private final Button add = Parts.named(new Button("+"), "add-layer");
    private final Button remove = Parts.named(new Button("\u2212"), "remove-layer");
    private final Label error = Parts.errorLine();
    private Consumer<List<Integer>> onCommit = units -> {};

    /** Creates chips without layers, of which there may be so many, with so many units each. */
    public UnitChips(int maxLayers, int maxUnits) {
        this.maxLayers = maxLayers;
        this.maxUnits = maxUnits;
        getStyleClass().add("unit-chips");
        for (Button button : List.of(add, remove)) {
            button.getStyleClass().add("chip-button");
        }
        Hints.describe(add, "units.add").setOnAction(event -> addLayer());
        Hints.describe(remove, "units.remove").setOnAction(event -> removeLayer());
        // The buttons stay where they are, whatever becomes of the chips, so that they can be clicked again and again.
        HBox line = Parts.styled(new HBox(chips, remove, add), "unit-line");
        HBox.setHgrow(chips, Priority.ALWAYS);
        remove.setMinWidth(USE_PREF_SIZE);
        add.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(line, error);
        value.addListener((observable, old, units) -> show());
    }

    /** The units of the layers, first layer first, not modifiable. Setting it does not call the handler. */
    public ObjectProperty<List<Integer>> valueProperty() {
        return value;
    }

    /** Sets who is told of a change by the user, and refuses it with an {@link IllegalArgumentException}. */
    public void setOnCommit(Consumer<List<Integer>> handler) {
        onCommit = handler;
    }

    /** Shows the layers in force again and forgets what was wrong. */
    public void show() {
        List<Integer> units = value.get();
        // Fields are kept as long as the number of layers stays, so that the focus stays in the one being edited.
        if (chips.getChildren().size() != units.size()) {
            chips.getChildren().clear();
            for (int i = 0; i < units.size(); i++) {
                chips.getChildren().add(chip(i));
            }
        }
        for (int i = 0; i < units.size(); i++) {
            chipAt(i).setText(String.valueOf(units.get(i)));
            chipAt(i).pseudoClassStateChanged(WRONG, false);
        }
        add.setDisable(units.size() >= maxLayers);
        remove.setDisable(units.size() <= 1);
        error.setText("");
    }

    private TextField chip(int layer) {
        TextField field = Parts.named(
                Hints.describe(new TextField(), "units.chip", layer + 1, maxUnits), "units-" + (layer + 1), "chip");
        field.setOnAction(event -> commitText(layer));
        field.focusedProperty().addListener((observable, old, focused) -> {
            boolean stillThere =
                    layer < value.get().size() && chips.getChildren().contains(field);
            if (!focused
                    && stillThere
                    && !field.getText().equals(String.valueOf(value.get().get(layer)))) {
                commitText(layer);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, layer));
        return field;
    }

    private TextField chipAt(int layer) {
        return (TextField) chips.getChildren().get(layer);
    }

    private void key(KeyEvent event, int layer) {
        int by = event.isShiftDown() ? 8 : 1;
        switch (event.getCode()) {
            case ESCAPE -> show();
            case UP -> change(layer, value.get().get(layer) + by);
            case DOWN -> change(layer, value.get().get(layer) - by);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void change(int layer, int units) {
        List<Integer> next = new ArrayList<>(value.get());
        next.set(layer, Math.max(1, Math.min(maxUnits, units)));
        commit(next, layer);
    }

    private void commitText(int layer) {
        OptionalDouble typed = Numbers.parse(chipAt(layer).getText());
        double units = typed.orElse(0);
        if (units < 1 || units > maxUnits || units != Math.rint(units)) {
            complain(layer, Texts.text("units.wrong", layer + 1, maxUnits));
            return;
        }
        List<Integer> next = new ArrayList<>(value.get());
        next.set(layer, (int) units);
        commit(next, layer);
    }

    private void addLayer() {
        List<Integer> next = new ArrayList<>(value.get());
        next.add(next.get(next.size() - 1));
        commit(next, next.size() - 2);
    }

    private void removeLayer() {
        List<Integer> next = new ArrayList<>(value.get());
        next.remove(next.size() - 1);
        commit(next, next.size() - 1);
    }

    private void commit(List<Integer> next, int layer) {
        if (next.equals(value.get())) {
            show();
            return;
        }
        try {
            onCommit.accept(List.copyOf(next));
            value.set(List.copyOf(next));
        } catch (IllegalArgumentException refusal) {
            complain(layer, refusal.getMessage());
        }
    }

    private void complain(int layer, String sentence) {
        chipAt(layer).pseudoClassStateChanged(WRONG, true);
        error.setText(sentence);
    }
}
