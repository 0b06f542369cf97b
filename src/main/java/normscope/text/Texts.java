package normscope.text;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * All words for people. They stand in resource bundles {@code normscope/text/texts}, one a language: English in
 * {@code texts.properties}, the language xx in {@code texts_xx.properties}. What a language does not have is shown in
 * English.
 */
public final class Texts {

    private static final Locale LANGUAGE =
            language(System.getProperty("normscope.language"), Locale.getDefault(Locale.Category.DISPLAY));

    private static final ResourceBundle BUNDLE = bundle(LANGUAGE);

    private Texts() {}

    /** {@return the language that is asked for: by the system property normscope.language, or else by the system} */
    public static Locale language() {
        return LANGUAGE;
    }

    static Locale language(String named, Locale system) {
        return named == null ? system : Locale.forLanguageTag(named);
    }

    /** The words of a language; never those of the system's language instead of a missing one. */
    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "normscope.text.texts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * {@return the text of a key, with arguments in its places {0}, {1} …} Numbers are written by {@link Numbers}; a
     * text without arguments is returned as it stands.
     *
     * @throws MissingResourceException if the bundle has no such key
     */
    public static String text(String key, Object... arguments) {
        return filled(BUNDLE.getString(key), arguments);
    }

    static String filled(String pattern, Object... arguments) {
        if (arguments.length == 0) {
            return pattern;
        }
        MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
        Format[] places = format.getFormats();
        for (int i = 0; i < places.length; i++) {
            format.setFormat(i, new Place((ChoiceFormat) places[i], arguments));
        }
        return format.format(arguments);
    }

    /** {@return a text of at most so many characters: the end of a longer one is left out} */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** Writes what is put in: by {@link Numbers}, or with the words that go with the number. */
    private static final class Place extends Format {

        private static final long serialVersionUID = 1;

        private final transient ChoiceFormat words;
        private final transient Object[] arguments;

        /**
         * A place of a text for one of its arguments, with words, which have places of their own, for a number; null
         * where the number itself stands.
         */
        Place(ChoiceFormat words, Object[] arguments) {
            this.words = words;
            this.arguments = arguments;
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            return to.append(words == null ? shown(value) : filled(words.format(value), arguments));
        }

        private static Object shown(Object value) {
            if (value instanceof Double real) {
                return Numbers.plain(real);
            }
            return value instanceof Number number ? Numbers.grouped(number.longValue()) : value;
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }
}
