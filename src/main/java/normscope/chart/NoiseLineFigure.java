package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import normscope.text.Numbers;

/** The deviation of one value over the batch size, both logarithmic, with the straight line that fits best. */
public final class NoiseLineFigure extends Figure {

    private final AxesPlot plot = new AxesPlot();
    private final AxisRange values = new AxisRange();
    private double[] sizes = {};
    private double[] sds = {};
    private double slope = Double.NaN;
    private double constant = Double.NaN;

    /**
     * Sets the points.
     *
     * @param sizes batch sizes, ascending; not copied
     * @param sds the deviation at each; not copied
     * @param slope of the fitted line
     */
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
        Draw.quality(g);
        plot.setTheme(theme);
        plot.setNames(Texts.get("noise.size"), Texts.get("noise.sd"));
        Rectangle2D bounds = new Rectangle2D.Double(0, 0, width, height);
        if (!drawable()) {
            Draw.text(g, Texts.get("noise.none"), theme.textFont(), theme.muted(), width / 2, height / 2, 0.5);
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double sd : sds) {
            least = Math.min(least, sd);
            most = Math.max(most, sd);
        }
        values.fitLogarithmic(least / 1.15, most * 1.15);
        plot.setX(true, sizes[0] / 1.3, sizes[sizes.length - 1] * 1.3);
        plot.setPlacesX(sizes);
        plot.setY(StepPlot.Scale.LOGARITHMIC, values.min(), values.max());
        plot.draw(g, bounds, this::inside);
        if (!Double.isNaN(slope)) {
            String text = Texts.get("noise.slope", Numbers.value(slope));
            Draw.text(
                    g,
                    text,
                    theme.headFont(),
                    theme.with(),
                    plot.area().getMaxX() - 6 * theme.type(),
                    plot.area().getY() + 16 * theme.type(),
                    1);
            Draw.text(
                    g,
                    Texts.get("noise.half"),
                    theme.labelFont(),
                    theme.muted(),
                    plot.area().getMaxX() - 6 * theme.type(),
                    plot.area().getY() + 32 * theme.type(),
                    1);
        }
    }

    private boolean drawable() {
        for (double sd : sds) {
            if (!(sd > 0) || Double.isInfinite(sd)) {
                return false;
            }
        }
        return sds.length > 0;
    }

    private void inside(Graphics2D g) {
        Draw.quality(g);
        int last = sizes.length - 1;
        // What exactly 1/sqrt(m) would be, from the first point on.
        g.setColor(theme.outline());
        g.setStroke(theme.dashed(1.3, 5, 4));
        g.draw(line(sds[0], -0.5, sizes[0], sizes[last]));
        if (!Double.isNaN(slope)) {
            g.setColor(theme.with());
            g.setStroke(theme.stroke(2));
            g.draw(line(constant * Math.pow(sizes[0], slope), slope, sizes[0], sizes[last]));
        }
        double r = 4 * theme.line();
        g.setColor(theme.with());
        for (int i = 0; i <= last; i++) {
            g.fill(new Ellipse2D.Double(plot.x(sizes[i]) - r, plot.y(sds[i]) - r, 2 * r, 2 * r));
        }
    }

    private Line2D line(double atFrom, double power, double from, double to) {
        return new Line2D.Double(plot.x(from), plot.y(atFrom), plot.x(to), plot.y(atFrom * Math.pow(to / from, power)));
    }

    @Override
    public String describe(double x, double y) {
        for (int i = 0; i < sizes.length && drawable(); i++) {
            if (Math.hypot(x - plot.x(sizes[i]), y - plot.y(sds[i])) < 8 * theme.type()) {
                return Texts.get(
                        "noise.at",
                        Numbers.exact(sizes[i]),
                        Numbers.significant(sds[i]),
                        Numbers.significant(sds[i] * Math.sqrt(sizes[i])));
            }
        }
        return null;
    }

    @Override
    public String summary() {
        if (!drawable()) {
            return Texts.get("noise.none") + ".";
        }
        int last = sizes.length - 1;
        return Texts.get(
                "noise.summary",
                Numbers.exact(sizes[0]),
                Numbers.significant(sds[0]),
                Numbers.exact(sizes[last]),
                Numbers.significant(sds[last]),
                Numbers.value(slope));
    }
}
