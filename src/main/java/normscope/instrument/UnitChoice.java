package normscope.instrument;

import javafx.beans.property.IntegerProperty;

/** A hidden layer of an experiment and one of its units, both from 0. */
public interface UnitChoice {

    IntegerProperty layerProperty();

    IntegerProperty unitProperty();

    /** {@return the number of hidden layers, at least 1} */
    int layers();

    /** {@return the number of units of the chosen layer, at least 1} */
    int units();
}
