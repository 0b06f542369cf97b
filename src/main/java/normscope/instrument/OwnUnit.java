package normscope.instrument;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.lab.LabViewModel;

/** A layer and a unit of the running experiment that one instrument shows, whatever others show. */
public abstract class OwnUnit implements UnitChoice {

    protected final LabViewModel lab;
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");

    protected OwnUnit(LabViewModel lab) {
        this.lab = lab;
    }

    @Override
    public final IntegerProperty layerProperty() {
        return layer;
    }

    @Override
    public final IntegerProperty unitProperty() {
        return unit;
    }

    @Override
    public final int layers() {
        return lab.configProperty().get().network().layers();
    }

    @Override
    public final int units() {
        return lab.configProperty().get().network().hiddenUnits().get(Math.min(layer.get(), layers() - 1));
    }

    /** Chooses what there is in place of what there is no longer. */
    protected final void keepWithin() {
        choose(layer.get(), unit.get());
    }

    /** Chooses the nearest that there is. */
    protected final void choose(int wantedLayer, int wantedUnit) {
        layer.set(Math.max(0, Math.min(wantedLayer, layers() - 1)));
        unit.set(Math.max(0, Math.min(wantedUnit, units() - 1)));
    }
}
