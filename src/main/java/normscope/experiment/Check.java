package normscope.experiment;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The range checks of the configuration records. Whatever is wrong is refused by an {@link InvalidSettingException}
 * with the field's name in files; so is NaN.
 */
public final class Check {

    private Check() {}

    /** Refuses what is less than {@code min} or more than {@code max}. */
    public static void within(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidSettingException(
                    field, "must be from %s to %s, not %s.", text(min), text(max), text(value));
        }
    }

    /** Refuses what is not more than {@code bound}, or more than {@code max}. */
    public static void above(String field, double value, double bound, double max) {
        if (!(value > bound && value <= max)) {
            throw new InvalidSettingException(
                    field, "must be more than %s and at most %s, not %s.", text(bound), text(max), text(value));
        }
    }

    /** Refuses what is less than {@code min}, or not less than {@code bound}. */
    public static void below(String field, double value, double min, double bound) {
        if (!(value >= min && value < bound)) {
            throw new InvalidSettingException(
                    field, "must be at least %s and less than %s, not %s.", text(min), text(bound), text(value));
        }
    }

    /** As {@link #within} of a whole number. */
    public static void whole(String field, long value, long min, long max) {
        that(value >= min && value <= max, field, "must be a whole number from %d to %d, not %d.", min, max, value);
    }

    /** Refuses a negative number. */
    public static void magnitude(String field, double value) {
        that(value >= 0, field, "must be a number of at least 0, not %s.", text(value));
    }

    /** Refuses the index of an arm that an experiment does not have. */
    public static void arm(String field, int arm, ExperimentConfig config) {
        oneOf(field, Arms.keys(config.arms().size()), Arms.key(arm));
    }

    /** Refuses a word that is not among the known ones. */
    static void oneOf(String field, List<String> known, String word) {
        that(known.contains(word), field, "must be one of %s, not %s.", String.join(", ", known), word);
    }

    /** Refuses the index of a hidden layer that an experiment does not have. */
    public static void layer(String field, int layer, ExperimentConfig config) {
        whole(field, layer, 0, config.network().layers() - 1);
    }

    /** Refuses what does not hold; the problem is the rest of the sentence, and a format if values follow. */
    public static void that(boolean holds, String field, String problem, Object... values) {
        if (!holds) {
            throw new InvalidSettingException(field, problem, values);
        }
    }

    /** Refuses null. */
    public static void present(String field, Object value) {
        that(value != null, field, "is missing.");
    }

    /** Makes or checks a part of something; what is refused of it is told with the part's path before it. */
    public static <T> T at(String path, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidSettingException e) {
            throw e.within(path);
        }
    }

    /** The same of a part that is only checked. */
    public static void at(String path, Runnable check) {
        at(path, () -> {
            check.run();
            return null;
        });
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
