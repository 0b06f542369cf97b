package normscope.instrument.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One formula of batch normalization: in the course's symbols, layer l in brackets; with a mini-batch's numbers in it,
 * and its result.
 */
enum FormulaRow {
    MEAN(
            true,
            "\\mu^{[l]}=\\frac1m\\sum_{i=1}^{m}z^{[l](i)}",
            (n, i) -> String.format(
                    Locale.ROOT, "=\\frac{1}{%d}\\left(%s\\right)", n.m(), sum(n.m(), k -> tex(n.z()[k]))),
            (n, i) -> n.mean()),
    VAR(
            true,
            "\\sigma^{2[l]}=\\frac1m\\sum_{i=1}^{m}\\left(z^{[l](i)}-\\mu^{[l]}\\right)^2",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=\\frac{1}{%d}\\left(%s\\right)",
                    n.m(),
                    sum(n.m(), k -> factor(n.z()[k] - n.mean()) + "^2")),
            (n, i) -> n.var()),
    NORM(
            true,
            "z_{\\mathrm{norm}}^{[l](i)}=\\frac{z^{[l](i)}-\\mu^{[l]}}{\\sqrt{\\sigma^{2[l]}+\\varepsilon}}",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=\\frac{%s}{\\sqrt{%s+%s}}",
                    minus(n.z()[i], n.mean()),
                    tex(n.var()),
                    tex(n.epsilon())),
            (n, i) -> n.zNorm()[i]),
    TILDE(
            true,
            "\\tilde z^{[l](i)}=\\gamma^{[l]}\\,z_{\\mathrm{norm}}^{[l](i)}+\\beta^{[l]}",
            (n, i) -> String.format(Locale.ROOT, "=%s%s", times(n.gamma(), n.zNorm()[i]), plus(n.beta())),
            (n, i) -> n.zTilde()[i]),
    D_BETA(
            false,
            "d\\beta^{[l]}=\\sum_{i=1}^{m}d\\tilde z^{[l](i)}",
            (n, i) -> "=" + sum(n.m(), k -> tex(n.dZTilde()[k])),
            (n, i) -> n.dBeta()),
    D_GAMMA(
            false,
            "d\\gamma^{[l]}=\\sum_{i=1}^{m}d\\tilde z^{[l](i)}z_{\\mathrm{norm}}^{[l](i)}",
            (n, i) -> "=" + sum(n.m(), k -> times(n.dZTilde()[k], n.zNorm()[k])),
            (n, i) -> n.dGamma()),
    D_NORM(
            false,
            "dz_{\\mathrm{norm}}^{[l](i)}=\\gamma^{[l]}\\,d\\tilde z^{[l](i)}",
            (n, i) -> "=" + times(n.gamma(), n.dZTilde()[i]),
            (n, i) -> n.dZNorm()[i]),
    D_VAR(
            false,
            "d\\sigma^{2[l]}=-\\frac{1}{2\\left(\\sigma^{2[l]}+\\varepsilon\\right)^{3/2}}"
                    + "\\sum_{i=1}^{m}dz_{\\mathrm{norm}}^{[l](i)}\\left(z^{[l](i)}-\\mu^{[l]}\\right)",
            (n, i) -> {
                double sum = 0;
                for (int k = 0; k < n.m(); k++) {
                    sum += n.dZNorm()[k] * (n.z()[k] - n.mean());
                }
                double root = 1 / n.invStd();
                return String.format(
                        Locale.ROOT, "=-\\frac{1}{2\\cdot %s}\\cdot %s", tex(root * root * root), factor(sum));
            },
            (n, i) -> n.dVar()),
    D_MEAN(
            false,
            "d\\mu^{[l]}=-\\frac{1}{\\sqrt{\\sigma^{2[l]}+\\varepsilon}}\\sum_{i=1}^{m}dz_{\\mathrm{norm}}^{[l](i)}",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=-\\frac{1}{%s}\\cdot %s",
                    tex(1 / n.invStd()),
                    factor(Arrays.stream(n.dZNorm()).sum())),
            (n, i) -> n.dMean()),
    D_Z(
            false,
            "dz^{[l](i)}=\\frac{dz_{\\mathrm{norm}}^{[l](i)}}{\\sqrt{\\sigma^{2[l]}+\\varepsilon}}"
                    + "+d\\sigma^{2[l]}\\,\\frac{2(z^{[l](i)}-\\mu^{[l]})}{m}+\\frac{d\\mu^{[l]}}{m}",
            (n, i) -> String.format(
                    Locale.ROOT, "=%s%s%s", tex(n.throughNorm(i)), plus(n.throughVar(i)), plus(n.throughMean())),
            (n, i) -> n.dZ()[i]);

    private final boolean forward;
    private final String symbols;
    private final Numbers numbers;
    private final Result result;

    /** The right side with the numbers of an example, in TeX. */
    private interface Numbers {
        String of(FormulaNumbers n, int example);
    }

    /** What comes out for an example. */
    private interface Result {
        double of(FormulaNumbers n, int example);
    }

    FormulaRow(boolean forward, String symbols, Numbers numbers, Result result) {
        this.forward = forward;
        this.symbols = symbols;
        this.numbers = numbers;
        this.result = result;
    }

    /** The formulas of one direction, in the order in which they are computed. */
    static List<FormulaRow> of(boolean forward) {
        return Arrays.stream(values()).filter(row -> row.forward == forward).toList();
    }

    /** The formula in TeX. */
    String symbols() {
        return symbols;
    }

    /** The right side in TeX, with numbers in the place of the symbols. */
    String numbers(FormulaNumbers n, int example) {
        return numbers.of(n, example);
    }

    /** What comes out: the number that the network itself has computed. */
    double result(FormulaNumbers n, int example) {
        return result.of(n, example);
    }

    /** A summand of a sum over the mini-batch. */
    private interface Term {
        String of(int example);
    }

    /** The first two summands, dots, and the last; all of a sum of up to four. */
    private static String sum(int m, Term term) {
        StringBuilder sum = new StringBuilder(term.of(0));
        for (int i = 1; i < m; i++) {
            if (m > 4 && i == 2) {
                sum.append("+\\cdots");
                i = m - 1;
            }
            String next = term.of(i);
            sum.append(next.startsWith("-") ? next : "+" + next);
        }
        return sum.toString();
    }

    private static String plus(double value) {
        String text = tex(value);
        return text.startsWith("-") ? text : "+" + text;
    }

    private static String minus(double a, double b) {
        return tex(a) + plus(-b);
    }

    private static String times(double a, double b) {
        return tex(a) + "\\cdot " + factor(b);
    }

    /** In brackets if it is negative. */
    private static String factor(double value) {
        String text = tex(value);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** A number with three significant digits; powers of ten outside of 0.001 to 10 000. */
    static String tex(double value) {
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
