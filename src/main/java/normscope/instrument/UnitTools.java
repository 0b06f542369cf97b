package normscope.instrument;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.SegmentedChoice;
import normscope.lab.FewLayers;
import normscope.text.Texts;

/** The controls that choose a hidden layer and one of its units. */
public final class UnitTools {

    private final UnitChoice chosen;
    private final String id;
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final HBox layers = new HBox();
    private final Stepper unit;
    private int shownLayers;

    public UnitTools(String id, UnitChoice chosen) {
        this.id = id;
        this.chosen = chosen;
        layers.getStyleClass().add("tool-group");
        unit = new Stepper(
                id,
                "formula.previous-unit",
                "formula.next-unit",
                Texts.text("formula.unit", 128, 128),
                by -> chosen.unitProperty()
                        .set(Math.floorMod(chosen.unitProperty().get() + by, chosen.units())));
        layer.set(Math.max(0, chosen.layerProperty().get()));
        layer.addListener((observable, old, now) -> chosen.layerProperty().set(now));
        chosen.layerProperty().addListener((observable, old, now) -> layer.set(now.intValue()));
    }

    public HBox layers() {
        return layers;
    }

    public Stepper unit() {
        return unit;
    }

    public void pulse() {
        int count = chosen.layers();
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
        unit.setText(Texts.text("formula.unit", chosen.unitProperty().get() + 1, chosen.units()));
    }
}
