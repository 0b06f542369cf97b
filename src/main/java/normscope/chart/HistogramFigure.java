package normscope.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.stats.Histogram;
import normscope.text.Numbers;

/**
 * A histogram on an axis given from outside.
 *
 * <p>Values beyond the axis stand in a hatched bar at that end, never less than a few pixels high, with their share
 * written below. The height of that bar is that of one ordinary bin with as many values, cut off at the top.
 */
public final class HistogramFigure extends Figure {

    private static final int MOST_TICKS = 6;

    private final Role role;
    private final HeightScale scale = new HeightScale();
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
    private List<Ticks.Tick> ticks = List.of();
    private List<Object> ticksFor;

    /** Where the last drawing put the bars; x and width are those of the axis, without the end slots. */
    private Rectangle2D.Double plot = new Rectangle2D.Double();

    private HistogramGeometry at;

    /**
     * An empty histogram.
     *
     * @param role gives the colour
     */
    public HistogramFigure(Role role) {
        this.role = Objects.requireNonNull(role);
    }

    /**
     * Sets the axis, usually shared by a row.
     *
     * @param min left end
     * @param max right end, above min
     */
    public void setAxis(double min, double max) {
        if (!(max > min)) {
            throw new IllegalArgumentException("axis from " + min + " to " + max);
        }
        axisMin = min;
        axisMax = max;
    }

    /**
     * Sets the values shown.
     *
     * @param bins null shows that there are none
     */
    public void setHistogram(Histogram bins) {
        this.bins = bins;
        total = bins == null ? 0 : bins.total();
    }

    /**
     * Sets the remembered histogram, drawn as dashed line.
     *
     * @param outline may lie on another axis; null for none
     */
    public void setOutline(Histogram outline) {
        this.outline = outline;
    }

    /**
     * Chooses the height of bars: share per unit of the axis, or number of values.
     *
     * @param density true for share per unit
     */
    public void setDensity(boolean density) {
        this.density = density;
    }

    /**
     * Writes a sentence over the faded bars, such as where the arm diverged.
     *
     * @param state null for none
     */
    public void setState(String state) {
        this.state = state;
    }

    /**
     * Writes a heading at the top left.
     *
     * @param title null for none
     */
    public void setTitle(String title) {
        this.title = title;
    }

    /**
     * Chooses whether mean and standard deviation are written into the corner.
     *
     * @param shown false where they stand beside the figure
     */
    public void setStatistics(boolean shown) {
        statistics = shown;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        double type = theme.type();
        double slot = 7 * type;
        double top = 17 * type;
        double bottom = height - 15 * type;
        plot = new Rectangle2D.Double(slot, top, Math.max(1, width - 2 * slot), Math.max(1, bottom - top));
        boolean values = bins != null && total > 0;
        boolean memory = outline != null && outline.total() > 0;
        double peak = values ? HistogramGeometry.peak(bins, bins, density) : 0;
        scale.fit(Math.max(peak, memory ? HistogramGeometry.peak(outline, bins, density) : 0));
        at = new HistogramGeometry(plot, axisMin, axisMax, bins, density, scale.top());
        if (values) {
            drawBars(g, width);
        }
        drawBaseline(g, width);
        if (memory) {
            drawOutline(g);
        }
        drawHeader(g, width, values);
        drawAxisLabels(g, width, values);
        String note = note(values);
        if (note != null) {
            HistogramNote.draw(g, theme, plot, note, values || state != null);
        }
    }

    /** What must be said across the plot; values that are no numbers have no place on any axis. */
    private String note(boolean values) {
        if (state != null) {
            return state;
        }
        if (!values) {
            return Texts.get("hist.none");
        }
        return bins.nonFinite() == 0 ? null : Texts.get("hist.nonfinite", Numbers.percent(share(bins.nonFinite())));
    }

