package normscope.instrument.formula;

import java.util.Locale;
import java.util.function.IntFunction;

/** Numbers in TeX. */
public final class Tex {

    private Tex() {}

    /** The first two summands of a sum over the mini-batch, dots, and the last; all of a sum of up to four. */
    public static String sum(int m, IntFunction<String> term) {
        StringBuilder sum = new StringBuilder(term.apply(0));
        for (int i = 1; i < m; i++) {
            if (m > 4 && i == 2) {
                sum.append("+\\cdots");
                i = m - 1;
            }
            String next = term.apply(i);
            sum.append(next.startsWith("-") ? next : "+" + next);
        }
        return sum.toString();
    }

    /** With its sign, as a further summand. */
    public static String plus(double value) {
        String text = tex(value);
        return text.startsWith("-") ? text : "+" + text;
    }

    public static String minus(double a, double b) {
        return tex(a) + plus(-b);
    }

    public static String times(double a, double b) {
        return tex(a) + "\\cdot " + factor(b);
    }

    /** In brackets if it is negative. */
    public static String factor(double value) {
        String text = tex(value);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** A number with three significant digits; powers of ten outside of 0.001 to 10 000. */
    public static String tex(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (!(size < 9_999.5) || size < 0.000_999_5) {
            String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
            if (parts.length < 2) {
                return "\\infty";
            }
            String mantissa = parts[0].equals("1.0") ? "" : parts[0] + "\\!\\cdot\\!";
            return mantissa + "10^{" + Integer.parseInt(parts[1]) + "}";
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 4) + "f", value);
    }
}
