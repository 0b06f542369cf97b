package normscope.torch;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as Python writes them. */
final class Python {

    private Python() {}

    /** {@return code, by a format and what stands in it} */
    static String code(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** {@return a number that Python reads back to the last bit} */
    static String number(double value) {
        String text = Double.toString(value).replace("E", "e").replace(".0e", "e");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@return a string of one line} */
    static String string(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return quoted.append('"').toString();
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** {@return numbers as the inside of a list, each plus one, as layers are counted for people} */
    static String layers(Collection<Integer> layers) {
        return layers.stream().map(layer -> String.valueOf(layer + 1)).collect(Collectors.joining(", "));
    }
}
