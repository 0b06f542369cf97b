package normscope.experiment;

import java.util.Locale;

/** The range checks of the configuration records: whatever is wrong is refused with the field's name. */
public final class Check {

    private Check() {}

    /**
     * Checks that a number lies within bounds.
     *
     * @param field what the number is called in files
     * @param value the number
     * @param min the least that is allowed
     * @param max the most that is allowed
     * @throws InvalidSettingException if it does not, or is NaN
     */
    public static void within(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidSettingException(
                    field,
                    String.format(Locale.ROOT, "must be from %s to %s, not %s.", text(min), text(max), text(value)));
        }
    }

    /**
     * Checks that a number is above a bound.
     *
     * @param field what the number is called in files
     * @param value the number
     * @param bound itself not allowed
     * @param max the most that is allowed
     * @throws InvalidSettingException if it is not, or is NaN
     */
    public static void above(String field, double value, double bound, double max) {
        if (!(value > bound && value <= max)) {
            throw new InvalidSettingException(
                    field,
                    String.format(
                            Locale.ROOT,
                            "must be more than %s and at most %s, not %s.",
                            text(bound),
                            text(max),
                            text(value)));
        }
    }

    /**
     * Checks that a number is below a bound.
     *
     * @param field what the number is called in files
     * @param value the number
     * @param min the least that is allowed
     * @param bound itself not allowed
     * @throws InvalidSettingException if it is not, or is NaN
     */
    public static void below(String field, double value, double min, double bound) {
        if (!(value >= min && value < bound)) {
            throw new InvalidSettingException(
                    field,
                    String.format(
                            Locale.ROOT,
                            "must be at least %s and less than %s, not %s.",
                            text(min),
                            text(bound),
                            text(value)));
        }
    }

    /**
     * Checks that a whole number lies within bounds.
     *
     * @param field what the number is called in files
     * @param value the number
     * @param min the least that is allowed
     * @param max the most that is allowed
     * @throws InvalidSettingException if it does not
     */
    public static void whole(String field, long value, long min, long max) {
        that(
                value >= min && value <= max,
                field,
                String.format(Locale.ROOT, "must be a whole number from %d to %d, not %d.", min, max, value));
    }

    /**
     * Checks that a number is not negative.
     *
     * @param field what the number is called in files
     * @param value the number
     * @throws InvalidSettingException if it is negative or NaN
     */
    public static void magnitude(String field, double value) {
        that(value >= 0, field, "must be a number of at least 0, not " + text(value) + ".");
    }

    /**
     * Checks that an experiment has an arm.
     *
     * @param field what the arm is called in files
     * @param arm its index
     * @throws InvalidSettingException if it has not
     */
    public static void arm(String field, int arm, ExperimentConfig config) {
        int arms = config.arms().size();
        that(
                arm < arms,
                field,
                "must be one of " + String.join(", ", Arms.keys(arms)) + ", not " + Arms.key(arm) + ".");
    }

    /**
     * Checks that an experiment has a hidden layer.
     *
     * @param field what the layer is called in files
     * @param layer its index
     * @throws InvalidSettingException if it has not
     */
    public static void layer(String field, int layer, ExperimentConfig config) {
        whole(field, layer, 0, config.network().layers() - 1);
    }

    /**
     * Checks anything.
     *
     * @param holds whether it is as it must be
     * @param field what is called in files what is wrong if it is not
     * @param problem the rest of the sentence
     * @throws InvalidSettingException if it is not
     */
    public static void that(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidSettingException(field, problem);
        }
    }

    /**
     * Checks that a value is there.
     *
     * @param field what the value is called in files
     * @throws InvalidSettingException if it is null
     */
    public static void present(String field, Object value) {
        if (value == null) {
            throw new InvalidSettingException(field, "is missing.");
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
