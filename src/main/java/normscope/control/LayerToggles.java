package normscope.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** One numbered switch a layer: is this layer normalized? */
public final class LayerToggles extends FlowPane {

    private final String key;
    private final ObjectProperty<List<Boolean>> value = new SimpleObjectProperty<>(this, "value", List.of());
    private Consumer<List<Boolean>> onCommit = layers -> {};

    /** Creates switches for no layer yet, with the texts of a key, whose argument is the number of the layer. */
    public LayerToggles(String key) {
        this.key = key;
        getStyleClass().addAll("chips", "layer-toggles");
        value.addListener((observable, old, layers) -> show());
    }

    /** The state of every layer's switch, first layer first, not modifiable. Setting it does not call the handler. */
    public ObjectProperty<List<Boolean>> valueProperty() {
        return value;
    }

    /** Sets who is told of a change by the user. */
    public void setOnCommit(Consumer<List<Boolean>> handler) {
        onCommit = handler;
    }

    private void show() {
        List<Boolean> layers = value.get();
        while (getChildren().size() > layers.size()) {
            getChildren().remove(getChildren().size() - 1);
        }
        while (getChildren().size() < layers.size()) {
            getChildren().add(toggle(getChildren().size()));
        }
        for (int i = 0; i < layers.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(layers.get(i));
        }
    }

    private ToggleButton toggle(int layer) {
        ToggleButton toggle = Parts.named(
                Hints.describe(new ToggleButton(String.valueOf(layer + 1)), key, layer + 1),
                key.replace('.', '-') + "-" + (layer + 1),
                "chip-toggle");
        toggle.setOnAction(event -> {
            List<Boolean> next = new ArrayList<>(value.get());
            next.set(layer, toggle.isSelected());
            value.set(List.copyOf(next));
            onCommit.accept(value.get());
        });
        return toggle;
    }
}
