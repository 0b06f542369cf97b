package normscope.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** All words for people, from the resource bundle {@code normscope/text/texts} of the current language. */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("normscope.text.texts");

    private Texts() {}

    /**
     * Returns the text of a key, with its arguments put in.
     *
     * @param key a key of the bundle
     * @param arguments for the places {0}, {1} … of the text; numbers are written by {@link Numbers}. A text without
     *     arguments is returned as it stands
     * @return the text
     * @throws MissingResourceException if the bundle has no such key
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT)
                        .format(Arrays.stream(arguments).map(Texts::shown).toArray());
    }

    private static Object shown(Object value) {
        if (value instanceof Double real) {
            return Numbers.plain(real);
        }
        return value instanceof Number number ? Numbers.grouped(number.longValue()) : value;
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
