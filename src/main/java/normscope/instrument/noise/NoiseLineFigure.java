package normscope.instrument.noise;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.Arrays;
import java.util.List;
import normscope.chart.Draw;
import normscope.chart.FigureTable;
import normscope.chart.LazyRange;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.TickedAxis;
import normscope.chart.XYFigure;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.ui.TextAnchor;

/** The deviation of one value over the batch size, both logarithmic, with the straight line that fits best. */
public final class NoiseLineFigure extends XYFigure {

    private final LazyRange values = new LazyRange();
    private double[] sizes = {};
    private double[] sds = {};
    private double slope = Double.NaN;
    private double constant = Double.NaN;
    private int arm;

    public NoiseLineFigure() {
        super(new TickedAxis.Logarithmic(40), NAMED);
        plot.setDomainGridlinesVisible(true);
    }

    /** Sets the arm, from 0, that was measured. */
    public void setArm(int measured) {
        arm = measured;
    }

    /** Sets the deviation at each batch size, ascending, and the slope of the fitted line; not copied. */
    public void setPoints(double[] sizes, double[] sds, double slope) {
        this.sizes = sizes;
        this.sds = sds;
        this.slope = slope;
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += Math.log(sds[i]) - slope * Math.log(sizes[i]);
        }
        constant = Math.exp(sum / Math.max(1, sizes.length));
        values.reset();
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        if (drawable()) {
            super.draw(g, width, height);
        } else {
            Draw.quality(g);
            Draw.text(g, Texts.text("noise.none"), theme.textFont(), theme.muted(), width / 2, height / 2, 0.5);
        }
    }

    @Override
    protected void update(double width) {
        double least = Arrays.stream(sds).min().orElse(1);
        double most = Arrays.stream(sds).max().orElse(1);
        double first = sizes[0];
        double last = sizes[sizes.length - 1];
        values.fitLogarithmic(least / 1.15, most * 1.15);
        setX(first / 1.3, last * 1.3);
        ((TickedAxis.Logarithmic) plot.getDomainAxis()).setPlaces(sizes);
        setY(Scale.LOGARITHMIC, values.min(), values.max());
        header.setTitle(null, Texts.text("noise.sd"));
        plot.getDomainAxis().setLabel(Texts.text("noise.axis"));
        Color colour = theme.colour(Role.of(arm));
        // What exactly 1/sqrt(m) would be, from the first point on.
        PlotSeries root = power(sds[0], -0.5, theme.outline(), theme.dashed(1.3, 5, 4));
        PlotSeries fitted = power(constant * Math.pow(first, slope), slope, colour, theme.stroke(2));
        show(List.of(root, fitted, PlotSeries.dots(sizes, sds, colour, PlotSeries.disc(4 * theme.line()))));
        if (!Double.isNaN(slope)) {
            double x = rightOf(plot.getDomainAxis().getUpperBound(), -6 * theme.type());
            String text = Texts.text("noise.line", Numbers.value(slope));
            double top = plot.getRangeAxis().getUpperBound();
            write(text, theme.headFont(), colour, x, inside(top, 5 * theme.type()), TextAnchor.TOP_RIGHT);
            String half = Texts.text("noise.half");
            write(half, theme.labelFont(), theme.muted(), x, inside(top, 22 * theme.type()), TextAnchor.TOP_RIGHT);
        }
    }

    /** A power of the batch size, straight on logarithmic axes. */
    private PlotSeries power(double atFirst, double power, Color colour, Stroke stroke) {
        double first = sizes[0];
        double last = sizes[sizes.length - 1];
        double[] y = {atFirst, atFirst * Math.pow(last / first, power)};
        return PlotSeries.line(new double[] {first, last}, y, colour, stroke, 0);
    }

    private boolean drawable() {
        for (double sd : sds) {
            if (!(sd > 0) || Double.isInfinite(sd)) {
                return false;
            }
        }
        return sds.length > 0;
    }

    @Override
    public String describe(double x, double y) {
        for (int i = 0; i < sizes.length && drawable(); i++) {
            if (Math.hypot(x - x(sizes[i]), y - y(sds[i])) < 8 * theme.type()) {
                return Texts.text(
                        "noise.at",
                        Numbers.exact(sizes[i]),
                        Numbers.significant(sds[i]),
                        Numbers.significant(sds[i] * Math.sqrt(sizes[i])));
            }
        }
        return null;
    }

    @Override
    public FigureTable numbers() {
        return FigureTable.of("batch-size", "sd").rows(List.of(), sizes, sds);
    }

    @Override
    public String summary() {
        if (!drawable()) {
            return Texts.text("noise.none") + ".";
        }
        int last = sizes.length - 1;
        return Texts.text(
                "noise.summary",
                Numbers.exact(sizes[0]),
                Numbers.significant(sds[0]),
                Numbers.exact(sizes[last]),
                Numbers.significant(sds[last]),
                Numbers.value(slope));
    }
}
