package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** Bars that touch each other, filled as one silhouette: bars filled one by one have seams where pixels are shared. */
final class BarsRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1;

    private transient Color marked;
    private int mark = -1;

    /** Puts a colour over one bar; -1 for none. */
    void mark(int bar, Color colour) {
        mark = bar;
        marked = colour;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item != state.getFirstItemIndex()) {
            return;
        }
        IntervalXYDataset bars = (IntervalXYDataset) dataset;
        double base = area.getMaxY();
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 4 * bars.getItemCount(series));
        for (int i = item; i <= state.getLastItemIndex(); i++) {
            double left = domain.valueToJava2D(bars.getStartXValue(series, i), area, RectangleEdge.BOTTOM);
            double right = domain.valueToJava2D(bars.getEndXValue(series, i), area, RectangleEdge.BOTTOM);
            double y = range.valueToJava2D(bars.getYValue(series, i), area, RectangleEdge.LEFT);
            if (i == item) {
                path.moveTo(left, base);
            }
            path.lineTo(left, y);
            path.lineTo(right, y);
            if (i == state.getLastItemIndex()) {
                path.lineTo(right, base);
            }
        }
        path.closePath();
        g.setPaint(getItemPaint(series, item));
        g.fill(path);
        if (mark >= item && mark <= state.getLastItemIndex()) {
            double left = domain.valueToJava2D(bars.getStartXValue(series, mark), area, RectangleEdge.BOTTOM);
            double right = domain.valueToJava2D(bars.getEndXValue(series, mark), area, RectangleEdge.BOTTOM);
            double y = range.valueToJava2D(bars.getYValue(series, mark), area, RectangleEdge.LEFT);
            g.setPaint(marked);
            g.fill(new Rectangle2D.Double(left, y, right - left, base - y));
        }
    }
}
