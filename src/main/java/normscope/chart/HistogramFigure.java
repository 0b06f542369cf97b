package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import normscope.stats.Histogram;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * A histogram on an axis given from outside.
 *
 * <p>Values beyond the axis stand in a hatched bar at that end, never less than a few pixels high, with their share
 * written below. The height of that bar is that of one ordinary bin with as many values, cut off at the top.
 */
public final class HistogramFigure extends Figure {

    private static final int MOST_TICKS = 6;

    /** The room beside the plot for what lies beyond the axis, and above and below it, at type size 1. */
    private static final double SLOT = 7;

    private static final double TOP = 17;
    private static final double BOTTOM = 15;
    private static final String BARS = "bars";
    private static final PlotSeries NO_OUTLINE = PlotSeries.line(new double[0], new double[0], null, null, 0);

    private final Role role;
    private final LazyRange scale = new LazyRange();
    private double axisMin = -1;
    private double axisMax = 1;
    private Histogram bins;
    /** The bin under the mouse, -1 for none. */
    private int pointed = -1;

    private Histogram outline;
    private long total;
    private boolean density;
    private String state;
    private String title;
    private boolean statistics = true;
    private final DefaultIntervalXYDataset bars = new DefaultIntervalXYDataset();
    private final DefaultIntervalXYDataset remembered = new DefaultIntervalXYDataset();
    private final BarsRenderer barsRenderer = new BarsRenderer();
    private final LinesRenderer lineRenderer = new LinesRenderer();
    private final Places places = new Places();
    private final NumberAxis heights = new NumberAxis();
    private final JFreeChart chart = new JFreeChart(null, null, new XYPlot(bars, places, heights, barsRenderer), false);
    private ChartTheme applied;

    /** Where the last drawing put the bars; x and width are those of the axis, without the end slots. */
    private Rectangle2D.Double plot = new Rectangle2D.Double();

    private HistogramGeometry at;

