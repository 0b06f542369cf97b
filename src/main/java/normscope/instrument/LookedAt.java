package normscope.instrument;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;

/** The hidden layer and the unit that all panels show. What is chosen here is what they show. */
public final class LookedAt implements UnitChoice {

    private final LabViewModel lab;
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");

    public LookedAt(LabViewModel lab) {
        this.lab = lab;
        unit.set(lab.layers().unitProperty().get());
        // The choice by itself, as a page of a lesson makes it, does not say that one unit is to be shown.
        lab.layers().unitProperty().addListener((observable, old, now) -> unit.set(now.intValue()));
        unit.addListener((observable, old, now) -> {
            if (lab.layers().unitProperty().get() != now.intValue()) {
                lab.layers().unitProperty().set(now.intValue());
                lab.layers().oneUnitProperty().set(true);
            }
        });
    }

    @Override
    public IntegerProperty layerProperty() {
        return lab.curves().bandLayerProperty();
    }

    /** In a layer that has fewer units, the remainder is meant. */
    @Override
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** {@return the hidden layer that is shown, from 0} */
    public int layer() {
        return FewLayers.nearest(layerProperty().get(), layers());
    }

    /** {@return the unit of a layer of some width} */
    public int unitOf(int units) {
        return Math.floorMod(unit.get(), units);
    }

    @Override
    public int layers() {
        return lab.configProperty().get().network().layers();
    }

    @Override
    public int units() {
        return lab.configProperty().get().network().hiddenUnits().get(layer());
    }

    /** Shows one unit of a hidden layer in all panels; both from 0, and -1 for the unit shows the layer as it was. */
    public void choose(int layer, int chosen) {
        layerProperty().set(layer);
        if (chosen >= 0) {
            unit.set(chosen);
            lab.layers().oneUnitProperty().set(true);
        }
    }
}
