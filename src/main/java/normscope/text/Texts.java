package normscope.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of the window, from the resource bundle {@code normscope/view/texts}. */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("normscope.view.texts", Locale.ROOT);

    private Texts() {}

    /**
     * Returns the text of a key, with its arguments put in.
     *
     * @param key a key of the bundle
     * @param arguments values for the {@code %s} and {@code %d} in the text; a text without arguments is returned as it
     *     stands, so that it may contain a percent sign
     * @return the text
     * @throws MissingResourceException if the bundle has no such key
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : String.format(Locale.ROOT, pattern, arguments);
    }

    /**
     * Tells whether a key has a text.
     *
     * @param key the key
     * @return true if the bundle has it
     */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
