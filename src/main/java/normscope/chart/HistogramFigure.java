package normscope.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.stats.Histogram;

/**
 * A histogram on an axis given from outside.
 *
 * <p>Values beyond the axis stand in a hatched bar at that end, never less than a few pixels high, with their share
 * written below. The height of that bar is that of one ordinary bin with as many values, cut off at the top.
 */
public final class HistogramFigure implements Figure {

    private static final int MOST_TICKS = 6;

    private final Role role;
    private final HeightScale scale = new HeightScale();
    private ChartTheme theme = ChartTheme.LIGHT;
    private double axisMin = -1;
    private double axisMax = 1;
    private Histogram bins;
    private Histogram outline;
    private long total;
    private boolean density;
    private String state;
    private String title;

    /** Where the last drawing put the bars; x and width are those of the axis, without the end slots. */
    private Rectangle2D.Double plot = new Rectangle2D.Double();

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

    @Override
    public void setTheme(ChartTheme theme) {
        this.theme = Objects.requireNonNull(theme);
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
        if (values) {
            scale.fit(Math.max(peak(bins), outline == null ? 0 : peak(outline)));
            drawBars(g, width);
        }
        drawBaseline(g, width);
        if (outline != null && outline.total() > 0) {
            scale.fit(Math.max(values ? peak(bins) : 0, peak(outline)));
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
        g.setColor(ChartTheme.fade(theme.colour(role), strength));
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(plot.x, 0, plot.width, plot.getMaxY()));
        g.fill(bars());
        g.setClip(clip);
        EndBars.draw(g, theme, theme.mark(role), plot, 0, barHeight(bins, beyond(true)), true);
        EndBars.draw(g, theme, theme.mark(role), plot, width, barHeight(bins, beyond(false)), false);
    }

