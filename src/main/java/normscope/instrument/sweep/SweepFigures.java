package normscope.instrument.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import normscope.chart.Figure;
import normscope.chart.HeatMapFigure;
import normscope.chart.Role;
import normscope.lab.ArmNames;
import normscope.sweep.Axis;
import normscope.sweep.Cell;
import normscope.sweep.Measurable.Better;
import normscope.sweep.Measured;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepWords;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The figures of a sweep: curves over one setting, or a heat map of two for each arm, and the arms' difference. */
public final class SweepFigures {

    /** Values that are no numbers, or 0, lie at equal distances on the logarithmic axis. */
    private static final double APART = 10;

    private SweepFigures() {}

    /** {@return new figures of what a sweep has come to so far} */
    public static List<Figure> of(SweepResult result, Shown shown) {
        Sweep sweep = result.sweep();
        List<Figure> figures = new ArrayList<>();
        if (sweep.axes().size() == 1) {
            figures.add(new SweepFigure());
        } else {
            for (int arm = 0; arm < sweep.arms(); arm++) {
                figures.add(grid(sweep, false));
            }
            if (sweep.arms() == 2) {
                figures.add(grid(sweep, true));
            }
        }
        feed(figures, result, shown);
        return figures;
    }

    static void feed(List<Figure> figures, SweepResult result, Shown shown) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i) instanceof SweepFigure curves) {
                feed(curves, result, shown);
            } else if (i < result.sweep().arms()) {
                map((HeatMapFigure) figures.get(i), result, shown, i);
            } else {
                difference((HeatMapFigure) figures.get(i), result, shown);
            }
        }
    }

    public static void feed(SweepFigure figure, SweepResult result, Shown shown) {
        Sweep sweep = result.sweep();
        Axis axis = sweep.axes().get(0);
        Measured measure = sweep.measures().get(shown.measure());
        figure.setSweep(
                axis.name(),
                places(axis),
                labels(axis),
                measure.name(),
                measure.percent(),
                sweep.seeds().size());
        if (sweep.arms() == 1) {
            figure.setNames(List.of(measure.name()));
        } else {
            figure.setNames(IntStream.range(0, sweep.arms())
                    .mapToObj(arm -> ArmNames.of(sweep.base(), arm))
                    .toList());
        }
        figure.setLines(IntStream.range(0, sweep.arms())
                .mapToObj(arm -> line(result, shown, sweep.arms() - 1 - arm))
                .toList());
    }

    /** Where values lie on a logarithmic axis. */
    static double[] places(Axis axis) {
        double[] numbers = axis.numbers();
        if (numbers != null && Arrays.stream(numbers).allMatch(number -> number > 0)) {
            return numbers;
        }
        return IntStream.range(0, axis.size())
                .mapToDouble(i -> Math.pow(APART, i))
                .toArray();
    }

    static List<String> labels(Axis axis) {
        return IntStream.range(0, axis.size()).mapToObj(axis::read).toList();
    }

    private static SweepFigure.Line line(SweepResult result, Shown shown, int arm) {
        List<Cell> cells = IntStream.range(0, result.sweep().size(0))
                .mapToObj(x -> result.cell(shown, arm, new Place(x, 0)))
                .toList();
        double unit = result.sweep().measures().get(shown.measure()).percent() ? 100 : 1;
        return new SweepFigure.Line(
                Role.of(arm),
                array(cells, cell -> cell.median() / unit),
                array(cells, cell -> cell.min() / unit),
                array(cells, cell -> cell.max() / unit),
                cells.stream().mapToInt(Cell::diverged).toArray());
    }

    private static double[] array(List<Cell> cells, ToDoubleFunction<Cell> number) {
        return cells.stream().mapToDouble(number).toArray();
    }

    private static HeatMapFigure grid(Sweep sweep, boolean diverging) {
        HeatMapFigure figure = new HeatMapFigure(diverging);
        Axis x = sweep.axes().get(0);
        Axis y = sweep.axes().get(1);
        figure.setAxes(x.shortName(), labels(x), y.shortName(), labels(y));
        return figure;
    }

    /** The cells' rows from below. */
    private static List<List<HeatMapFigure.Cell>> cells(Sweep sweep, Function<Place, HeatMapFigure.Cell> cell) {
        return IntStream.range(0, sweep.size(1))
                .mapToObj(y -> IntStream.range(0, sweep.size(0))
                        .mapToObj(x -> cell.apply(new Place(x, y)))
                        .toList())
                .toList();
    }

    private static void map(HeatMapFigure figure, SweepResult result, Shown shown, int arm) {
        Sweep sweep = result.sweep();
        Measured measure = sweep.measures().get(shown.measure());
        boolean lower = measure.better() == Better.LOWER;
        // All arms have the same colours. What is to be low spans decades.
        double[] all = IntStream.range(0, sweep.arms())
                .boxed()
                .flatMap(k -> SweepWords.places(sweep)
                        .map(place -> result.cell(shown, k, place).mean()))
                .mapToDouble(mean -> scaled(mean, lower))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double least = all.length == 0 ? 0 : all[0];
        double most = all.length == 0 ? 1 : all[all.length - 1];
        figure.setCells(
                sweep.arms() == 1 ? measure.name() : arm(sweep, arm),
                Role.of(arm),
                cells(sweep, place -> {
                    Cell cell = result.cell(shown, arm, place);
                    double value = scaled(cell.mean(), lower);
                    double part = most > least ? (value - least) / (most - least) : 0.5;
                    return new HeatMapFigure.Cell(
                            text(cell, measure),
                            cell.mean(),
                            Double.isFinite(value) ? lower ? 1 - part : part : Double.NaN,
                            cell.diverged() > 0,
                            sentence(sweep, measure, cell, place, arm));
                }),
                place(result.best(shown, arm)));
        figure.setScale(end(lower ? most : least, lower, measure), end(lower ? least : most, lower, measure));
    }

    private static String arm(Sweep sweep, int arm) {
        String words = arm == sweep.base().batchNormArm() ? "sweep.with" : "sweep.without";
        return ArmNames.of(sweep.base(), arm, Texts.text(words));
    }

    private static double scaled(double mean, boolean lower) {
        return lower ? Math.log(Math.max(mean, 1e-12)) : mean;
    }

    private static String end(double scaled, boolean lower, Measured measure) {
        return number(lower ? Math.exp(scaled) : scaled, measure);
    }

    private static HeatMapFigure.Place place(Place best) {
        return best == null ? null : new HeatMapFigure.Place(best.x(), best.y());
    }

    private static String text(Cell cell, Measured measure) {
        if (cell.made() > 0 && !cell.complete()) {
            return Texts.text("sweep.cell", cell.made(), cell.seeds());
        }
        return cell.made() == 0 ? "" : cell.values().length == 0 ? "×" : number(cell.mean(), measure);
    }

    private static String number(double value, Measured measure) {
        return measure.percent() ? Numbers.fixed(value, 1) : Numbers.significant(value);
    }

    private static String sentence(Sweep sweep, Measured measure, Cell cell, Place place, int arm) {
        String text = SweepWords.place(sweep, place, arm);
        if (sweep.arms() > 1) {
            text = arm(sweep, arm) + ", " + text;
        }
        if (cell.values().length > 0) {
            text += ": " + SweepWords.value(cell, measure.percent());
        }
        return cell.diverged() == 0
                ? text
                : text
                        + Texts.text(
                                "sweep.diverged", Integer.toString(cell.diverged()), Integer.toString(cell.seeds()));
    }

    /** The second arm's mean less the first's; the colours are of the arm that does better. */
    private static void difference(HeatMapFigure figure, SweepResult result, Shown shown) {
        Sweep sweep = result.sweep();
        Measured measure = sweep.measures().get(shown.measure());
        double sign = measure.better() == Better.LOWER ? -1 : 1;
        double most = SweepWords.places(sweep)
                .mapToDouble(place -> Math.abs(difference(result, shown, place)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        figure.setCells(
                Texts.text("sweep.difference", ArmNames.of(sweep.base(), 1), ArmNames.of(sweep.base(), 0)),
                null,
                cells(sweep, place -> {
                    Cell cell = result.cell(shown, 0, place);
                    boolean underWay = cell.made() > 0 && !cell.complete();
                    double value = underWay ? Double.NaN : difference(result, shown, place);
                    String none = underWay ? text(cell, measure) : "";
                    String text = Double.isNaN(value) ? none : (value > 0 ? "+" : "") + number(value, measure);
                    return new HeatMapFigure.Cell(
                            text,
                            value,
                            Double.isNaN(value) ? Double.NaN : 0.5 + 0.5 * sign * value / Math.max(most, 1e-12),
                            false,
                            SweepWords.place(sweep, place, 0) + ": " + text);
                }),
                null);
        figure.setScale(number(-sign * most, measure), (sign > 0 ? "+" : "") + number(sign * most, measure));
    }

    private static double difference(SweepResult result, Shown shown, Place place) {
        return result.cell(shown, 1, place).mean()
                - result.cell(shown, 0, place).mean();
    }
}
