package normscope.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** A choice of one among a few, all in view. Tab reaches the chosen one, arrow keys choose. */
public final class SegmentedChoice<T> extends FlowPane {

    private final List<T> items;
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private Consumer<T> onCommit = chosen -> {};

    /**
     * Creates a choice of alternatives in order, each with a text and a line that says what it does; nothing is chosen
     * until {@link #valueProperty()} is set.
     */
    public SegmentedChoice(List<T> items, Function<T, String> label, Function<T, String> tip) {
        // Unlike an immutable list it can be asked for null: nothing chosen.
        this.items = new ArrayList<>(items);
        getStyleClass().add("segmented");
        // One line, whatever it takes, unless it may wrap.
        setPrefWrapLength(Double.MAX_VALUE);
        setMinWidth(USE_PREF_SIZE);
        for (T item : this.items) {
            ToggleButton button = new ToggleButton(label.apply(item));
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setFocusTraversable(false);
            Hints.describeAs(button, label.apply(item), tip.apply(item));
            button.setOnAction(event -> choose(item));
            getChildren().add(button);
        }
        value.addListener((observable, old, chosen) -> showChosen());
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
        showChosen();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset() + getHgap() * (items.size() - 1);
        for (Node button : getManagedChildren()) {
            width += snapSizeX(button.prefWidth(-1));
        }
        return width;
    }

    /** Calls the alternatives by other names; what they do stays. */
    public void relabel(Function<T, String> label) {
        for (int i = 0; i < items.size(); i++) {
            ToggleButton button = (ToggleButton) getChildren().get(i);
            button.setText(label.apply(items.get(i)));
            button.setAccessibleText(button.getText());
        }
    }

    /** Lets the alternatives go on in a next line where they do not fit. */
    public void wrap() {
        setMinWidth(USE_COMPUTED_SIZE);
        getStyleClass().add("wrapping");
    }

    /** The chosen alternative. May be bound bidirectionally. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Sets what happens when the user (not the program) has chosen something new. */
    public void setOnCommit(Consumer<T> handler) {
        onCommit = handler;
    }

    /** Shows the value of a property, which is among the alternatives, and sets it when the user chooses. */
    public void follow(Property<T> property) {
        // Holds this choice weakly, which may go before what it follows.
        value.bindBidirectional(property);
    }

    /** Chooses as the user does; a click on what is chosen already changes nothing. */
    public void choose(T item) {
        boolean isNew = !item.equals(value.get());
        value.set(item);
        showChosen();
        if (isNew) {
            onCommit.accept(item);
        }
    }

    /** {@return the button of an alternative, for tests and for what only sometimes applies} */
    public ToggleButton button(T item) {
        return (ToggleButton) getChildren().get(items.indexOf(item));
    }

    private void showChosen() {
        int chosen = items.indexOf(value.get());
        for (int i = 0; i < items.size(); i++) {
            ToggleButton button = (ToggleButton) getChildren().get(i);
            button.setSelected(i == chosen);
            button.setFocusTraversable(i == Math.max(0, chosen));
        }
    }

    private void arrow(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (by == 0 || event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        int next = Math.floorMod(items.indexOf(value.get()) + by, items.size());
        choose(items.get(next));
        getChildren().get(next).requestFocus();
    }
}
