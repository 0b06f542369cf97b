package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import normscope.text.Texts;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLabelLocation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * A figure that JFreeChart draws: lines in one plot of two axes. The chart is made once and brought up to date before
 * each drawing; nobody listens to it.
 */
public abstract class XYFigure extends Figure {

    /** How values lie along an axis. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC,
        PERCENT
    }

    /**
     * Room around the plot at type size 1, fixed so that curves never slide sideways: at the left for the labels of
     * values, at the foot for the labels below and names of axes.
     */
    public record Room(double left, double right, double foot) {}

    /** Room for the name of the axis below, too. */
    public static final Room NAMED = new Room(46, 6, 32);

    /** Room for the labels alone. */
    public static final Room PLAIN = new Room(33, 0, 18);

    /** So many pixels beyond the plot lies what is farther away. */
    private static final double REACH = 1500;

    /** What JFreeChart wants of each point: x and y, each with its ends. */
    private static final int ROWS = 6;

    /** A shorter drag, in pixels, is a slip. */
    private static final double LEAST_DRAG = 8;

    /** A drag that is lower than this, in pixels, enlarges along the axis below only. */
    private static final double LEAST_HEIGHT = 24;

    protected final XYPlot plot = new XYPlot();
    protected final JFreeChart chart = new JFreeChart(null, null, plot, false);
    protected final HeaderTitle header = new HeaderTitle();
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private final DefaultIntervalXYDataset dataset = new DefaultIntervalXYDataset();
    private Room room;
    private final ValueAxis linear = new TickedAxis.Linear(false, 30);
    private final ValueAxis percent = new TickedAxis.Linear(true, 30);
    private final TickedAxis.Logarithmic logarithmic = new TickedAxis.Logarithmic(24);
    protected final LinesRenderer renderer = new LinesRenderer();
    private Rectangle2D coming = new Rectangle2D.Double(0, 0, 1, 1);
    private ChartTheme applied;
    /** The least value that the axis can place. */
    private double least = Double.NEGATIVE_INFINITY;

    /** Less than this, such as 0, lies as far below a logarithmic axis as one can draw. */
    private static final double LEAST_POSITIVE = 1e-300;

    /** Pixels between two marks of what leaves the plot. */
    private static final double EDGE_GAP = 40;

    private static final double EDGE_SIZE = 3.5;

    private Range zoomX;
    private Range zoomY;

    protected XYFigure(ValueAxis domain, Room room) {
        this.room = room;
        chart.setNotify(false);
        chart.setTextAntiAlias(true);
        plot.setNotify(false);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        domain.setLabelLocation(AxisLabelLocation.HIGH_END);
        plot.setDomainAxis(domain);
        plot.setRangeAxis(linear);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        chart.addSubtitle(header);
    }

    /** Changes the room beside the plot at type size 1, from the next drawing on. */
    protected void setRight(double right) {
        Room next = new Room(room.left, right, room.foot);
        if (!next.equals(room)) {
            room = next;
            applied = null;
        }
    }