    private void drawBars(Graphics2D g, double width) {
        double strength = state == null ? theme.fillStrength() : 0.3 * theme.fillStrength();
        Shape clip = clipToPlot(g);
        g.setColor(ChartTheme.fade(theme.colour(role), strength));
        g.fill(at.bars());
        if (pointed >= 0 && pointed < bins.counts().length) {
            g.setColor(ChartTheme.fade(theme.text(), 0.35));
            g.fill(at.bar(pointed));
        }
        g.setClip(clip);
        EndBars.draw(g, theme, theme.mark(role), plot, 0, at.pixels(bins, bins.below()), true);
        EndBars.draw(g, theme, theme.mark(role), plot, width, at.pixels(bins, bins.above()), false);
    }

    private void drawOutline(Graphics2D g) {
        Shape clip = clipToPlot(g);
        g.setColor(theme.outline());
        g.setStroke(theme.dashed(1.2, 3, 2.6));
        g.draw(at.outline(outline));
        g.setClip(clip);
    }

    private Shape clipToPlot(Graphics2D g) {
        Shape before = g.getClip();
        g.clip(new Rectangle2D.Double(plot.x, 0, plot.width, plot.getMaxY()));
        return before;
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
            String text = Texts.get("stats.corner", onAxis(bins.mean()), onAxis(bins.sd()));
            if (statistics && Draw.width(theme.labelFont(), text) <= width) {
                free -= Draw.text(g, text, theme.labelFont(), theme.muted(), width, baseline, 1) + 8;
            }
            if (state == null) {
                drawMean(g);
            }
        }
        if (title != null && Draw.width(theme.headFont(), title) <= free) {
            Draw.text(g, title, theme.headFont(), theme.text(), 0, baseline, 0);
        }
    }

    private void drawMean(Graphics2D g) {
        double mean = bins.mean();
        g.setColor(ChartTheme.fade(theme.text(), 0.6));
        if (mean >= axisMin && mean <= axisMax) {
            g.setStroke(theme.rule(1));
            double x = at.x(mean);
            g.draw(new Line2D.Double(x, plot.y + 1, x, plot.getMaxY() - 1));
        } else if (!Double.isNaN(mean)) {
            boolean left = mean < axisMin;
            Draw.arrow(g, left ? plot.x : plot.getMaxX(), plot.y + 4 * theme.type(), 6 * theme.type(), left);
        }
    }

    private void drawAxisLabels(Graphics2D g, double width, boolean values) {
        double baseline = plot.getMaxY() + 12 * theme.type();
        double left = 0;
        double right = width;
        if (values && bins.below() > 0 || values && bins.above() > 0) {
            left = EndBars.label(g, theme, theme.mark(role), share(bins.below()), 0, baseline, true);
            right = width - EndBars.label(g, theme, theme.mark(role), share(bins.above()), width, baseline, false);
        }
        for (Ticks.Tick tick : ticks()) {
            double half = Draw.width(theme.tickFont(), tick.text()) / 2;
            double x = at.x(tick.value());
            if (x - half >= left && x + half <= right) {
                Draw.text(g, tick.text(), theme.tickFont(), theme.faint(), x, baseline, 0.5);
            }
        }
    }

    /** Kept from frame to frame: writing numbers costs more than drawing bars, and the axis seldom moves. */
    private List<Ticks.Tick> ticks() {
        List<Object> wanted = List.of(axisMin, axisMax, plot.width, theme);
        if (!wanted.equals(ticksFor)) {
            ticks = newTicks();
            ticksFor = wanted;
        }
        return ticks;
    }

    /** As many as can be read, up to seven. */
    private List<Ticks.Tick> newTicks() {
        double perUnit = plot.width / (axisMax - axisMin);
        for (int most = MOST_TICKS; ; most--) {
            List<Ticks.Tick> found = Ticks.linear(axisMin, axisMax, most);
            double widest = found.stream()
                    .mapToDouble(tick -> Draw.width(theme.tickFont(), tick.text()))
                    .max()
                    .orElse(0);
            double apart = found.size() < 2
                    ? plot.width
                    : perUnit * (found.get(1).value() - found.get(0).value());
            if (most == 1 || widest + 5 * theme.type() <= apart) {
                return found;
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