    /** An empty histogram in the colour of a role. */
    public HistogramFigure(Role role) {
        this.role = Objects.requireNonNull(role);
        chart.setNotify(false);
        XYPlot drawn = chart.getXYPlot();
        drawn.setNotify(false);
        // Nobody reads heights: one tick far above them all.
        heights.setVisible(false);
        heights.setTickUnit(new NumberTickUnit(Double.MAX_VALUE));
        drawn.setDataset(1, remembered);
        drawn.setRenderer(1, lineRenderer);
        drawn.setDomainGridlinesVisible(false);
        drawn.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    /** Sets the axis, usually shared by a row; its maximum is above its minimum. */
    public void setAxis(double min, double max) {
        if (!(max > min)) {
            throw new IllegalArgumentException("axis from " + min + " to " + max);
        }
        axisMin = min;
        axisMax = max;
    }

    /** Sets the values shown; null shows that there are none. */
    public void setHistogram(Histogram bins) {
        this.bins = bins;
        total = bins == null ? 0 : bins.total();
    }

    /** Sets the remembered histogram, drawn as dashed line, which may lie on another axis; null for none. */
    public void setOutline(Histogram outline) {
        this.outline = outline;
    }

    /** Chooses the height of bars: share per unit of the axis, or number of values. */
    public void setDensity(boolean density) {
        this.density = density;
    }

    /** Writes a sentence over the faded bars, such as where the arm diverged; null for none. */
    public void setState(String state) {
        this.state = state;
    }

    /** Writes a heading at the top left; null for none. */
    public void setTitle(String title) {
        this.title = title;
    }

    /** Chooses whether mean and standard deviation are written into the corner, or stand beside the figure. */
    public void setStatistics(boolean shown) {
        statistics = shown;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        boolean values = bins != null && total > 0;
        update(width, height, values);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), null, null);
        if (values) {
            EndBars.draw(g, theme, theme.mark(role), plot, 0, at.pixels(bins, bins.below()), true);
            EndBars.draw(g, theme, theme.mark(role), plot, width, at.pixels(bins, bins.above()), false);
        }
        drawBaseline(g, width);
        drawHeader(g, width, values);
        drawShares(g, width, values);
        String note = note(values);
        if (note != null) {
            HistogramNote.draw(g, theme, plot, note, values || state != null);
        }
    }

    /** Brings the chart up to date. */
    private void update(double width, double height, boolean values) {
        applyTheme();
        double slot = SLOT * theme.type();
        double left = Math.ceil(slot);
        double top = Math.ceil(TOP * theme.type());
        // JFreeChart draws within whole pixels.
        plot = new Rectangle2D.Double(
                left,
                top,
                Math.max(1, Math.floor(width - slot) - left),
                Math.max(1, Math.floor(height - BOTTOM * theme.type()) - top));
        boolean memory = outline != null && outline.total() > 0;
        double peak = values ? HistogramGeometry.peak(bins, bins, density) : 0;
        scale.fitHeight(Math.max(peak, memory ? HistogramGeometry.peak(outline, bins, density) : 0));
        at = new HistogramGeometry(plot, axisMin, axisMax, bins, density, scale.max());
        places.setRange(axisMin, axisMax);
        places.show(values ? share(bins.below()) : 0, values ? share(bins.above()) : 0, width);
        heights.setRange(0, scale.max());
        bars.addSeries(BARS, values ? at.bars() : new double[6][0]);
        double strength = state == null ? theme.fillStrength() : 0.3 * theme.fillStrength();
        barsRenderer.setSeriesPaint(0, ChartTheme.fade(theme.colour(role), strength), false);
        barsRenderer.mark(pointed, ChartTheme.fade(theme.text(), 0.35));
        PlotSeries line = memory ? at.outline(outline, theme) : NO_OUTLINE;
        lineRenderer.style(0, line);
        remembered.addSeries(BARS, line.data(heights.getRange()));
        chart.getXYPlot().clearDomainMarkers();
        if (values && state == null && bins.mean() >= axisMin && bins.mean() <= axisMax) {
            ValueMarker mean = new ValueMarker(bins.mean(), ChartTheme.fade(theme.text(), 0.6), theme.rule(1));
            mean.setAlpha(1);
            chart.getXYPlot().addDomainMarker(mean);
        }
    }

    private void applyTheme() {
        if (theme.equals(applied)) {
            return;
        }
        applied = theme;
        PlotTheme colours = new PlotTheme(theme);
        colours.apply(chart);
        XYPlot drawn = chart.getXYPlot();
        drawn.setRangeGridlinesVisible(false);
        drawn.setInsets(new RectangleInsets(TOP * theme.type(), 0, 0, 0));
        places.setTickLabelInsets(RectangleInsets.ZERO_INSETS);
        places.setAxisLineVisible(false);
        colours.room(drawn, SLOT, SLOT, BOTTOM);
    }

    /** What must be said across the plot; values that are no numbers have no place on any axis. */
    private String note(boolean values) {
        if (state != null) {
            return state;
        }
        if (!values) {
            return Texts.text("hist.none");
        }
        return bins.nonFinite() == 0 ? null : Texts.text("hist.nonfinite", Numbers.percent(share(bins.nonFinite())));
    }

    private void drawBaseline(Graphics2D g, double width) {
        g.setColor(theme.baseline());
        g.setStroke(theme.rule(1));
        double y = Math.floor(plot.getMaxY()) + 0.5;
        g.draw(new Line2D.Double(0, y, width, y));
    }

    private void drawHeader(Graphics2D g, double width, boolean values) {
        double baseline = 11 * theme.type();
        double free = width;
        if (values) {
            String text = Texts.text("stats.corner", onAxis(bins.mean()), onAxis(bins.sd()));
            if (statistics && Draw.width(theme.labelFont(), text) <= width) {
                free -= Draw.text(g, text, theme.labelFont(), theme.muted(), width, baseline, 1) + 8;
            }
            if (state == null && !(bins.mean() >= axisMin && bins.mean() <= axisMax)) {
                drawMeanBeyond(g);
            }
        }
        if (title != null && Draw.width(theme.headFont(), title) <= free) {
            Draw.text(g, title, theme.headFont(), theme.text(), 0, baseline, 0);
        }
    }

    private void drawMeanBeyond(Graphics2D g) {
        if (!Double.isNaN(bins.mean())) {
            boolean left = bins.mean() < axisMin;
            g.setColor(ChartTheme.fade(theme.text(), 0.6));
            Draw.arrow(g, left ? plot.x : plot.getMaxX(), plot.y + 4 * theme.type(), 6 * theme.type(), left);
        }
    }

    private void drawShares(Graphics2D g, double width, boolean values) {
        if (values) {
            double baseline = plot.getMaxY() + 12 * theme.type();
            EndBars.label(g, theme, theme.mark(role), share(bins.below()), 0, baseline, true);
            EndBars.label(g, theme, theme.mark(role), share(bins.above()), width, baseline, false);
        }
    }

    /** The axis below: as many labels as can be read, up to seven, where no share of an end is written. */
    private static final class Places extends NumberAxis {

        private static final long serialVersionUID = 1;

        private transient List<Ticks.Tick> ticks = List.of();
        private transient List<Object> ticksFor;
        private double free;
        private double end;

        Places() {
            setAutoRange(false);
        }

        /** Leaves room for the shares at both ends. */
        void show(double below, double above, double width) {
            double type = getTickLabelFont().getSize2D() / 10;
            free = EndBars.labelWidth(getTickLabelFont(), type, below);
            end = width - EndBars.labelWidth(getTickLabelFont(), type, above);
        }

        @Override
        @SuppressWarnings("rawtypes") // the signature is JFreeChart's
        public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            // Kept from frame to frame: writing numbers costs more than drawing bars, and the axis seldom moves.
            List<Object> wanted = List.of(getRange(), area.getWidth(), getTickLabelFont());
            if (!wanted.equals(ticksFor)) {
                ticks = newTicks(area.getWidth());
                ticksFor = wanted;
            }
            List<NumberTick> labels = new ArrayList<>();
            for (Ticks.Tick tick : ticks) {
                double half = Draw.width(getTickLabelFont(), tick.text()) / 2;
                double x = valueToJava2D(tick.value(), area, edge);
                if (x - half >= free && x + half <= end) {
                    labels.add(
                            new NumberTick(tick.value(), tick.text(), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                }
            }
            return labels;
        }

        private List<Ticks.Tick> newTicks(double width) {
            double perUnit = width / getRange().getLength();
            for (int most = MOST_TICKS; ; most--) {
                List<Ticks.Tick> found = Ticks.linear(getLowerBound(), getUpperBound(), most);
                double widest = Draw.widest(getTickLabelFont(), found.stream().map(Ticks.Tick::text));
                double apart = found.size() < 2
                        ? width
                        : perUnit * (found.get(1).value() - found.get(0).value());
                if (most == 1 || widest + getTickLabelFont().getSize2D() / 2 <= apart) {
                    return found;
                }
            }
        }
    }

    @Override
    public String describe(double x, double y) {
        boolean inside = at != null && y >= 0 && y <= plot.getMaxY() + 15 * theme.type();
        return inside ? HistogramWords.describe(at, x, y) : null;
    }

    @Override
    public boolean pointAt(double x, double y) {
        int before = pointed;
        pointed = at != null && at.bins() != null && plot.contains(x, y) ? at.bin(x) : -1;
        return pointed != before;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("bins", "from", "to", "count");
        add(table, "hist.now", bins);
        add(table, "hist.before", outline);
        return table;
    }

    /** What lies beyond the axis has no end there. */
    private static void add(FigureTable table, String key, Histogram of) {
        if (of == null) {
            return;
        }
        String which = Texts.text("numbers." + key);
        table.row(which, Double.NaN, of.lo(), of.below());
        for (int i = 0; i < of.counts().length; i++) {
            table.row(which, of.lo() + i * of.binWidth(), of.lo() + (i + 1) * of.binWidth(), of.counts()[i]);
        }
        table.row(which, of.hi(), Double.NaN, of.above());
    }

    @Override
    public String summary() {
        String text = HistogramWords.summary(bins, axisMin, axisMax);
        return state == null ? text : state + ". " + text;
    }

    private double share(long count) {
        return count / (double) total;
    }

    /** A value with the decimals that matter on this axis: a mean of 1e-9 is 0.00 where bars lie at 1. */
    private String onAxis(double value) {
        return Numbers.value(value, axisMax - axisMin);
    }
}
