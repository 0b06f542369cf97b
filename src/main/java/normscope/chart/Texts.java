package normscope.chart;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words figures use, from the resource bundle of the current language. */
final class Texts {

    private Texts() {}

    /**
     * Looks up a text.
     *
     * @param key in the bundle
     * @param args for its places {0}, {1}…; numbers must be formatted already
     * @return the text
     */
    static String get(String key, Object... args) {
        String pattern = ResourceBundle.getBundle("normscope.chart.figures").getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(args);
    }
}
