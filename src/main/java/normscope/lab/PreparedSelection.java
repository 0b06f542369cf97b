package normscope.lab;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.DataKind;
import normscope.experiment.DataConfig;
import normscope.experiment.Selection;

/** The covariate shift that is prepared: which examples will be drawn. */
public final class PreparedSelection {

    /** Which examples. */
    public enum Which {
        /** Those between two fractions of the training set. */
        WINDOW,
        /** Low ones more often. */
        LOW,
        /** High ones more often. */
        HIGH,
        BLACK,
        COLOURED,
        ALL;

        /** {@return whether they are chosen by a trait} */
        public boolean hasTrait() {
            return this == WINDOW || isSoft();
        }

        /** {@return whether none is left out for sure} */
        public boolean isSoft() {
            return this == LOW || this == HIGH;
        }

        private boolean isOfCats() {
            return this == BLACK || this == COLOURED;
        }
    }

    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(this, "which", Which.WINDOW);
    private final PreparedTrait trait = new PreparedTrait();
    private final DoubleProperty steepness = new SimpleDoubleProperty(this, "steepness", 3);

    PreparedSelection() {}

    public ObjectProperty<Which> whichProperty() {
        return which;
    }

    public PreparedTrait trait() {
        return trait;
    }

    /** How much more often: the slope of the chance, by standard deviations. */
    public DoubleProperty steepnessProperty() {
        return steepness;
    }

    /** {@return what can be drawn of the data} */
    public static List<Which> offered(DataConfig data) {
        return Arrays.stream(Which.values())
                .filter(which -> data.kind() == DataKind.CATS || !which.isOfCats())
                .toList();
    }

    void fit(DataConfig data) {
        trait.fit(data);
        if (!offered(data).contains(which.get())) {
            which.set(Which.WINDOW);
        }
    }

    Selection selection() {
        return switch (which.get()) {
            case WINDOW -> new Selection.Window(trait.trait(), trait.low(), trait.high());
            case LOW -> new Selection.Sigmoid(trait.trait(), -steepness.get());
            case HIGH -> new Selection.Sigmoid(trait.trait(), steepness.get());
            case BLACK -> Selection.BLACK_CATS;
            case COLOURED -> Selection.COLOURED_CATS;
            case ALL -> Selection.ALL;
        };
    }
}
