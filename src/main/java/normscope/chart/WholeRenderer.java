package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.XYDataset;

/** Lets JFreeChart ask once for everything, where it usually asks for every point. */
final class WholeRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1;

    /** What to paint between grid and axes. */
    transient Consumer<Graphics2D> curves = g -> {};

    @Override
    public XYItemRendererState initialise(
            Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = new XYItemRendererState(info);
        state.setProcessVisibleItemsOnly(false);
        return state;
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
        curves.accept(g);
    }

    /** The one item that stands for all curves. */
    static final class OneItem extends AbstractXYDataset {

        private static final long serialVersionUID = 1;

        @Override
        public int getSeriesCount() {
            return 1;
        }

        @Override
        public Comparable<?> getSeriesKey(int series) {
            return "all";
        }

        @Override
        public int getItemCount(int series) {
            return 1;
        }

        @Override
        public Number getX(int series, int item) {
            return 0;
        }

        @Override
        public Number getY(int series, int item) {
            return 0;
        }
    }
}
