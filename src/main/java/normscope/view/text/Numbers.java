package normscope.view.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written in the window, and how they are read from a field. */
public final class Numbers {

    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e7;
    /** A thin space between groups of three digits: narrower than a blank, and never a decimal sign. */
    private static final char GROUP = '\u2009';

    private Numbers() {}

    /**
     * Writes a number exactly and as short as it can be read back: 0.1, 64, 1e-5.
     *
     * @param value a finite number
     * @return its text; {@link #parse} gives the same number back
     */
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

    /**
     * Reads a number as people type it: 0.1, 0,1, 1e-5, with blanks around.
     *
     * @param text the text of a field
     * @return the number, or empty if the text is none or not finite
     */
    public static OptionalDouble parse(String text) {
        String trimmed = text == null ? "" : text.strip();
        String dotted = trimmed.indexOf('.') < 0 ? trimmed.replaceFirst(",", ".") : trimmed;
        if (!dotted.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(dotted);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * Rounds to some significant digits, in decimal, so that 0.1 stays 0.1.
     *
     * @param value a finite number
     * @param digits how many digits to keep, at least 1
     * @return the rounded number
     */
    public static double round(double value, int digits) {
        return value == 0
                ? 0
                : new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .doubleValue();
    }

    /**
     * Writes a whole number with its digits in groups of three.
     *
     * @param value the number
     * @return for example 12 480, with thin spaces
     */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', GROUP);
    }

    /**
     * Writes a share of one as a percentage with one decimal, as on the accuracy labels.
     *
     * @param share from 0 to 1
     * @return for example 93.0 %
     */
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f\u2009%%", 100 * share) : "\u2013";
    }

    /**
     * Writes a rate with three digits at most, and k or M for thousands and millions: it fits a fixed width.
     *
     * @param perSecond how many a second, 0 or more
     * @return for example 4.5, 250, 12.3k
     */
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "\u2013";
        }
        if (perSecond >= 1e6) {
            return significant(perSecond / 1e6) + "M";
        }
        return perSecond >= 1e4 ? significant(perSecond / 1e3) + "k" : shortRate(perSecond);
    }

    /**
     * Writes a measured number with three significant digits, large ones in full: 5 620 000, 27.8, 0.0123.
     *
     * @param value any number
     * @return its text, with a real minus sign
     */
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
            return minus(grouped(Math.round(rounded)));
        }
        int decimals = size == 0 ? 2 : 2 - (int) Math.floor(Math.log10(size));
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", rounded));
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }

    private static String shortRate(double perSecond) {
        return perSecond >= 100 ? grouped(Math.round(perSecond)) : significant(perSecond);
    }

    private static String significant(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Writes a measured number with three or four significant digits, very small and very large ones as powers of ten.
     *
     * @param value any number
     * @return for example 0, 0.372, 12.04, 2.7 × 10⁻¹⁵; a dash if it is no number
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
        return sign + parts[0] + "\u2009\u00d7\u200910" + superscript(Integer.parseInt(parts[1]));
    }

    /**
     * Writes a number with so many decimals.
     *
     * @param value any number
     * @param decimals how many
     * @return for example −0.30; a dash if it is no number
     */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '\u2212')
                : "\u2013";
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            raised.append("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(digit - '0'));
        }
        return raised.toString();
    }
}
