package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Consumer;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * JFreeChart's plot for values over steps: axes, grid and coordinates.
 *
 * <p>The curves themselves are painted whole by a callback. JFreeChart would call its renderer for every point, and
 * would tell every listener of every change; here it has one dataset of one item, and nobody listens.
 */
final class StepPlot {

    /** The values up the side. */
    enum Scale {
        LINEAR,
        LOGARITHMIC,
        PERCENT
    }

    private final XYPlot plot;
    private final NumberAxis steps = new TickedAxis.Linear(false, 62);
    private final ValueAxis linear = new TickedAxis.Linear(false, 30);
    private final ValueAxis percent = new TickedAxis.Linear(true, 30);
    private final ValueAxis logarithmic = new TickedAxis.Logarithmic(24);
    private final WholeRenderer renderer = new WholeRenderer();
    private Rectangle2D area = new Rectangle2D.Double();
    private ChartTheme theme;
    private Scale scale = Scale.LINEAR;

    StepPlot() {
        plot = new XYPlot(new WholeRenderer.OneItem(), steps, linear, renderer);
        plot.setNotify(false);
        plot.setOrientation(PlotOrientation.VERTICAL);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        setTheme(ChartTheme.LIGHT);
    }

    void setTheme(ChartTheme next) {
        if (next.equals(theme)) {
            return;
        }
        theme = next;
        // Without words the ticks are close together, and tell nothing.
        plot.setRangeGridlinesVisible(next.hasWords());
        plot.setRangeGridlinePaint(next.grid());
        plot.setRangeGridlineStroke(next.rule(1));
        for (ValueAxis axis : List.of(steps, linear, percent, logarithmic)) {
            axis.setTickLabelsVisible(next.hasWords());
            axis.setTickLabelFont(next.tickFont());
            axis.setTickLabelPaint(next.faint());
            axis.setTickMarksVisible(false);
            axis.setAxisLineVisible(false);
        }
        steps.setAxisLineVisible(true);
        steps.setAxisLinePaint(next.baseline());
        steps.setAxisLineStroke(next.rule(1));
        steps.setTickLabelInsets(new RectangleInsets(3 * next.type(), 0, 0, 0));
        for (ValueAxis axis : List.of(linear, percent, logarithmic)) {
            axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 3));
        }
        AxisSpace left = new AxisSpace();
        left.setLeft(gutter());
        plot.setFixedRangeAxisSpace(left);
        AxisSpace below = new AxisSpace();
        below.setBottom(foot());
        plot.setFixedDomainAxisSpace(below);
    }

    /** Room for the labels of values; fixed, so that the curves never slide sideways. */
    double gutter() {
        return 33 * theme.type();
    }

    private double foot() {
        return 18 * theme.type();
    }

    void setSteps(double last) {
        // A little before 0, so that the first point is whole.
        steps.setRange(-0.01 * last, last);
    }

    void setValues(Scale next, double min, double max) {
        if (next != scale) {
            scale = next;
            plot.setRangeAxis(axis());
        }
        axis().setRange(min, max);
    }

    /**
     * Draws grid, curves and axes.
     *
     * @param bounds of axes and curves together
     * @param curves paints within {@link #area()}, clipped to it
     */
    void draw(Graphics2D g, Rectangle2D bounds, Consumer<Graphics2D> curves) {
        renderer.curves = curves;
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        area = new Rectangle2D.Double(
                bounds.getX() + gutter(),
                bounds.getY(),
                Math.max(1, bounds.getWidth() - gutter()),
                Math.max(1, bounds.getHeight() - foot()));
        plot.draw(g, bounds, null, null, info);
        Draw.text(
                g,
                Texts.get("axis.step"),
                theme.tickFont(),
                theme.faint(),
                bounds.getX(),
                area.getMaxY() + 15 * theme.type(),
                0);
    }

    /** Where the curves are, without labels. */
    Rectangle2D area() {
        return area;
    }

    double x(double step) {
        return steps.valueToJava2D(step, area, RectangleEdge.BOTTOM);
    }

    double step(double x) {
        return steps.java2DToValue(x, area, RectangleEdge.BOTTOM);
    }

    /** The height of a value, kept within a few pixels of the plot; zero and less lie at a logarithmic axis' foot. */
    double y(double value) {
        double y = scale == Scale.LOGARITHMIC && value < axis().getLowerBound()
                ? area.getMaxY()
                : axis().valueToJava2D(value, area, RectangleEdge.LEFT);
        return Math.max(area.getY() - 4, Math.min(area.getMaxY() + 4, y));
    }

    boolean contains(double x, double y) {
        return area.contains(x, y);
    }

    private ValueAxis axis() {
        return switch (scale) {
            case LINEAR -> linear;
            case PERCENT -> percent;
            case LOGARITHMIC -> logarithmic;
        };
    }
}
