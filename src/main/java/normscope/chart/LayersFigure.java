package normscope.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.chart.LinesFigure.Line;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Curves over the layers of networks, each named at its end; layers count from 1. */
public final class LayersFigure extends XYFigure {

    private final LazyRange values = new LazyRange();
    private List<Line> lines = List.of();
    private Scale scale = Scale.LINEAR;
    private String title = "";

    public LayersFigure() {
        super(TickedAxis.Linear.whole(40), NAMED);
    }

    public void setTitle(String words) {
        title = words;
    }

    /** Sets what is shown: the steps of the lines are layers. A share reaches from 0 to 1; others choose their axis. */
    public void setLines(List<Line> next, Scale axis) {
        lines = next.stream().filter(line -> last(line) >= 0).toList();
        scale = axis;
        values.reset();
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        setRight(EndLabels.room(lines.stream().map(Line::label).toList(), theme, width));
        super.draw(g, width, height);
        EndLabels.draw(g, theme, lines.stream().map(this::end).toList(), area(), width);
    }

    /** Where a line ends: a network may have died below its last layer. */
    private static int last(Line line) {
        int last = line.x().length - 1;
        while (last >= 0 && !Double.isFinite(line.high()[last])) {
            last--;
        }
        return last;
    }

    private EndLabels.End end(Line line) {
        int last = last(line);
        double y = Math.max(area().getMinY(), Math.min(area().getMaxY(), y(line.high()[last])));
        return new EndLabels.End(
                line.label(), LinesFigure.wordColour(theme, line.arm(), line.variant()), x(line.x()[last]), y);
    }

    @Override
    protected void update(double width) {
        header.setTitle(title, null);
        header.showNote(null);
        plot.getDomainAxis().setLabel(Texts.text("axis.layer"));
        double last = lines.stream()
                .mapToDouble(line -> line.x()[line.x().length - 1])
                .max()
                .orElse(1);
        setX(1 - 0.01 * last, Math.max(2, last));
        fitValues();
        List<PlotSeries> drawn = new ArrayList<>();
        for (Line line : lines) {
            drawn.add(PlotSeries.line(
                    line.x(),
                    line.high(),
                    LinesFigure.colour(theme, line.arm(), line.variant()),
                    LinesFigure.stroke(theme, line.variant(), 1.7),
                    line.variant() == 0 ? 2 * theme.line() : 0));
        }
        show(drawn);
    }

    private void fitValues() {
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.high()))
                .filter(value -> Double.isFinite(value) && (value > 0 || scale != Scale.LOGARITHMIC))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(1);
        double high = DoubleStream.of(all).max().orElse(1);
        if (scale == Scale.LOGARITHMIC) {
            values.fitLogarithmic(low, high);
            setY(scale, values.min(), values.max());
        } else {
            setY(scale, Math.min(-0.02, low), Math.max(1.02, high));
        }
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y) || lines.isEmpty()) {
            return null;
        }
        double layer = Math.rint(valueX(x));
        StringBuilder text = new StringBuilder(Texts.text("layers.at", (long) layer));
        for (Line line : lines) {
            int at = PlotSeries.nearest(line.x(), layer);
            if (line.x()[at] == layer) {
                text.append('\n').append(said(line, at));
            }
        }
        return text.toString();
    }

    private static String said(Line line, int at) {
        return Texts.text("compare.overlay.at", line.label(), Numbers.significant(line.high()[at]));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = new FigureTable(List.of(FigureTable.column("line"), FigureTable.column("layer"), title));
        lines.forEach(line -> table.rows(List.of(line.label()), line.x(), line.high()));
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(title).append('.');
        for (Line line : lines) {
            int last = last(line);
            text.append(' ')
                    .append(Texts.text(
                            "layers.summary",
                            line.label(),
                            Numbers.significant(line.high()[0]),
                            Numbers.significant(line.high()[last]),
                            (long) line.x()[last]));
        }
        return text.toString();
    }
}
