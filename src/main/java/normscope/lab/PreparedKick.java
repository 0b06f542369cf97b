package normscope.lab;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Kick;

/** The kick of a layer that is prepared. */
public final class PreparedKick {

    /** What happens to a layer. */
    public enum Kind {
        /** Its weights are multiplied. */
        SCALE,
        /** A constant is added to its z. */
        ADD,
        /** Its weights are drawn anew. */
        REDRAW
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.ADD);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 3);
    private final DoubleProperty constant = new SimpleDoubleProperty(this, "constant", 2);

    PreparedKick() {}

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** Which hidden layer is kicked: the user's choice, from 0. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    public DoubleProperty factorProperty() {
        return factor;
    }

    public DoubleProperty constantProperty() {
        return constant;
    }

    Kick kick() {
        return switch (kind.get()) {
            case SCALE -> new Kick.ScaleWeights(factor.get());
            case ADD -> new Kick.AddToZ(constant.get());
            case REDRAW -> new Kick.Redraw();
        };
    }
}
