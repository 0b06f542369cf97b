package normscope.instrument.update;

import static normscope.instrument.formula.Tex.factor;
import static normscope.instrument.formula.Tex.minus;
import static normscope.instrument.formula.Tex.plus;
import static normscope.instrument.formula.Tex.sum;
import static normscope.instrument.formula.Tex.tex;
import static normscope.instrument.formula.Tex.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import normscope.instrument.formula.FormulaRow;
import normscope.instrument.formula.FormulaText;
import normscope.nn.Activation;
import normscope.nn.OptimizerSpec;

/** The formulas of each stage of an update, in the course's notation, with the numbers of one unit. */
final class UpdateRows {

    private final UnitUpdate u;
    private final int i;
    private final List<FormulaText> rows = new ArrayList<>();

    private UpdateRows(UnitUpdate update) {
        u = update;
        i = update.example();
    }

    /** {@return the formulas of a stage; those of batch normalization are the rows of the formulas' instrument} */
    static List<FormulaText> of(Stage.Kind kind, UnitUpdate update) {
        UpdateRows rows = new UpdateRows(update);
        rows.fill(kind);
        return rows.rows;
    }

    private void fill(Stage.Kind kind) {
        switch (kind) {
            case X -> batch();
            case Z -> sums();
            case STATISTICS -> box(FormulaRow.MEAN, FormulaRow.VAR);
            case NORM -> box(FormulaRow.NORM);
            case TILDE -> box(FormulaRow.TILDE);
            case A -> activation();
            case LOSS -> loss();
            case D_TILDE -> throughActivation(true);
            case D_PARAMETERS -> box(FormulaRow.D_BETA, FormulaRow.D_GAMMA);
            case D_Z -> {
                if (u.isOutput()) {
                    outputs();
                } else if (u.box() == null) {
                    throughActivation(false);
                } else {
                    box(FormulaRow.D_NORM, FormulaRow.D_VAR, FormulaRow.D_MEAN, FormulaRow.D_Z);
                }
            }
            case D_W -> weights();
            case UPDATE -> update();
        }
    }

    private void add(String id, String symbols, String numbers, Double result) {
        rows.add(new FormulaText(id, FormulaRow.symbols(symbols, u.layer() + 1, u.batch()), numbers, result));
    }

    private void box(FormulaRow... formulas) {
        if (u.box() != null) {
            Arrays.stream(formulas).forEach(row -> rows.add(row.text(u.box(), i)));
        }
    }

    private void batch() {
        String example = i == 0 ? "" : i == 1 ? "x^{(1)}," : "x^{(1)},\\ldots,";
        String rest = i == u.m() - 1 ? "" : String.format(Locale.ROOT, ",\\ldots,x^{(%d)}", u.m());
        add(
                "X",
                "X^{\\{t\\}}=\\left[x^{(1)},\\ldots,x^{(m)}\\right]",
                String.format(Locale.ROOT, "=\\left[%sx^{(%d)}%s\\right]", example, i + 1, rest),
                null);
        StringBuilder values = new StringBuilder();
        int shown = Math.min(4, u.input().length);
        for (int k = 0; k < shown; k++) {
            values.append(k == 0 ? "" : ",\\;").append(tex(u.input()[k]));
        }
        if (u.layer() == 0) {
            add(
                    "X_I",
                    "a^{[0](i)}=x^{(i)}",
                    "=\\left(" + values + (shown < u.input().length ? ",\\ldots" : "") + "\\right)",
                    null);
        }
    }

    private void sums() {
        boolean biased = u.b() != null;
        String symbols = "z^{[l](i)}=w^{[l]T}a^{[l-1](i)}" + (biased ? "+b^{[l]}" : "");
        String numbers = "=" + sum(u.input().length, k -> times(u.w()[k], u.input()[k]))
                + (biased ? plus(u.b().before()) : "")
                + (u.added() == 0 ? "" : plus(u.added()));
        add(biased ? "Z_BIASED" : "Z", symbols, numbers, u.z()[i]);
    }

    private void activation() {
        UnitUpdate.Noise noise = u.noise();
        double x = noise == null ? u.zTilde()[i] : noise.scale() * u.zTilde()[i] + noise.added();
        String in = activated(u.box() == null ? "z^{[l](i)}" : "\\tilde z^{[l](i)}");
        String numbers = switch (u.config().network().activation()) {
            case RELU -> "=\\max(0,\\," + tex(x) + ")";
            case TANH -> "=\\tanh(" + tex(x) + ")";
            case SIGMOID -> "=\\frac{1}{1+e^{" + tex(-x) + "}}";
            case IDENTITY -> "=" + tex(x);
        };
        add("A", "a^{[l](i)}=g(" + in + ")", numbers, u.a()[i]);
    }

    /** With noise the activation gets s z + t. */
    private String activated(String z) {
        return u.noise() == null ? z : "s\\," + z + "+t";
    }

    private boolean binary() {
        return u.answer().logits().length == 1;
    }

