package normscope.chart;

import java.util.Locale;

/** How figures write numbers: a real minus sign, a point, groups of three parted by a no-break space. */
final class Numbers {

    private static final char MINUS = '\u2212';
    private static final char GROUP = '\u00a0';

    private Numbers() {}

    /** A value to two decimals, fewer when it is large; "1.2e6" from a hundred thousand on. */
    static String value(double v) {
        if (Double.isNaN(v)) {
            return "\u2013";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "\u221e" : MINUS + "\u221e";
        }
        double size = Math.abs(v);
        String pattern = size >= 99_999.5 ? "%.1e" : size >= 999.5 ? "%.0f" : size >= 99.95 ? "%.1f" : "%.2f";
        return signed(String.format(Locale.ROOT, pattern, v).replace("e+0", "e").replace("e+", "e"));
    }

    /**
     * A value beside others that lie within a span: more decimals than two when the span is less than 1.
     *
     * @param v the value
     * @param span positive
     */
    static String value(double v, double span) {
        int decimals = 2 - (int) Math.floor(Math.log10(span));
        if (span >= 1 || !Double.isFinite(v) || Math.abs(v) >= 1) {
            return value(v);
        }
        if (decimals > 5) {
            return significant(v);
        }
        return signed(String.format(Locale.ROOT, "%." + decimals + "f", v));
    }

    /** A value to three significant digits, for quantities that span decades, such as a loss. */
    static String significant(double v) {
        double size = Math.abs(v);
        if (v == 0) {
            return "0";
        }
        if (!(size < 99_999.5) || Double.isNaN(v)) {
            return value(v);
        }
        if (size < 0.000_995) {
            return signed(String.format(Locale.ROOT, "%.2e", v)
                    .replace("e-0", "e\u2212")
                    .replace("e-", "e\u2212"));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return signed(String.format(Locale.ROOT, "%." + decimals + "f", v));
    }

    /** A tick's value with just the decimals its distance to the next one needs. */
    static String tick(double v, double unit) {
        double size = Math.abs(v);
        if (size < unit * 1e-9) {
            return "0";
        }
        if (size >= 1e6 || unit < 1e-5) {
            String text = String.format(Locale.ROOT, "%.2e", v).replaceFirst("\\.?0+e", "e");
            return signed(text.replace("e+0", "e")
                    .replace("e+", "e")
                    .replace("e-0", "e-")
                    .replace("e-", "e\u2212"));
        }
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(unit) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return decimals == 0 ? grouped(text) : signed(text);
    }

    /** A setting as it was given, at most four digits: 0.003, 64, 1e-4. */
    static String exact(double v) {
        double size = Math.abs(v);
        if (v != 0 && (size < 9.995e-4 || size >= 99_999.5)) {
            return signed(String.format(Locale.ROOT, "%.3e", v)
                    .replaceFirst("\\.?0+e", "e")
                    .replace("e+0", "e")
                    .replace("e+", "e")
                    .replace("e-0", "e-")
                    .replace("e-", "e\u2212"));
        }
        int decimals = v == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return signed(text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", ""));
    }

    /** A tick's text in the little room beside a plot: 50 000 becomes 5e4. */
    static String narrow(double v, String text) {
        if (Math.abs(v) < 9_999.5) {
            return text;
        }
        String mantissa = String.format(Locale.ROOT, "%.2e", v).replaceFirst("\\.?0+e", "e");
        return signed(mantissa.replace("e+0", "e").replace("e+", "e"));
    }

    /** A whole number in groups: 12 480. */
    static String count(long n) {
        return grouped(Long.toString(n));
    }

    /** A share as percentage: never "0 %" for something, never "100 %" for less than all. */
    static String percent(double share) {
        if (share > 0 && share < 0.001) {
            return "<0.1\u00a0%";
        }
        if (share < 1 && share > 0.999) {
            return ">99.9\u00a0%";
        }
        boolean whole = share == 0 || share == 1 || share >= 0.0995 && share <= 0.9;
        return String.format(Locale.ROOT, whole ? "%.0f\u00a0%%" : "%.1f\u00a0%%", 100 * share);
    }

    /** A share in very little room, whole per cents: "<1 %". */
    static String shortPercent(double share) {
        if (share > 0 && share < 0.01) {
            return "<1\u00a0%";
        }
        return Math.round(Math.floor(100 * share + 0.5)) + "\u00a0%";
    }

    private static String signed(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        // "-0.00" is zero to every reader.
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.substring(1) : MINUS + text.substring(1);
    }

    private static String grouped(String digits) {
        boolean negative = digits.startsWith("-");
        StringBuilder out = new StringBuilder(negative ? digits.substring(1) : digits);
        // Four digits stay together only as years do; steps are read faster in groups.
        for (int i = out.length() - 3; i > 0; i -= 3) {
            out.insert(i, GROUP);
        }
        return negative ? MINUS + out.toString() : out.toString();
    }
}
