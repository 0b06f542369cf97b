package normscope.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How numbers are written for people, in the window and in figures, and how they are read from a field: a real minus
 * sign, a point, groups of three.
 */
public final class Numbers {

    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e7;
    private static final char MINUS = '\u2212';

    /**
     * The space between groups of three digits and before a percent sign. A line does not break at it, and every
     * bundled font has it, which is not so of the thin space U+2009.
     */
    public static final char GROUP = '\u00a0';

    private Numbers() {}

    /** Writes a finite number exactly and as short as {@link #parse} reads it back: 0.1, 64, 1e-5. */
    public static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return exact.toPlainString();
        }
        int exponent = exact.precision() - exact.scale() - 1;
        return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** Reads a number as people type it: 0.1, 0,1, 1e-5, with blanks around; empty if it is none or not finite. */
    public static OptionalDouble parse(String text) {
        String trimmed = text == null ? "" : text.strip();
        String dotted = trimmed.indexOf('.') < 0 ? trimmed.replaceFirst(",", ".") : trimmed;
        if (!dotted.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(dotted);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Rounds a finite number to some significant digits, at least 1, in decimal, so that 0.1 stays 0.1. */
    public static double round(double value, int digits) {
        return value == 0
                ? 0
                : new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .doubleValue();
    }

    /** Writes a whole number with its digits in groups of three: for example 12 480. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', GROUP).replace('-', MINUS);
    }

    /**
     * Writes a share from 0 to 1 as a percentage with so many decimals, whatever its size: it fits a fixed width, as
     * 93.0 %. A dash if it is no number.
     */
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? fixed(100 * share, decimals) + GROUP + "%" : "\u2013";
    }

    /**
     * Writes a rate a second, 0 or more, with three digits at most, and k or M for thousands and millions: it fits a
     * fixed width, as 4.5, 250 and 12.3k do.
     */
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "\u2013";
        }
        if (perSecond >= 1e6) {
            return threeDigits(perSecond / 1e6) + "M";
        }
        return perSecond >= 1e4 ? threeDigits(perSecond / 1e3) + "k" : shortRate(perSecond);
    }

    /** Writes a measured number with three significant digits, large ones in full: 5 620 000, 27.8, 0.0123. */
    public static String measured(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : "\u2212\u221e";
        }
        double rounded = round(value, 3);
        double size = Math.abs(rounded);
        if (size >= 1e9 || size < SMALLEST_PLAIN && size > 0) {
            return withPowers(value);
        }
        if (size >= 100) {
            return grouped(Math.round(rounded));
        }
        int decimals = size == 0 ? 2 : 2 - (int) Math.floor(Math.log10(size));
        return fixed(rounded, decimals);
    }

    private static String shortRate(double perSecond) {
        return perSecond >= 100 ? grouped(Math.round(perSecond)) : threeDigits(perSecond);
    }

    private static String threeDigits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Writes a measured number with three or four significant digits, very small and very large ones as powers of ten:
     * 0, 0.372, 12.04, 2.7 × 10⁻¹⁵; a dash if it is no number.
     */
    public static String withPowers(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        double size = Math.abs(value);
        String sign = value < 0 ? "\u2212" : "";
        if (size >= 1e-3 && size < 1e5) {
            BigDecimal rounded = new BigDecimal(size).round(new MathContext(size >= 1 ? 4 : 3, RoundingMode.HALF_UP));
            return sign + rounded.toPlainString();
        }
        String[] parts = String.format(Locale.ROOT, "%.1e", size).split("e");
        return sign + parts[0] + GROUP + "\u00d7" + GROUP + "10" + superscript(Integer.parseInt(parts[1]));
    }

    /** Writes a number with so many decimals, as −0.30; a dash if it is no number. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', MINUS)
                : "\u2013";
    }

    /** A value to two decimals, fewer when it is large; "1.2e6" from a hundred thousand on. */
    public static String value(double v) {
        if (Double.isNaN(v)) {
            return "\u2013";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "\u221e" : MINUS + "\u221e";
        }
        double size = Math.abs(v);
        String pattern = size >= 99_999.5 ? "%.1e" : size >= 999.5 ? "%.0f" : size >= 99.95 ? "%.1f" : "%.2f";
        return signed(shortExponent(String.format(Locale.ROOT, pattern, v)));
    }

    /** A value beside others that lie within a positive span: more decimals than two when that is less than 1. */
    public static String value(double v, double span) {
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
    public static String significant(double v) {
        double size = Math.abs(v);
        if (v == 0) {
            return "0";
        }
        if (!(size < 99_999.5) || Double.isNaN(v)) {
            return value(v);
        }
        if (size < 0.000_995) {
            return signed(shortExponent(String.format(Locale.ROOT, "%.2e", v)));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return signed(String.format(Locale.ROOT, "%." + decimals + "f", v));
    }

    /** A tick's value with just the decimals its distance to the next one needs. */
    public static String tick(double v, double unit) {
        double size = Math.abs(v);
        if (size < unit * 1e-9) {
            return "0";
        }
        if (size >= 1e6 || unit < 1e-5) {
            return power("%.2e", v);
        }
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(unit) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return decimals == 0 ? grouped(Long.parseLong(text)) : signed(text);
    }

    /** A setting as it was given, at most four digits: 0.003, 64, 1e-4. */
    public static String exact(double v) {
        double size = Math.abs(v);
        if (v != 0 && (size < 9.995e-4 || size >= 99_999.5)) {
            return power("%.3e", v);
        }
        int decimals = v == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return signed(text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", ""));
    }

    /** A tick's text in the little room beside a plot: 50 000 becomes 5e4. */
    public static String narrow(double v, String text) {
        if (Math.abs(v) < 9_999.5) {
            return text;
        }
        return power("%.2e", v);
    }

    /** A share as percentage: never "0 %" for something, never "100 %" for less than all. */
    public static String percent(double share) {
        if (share > 0 && share < 0.001) {
            return "<0.1" + GROUP + "%";
        }
        if (share < 1 && share > 0.999) {
            return ">99.9" + GROUP + "%";
        }
        boolean whole = share == 0 || share == 1 || share >= 0.0995 && share <= 0.9;
        return percent(share, whole ? 0 : 1);
    }

    /** A share in very little room, whole per cents: "<1 %". */
    public static String shortPercent(double share) {
        if (share > 0 && share < 0.01) {
            return "<1" + GROUP + "%";
        }
        return percent(share, 0);
    }

    /** A power of ten with no more zeros than it needs: 5e4 for 5.00e+04. */
    private static String power(String pattern, double v) {
        return signed(shortExponent(String.format(Locale.ROOT, pattern, v).replaceFirst("\\.?0+e", "e")));
    }

    private static String shortExponent(String text) {
        return text.replaceFirst("e\\+0?", "e").replaceFirst("e-0?", "e" + MINUS);
    }

    private static String signed(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        // "-0.00" is zero to every reader.
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.substring(1) : MINUS + text.substring(1);
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            raised.append("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(digit - '0'));
        }
        return raised.toString();
    }
}
