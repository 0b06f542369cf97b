package normscope.instrument;

import java.util.function.IntSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.SegmentedChoice;
import normscope.lab.FewLayers;
import normscope.text.Texts;

/** The controls that choose a hidden layer and one of its units. */
public final class UnitTools {

    private final IntegerProperty unitProperty;
    private final IntSupplier layerCount;
    private final IntSupplier unitCount;
    private final String id;
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final HBox layers = new HBox();
    private final Stepper unit;
    private int shownLayers;

    /**
     * Creates the controls.
     *
     * @param id prefix of the nodes' ids
     * @param layerProperty the chosen layer, from 0
     * @param unitProperty the chosen unit, from 0
     * @param layerCount how many layers there are now
     * @param unitCount how many units the chosen layer has now
     */
    public UnitTools(
            String id,
            IntegerProperty layerProperty,
            IntegerProperty unitProperty,
            IntSupplier layerCount,
            IntSupplier unitCount) {
        this.id = id;
        this.unitProperty = unitProperty;
        this.layerCount = layerCount;
        this.unitCount = unitCount;
        layers.getStyleClass().add("tool-group");
        unit = new Stepper(
                id,
                "formula.previous-unit",
                "formula.next-unit",
                Texts.text("formula.unit", 128, 128),
                by -> unitProperty.set(Math.floorMod(unitProperty.get() + by, unitCount.getAsInt())));
        layer.set(Math.max(0, layerProperty.get()));
        layer.addListener((observable, old, now) -> layerProperty.set(now));
        layerProperty.addListener(observable -> layer.set(layerProperty.get()));
    }

    public HBox layers() {
        return layers;
    }

    public Stepper unit() {
        return unit;
    }

    /** Shows what is chosen, among what there is. */
    public void pulse() {
        int count = layerCount.getAsInt();
        if (count != shownLayers) {
            shownLayers = count;
            SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                    FewLayers.of(count),
                    item -> Texts.text("formula.layer.number", item + 1),
                    item -> Texts.text("formula.layer.number.tip", item + 1));
            choice.setId(id + "-layer");
            choice.follow(layer);
            layers.getChildren().setAll(new Label(Texts.text("formula.layer")), choice);
        }
        unit.setText(Texts.text("formula.unit", unitProperty.get() + 1, unitCount.getAsInt()));
    }
}
