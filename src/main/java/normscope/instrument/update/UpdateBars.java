package normscope.instrument.update;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import normscope.instrument.formula.FormulaNumbers;
import normscope.instrument.update.BarsFigure.Row;
import normscope.text.Texts;

/**
 * The bars of each stage: what is computed, for every example of the mini-batch, and of the weights for every input.
 */
record UpdateBars(UnitUpdate u) {

    static List<Row> of(Stage.Kind kind, UnitUpdate update) {
        return new UpdateBars(update).rows(kind);
    }

    /** {@return whether a bar is of an input, not of an example} */
    static boolean isOfInputs(Stage.Kind kind) {
        return kind == Stage.Kind.UPDATE;
    }

    private List<Row> rows(Stage.Kind kind) {
        FormulaNumbers box = u.box();
        return switch (kind) {
            case X -> List.of(mean("x", u.inputs(), u.from() + 1));
            case Z -> List.of(mean("z", u.z()));
            case STATISTICS ->
                List.of(mean("z", u.z()), mean("squares", each(i -> Math.pow(u.z()[i] - box.mean(), 2))));
            case NORM -> List.of(mean("z", u.z()), mean("norm", box.zNorm()));
            case TILDE -> List.of(mean("norm", box.zNorm()), mean("tilde", u.zTilde()));
            case A -> List.of(mean(box == null ? "z" : "tilde", u.zTilde()), mean("a", u.a()));
            case LOSS -> List.of(mean("loss", u.answer().losses()));
            case D_TILDE -> List.of(sum("d-tilde", u.dZTilde()));
            case D_PARAMETERS ->
                List.of(sum("d-beta", u.dZTilde()), sum("d-gamma", each(i -> u.dZTilde()[i] * box.zNorm()[i])));
            case D_Z ->
                box == null
                        ? List.of(sum("d-z", u.dZ()))
                        : List.of(sum("straight", each(box::throughNorm)), sum("all-ways", u.dZ()));
            case D_W -> List.of(sum("d-z", u.dZ()), sum("d-w", each(i -> u.dZ()[i] * u.inputs()[i]), u.from() + 1));
            case UPDATE ->
                List.of(
                        row("gradients", u.dW(), "largest", largest(u.dW())),
                        row("change", change(), "largest", largest(change())));
        };
    }

    private double[] each(IntToDoubleFunction value) {
        return IntStream.range(0, u.m()).mapToDouble(value).toArray();
    }

    private double[] change() {
        return IntStream.range(0, u.w().length)
                .mapToDouble(k -> u.wAfter()[k] - u.w()[k])
                .toArray();
    }

    private static double largest(double[] values) {
        return DoubleStream.of(values).map(Math::abs).max().orElse(0);
    }

    private Row mean(String name, double[] values, Object... arguments) {
        double mean = DoubleStream.of(values).sum() / values.length;
        return row(name, values, "mean", mean, arguments);
    }

    private Row sum(String name, double[] values, Object... arguments) {
        return row(name, values, "sum", DoubleStream.of(values).sum(), arguments);
    }

    private Row row(String name, double[] values, String whole, double number, Object... arguments) {
        return new Row(
                Texts.text("update.bars." + name, arguments), values, Texts.text("update.bars.whole." + whole), number);
    }
}
