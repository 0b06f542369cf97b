package normscope.lab;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.DataConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Trait;

/** What examples are told apart by in the shift lab, and between which fractions of the training set. */
public final class PreparedTrait {

    /** What examples are told apart by. */
    public enum By {
        /** How far they lie in a direction of the plane. */
        DIRECTION,
        /** How far they lie from the middle. */
        DISTANCE,
        /** How much ink a picture has. */
        INK,
        INPUT
    }

    private final ObjectProperty<By> by = new SimpleObjectProperty<>(this, "by", By.DIRECTION);
    private final DoubleProperty degrees = new SimpleDoubleProperty(this, "degrees");
    private final DoubleProperty input = new SimpleDoubleProperty(this, "input", 1);
    private final DoubleProperty from = new SimpleDoubleProperty(this, "from", 50);
    private final DoubleProperty to = new SimpleDoubleProperty(this, "to", 100);

    PreparedTrait() {}

    public ObjectProperty<By> byProperty() {
        return by;
    }

    /** The direction, counterclockwise from the first input's axis. */
    public DoubleProperty degreesProperty() {
        return degrees;
    }

    /** Which input, from 1. */
    public DoubleProperty inputProperty() {
        return input;
    }

    /** How many per cent of the training set lie below: 0 … 100. */
    public DoubleProperty fromProperty() {
        return from;
    }

    /** How many per cent of the training set lie below the upper end: 0 … 100. */
    public DoubleProperty toProperty() {
        return to;
    }

    /** {@return what examples of the data can be told apart by} */
    public static List<By> offered(DataConfig data) {
        return Arrays.stream(By.values()).filter(by -> has(data, by)).toList();
    }

    private static boolean has(DataConfig data, By by) {
        try {
            trait(by, 0, 0).check(data);
            return true;
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    /** Lets go of what other data do not have. */
    void fit(DataConfig data) {
        if (!has(data, by.get())) {
            by.set(data.isPlanar() ? By.DIRECTION : data.hasPictures() ? By.INK : By.DISTANCE);
        }
        input.set(Math.min(input.get(), data.inputs()));
    }

    Trait trait() {
        return trait(by.get(), degrees.get(), (int) Math.round(input.get()) - 1);
    }

    private static Trait trait(By by, double degrees, int input) {
        return switch (by) {
            case DIRECTION -> new Trait.Direction(degrees);
            case DISTANCE -> new Trait.Distance();
            case INK -> new Trait.Ink();
            case INPUT -> new Trait.Input(input);
        };
    }

    double low() {
        return from.get() / 100;
    }

    double high() {
        return to.get() / 100;
    }
}
