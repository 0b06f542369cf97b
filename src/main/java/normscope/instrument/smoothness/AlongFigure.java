package normscope.instrument.smoothness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.chart.FigureTable;
import normscope.chart.LazyRange;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.TickedAxis;
import normscope.chart.XYFigure;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The losses on the line of one moment, over that at its beginning, by how many times the rate one has gone. */
final class AlongFigure extends XYFigure {

    private final LazyRange values = new LazyRange();
    private double[] places = {0, 1};
    /** [arm][place]; null of an arm that has diverged. */
    private List<double[]> losses = List.of();

    private List<String> names = List.of();

    AlongFigure() {
        super(new TickedAxis.Linear(false, 40), NAMED);
    }

    /** Sets the losses, the beginning first in all arrays, and what the arms are called. */
    void setLosses(double[] places, List<double[]> losses, List<String> names) {
        this.places = places;
        this.losses = losses;
        this.names = names;
        values.reset();
    }

    @Override
    protected void update(double width) {
        double[] all = losses.stream()
                .filter(of -> of != null)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        values.fitLogarithmic(
                DoubleStream.of(all).min().orElse(1) / 1.1,
                DoubleStream.of(all).max().orElse(1) * 1.1);
        setX(0, places[places.length - 1]);
        setY(Scale.LOGARITHMIC, values.min(), values.max());
        header.setTitle(Texts.text("smoothness.now"), null);
        plot.getDomainAxis().setLabel(Texts.text("smoothness.axis"));
        List<PlotSeries> drawn = new ArrayList<>();
        drawn.add(PlotSeries.line(
                new double[] {0, places[places.length - 1]},
                new double[] {1, 1},
                theme.muted(),
                theme.dashed(1.2, 5, 4),
                0));
        for (int arm = 0; arm < losses.size(); arm++) {
            if (losses.get(arm) != null) {
                drawn.add(PlotSeries.line(
                        places, losses.get(arm), theme.colour(Role.of(arm)), theme.stroke(2), 2.5 * theme.line()));
            }
        }
        show(drawn);
    }

    @Override
    public String describe(double x, double y) {
        return null;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("arm", "along", "relative-loss");
        for (int arm = 0; arm < losses.size(); arm++) {
            if (losses.get(arm) != null) {
                table.rows(List.of(names.get(arm)), places, losses.get(arm));
            }
        }
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.text("smoothness.now"));
        for (int arm = 0; arm < losses.size(); arm++) {
            if (losses.get(arm) != null) {
                double end = losses.get(arm)[places.length - 1];
                text.append(' ').append(Texts.text("smoothness.end", names.get(arm), Numbers.significant(end)));
            }
        }
        return text.toString();
    }
}
