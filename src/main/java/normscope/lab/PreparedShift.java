package normscope.lab;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Command;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;

/** The change that the user has prepared in the shift lab, and its release upon the running networks. */
public final class PreparedShift {

    /** What is changed. */
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
        /** A layer is kicked. */
        KICK
    }

    /** What happens to a layer. */
    public enum KickKind {
        /** Its weights are multiplied. */
        SCALE,
        /** A constant is added to its z. */
        ADD,
        /** Its weights are drawn anew. */
        REDRAW
    }

    /** Changes with a story. */
    public enum Preset {
        /** Trained on black cats, shown coloured ones: one class moves. */
        COLOURED_CATS,
        /** A sensor slowly loses its zero: the first input drifts. */
        SENSOR_DRIFT,
        /** Metres become decimetres: all inputs times 10. */
        UNIT_CHANGE,
        /** A camera hangs askew: the inputs turn. */
        ROTATED_CAMERA
    }

    private static final long SLOW = 1000;

    private final LabViewModel lab;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.MOVE);
    private final DoubleProperty moveX = new SimpleDoubleProperty(this, "moveX", 1);
    private final DoubleProperty moveY = new SimpleDoubleProperty(this, "moveY", 1);
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 10);
    private final BooleanProperty oneAxis = new SimpleBooleanProperty(this, "oneAxis");
    private final DoubleProperty degrees = new SimpleDoubleProperty(this, "degrees", 30);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", 1);
    private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 0.5);
    private final ObjectProperty<KickKind> kick = new SimpleObjectProperty<>(this, "kick", KickKind.ADD);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final DoubleProperty kickFactor = new SimpleDoubleProperty(this, "kickFactor", 3);
    private final DoubleProperty constant = new SimpleDoubleProperty(this, "constant", 2);
    private final DoubleProperty driftSteps = new SimpleDoubleProperty(this, "driftSteps", 500);

    /** Prepares moving all inputs by 1. */
    public PreparedShift(LabViewModel lab) {
        this.lab = lab;
    }

    /** What is changed. */
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

    /** What the inputs are multiplied by. */
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

    /** What happens to the layer. */
    public ObjectProperty<KickKind> kickProperty() {
        return kick;
    }

    /** Which hidden layer is kicked: the user's choice, from 0. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** What the layer's weights are multiplied by. */
    public DoubleProperty kickFactorProperty() {
        return kickFactor;
    }

    /** What is added to the layer's z. */
    public DoubleProperty constantProperty() {
        return constant;
    }

    /** How many steps a drift takes: the user's choice, a whole number of at least 1. */
    public DoubleProperty driftStepsProperty() {
        return driftSteps;
    }

    /** Prepares one of the stories. */
    public void prepare(Preset preset) {
        switch (preset) {
            case COLOURED_CATS -> {
                kind.set(Kind.CLASS);
                label.set(1);
                moveX.set(1);
                moveY.set(1.5);
            }
            case SENSOR_DRIFT -> {
                kind.set(Kind.MOVE);
                moveX.set(2);
                moveY.set(0);
                driftSteps.set(SLOW);
            }
            case UNIT_CHANGE -> {
                kind.set(Kind.SCALE);
                factor.set(10);
                oneAxis.set(false);
            }
            case ROTATED_CAMERA -> {
                kind.set(Kind.ROTATE);
                degrees.set(30);
            }
        }
    }

    /** Whether the data can be changed so: false for turning data that have not two inputs. */
    public boolean applies(Kind wanted) {
        return wanted != Kind.ROTATE || lab.configProperty().get().data().kind().isPlanar();
    }

    /**
     * The prepared change as a command, with numbers brought within what the experiment has.
     *
     * @param drift whether the inputs change slowly; a kick is always at once
     * @return the command
     */
    public Command command(boolean drift) {
        if (kind.get() == Kind.KICK) {
            int last = lab.configProperty().get().network().layers() - 1;
            return new Command.KickLayer(Math.min(layer.get(), last), kick());
        }
        return new Command.ShiftInputs(shift(), drift ? Math.round(driftSteps.get()) : 0);
    }

    private Kick kick() {
        return switch (kick.get()) {
            case SCALE -> new Kick.ScaleWeights(kickFactor.get());
            case ADD -> new Kick.AddToZ(constant.get());
            case REDRAW -> new Kick.Redraw();
        };
    }

    private InputShift shift() {
        int classes = lab.configProperty().get().data().kind().classes();
        return switch (kind.get()) {
            case SCALE -> new InputShift.Scale(factor.get(), oneAxis.get() ? 1 : factor.get());
            case ROTATE -> new InputShift.Rotate(degrees.get());
            case CLASS -> new InputShift.ClassShift(Math.min(label.get(), classes - 1), moveX.get(), moveY.get());
            case NOISE -> new InputShift.Noise(noise.get());
            default -> new InputShift.Translate(moveX.get(), moveY.get());
        };
    }

    /**
     * Lets the prepared change happen now, at the run's present step.
     *
     * @param drift whether the inputs change slowly
     */
    public void apply(boolean drift) {
        if (applies(kind.get())) {
            apply(lab, command(drift));
        }
    }

    /** Carries out a command; what a shift or a kick changes is outlined as it was before. */
    public static void apply(LabViewModel lab, Command command) {
        boolean blow = command instanceof Command.ShiftInputs || command instanceof Command.KickLayer;
        if (blow) {
            lab.transport().live();
            lab.layers().outlineWhenKnown(lab.runner().apply(command));
        } else {
            lab.runner().apply(command);
        }
    }
}
