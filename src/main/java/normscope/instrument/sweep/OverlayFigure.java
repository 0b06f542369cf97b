package normscope.instrument.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.FigureTable;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.TickedAxis;
import normscope.chart.XYFigure;
import normscope.lab.ArmNames;
import normscope.sweep.Cell;
import normscope.sweep.Measured;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.text.Texts;

/**
 * Several sweeps over the same setting in one picture: a line an arm and value of the second setting, the mean over
 * seeds that did not diverge, with its name at its end and a band of one standard deviation.
 */
public final class OverlayFigure extends XYFigure {

    private static final Room NAMES = new Room(46, 130, 32);

    private record Line(String name, double[] x, double[] mean, double[] low, double[] high) {}

    private final List<Line> lines = new ArrayList<>();
    /** At which value each line's name stands. */
    private final Map<Line, Double> places = new LinkedHashMap<>();

    private final String setting;
    private final String measure;
    private final boolean percent;

    /** Takes the lines of sweeps over the same first setting, with the measure at the same place. */
    public OverlayFigure(List<SweepResult> results, Shown shown) {
        super(new TickedAxis.Logarithmic(40), NAMES);
        Sweep first = results.get(0).sweep();
        Measured of = first.measures().get(shown.measure());
        setting = first.axes().get(0).name();
        measure = of.name();
        percent = of.percent();
        for (SweepResult result : results) {
            Sweep sweep = result.sweep();
            for (int y = 0; y < sweep.size(1); y++) {
                for (int arm = 0; arm < sweep.arms(); arm++) {
                    lines.add(line(result, shown, arm, y, results.size() > 1));
                }
            }
        }
        ((TickedAxis.Logarithmic) plot.getDomainAxis())
                .setPlaces(
                        SweepFigures.places(first.axes().get(0)),
                        SweepFigures.labels(first.axes().get(0)));
    }

    private Line line(SweepResult result, Shown shown, int arm, int y, boolean several) {
        Sweep sweep = result.sweep();
        List<Cell> cells = IntStream.range(0, sweep.size(0))
                .mapToObj(x -> result.cell(shown, arm, new Place(x, y)))
                .toList();
        List<String> name = new ArrayList<>();
        if (several && !sweep.base().name().isEmpty()) {
            name.add(sweep.base().name());
        }
        if (sweep.arms() > 1) {
            name.add(ArmNames.of(sweep.base(), arm));
        }
        if (sweep.axes().size() > 1) {
            name.add(sweep.axes().get(1).read(y, arm));
        }
        double unit = percent ? 100 : 1;
        double[] mean = cells.stream().mapToDouble(cell -> cell.mean() / unit).toArray();
        double[] sd = cells.stream()
                .mapToDouble(cell -> Double.isNaN(cell.sd()) ? 0 : cell.sd() / unit)
                .toArray();
        double[] low = new double[sd.length];
        double[] high = new double[sd.length];
        Arrays.setAll(low, i -> mean[i] - sd[i]);
        Arrays.setAll(high, i -> mean[i] + sd[i]);
        return new Line(
                String.join(", ", name), SweepFigures.places(sweep.axes().get(0)), mean, low, high);
    }

    @Override
    protected void update(double width) {
        header.setTitle(measure, null);
        header.showNote(null);
        plot.getDomainAxis().setLabel(setting);
        double[] ends = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.x))
                .sorted()
                .toArray();
        double room = Math.max(1.25, Math.pow(ends[ends.length - 1] / ends[0], 0.04));
        setX(ends[0] / room, ends[ends.length - 1] * room);
        fitValues();
        List<PlotSeries> drawn = new ArrayList<>();
        places.clear();
        double free = Double.NEGATIVE_INFINITY;
        List<Line> byEnd = new ArrayList<>(lines);
        byEnd.sort((a, b) -> Double.compare(end(a), end(b)));
        for (Line line : byEnd) {
            Color colour = colour(lines.indexOf(line));
            drawn.add(new PlotSeries(
                    line.x,
                    line.mean,
                    line.low,
                    line.high,
                    colour,
                    stroke(lines.indexOf(line)),
                    ChartTheme.fade(colour, 0.1),
                    PlotSeries.disc(3 * theme.line())));
            double y = Math.max(end(line), free);
            if (!Double.isNaN(y)) {
                places.put(line, y);
                free = above(y, 12 * theme.type());
            }
        }
        show(drawn);
    }

    /** Names stand outside the plot, where annotations are cut off. */
    @Override
    public void draw(Graphics2D g, double width, double height) {
        super.draw(g, width, height);
        double left = area().getMaxX() + 6;
        double least = area().getY();
        double lift = places.values().stream()
                .mapToDouble(value -> least - y(value))
                .max()
                .orElse(0);
        places.forEach((line, value) -> {
            double baseline =
                    y(value) + Math.max(0, lift) + 0.35 * theme.tickFont().getSize2D();
            Draw.text(g, line.name, theme.tickFont(), colour(lines.indexOf(line)), left, baseline, 0);
        });
    }

    private static double end(Line line) {
        for (int i = line.mean.length - 1; i >= 0; i--) {
            if (!Double.isNaN(line.mean[i])) {
                return line.mean[i];
            }
        }
        return Double.NaN;
    }

    private double above(double value, double pixels) {
        double span = plot.getRangeAxis().getRange().getLength();
        return value + span * pixels / room().getHeight();
    }

    private void fitValues() {
        double[] values = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.mean))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double least = values.length == 0 ? 0 : values[0];
        double most = values.length == 0 ? 1 : values[values.length - 1];
        double edge = Math.max(1e-9, 0.05 * (most - least));
        setY(percent ? Scale.PERCENT : Scale.LINEAR, least - edge, most + edge);
    }

    private Color colour(int line) {
        int arms = theme.arms().size();
        return line < arms
                ? theme.colour(Role.of(line))
                : theme.classes().get((line - arms) % theme.classes().size());
    }

    private BasicStroke stroke(int line) {
        int colours = theme.arms().size() + theme.classes().size();
        return line < colours ? theme.stroke(2) : theme.dashed(2, 6, 3);
    }

    @Override
    public String describe(double x, double y) {
        return null;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = new FigureTable(List.of(
                FigureTable.column("line"),
                setting,
                measure,
                FigureTable.column("mean-less-sd"),
                FigureTable.column("mean-plus-sd")));
        lines.forEach(line -> table.rows(List.of(line.name), line.x, line.mean, line.low, line.high));
        return table;
    }

    @Override
    public String summary() {
        return Texts.text("sweep.summary", measure, setting);
    }
}
