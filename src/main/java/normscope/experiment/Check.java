package normscope.experiment;

import java.util.Locale;

/** The range checks of the configuration records. */
final class Check {

    private Check() {}

    static void within(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidSettingException(
                    field, "must be from %s to %s, not %s.".formatted(text(min), text(max), text(value)));
        }
    }

    static void above(String field, double value, double bound, double max) {
        if (!(value > bound && value <= max)) {
            throw new InvalidSettingException(
                    field,
                    "must be more than %s and at most %s, not %s.".formatted(text(bound), text(max), text(value)));
        }
    }

    static void below(String field, double value, double min, double bound) {
        if (!(value >= min && value < bound)) {
            throw new InvalidSettingException(
                    field,
                    "must be at least %s and less than %s, not %s.".formatted(text(min), text(bound), text(value)));
        }
    }

    static void present(String field, Object value) {
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