    private void loss() {
        int label = u.answer().label();
        double[] logits = u.answer().logits();
        double ofLabel = Math.exp(-u.answer().losses()[i]);
        if (binary()) {
            double z = logits[0];
            add(
                    "Y_HAT",
                    "\\hat y^{(i)}=\\sigma(z^{(i)})",
                    "=\\frac{1}{1+e^{" + tex(-z) + "}}",
                    u.answer().yHat());
            String of = label == 1 ? "\\hat y^{(i)}" : "(1-\\hat y^{(i)})";
            add(
                    "LOSS",
                    "\\mathcal L(\\hat y^{(i)},y^{(i)})",
                    "=-\\ln " + of + "=-\\ln " + tex(ofLabel),
                    u.answer().losses()[i]);
        } else {
            add(
                    "Y_HAT_ALL",
                    "\\hat y_k^{(i)}=\\frac{e^{z_k}}{\\sum_j e^{z_j}}",
                    String.format(Locale.ROOT, "\\qquad y^{(i)}=%d:", label),
                    ofLabel);
            add(
                    "LOSS",
                    "\\mathcal L(\\hat y^{(i)},y^{(i)})",
                    String.format(Locale.ROOT, "=-\\ln \\hat y_{%d}^{(i)}=-\\ln %s", label, tex(ofLabel)),
                    u.answer().losses()[i]);
        }
        add(
                "J",
                "J^{\\{t\\}}=\\frac1m\\sum_{i=1}^m\\mathcal L(\\hat y^{(i)},y^{(i)})",
                String.format(
                        Locale.ROOT,
                        "=\\frac{1}{%d}\\left(%s\\right)",
                        u.m(),
                        sum(u.m(), k -> tex(u.answer().losses()[k]))),
                u.answer().mean());
    }

    private void outputs() {
        boolean right = binary() ? u.answer().label() == 1 : u.answer().label() == u.unit();
        String weight =
                u.answer().importance() == 1 ? "" : "\\cdot " + tex(u.answer().importance());
        add(
                "D_OUT",
                "dz^{[l](i)}=\\tfrac1m\\left(\\hat y^{(i)}-y^{(i)}\\right)",
                String.format(
                        Locale.ROOT,
                        "=\\frac{1}{%d}\\left(%s\\right)%s",
                        u.m(),
                        minus(u.answer().yHat(), right ? 1 : 0),
                        weight),
                u.dZ()[i]);
    }

    private void throughActivation(boolean box) {
        double[] weights = u.next().weights();
        double[] dZ = u.next().dZ();
        double dA = 0;
        for (int k = 0; k < dZ.length; k++) {
            dA += weights[k] * dZ[k];
        }
        dA *= u.next().kept();
        add(
                "D_A",
                "da^{[l](i)}=\\sum_k W_k^{[l+1]}dz_k^{[l+1](i)}",
                "=" + sum(dZ.length, k -> times(weights[k], dZ[k])),
                dA);
        String tilde = box ? "\\tilde z" : "z";
        add(
                box ? "D_TILDE" : "D_PLAIN",
                "d" + tilde + "^{[l](i)}=da^{[l](i)}\\,g'(" + activated(tilde + "^{[l](i)}") + ")"
                        + (u.noise() == null ? "" : "\\,s"),
                "=" + times(dA, slope())
                        + (u.noise() == null ? "" : "\\cdot " + factor(u.noise().scale())),
                u.dZTilde()[i]);
    }

    /** g' of the example, as a function of a. */
    private double slope() {
        double a = u.a()[i];
        Activation g = u.config().network().activation();
        return switch (g) {
            case RELU -> a > 0 ? 1 : 0;
            case TANH -> 1 - a * a;
            case SIGMOID -> a * (1 - a);
            case IDENTITY -> 1;
        };
    }

    private void weights() {
        add(
                "D_W",
                String.format(Locale.ROOT, "dW_{%d,%d}^{[l]}", u.unit() + 1, u.from() + 1)
                        + "=\\sum_{i=1}^m dz^{[l](i)}a_{" + (u.from() + 1) + "}^{[l-1](i)}",
                "=" + sum(u.m(), k -> times(u.dZ()[k], u.inputs()[k])),
                u.weight().gradient());
        if (u.b() != null) {
            add("D_B", "db^{[l]}=\\sum_{i=1}^m dz^{[l](i)}", "=" + sum(u.m(), k -> tex(u.dZ()[k])), u.b().gradient());
        }
    }

    private void update() {
        String weight = String.format(Locale.ROOT, "W_{%d,%d}^{[l]}", u.unit() + 1, u.from() + 1);
        step("W", weight, u.weight(), u.weightsRate(), u.lambda());
        if (u.b() != null) {
            step("B", "b^{[l]}", u.b(), u.rate(), 0);
        }
        if (u.gamma() != null) {
            step("GAMMA", "\\gamma^{[l]}", u.gamma(), u.rate(), 0);
            step("BETA", "\\beta^{[l]}", u.beta(), u.rate(), 0);
        }
    }

    /** What the optimizer takes off is told by what it has done: the difference, over the rate. */
    private void step(String id, String name, UnitUpdate.Change change, double rate, double l2) {
        String g = l2 == 0 ? "d" + name : "(d" + name + "+\\lambda " + name + ")";
        OptimizerSpec optimizer = u.training().optimizer();
        double moved = (change.before() - change.after()) / rate;
        double of = optimizer.takesGradient() && l2 == 0 ? change.gradient() : moved;
        add(
                "UPDATE_" + id,
                name + ":=" + name + "-\\alpha\\," + optimizer.taken(name, g),
                "=" + tex(change.before()) + "-" + tex(rate) + "\\cdot " + factor(of),
                change.after());
    }
}
