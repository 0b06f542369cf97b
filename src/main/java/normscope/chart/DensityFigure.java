package normscope.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.stats.Moments;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * How many of the examples have which value of the trait that they are chosen by: filled those drawn now, dashed those
 * that they are compared with. Densities are sums of Gaussian kernels of the width that Silverman (1986) gives for one
 * normal distribution, halved.
 */
public final class DensityFigure extends XYFigure {

    private static final int PLACES = 160;
    private static final double MARGIN = 0.08;
    private static final double TICKS_ONLY = 18;

    /** What the drawn examples are compared with. */
    public enum Against {
        /** Those drawn before. */
        BEFORE,
        /** All there are. */
        ALL
    }

    private final boolean named;
    private String name = "";
    private Against against = Against.ALL;
    private double[] before = new double[0];
    private double[] now = new double[0];
    private double from = Double.NaN;
    private double to = Double.NaN;

    /** An empty figure. If it is named, the axis below bears the trait's name, which else stands in a head. */
    public DensityFigure(boolean named) {
        super(new TickedAxis.Linear(false, 62), named ? NAMED : new Room(NAMED.left(), NAMED.right(), TICKS_ONLY));
        this.named = named;
    }

    /**
     * Sets what the trait is called, its values for the examples drawn now and for those that they are compared with,
     * which may be none, and both ends of the axis; null chooses these by the values.
     */
    public void set(String trait, Against with, double[] compared, double[] drawnNow, double[] axis) {
        name = trait;
        against = with;
        before = compared;
        now = drawnNow;
        double[] all = DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(now))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double margin = MARGIN * Math.max(1e-9, high - low);
        from = axis == null ? low - margin : axis[0];
        to = axis == null ? high + margin : axis[1];
    }

    @Override
    protected void update(double width) {
        double[] x = axis();
        double[] was = density(before, x);
        double[] is = density(now, x);
        double top = Math.max(
                DoubleStream.of(was).max().orElse(0), DoubleStream.of(is).max().orElse(0));
        plot.getDomainAxis().setRange(from, to);
        plot.getDomainAxis().setLabel(named ? name : null);
        setY(Scale.LINEAR, 0, top > 0 ? 1.1 * top : 1);
        double[] zero = new double[PLACES];
        PlotSeries filled = new PlotSeries(x, is, zero, is, theme.muted(), theme.stroke(1.6), chartFill(), null);
        PlotSeries dashed = PlotSeries.line(x, was, theme.text(), theme.dashed(1.6, 4, 3), 0);
        show(before.length == 0 ? List.of(filled) : List.of(filled, dashed));
    }

    private double[] axis() {
        double[] x = new double[PLACES];
        Arrays.setAll(x, i -> from + (to - from) * i / (PLACES - 1));
        return x;
    }

    private Color chartFill() {
        return ChartTheme.fade(theme.muted(), 0.45);
    }

    private static double[] density(double[] values, double[] x) {
        double[] density = new double[x.length];
        if (values.length == 0) {
            return density;
        }
        double sd = Moments.of(values, values.length).sd();
        double width = Math.max(1e-6, 0.5 * 1.06 * sd * Math.pow(values.length, -0.2));
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (double value : values) {
                double z = (x[i] - value) / width;
                sum += Math.exp(-z * z / 2);
            }
            density[i] = sum / (values.length * width * Math.sqrt(2 * Math.PI));
        }
        return density;
    }

    @Override
    public String describe(double x, double y) {
        return contains(x, y) ? summary() : null;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table =
                new FigureTable(List.of(FigureTable.column("examples"), name, FigureTable.column("density")));
        double[] x = axis();
        if (before.length > 0) {
            table.rows(List.of(Texts.text("numbers.density." + against)), x, density(before, x));
        }
        return table.rows(List.of(Texts.text("numbers.density.now")), x, density(now, x));
    }

    @Override
    public String summary() {
        String mean = now.length == 0
                ? ""
                : Numbers.significant(Moments.of(now, now.length).mean());
        return before.length == 0
                ? Texts.text("density.summary", name, mean)
                : Texts.text(
                        "density.summary." + against,
                        name,
                        Numbers.significant(Moments.of(before, before.length).mean()),
                        mean);
    }
}
