package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** Draws lines, first the intervals around all of them as bands or upright bars. NaN leaves gaps. */
public final class LinesRenderer extends XYErrorRenderer {

    private static final long serialVersionUID = 1;
    private static final int BANDS = 0;
    private static final int LINES = 1;
    private static final int SHAPES = 2;

    LinesRenderer() {
        setDrawSeriesLineAsPath(true);
        setDrawOutlines(false);
        setDrawXError(false);
        setDrawYError(false);
        setCapLength(0);
    }

    /** Chooses how one series looks. */
    void style(int index, PlotSeries series) {
        setSeriesPaint(index, series.colour(), false);
        setSeriesLinesVisible(index, series.stroke() != null);
        setSeriesStroke(index, series.stroke(), false);
        setSeriesFillPaint(index, series.band(), false);
        setSeriesShapesVisible(index, series.dot() != null);
        setSeriesShape(index, series.dot(), false);
    }

    @Override
    public int getPassCount() {
        return SHAPES + 1;
    }

    @Override
    protected boolean isLinePass(int pass) {
        return pass == LINES;
    }

    @Override
    protected boolean isItemPass(int pass) {
        return pass == SHAPES;
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
        if (pass == BANDS && item == state.getFirstItemIndex() && getSeriesFillPaint(series) != null) {
            g.setPaint(getSeriesFillPaint(series));
            g.fill(band(state, area, domain, range, (IntervalXYDataset) dataset, series));
        }
        super.drawItem(g, state, area, info, plot, domain, range, dataset, series, item, crosshair, pass);
    }

    /** One closed path for each stretch where both ends are finite. */
    private static Path2D band(
            XYItemRendererState state,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            IntervalXYDataset data,
            int series) {
        int last = state.getLastItemIndex();
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 2 * (last - state.getFirstItemIndex()) + 4);
        int from = state.getFirstItemIndex();
        while (from <= last) {
            int to = from;
            while (to <= last
                    && !Double.isNaN(data.getStartYValue(series, to))
                    && !Double.isNaN(data.getEndYValue(series, to))) {
                to++;
            }
            for (int i = from; i < to; i++) {
                double x = domain.valueToJava2D(data.getXValue(series, i), area, RectangleEdge.BOTTOM);
                double y = range.valueToJava2D(data.getEndYValue(series, i), area, RectangleEdge.LEFT);
                if (i == from) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            for (int i = to - 1; i >= from; i--) {
                double x = domain.valueToJava2D(data.getXValue(series, i), area, RectangleEdge.BOTTOM);
                path.lineTo(x, range.valueToJava2D(data.getStartYValue(series, i), area, RectangleEdge.LEFT));
            }
            if (to > from) {
                path.closePath();
            }
            from = to + 1;
        }
        return path;
    }
}
