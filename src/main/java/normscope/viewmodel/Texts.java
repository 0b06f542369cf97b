package normscope.viewmodel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of notices and flags, by language. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("normscope.viewmodel.notices");

    private Texts() {}

    static String of(String key, Object... values) {
        Object[] shown = Arrays.stream(values)
                .map(value -> value instanceof Long step ? grouped(step) : value)
                .toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(shown);
    }

    /** A step with thin spaces between thousands, as everywhere in the window. */
    private static String grouped(long step) {
        return String.format(Locale.ROOT, "%,d", step).replace(',', '\u2009');
    }

    /** A number as short as it can be written. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
