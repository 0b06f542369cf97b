package normscope.instrument.formula;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.Figure;
import normscope.chart.FigureTable;
import normscope.chart.LazyRange;
import normscope.chart.Role;
import normscope.chart.Ticks;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * One unit's z of a mini-batch on a line: every example a dot, the mean, one standard deviation, the chosen example.
 */
public final class BatchStripFigure extends Figure {

    private static final double NEAR = 14;

    private final LazyRange axis = new LazyRange();
    private double[] values = {};
    private double mean;
    private double sd;
    private int chosen = -1;
    private int arm;
    private Rectangle2D.Double area = new Rectangle2D.Double();

    /** Sets the arm, from 0, whose z it is. */
    public void setArm(int of) {
        arm = of;
    }

    /**
     * Sets z, one an example and not copied, with mean and standard deviation, and the example to mark; -1 for none.
     */
    public void setValues(double[] z, double mean, double sd, int chosen) {
        this.values = Objects.requireNonNull(z);
        this.mean = mean;
        this.sd = sd;
        this.chosen = chosen;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        double type = theme.type();
        double side = 8 * type;
        area = new Rectangle2D.Double(side, 14 * type, width - 2 * side, Math.max(4, height - 30 * type));
        if (values.length == 0) {
            return;
        }
        fitAxis();
        drawAxis(g);
        g.setColor(ChartTheme.fade(theme.colour(new Role(arm, true)), theme.dark() ? 0.35 : 0.28));
        double left = Math.max(area.x, x(mean - sd));
        g.fill(new Rectangle2D.Double(left, area.y, Math.min(area.getMaxX(), x(mean + sd)) - left, area.height));
        g.setColor(theme.text());
        g.setStroke(theme.rule(1.2));
        g.draw(new Line2D.Double(x(mean), area.y - 3 * type, x(mean), area.getMaxY()));
        Draw.text(g, "\u03bc", theme.labelFont(), theme.text(), x(mean), area.y - 5 * type, 0.5);
        double edge = Draw.width(theme.labelFont(), "+\u03c3") / 2;
        if (x(mean + sd) - x(mean) > 3 * edge) {
            Draw.text(g, "\u2212\u03c3", theme.labelFont(), theme.muted(), x(mean - sd), area.y - 5 * type, 0.5);
            Draw.text(g, "+\u03c3", theme.labelFont(), theme.muted(), x(mean + sd), area.y - 5 * type, 0.5);
        }
        double radius = 3.2 * type;
        g.setColor(ChartTheme.fade(theme.mark(new Role(arm, true)), 0.8));
        for (int i = 0; i < values.length; i++) {
            if (i != chosen) {
                g.fill(dot(i, radius));
            }
        }
        if (chosen >= 0 && chosen < values.length) {
            g.setColor(theme.card());
            g.fill(dot(chosen, radius + 3.5 * type));
            g.setColor(theme.colour(Role.of(arm)));
            g.fill(dot(chosen, radius + 2 * type));
        }
    }

    private void fitAxis() {
        double low = mean - sd;
        double high = mean + sd;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        axis.fitLinear(low, high);
    }

    private void drawAxis(Graphics2D g) {
        g.setColor(theme.baseline());
        g.setStroke(theme.rule(1));
        g.draw(new Line2D.Double(area.x, area.getMaxY(), area.getMaxX(), area.getMaxY()));
        int most = (int) Math.max(2, area.width / (60 * theme.type()));
        for (Ticks.Tick tick : Ticks.linear(axis.min(), axis.max(), most)) {
            double y = area.getMaxY() + 13 * theme.type();
            double half = Draw.width(theme.tickFont(), tick.text()) / 2;
            double x = Math.max(half, Math.min(area.getMaxX() + area.x - half, x(tick.value())));
            Draw.text(g, tick.text(), theme.tickFont(), theme.faint(), x, y, 0.5);
        }
    }

    /** Dots would lie on each other; a height that depends on nothing but the example's place keeps them apart. */
    private Ellipse2D dot(int i, double radius) {
        double room = Math.max(0, area.height - 9 * theme.type());
        double y = area.y + 4.5 * theme.type() + room * (i * 0.618034 % 1);
        return new Ellipse2D.Double(x(values[i]) - radius, y - radius, 2 * radius, 2 * radius);
    }

    private double x(double value) {
        return area.x + (value - axis.min()) / (axis.max() - axis.min()) * area.width;
    }

    /** The example nearest to a point of the last drawing; -1 if none is near. */
    public int exampleAt(double x, double y) {
        int best = -1;
        double least = NEAR * NEAR;
        for (int i = 0; i < values.length; i++) {
            Ellipse2D dot = dot(i, 0);
            double d = (dot.getX() - x) * (dot.getX() - x) + (dot.getY() - y) * (dot.getY() - y);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    @Override
    public String describe(double x, double y) {
        int i = exampleAt(x, y);
        return i < 0 ? null : Texts.text("strip.example", Integer.toString(i + 1), Numbers.significant(values[i]));
    }

    @Override
    public FigureTable numbers() {
        return FigureTable.ofExamples(List.of("z"), values);
    }

    @Override
    public String summary() {
        return values.length == 0
                ? Texts.text("hist.summary.none")
                : Texts.text(
                        "strip.summary",
                        Integer.toString(values.length),
                        Numbers.significant(mean),
                        Numbers.significant(sd));
    }
}
