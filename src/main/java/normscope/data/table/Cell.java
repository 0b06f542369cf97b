package normscope.data.table;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import normscope.data.table.TableFormat.Decimal;

/** What a cell of a table says. */
final class Cell {

    /** Written where there is no value, in capitals. */
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NAN", "?", "NULL", "-");

    private static final int LONGEST_MISSING = 4;

    private static final int LONGEST_NUMBER = 60;

    private static final Map<Decimal, Pattern> NUMBERS = Map.of(
            Decimal.POINT, pattern(Decimal.POINT),
            Decimal.COMMA, pattern(Decimal.COMMA));

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private Cell() {}

    /** Groups of three are parted by the other mark, an apostrophe as in Switzerland, or a space of some width. */
    private static Pattern pattern(Decimal decimal) {
        return Pattern.compile("(?<sign>[+\\-\u2212]?)"
                + "(?<whole>\\d*|[1-9]\\d{0,2}(?:[" + decimal.grouping + "' \u00a0\u2009\u202f]\\d{3})+)"
                + "(?:[" + decimal.mark + "](?<fraction>\\d*))?"
                + "(?<exponent>[eE][+-]?\\d+)?");
    }

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MISSING && MISSING.contains(cell.toUpperCase(Locale.ROOT));
    }

    /** Reads a number without spaces around it, as 12, -0.5, .5, 1e-3 or 1,234.5; NaN if it is none, or has no end. */
    static double number(String cell, Decimal decimal) {
        if (cell.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        Matcher parts = NUMBERS.get(decimal).matcher(cell);
        if (!parts.matches()) {
            return Double.NaN;
        }
        String sign = parts.group("sign").replace('\u2212', '-');
        String whole = NO_DIGIT.matcher(parts.group("whole")).replaceAll("");
        String fraction = Objects.requireNonNullElse(parts.group("fraction"), "");
        String exponent = Objects.requireNonNullElse(parts.group("exponent"), "");
        if (whole.isEmpty() && fraction.isEmpty()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(sign + whole + "." + fraction + exponent);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Orders words as people do: numbers in them by their size, and letters without regard to capitals. */
    static int inNaturalOrder(String a, String b) {
        double x = number(a, Decimal.POINT);
        double y = number(b, Decimal.POINT);
        if (!Double.isNaN(x) && !Double.isNaN(y) && x != y) {
            return Double.compare(x, y);
        }
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfDigits(a, i);
            int endB = endOfDigits(b, j);
            int order;
            if (endA > i && endB > j) {
                order = compareWhole(a.substring(i, endA), b.substring(j, endB));
                i = endA;
                j = endB;
            } else {
                order = Character.compare(Character.toLowerCase(a.charAt(i++)), Character.toLowerCase(b.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareWhole(String a, String b) {
        String x = a.replaceFirst("^0+", "");
        String y = b.replaceFirst("^0+", "");
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }
}
