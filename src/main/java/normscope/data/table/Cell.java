package normscope.data.table;

import java.util.Locale;
import java.util.Set;

/** What a cell of a table says. */
final class Cell {

    /** Written where there is no value, in capitals. */
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NAN", "?", "NULL", "-");

    private static final int LONGEST_MISSING = 4;

    private static final int LONGEST_NUMBER = 60;

    private Cell() {}

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MISSING && MISSING.contains(cell.toUpperCase(Locale.ROOT));
    }

    /** Reads a number without spaces around it, as 12, -0.5, .5, 1e-3 or 1,234.5; NaN if it is none, or has no end. */
    static double number(String cell, TableFormat.Decimal decimal) {
        int length = cell.length();
        if (length == 0 || length > LONGEST_NUMBER) {
            return Double.NaN;
        }
        StringBuilder plain = new StringBuilder(length);
        int at = 0;
        char first = cell.charAt(0);
        if (first == '+' || first == '-' || first == '\u2212') {
            plain.append(first == '+' ? '+' : '-');
            at++;
        }
        int whole = at;
        boolean grouped = false;
        int sinceGroup = 0;
        int digits = 0;
        for (; at < length; at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
                sinceGroup++;
            } else if (isGrouping(c, decimal) && sinceGroup >= 1 && sinceGroup <= 3 && (!grouped || sinceGroup == 3)) {
                grouped = true;
                sinceGroup = 0;
            } else {
                break;
            }
        }
        if (grouped && sinceGroup != 3 || grouped && cell.charAt(whole) == '0') {
            return Double.NaN;
        }
        if (at < length && cell.charAt(at) == decimal.mark()) {
            plain.append('.');
            for (at++; at < length && isDigit(cell.charAt(at)); at++) {
                plain.append(cell.charAt(at));
                digits++;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (at < length && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            plain.append('e');
            at++;
            if (at < length && (cell.charAt(at) == '+' || cell.charAt(at) == '-')) {
                plain.append(cell.charAt(at++));
            }
            int from = at;
            for (; at < length && isDigit(cell.charAt(at)); at++) {
                plain.append(cell.charAt(at));
            }
            if (at == from) {
                return Double.NaN;
            }
        }
        if (at < length) {
            return Double.NaN;
        }
        double value = Double.parseDouble(plain.toString());
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The other mark, an apostrophe as in Switzerland, or a space of some width. */
    private static boolean isGrouping(char c, TableFormat.Decimal decimal) {
        return c == decimal.grouping() || c == '\'' || c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
    }

    /** Orders words as people do: numbers in them by their size, and letters without regard to capitals. */
    static int inNaturalOrder(String a, String b) {
        double x = number(a, TableFormat.Decimal.POINT);
        double y = number(b, TableFormat.Decimal.POINT);
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
