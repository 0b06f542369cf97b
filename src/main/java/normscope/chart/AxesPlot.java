package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Consumer;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * JFreeChart's plot of one quantity over another, each on a linear or a logarithmic axis with its name at the end. As
 * in {@link StepPlot}, a callback paints everything between grid and axes at once.
 */
final class AxesPlot {

    private final XYPlot plot;
    private final ValueAxis linearX = new TickedAxis.Linear(false, 62);
    private final TickedAxis.Logarithmic logX = new TickedAxis.Logarithmic(40);
    private final ValueAxis linearY = new TickedAxis.Linear(false, 30);
    private final ValueAxis percentY = new TickedAxis.Linear(true, 30);
    private final TickedAxis.Logarithmic logY = new TickedAxis.Logarithmic(24);
    private final WholeRenderer renderer = new WholeRenderer();
    private final String[] names = {"", ""};
    private ChartTheme theme;
    private Rectangle2D area = new Rectangle2D.Double();

    AxesPlot() {
        plot = new XYPlot(new WholeRenderer.OneItem(), linearX, linearY, renderer);
        plot.setNotify(false);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        setTheme(ChartTheme.LIGHT);
    }

    void setTheme(ChartTheme next) {
        if (next.equals(theme)) {
            return;
        }
        theme = next;
        plot.setRangeGridlinePaint(next.grid());
        plot.setRangeGridlineStroke(next.rule(1));
        plot.setDomainGridlinePaint(next.grid());
        plot.setDomainGridlineStroke(next.rule(1));
        for (ValueAxis axis : List.of(linearX, logX, linearY, percentY, logY)) {
            axis.setTickLabelFont(next.tickFont());
            axis.setTickLabelPaint(next.faint());
            axis.setTickMarksVisible(false);
            axis.setAxisLinePaint(next.baseline());
            axis.setAxisLineStroke(next.rule(1));
        }
        for (ValueAxis axis : List.of(linearX, logX)) {
            axis.setTickLabelInsets(new RectangleInsets(3 * next.type(), 0, 0, 0));
        }
        for (ValueAxis axis : List.of(linearY, percentY, logY)) {
            axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 3));
            axis.setAxisLineVisible(false);
        }
        AxisSpace left = new AxisSpace();
        left.setLeft(gutter());
        plot.setFixedRangeAxisSpace(left);
        AxisSpace below = new AxisSpace();
        below.setBottom(labels());
        plot.setFixedDomainAxisSpace(below);
    }

    private double gutter() {
        return 46 * theme.type();
    }

    private double labels() {
        return 18 * theme.type();
    }

    /** The names of both axes: below the right end, and above the upper end. */
    void setNames(String x, String y) {
        names[0] = x;
        names[1] = y;
    }

    void setX(boolean logarithmic, double min, double max) {
        plot.setDomainAxis(logarithmic ? logX : linearX);
        plot.getDomainAxis().setRange(min, max);
    }

    /** Labels a logarithmic axis at these values, those for which there is room. */
    void setPlacesX(double[] values) {
        logX.setPlaces(values);
    }

    void setY(StepPlot.Scale scale, double min, double max) {
        plot.setRangeAxis(
                switch (scale) {
                    case LINEAR -> linearY;
                    case PERCENT -> percentY;
                    case LOGARITHMIC -> logY;
                });
        plot.getRangeAxis().setRange(min, max);
    }

    /** Where the plot will be within bounds, without labels and names. */
    Rectangle2D areaIn(Rectangle2D bounds) {
        double above = 17 * theme.type();
        double below = labels() + 14 * theme.type();
        return new Rectangle2D.Double(
                bounds.getX() + gutter(),
                bounds.getY() + above,
                Math.max(1, bounds.getWidth() - gutter() - 6 * theme.type()),
                Math.max(1, bounds.getHeight() - above - below));
    }

    /** Draws grid, what the callback paints within {@link #area()}, clipped to it, and axes. */
    void draw(Graphics2D g, Rectangle2D bounds, Consumer<Graphics2D> inside) {
        area = areaIn(bounds);
        renderer.curves = inside;
        Rectangle2D outer = new Rectangle2D.Double(
                bounds.getX(), area.getY(), area.getMaxX() - bounds.getX(), area.getHeight() + labels());
        plot.draw(g, outer, null, null, new PlotRenderingInfo(null));
        double type = theme.type();
        Draw.text(g, names[1], theme.labelFont(), theme.muted(), bounds.getX(), bounds.getY() + 10 * type, 0);
        Draw.text(
                g,
                names[0],
                theme.labelFont(),
                theme.muted(),
                area.getMaxX(),
                area.getMaxY() + labels() + 10 * type,
                1);
    }

    Rectangle2D area() {
        return area;
    }

    double x(double value) {
        return plot.getDomainAxis().valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double y(double value) {
        return plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    double valueX(double x) {
        return plot.getDomainAxis().java2DToValue(x, area, RectangleEdge.BOTTOM);
    }

    double valueY(double y) {
        return plot.getRangeAxis().java2DToValue(y, area, RectangleEdge.LEFT);
    }

    boolean contains(double x, double y) {
        return area.contains(x, y);
    }
}
