package normscope.instrument.formula;

import static normscope.instrument.formula.Tex.factor;
import static normscope.instrument.formula.Tex.minus;
import static normscope.instrument.formula.Tex.plus;
import static normscope.instrument.formula.Tex.sum;
import static normscope.instrument.formula.Tex.tex;
import static normscope.instrument.formula.Tex.times;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * One formula of batch normalization: in symbols, with a mini-batch's numbers in it, and its result. Its symbols name
 * the layer, {@code [l]}, and the mini-batch, <code>{t}</code>, on the left.
 */
public enum FormulaRow {
    MEAN(
            true,
            "\\mu^{\\{t\\}[l]}=\\frac1m\\sum_{i=1}^{m}z^{(i)}",
            (n, i) -> String.format(
                    Locale.ROOT, "=\\frac{1}{%d}\\left(%s\\right)", n.m(), sum(n.m(), k -> tex(n.z()[k]))),
            (n, i) -> n.mean()),
    VAR(
            true,
            "\\sigma^{2\\{t\\}[l]}=\\frac1m\\sum_{i=1}^{m}\\left(z^{(i)}-\\mu\\right)^2",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=\\frac{1}{%d}\\left(%s\\right)",
                    n.m(),
                    sum(n.m(), k -> factor(n.z()[k] - n.mean()) + "^2")),
            (n, i) -> n.var()),
    NORM(
            true,
            "z_{\\mathrm{norm}}^{[l](i)}=\\frac{z^{(i)}-\\mu}{\\sqrt{\\sigma^2+\\varepsilon}}",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=\\frac{%s}{\\sqrt{%s+%s}}",
                    minus(n.z()[i], n.mean()),
                    tex(n.var()),
                    tex(n.epsilon())),
            (n, i) -> n.zNorm()[i]),
    TILDE(
            true,
            "\\tilde z^{[l](i)}=\\gamma^{[l]}z_{\\mathrm{norm}}^{[l](i)}+\\beta^{[l]}",
            (n, i) -> String.format(Locale.ROOT, "=%s%s", times(n.gamma(), n.zNorm()[i]), plus(n.beta())),
            (n, i) -> n.zTilde()[i]),
    D_BETA(
            false,
            "d\\beta^{[l]}=\\sum_{i=1}^{m}d\\tilde z^{(i)}",
            (n, i) -> "=" + sum(n.m(), k -> tex(n.dZTilde()[k])),
            (n, i) -> n.dBeta()),
    D_GAMMA(
            false,
            "d\\gamma^{[l]}=\\sum_{i=1}^{m}d\\tilde z^{(i)}z_{\\mathrm{norm}}^{(i)}",
            (n, i) -> "=" + sum(n.m(), k -> times(n.dZTilde()[k], n.zNorm()[k])),
            (n, i) -> n.dGamma()),
    D_NORM(
            false,
            "dz_{\\mathrm{norm}}^{[l](i)}=\\gamma^{[l]}\\,d\\tilde z^{[l](i)}",
            (n, i) -> "=" + times(n.gamma(), n.dZTilde()[i]),
            (n, i) -> n.dZNorm()[i]),
    D_VAR(
            false,
            "d\\sigma^{2\\{t\\}[l]}=-\\frac{1}{2\\left(\\sigma^2+\\varepsilon\\right)^{3/2}}"
                    + "\\sum_{i=1}^{m}dz_{\\mathrm{norm}}^{(i)}\\left(z^{(i)}-\\mu\\right)",
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
            "d\\mu^{\\{t\\}[l]}=-\\frac{1}{\\sqrt{\\sigma^2+\\varepsilon}}\\sum_{i=1}^{m}dz_{\\mathrm{norm}}^{(i)}",
            (n, i) -> String.format(
                    Locale.ROOT,
                    "=-\\frac{1}{%s}\\cdot %s",
                    tex(1 / n.invStd()),
                    factor(Arrays.stream(n.dZNorm()).sum())),
            (n, i) -> n.dMean()),
    D_Z(
            false,
            "dz^{[l](i)}=\\frac{dz_{\\mathrm{norm}}^{(i)}}{\\sqrt{\\sigma^2+\\varepsilon}}"
                    + "+d\\sigma^2\\,\\frac{2(z^{(i)}-\\mu)}{m}+\\frac{d\\mu}{m}",
            (n, i) -> String.format(
                    Locale.ROOT, "=%s%s%s", tex(n.throughNorm(i)), plus(n.throughVar(i)), plus(n.throughMean())),
            (n, i) -> n.dZ()[i]);

    private final boolean forward;
    private final String symbols;
    /** The right side with the numbers of an example, in TeX. */
    private final BiFunction<FormulaNumbers, Integer, String> numbers;

    private final ToDoubleBiFunction<FormulaNumbers, Integer> result;

    FormulaRow(
            boolean forward,
            String symbols,
            BiFunction<FormulaNumbers, Integer, String> numbers,
            ToDoubleBiFunction<FormulaNumbers, Integer> result) {
        this.forward = forward;
        this.symbols = symbols;
        this.numbers = numbers;
        this.result = result;
    }

    /** The formulas of one direction, in the order in which they are computed. */
    public static List<FormulaRow> of(boolean forward) {
        return Arrays.stream(values()).filter(row -> row.forward == forward).toList();
    }

    /**
     * {@return a formula with the numbers, from 1, of a layer and a mini-batch in the place of [l], [l-1], [l+1] and
     * \{t\}}
     */
    public static String symbols(String tex, int layer, int batch) {
        return tex.replace("[l]", "[" + layer + "]")
                .replace("[l-1]", "[" + (layer - 1) + "]")
                .replace("[l+1]", "[" + (layer + 1) + "]")
                .replace("\\{t\\}", "\\{" + batch + "\\}");
    }

    /** All that is shown of it for an example of a mini-batch. */
    public FormulaText text(FormulaNumbers n, int example) {
        return new FormulaText(
                name(),
                symbols(symbols, n.layer() + 1, n.batch()),
                numbers.apply(n, example),
                result.applyAsDouble(n, example));
    }
}
