package normscope.viewmodel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import normscope.text.Numbers;

/** The sentences of notices and flags, by language. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("normscope.viewmodel.notices");

    private Texts() {}

    static String of(String key, Object... values) {
        Object[] shown = Arrays.stream(values)
                .map(value -> value instanceof Number number ? number(number) : value)
                .toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(shown);
    }

    private static String number(Number value) {
        return value instanceof Double real ? Numbers.plain(real) : Numbers.grouped(value.longValue());
    }
}
