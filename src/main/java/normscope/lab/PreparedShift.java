package normscope.lab;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Selection;

/** The change that the user has prepared in the shift lab, and its release upon the running networks. */
public final class PreparedShift {

    /** What changes. */
    public enum Family {
        /** Other examples are drawn: covariate shift. */
        SELECTION,
        /** The inputs are transformed: a sensor drifts. */
        TRANSFORM,
        /** The rule from inputs to labels changes: concept shift. */
        RULE,
        /** A layer is kicked; the data stay. */
        KICK;

        /** {@return whether it can be spread over many steps} */
        public boolean canDrift() {
            return this == SELECTION || this == TRANSFORM;
        }
    }

    /** Changes with a story. */
    public enum Preset {
        /** Trained on black cats, shown coloured ones: other examples are drawn. */
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
    private final ObjectProperty<Family> family = new SimpleObjectProperty<>(this, "family", Family.TRANSFORM);
    private final PreparedSelection selection = new PreparedSelection();
    private final PreparedTransform transform = new PreparedTransform();
    private final PreparedRule rule = new PreparedRule();
    private final PreparedKick kick = new PreparedKick();
    private final DoubleProperty driftSteps = new SimpleDoubleProperty(this, "driftSteps", 500);

    /** Prepares moving all inputs by 1. */
    public PreparedShift(LabViewModel lab) {
        this.lab = lab;
        lab.configProperty().subscribe(config -> fit(config.data()));
    }

    private void fit(DataConfig data) {
        selection.fit(data);
        transform.fit(data);
        rule.fit(data);
    }

    public ObjectProperty<Family> familyProperty() {
        return family;
    }

    /** Which examples are drawn, if that changes. */
    public PreparedSelection selection() {
        return selection;
    }

    /** How inputs are transformed, if they are. */
    public PreparedTransform transform() {
        return transform;
    }

    /** How the rule changes, if it does. */
    public PreparedRule rule() {
        return rule;
    }

    /** How a layer is kicked, if one is. */
    public PreparedKick kick() {
        return kick;
    }

    /** How many steps a drift takes: the user's choice, a whole number of at least 1. */
    public DoubleProperty driftStepsProperty() {
        return driftSteps;
    }

    public void prepareMove(double x, double y) {
        family.set(Family.TRANSFORM);
        transform.kindProperty().set(PreparedTransform.Kind.MOVE);
        transform.moveXProperty().set(x);
        transform.moveYProperty().set(y);
    }

    /** Whether a story begins with other data than the run has: {@link #prepare} then starts again with them. */
    public boolean startsAgain(Preset preset) {
        DataConfig data = config().data();
        return preset == Preset.COLOURED_CATS && !Selection.BLACK_CATS.equals(data.selection())
                || preset == Preset.ROTATED_CAMERA && !data.isPlanar();
    }

    public void prepare(Preset preset) {
        if (startsAgain(preset)) {
            DataConfig data = config().data();
            lab.edit(config().withData(
                            preset == Preset.COLOURED_CATS
                                    ? data.withKind(DataKind.CATS).withNoise(0).withSelection(Selection.BLACK_CATS)
                                    : data.withKind(DataKind.MOONS)));
        }
        family.set(preset == Preset.COLOURED_CATS ? Family.SELECTION : Family.TRANSFORM);
        switch (preset) {
            case COLOURED_CATS -> selection.whichProperty().set(PreparedSelection.Which.COLOURED);
            case SENSOR_DRIFT -> {
                prepareMove(2, 0);
                driftSteps.set(SLOW);
            }
            case UNIT_CHANGE -> {
                transform.kindProperty().set(PreparedTransform.Kind.SCALE);
                transform.factorProperty().set(10);
                transform.oneAxisProperty().set(false);
            }
            case ROTATED_CAMERA -> {
                transform.kindProperty().set(PreparedTransform.Kind.ROTATE);
                transform.degreesProperty().set(30);
            }
        }
    }

    private ExperimentConfig config() {
        return lab.configProperty().get();
    }

    /**
     * The prepared change as a command, slow if it can be, with numbers brought within what the experiment has;
     * {@link InvalidSettingException} if it does not go together, as a window that ends before it begins.
     */
    public Command command(boolean drift) {
        long steps = drift ? Math.round(driftSteps.get()) : 0;
        return switch (family.get()) {
            case SELECTION -> new Command.Select(selection.selection(), steps);
            case TRANSFORM -> new Command.ShiftInputs(transform.shift(config().data()), steps);
            case RULE -> new Command.ChangeRule(rule.rule());
            case KICK -> {
                int last = config().network().layers() - 1;
                yield new Command.KickLayer(Math.min(kick.layerProperty().get(), last), kick.kick());
            }
        };
    }

    /** Lets the prepared change happen at the present step, slowly if it can be. If it cannot, a notice says why. */
    public void apply(boolean drift) {
        try {
            apply(lab, command(drift));
        } catch (InvalidSettingException refusal) {
            lab.tell(Refusals.notice(refusal));
        }
    }

    /** Carries out a command; what a change of data or a kick changes is outlined as it was before. */
    public static void apply(LabViewModel lab, Command command) {
        boolean ofData = command.change() != null && command.jumps();
        if (ofData || command instanceof Command.KickLayer) {
            lab.transport().live();
            lab.layers().outlineWhenKnown(lab.apply(command));
        } else {
            lab.apply(command);
        }
    }
}
