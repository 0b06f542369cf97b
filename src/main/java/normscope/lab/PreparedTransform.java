package normscope.lab;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.DataConfig;
import normscope.experiment.InputShift;
import normscope.experiment.InvalidSettingException;

/** The transformation of the inputs that is prepared. */
public final class PreparedTransform {

    /** How the inputs are transformed. */
    public enum Kind {
        /** All inputs are moved. */
        MOVE,
        /** The inputs are multiplied. */
        SCALE,
        /** The inputs are turned. */
        ROTATE,
        /** The inputs of one class are moved. */
        CLASS,
        /** Noise is added to the inputs. */
        NOISE,
        /** Pictures are put on grey paper. */
        PAPER,
        /** Pictures become their negatives. */
        NEGATIVE,
        /** Pictures are moved by whole pixels. */
        PIXELS
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.MOVE);
    private final DoubleProperty moveX = new SimpleDoubleProperty(this, "moveX", 1);
    private final DoubleProperty moveY = new SimpleDoubleProperty(this, "moveY", 1);
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 10);
    private final BooleanProperty oneAxis = new SimpleBooleanProperty(this, "oneAxis");
    private final DoubleProperty degrees = new SimpleDoubleProperty(this, "degrees", 30);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", 1);
    private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 0.5);
    private final DoubleProperty grey = new SimpleDoubleProperty(this, "grey", 50);
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 100);
    private final BooleanProperty varied = new SimpleBooleanProperty(this, "varied");
    private final DoubleProperty right = new SimpleDoubleProperty(this, "right", 1);
    private final DoubleProperty down = new SimpleDoubleProperty(this, "down");

    PreparedTransform() {}

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** How far the first input is moved, of all examples or of one class. */
    public DoubleProperty moveXProperty() {
        return moveX;
    }

    /** How far the second input is moved. */
    public DoubleProperty moveYProperty() {
        return moveY;
    }

    public DoubleProperty factorProperty() {
        return factor;
    }

    /** Whether only the first input is multiplied. */
    public BooleanProperty oneAxisProperty() {
        return oneAxis;
    }

    /** How far the inputs are turned. */
    public DoubleProperty degreesProperty() {
        return degrees;
    }

    /** The class that is moved: the user's choice, from 0. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** The standard deviation of the noise. */
    public DoubleProperty noiseProperty() {
        return noise;
    }

    /** How grey the paper is: 0 … 100 %. */
    public DoubleProperty greyProperty() {
        return grey;
    }

    /** How many of the pictures are on grey paper: 0 … 100 %. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** Whether each picture has a grey of its own. */
    public BooleanProperty variedProperty() {
        return varied;
    }

    /** How many pixels pictures are moved to the right: the user's choice, a whole number. */
    public DoubleProperty rightProperty() {
        return right;
    }

    public DoubleProperty downProperty() {
        return down;
    }

    /** {@return how inputs of the data can be transformed} */
    public static List<Kind> offered(DataConfig data) {
        PreparedTransform any = new PreparedTransform();
        return Arrays.stream(Kind.values())
                .filter(kind -> {
                    any.kind.set(kind);
                    try {
                        any.shift(data).check(data);
                        return true;
                    } catch (InvalidSettingException e) {
                        return false;
                    }
                })
                .toList();
    }

    void fit(DataConfig data) {
        if (!offered(data).contains(kind.get())) {
            kind.set(Kind.MOVE);
        }
    }

    InputShift shift(DataConfig data) {
        int last = data.classes() - 1;
        return switch (kind.get()) {
            case MOVE -> new InputShift.Translate(moveX.get(), moveY.get());
            case SCALE -> new InputShift.Scale(factor.get(), oneAxis.get() ? 1 : factor.get());
            case ROTATE -> new InputShift.Rotate(degrees.get());
            case CLASS -> new InputShift.ClassShift(Math.min(label.get(), last), moveX.get(), moveY.get());
            case NOISE -> new InputShift.Noise(noise.get());
            case PAPER -> new InputShift.Paper(grey.get() / 100, share.get() / 100, varied.get());
            case NEGATIVE -> new InputShift.Negative();
            case PIXELS -> new InputShift.Pixels((int) Math.round(right.get()), (int) Math.round(down.get()));
        };
    }
}