    /** Brings axes, lines and legends up to date before a drawing. */
    protected abstract void update(double width);

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        chart(width, height).draw(g, new Rectangle2D.Double(0, 0, width, height), null, info);
    }

    /** The chart, brought up to date for a drawing. */
    protected final JFreeChart chart(double width, double height) {
        header.setTheme(theme);
        header.setHint(zoomX == null && zoomY == null ? null : Texts.text("zoom.back"));
        coming = expected(width, height);
        plot.clearAnnotations();
        update(width);
        if (!theme.equals(applied)) {
            applied = theme;
            PlotTheme colours = new PlotTheme(theme);
            colours.apply(chart);
            colours.room(plot, room.left, room.right, room.foot);
        }
        return chart;
    }

    /** Where the curves were last drawn, without labels. */
    protected Rectangle2D area() {
        return info.getPlotInfo().getDataArea();
    }

    /** Where the plot will be in a figure that has no legend but the header. */
    private Rectangle2D expected(double width, double height) {
        double type = theme.type();
        double left = room.left * type;
        double top = HeaderTitle.height(theme) + PlotTheme.TOP * type;
        double right = width - room.right * type;
        double bottom = height - room.foot * type;
        return new Rectangle2D.Double(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** Replaces what is drawn; the axes must have their ranges by then. */
    protected void show(List<PlotSeries> next) {
        Range visible = plot.getDomainAxis().getRange();
        ValueAxis axis = plot.getRangeAxis();
        double bottom = axis.java2DToValue(coming.getMaxY() + REACH, coming, RectangleEdge.LEFT);
        double top = axis.java2DToValue(coming.getY() - REACH, coming, RectangleEdge.LEFT);
        Range values = new Range(Math.max(least, bottom), Math.max(least, top));
        List<PlotSeries> shown = new ArrayList<>();
        for (PlotSeries each : next) {
            shown.add(each.reduced(visible, room().getWidth()));
        }
        if (zoomY == null) {
            List.copyOf(shown).forEach(series -> markBeyond(series, visible, values, shown));
        }
        for (int i = 0; i < shown.size(); i++) {
            renderer.style(i, shown.get(i));
            dataset.addSeries(i, shown.get(i).data(values));
        }
        for (int i = shown.size(); i < dataset.getSeriesCount(); i++) {
            dataset.addSeries(i, new double[ROWS][0]);
        }
    }

    /** Arrows at the edge above or below which a line goes on, so that nobody takes the edge for its value. */
    private void markBeyond(PlotSeries series, Range visible, Range values, List<PlotSeries> marks) {
        double size = EDGE_SIZE * theme.type();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.x().length; i++) {
            double value = series.y()[i];
            if (Double.isNaN(value) || !visible.contains(series.x()[i])) {
                continue;
            }
            double at = plot.getDomainAxis().valueToJava2D(series.x()[i], coming, RectangleEdge.BOTTOM);
            double y = plot.getRangeAxis().valueToJava2D(values.constrain(value), coming, RectangleEdge.LEFT);
            boolean above = y < coming.getY() - 1;
            if ((above || y > coming.getMaxY() + 1) && at >= free) {
                free = at + EDGE_GAP;
                double edge = inside(values.constrain(value), size + 1);
                marks.add(PlotSeries.dot(series.x()[i], edge, series.colour(), PlotSeries.arrow(size, above)));
            }
        }
    }

    /** The room of the coming drawing's plot. */
    protected Rectangle2D room() {
        return coming;
    }

    /** The value so many pixels to the right of another one, in the coming drawing. */
    protected double rightOf(double value, double pixels) {
        ValueAxis axis = plot.getDomainAxis();
        double x = axis.valueToJava2D(value, coming, RectangleEdge.BOTTOM) + pixels;
        return axis.java2DToValue(x, coming, RectangleEdge.BOTTOM);
    }

    /** The value nearest to another one that lies so many pixels within the upper and lower end. */
    protected double inside(double value, double pixels) {
        ValueAxis axis = plot.getRangeAxis();
        double y = axis.valueToJava2D(value, coming, RectangleEdge.LEFT);
        double within = Math.max(coming.getY() + pixels, Math.min(coming.getMaxY() - pixels, y));
        return axis.java2DToValue(within, coming, RectangleEdge.LEFT);
    }

    /** Writes over the lines. */
    protected void write(String text, Font font, Color colour, double x, double y, TextAnchor anchor) {
        XYTextAnnotation note = new XYTextAnnotation(text, x, y);
        note.setFont(font);
        note.setPaint(colour);
        note.setTextAnchor(anchor);
        // What lies under words must not cross them.
        note.setBackgroundPaint(ChartTheme.fade(theme.card(), 0.75));
        plot.addAnnotation(note);
    }

    protected void setX(double min, double max) {
        plot.getDomainAxis().setRange(zoomX == null ? new Range(min, max) : zoomX);
    }

    protected void setY(Scale scale, double min, double max) {
        ValueAxis axis = switch (scale) {
            case LINEAR -> linear;
            case PERCENT -> percent;
            case LOGARITHMIC -> logarithmic;
        };
        if (axis != plot.getRangeAxis()) {
            plot.setRangeAxis(axis);
            zoomY = null;
            applied = null;
        }
        least = scale == Scale.LOGARITHMIC ? LEAST_POSITIVE : Double.NEGATIVE_INFINITY;
        axis.setRange(zoomY == null ? new Range(min, max) : zoomY);
    }

    protected double x(double value) {
        return plot.getDomainAxis().valueToJava2D(value, area(), RectangleEdge.BOTTOM);
    }

    protected double y(double value) {
        return plot.getRangeAxis().valueToJava2D(value, area(), RectangleEdge.LEFT);
    }

    protected double valueX(double x) {
        return plot.getDomainAxis().java2DToValue(x, area(), RectangleEdge.BOTTOM);
    }

    protected double valueY(double y) {
        return plot.getRangeAxis().java2DToValue(y, area(), RectangleEdge.LEFT);
    }

    protected boolean contains(double x, double y) {
        return area().contains(x, y);
    }

    @Override
    public boolean zoom(Rectangle2D drag) {
        Rectangle2D part = drag.createIntersection(area());
        if (part.getWidth() < LEAST_DRAG) {
            return false;
        }
        zoomX = zoomed(valueX(part.getX()), valueX(part.getMaxX()));
        if (part.getHeight() >= LEAST_HEIGHT) {
            zoomY = new Range(valueY(part.getMaxY()), valueY(part.getY()));
        }
        return true;
    }

    /** The part of the axis below that a drag enlarges. */
    protected Range zoomed(double from, double to) {
        return new Range(from, to);
    }

    @Override
    public boolean unzoom() {
        boolean zoomed = zoomX != null || zoomY != null;
        zoomX = null;
        zoomY = null;
        return zoomed;
    }
}
