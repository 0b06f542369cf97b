package normscope.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Gives JFreeChart's parts our colours, type sizes and strokes. Backgrounds stay clear: figures stand on cards. */
public record PlotTheme(ChartTheme theme) implements org.jfree.chart.ChartTheme {

    /** Room above every plot at type size 1, for the upper half of its uppermost label. */
    public static final double TOP = 4;

    @Override
    public void apply(JFreeChart chart) {
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(TOP * theme.type(), 0, 0, 0));
        if (plot instanceof XYPlot xy) {
            apply(xy);
        } else if (plot instanceof CategoryPlot bars) {
            apply(bars);
        }
    }

    private void apply(XYPlot plot) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(theme.rule(1));
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(theme.rule(1));
        // Without words the ticks are close together, and tell nothing.
        plot.setRangeGridlinesVisible(theme.hasWords());
        apply(plot.getDomainAxis(), theme.faint());
        apply(plot.getRangeAxis(), theme.faint());
        plot.getDomainAxis().setTickLabelInsets(new RectangleInsets(3 * theme.type(), 0, 0, 0));
        plot.getDomainAxis().setLabelInsets(new RectangleInsets(2 * theme.type(), 0, 0, 0));
        plot.getRangeAxis().setTickLabelInsets(new RectangleInsets(0, 0, 0, 3));
        plot.getRangeAxis().setAxisLineVisible(false);
    }

    private void apply(CategoryPlot plot) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinesVisible(false);
        apply(plot.getDomainAxis(), theme.muted());
        apply(plot.getRangeAxis(), theme.faint());
        plot.getDomainAxis().setTickLabelFont(theme.labelFont());
        plot.getRangeAxis().setVisible(false);
    }

    private void apply(Axis axis, Color labels) {
        axis.setTickLabelsVisible(theme.hasWords());
        axis.setTickLabelFont(theme.tickFont());
        axis.setTickLabelPaint(labels);
        axis.setTickMarksVisible(false);
        axis.setLabelFont(theme.labelFont());
        axis.setLabelPaint(theme.muted());
        axis.setLabelInsets(RectangleInsets.ZERO_INSETS);
        axis.setAxisLinePaint(theme.baseline());
        axis.setAxisLineStroke(theme.rule(1));
    }

    /** Room beside and below a plot at type size 1, fixed so that it never moves under the eye. */
    void room(XYPlot plot, double left, double right, double below) {
        AxisSpace sides = new AxisSpace();
        sides.setLeft(left * theme.type());
        sides.setRight(right * theme.type());
        plot.setFixedRangeAxisSpace(sides);
        AxisSpace foot = new AxisSpace();
        foot.setBottom(below * theme.type());
        plot.setFixedDomainAxisSpace(foot);
    }
}
