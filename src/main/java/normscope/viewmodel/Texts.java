package normscope.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of notices and flags, by language. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("normscope.viewmodel.notices");

    private Texts() {}

    static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    /** A number as short as it can be written. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