    /** The silhouette of all bars as one closed path: one fill, and no seams between neighbours. */
    private Path2D bars() {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 2 * bins.counts().length + 8);
        double base = plot.getMaxY();
        double width = bins.binWidth();
        boolean open = false;
        for (int i = 0; i < bins.counts().length; i++) {
            double left = x(bins.lo() + i * width);
            if (bins.counts()[i] == 0) {
                if (open) {
                    path.lineTo(left, base);
                    path.closePath();
                    open = false;
                }
                continue;
            }
            if (!open) {
                path.moveTo(left, base);
                open = true;
            }
            double y = base - barHeight(bins, bins.counts()[i]);
            path.lineTo(left, y);
            path.lineTo(x(bins.lo() + (i + 1) * width), y);
        }
        if (open) {
            path.lineTo(x(bins.hi()), base);
            path.closePath();
        }
        return path;
    }

    /** Through the middles of the bins: a second staircase on the bars would hide both. */
    private void drawOutline(Graphics2D g) {
        Path2D.Double path = new Path2D.Double();
        double width = outline.binWidth();
        path.moveTo(x(outline.lo() - width / 2), plot.getMaxY());
        for (int i = 0; i < outline.counts().length; i++) {
            path.lineTo(x(outline.lo() + (i + 0.5) * width), plot.getMaxY() - barHeight(outline, outline.counts()[i]));
        }
        path.lineTo(x(outline.hi() + width / 2), plot.getMaxY());
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(plot.x, 0, plot.width, plot.getMaxY()));
        g.setColor(theme.outline());
        g.setStroke(theme.dashed(1.2, 3, 2.6));
        g.draw(path);
        g.setClip(clip);
    }

    private void drawBaseline(Graphics2D g, double width) {
        g.setColor(theme.baseline());
        g.setStroke(theme.stroke(1));
        double y = Math.floor(plot.getMaxY()) + 0.5;
        g.draw(new Line2D.Double(0, y, width, y));
    }

    private void drawHeader(Graphics2D g, double width, boolean values) {
        double baseline = 11 * theme.type();
        double free = width;
        if (values) {
            String text = Texts.get("stats.corner", Numbers.value(bins.mean()), Numbers.value(bins.sd()));
            free -= Draw.text(g, text, theme.labelFont(), theme.muted(), width, baseline, 1) + 8;
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
            g.setStroke(theme.stroke(1));
            double x = x(mean);
            g.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY() - 1));
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
            left = EndBars.label(g, theme, theme.mark(role), share(beyond(true)), 0, baseline, true);
            right = width - EndBars.label(g, theme, theme.mark(role), share(beyond(false)), width, baseline, false);
        }
        for (Ticks.Tick tick : ticks()) {
            double half = Draw.width(theme.tickFont(), tick.text()) / 2;
            double x = x(tick.value());
            if (x - half >= left && x + half <= right) {
                Draw.text(g, tick.text(), theme.tickFont(), theme.faint(), x, baseline, 0.5);
            }
        }
    }

    /** As many as can be read, up to seven. */
    private List<Ticks.Tick> ticks() {
        double perUnit = plot.width / (axisMax - axisMin);
        for (int most = MOST_TICKS; ; most--) {
            List<Ticks.Tick> ticks = Ticks.linear(axisMin, axisMax, most);
            double widest = ticks.stream()
                    .mapToDouble(tick -> Draw.width(theme.tickFont(), tick.text()))
                    .max()
                    .orElse(0);
            double apart = ticks.size() < 2
                    ? plot.width
                    : perUnit * (ticks.get(1).value() - ticks.get(0).value());
            if (most == 1 || widest + 5 * theme.type() <= apart) {
                return ticks;
            }
        }
    }

    @Override
    public String describe(double x, double y) {
        if (bins == null || total == 0 || y > plot.getMaxY() + 15 * theme.type() || y < 0) {
            return null;
        }
        if (y < plot.y) {
            return Texts.get("stats.hover", Numbers.value(bins.mean()), Numbers.value(bins.sd()));
        }
        if (x < plot.x || x > plot.getMaxX()) {
            return describeBeyond(x < plot.x);
        }
        double value = axisMin + (x - plot.x) / plot.width * (axisMax - axisMin);
        int bin = (int) Math.floor((value - bins.lo()) / bins.binWidth());
        if (bin < 0 || bin >= bins.counts().length) {
            return null;
        }
        String from = Numbers.significant(rounded(bins.lo() + bin * bins.binWidth()));
        String to = Numbers.significant(rounded(bins.lo() + (bin + 1) * bins.binWidth()));
        int count = bins.counts()[bin];
        String of = Numbers.count(total);
        String share = Numbers.percent(share(count));
        return density
                ? Texts.get(
                        "hist.bin.density",
                        from,
                        to,
                        Numbers.significant(share(count) / bins.binWidth()),
                        Numbers.count(count),
                        of,
                        share)
                : Texts.get("hist.bin", from, to, Numbers.count(count), of, share);
    }

    private String describeBeyond(boolean left) {
        long count = beyond(left);
        if (count == 0) {
            return null;
        }
        String end = Numbers.significant(rounded(left ? bins.lo() : bins.hi()));
        return Texts.get(
                left ? "hist.below" : "hist.above",
                end,
                Numbers.count(count),
                Numbers.count(total),
                Numbers.percent(share(count)));
    }

    /** Kills the 1e-17 that adding binary fractions leaves where 0 is meant. */
    private double rounded(double edge) {
        return Math.abs(edge) < 1e-9 * (axisMax - axisMin) ? 0 : edge;
    }

    @Override
    public String summary() {
        if (bins == null || total == 0) {
            return (state == null ? "" : state + ". ") + Texts.get("hist.summary.none");
        }
        String text = Texts.get(
                "hist.summary",
                Numbers.count(total),
                Numbers.value(bins.mean()),
                Numbers.value(bins.sd()),
                Numbers.percent(share(bins.below())),
                Numbers.percent(share(bins.above())),
                Numbers.value(axisMin),
                Numbers.value(axisMax));
        return state == null ? text : state + ". " + text;
    }

    private long beyond(boolean left) {
        return left ? bins.below() : bins.above();
    }

    private double share(long count) {
        return count / (double) total;
    }

    private double x(double value) {
        return plot.x + (value - axisMin) / (axisMax - axisMin) * plot.width;
    }

    /** Counts of bins of another width are brought to this width, so that equal shapes look equal. */
    private double height(Histogram of, long count) {
        if (density) {
            return count / (of.total() * of.binWidth());
        }
        return bins == null || of == bins ? count : count * bins.binWidth() / of.binWidth();
    }

    private double barHeight(Histogram of, long count) {
        return count == 0 ? 0 : height(of, count) / scale.top() * plot.height;
    }

    private double peak(Histogram of) {
        int most = 0;
        for (int count : of.counts()) {
            most = Math.max(most, count);
        }
        return height(of, most);
    }
}
