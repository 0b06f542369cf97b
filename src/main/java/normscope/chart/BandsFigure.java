package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.text.Numbers;

/** Percentiles of one layer's values over the steps: the middle 70 % as a band around the median, for both arms. */
public final class BandsFigure extends Figure {

    /** Beyond this many spans of the bulk, values leave the axis: only a diverging arm gets there. */
    private static final double REACH = 3;

    private static final double TAIL = 0.05;

    /** Of more moments than this, or than one every other pixel, means are drawn. */
    private static final double MOST_COLUMNS = 350;

    /** The bulk is that of so many moments. */
    private static final int MOMENTS = 200;

    /**
     * One arm's percentiles; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param role the arm
     * @param x steps, ascending
     * @param p15 15 % of the values are lower
     * @param p50 the median
     * @param p85 85 % of the values are lower
     */
    public record Band(Role role, double[] x, double[] p15, double[] p50, double[] p85) {}

    private final StepPlot plot = new StepPlot();
    private long view;
    private final AxisRange steps = new AxisRange();
    private final AxisRange values = new AxisRange();
    private final StepHeader header = new StepHeader();
    private final StepMarks marks = new StepMarks(plot);
    private List<Band> bands = List.of();

    /**
     * Says which view the next values belong to. Another one than before chooses its axes afresh.
     *
     * @param number of the view
     */
    public void setView(long number) {
        if (number != view) {
            view = number;
            steps.reset();
            values.reset();
        }
    }

    /**
     * Sets the bands.
     *
     * @param bands at most one of a role
     */
    public void setBands(List<Band> bands) {
        this.bands = List.copyOf(bands);
    }

    /**
     * Sets the event flags.
     *
     * @param events in any order
     */
    public void setMarks(List<Mark> events) {
        marks.setEvents(events);
    }

    /**
     * Sets the reviewed moment.
     *
     * @param step NaN for none
     */
    public void setCursor(double step) {
        marks.setCursor(step);
    }

    /**
     * Sets where arms ended.
     *
     * @param divergences at most one of a role
     */
    public void setDivergences(List<Divergence> divergences) {
        marks.setDivergences(divergences);
    }

    /**
     * Writes a heading.
     *
     * @param bold what is shown; null for none
     * @param light an addition, dropped when there is no room; null for none
     */
    public void setTitle(String bold, String light) {
        header.setTitle(bold, light);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        plot.setTheme(theme);
        fitAxes();
        double top = header.draw(g, theme, width, readings()) + 4 * theme.type();
        plot.draw(g, new Rectangle2D.Double(0, top, width, height - top), this::drawBands);
        marks.drawLabels(g, theme);
    }

    private void drawBands(Graphics2D g) {
        Draw.quality(g);
        marks.drawLines(g, theme);
        List<Band> drawn = bands.stream().map(this::thinned).toList();
        for (Band band : drawn) {
            g.setColor(ChartTheme.fade(theme.colour(band.role), 0.14));
            g.fill(CurveStrokes.between(plot, band.x, band.p15, band.p85));
        }
        for (Band band : drawn) {
            g.setColor(theme.colour(band.role));
            g.setStroke(theme.thin(1));
            Path2D edges = CurveStrokes.line(plot, band.x, band.p15);
            edges.append(CurveStrokes.line(plot, band.x, band.p85), false);
            g.draw(edges);
            g.setStroke(theme.stroke(2.1));
            g.draw(CurveStrokes.line(plot, band.x, band.p50));
        }
        marks.drawCursor(g, theme);
        marks.drawPointer(g, theme);
    }

    /**
     * Means over neighbouring moments: lines that go up and down in every pixel show nothing, and take long to draw.
     */
    private Band thinned(Band band) {
        double width = plot.area().getWidth();
        double column = Math.max(2, width / MOST_COLUMNS);
        if (band.x.length * column <= width) {
            return band;
        }
        double perColumn = plot.step(column) - plot.step(0);
        double[][] of = {band.x, band.p15, band.p50, band.p85};
        double[][] means = new double[of.length][band.x.length];
        int columns = 0;
        int from = 0;
        while (from < band.x.length) {
            int to = from + 1;
            while (to < band.x.length && band.x[to] < band.x[from] + perColumn) {
                to++;
            }
            for (int k = 0; k < of.length; k++) {
                means[k][columns] = Arrays.stream(of[k], from, to).average().getAsDouble();
            }
            columns++;
            from = to;
        }
        for (int k = 0; k < of.length; k++) {
            means[k] = Arrays.copyOf(means[k], columns);
        }
        return new Band(band.role, means[0], means[1], means[2], means[3]);
    }

    private void fitAxes() {
        double last = 0;
        for (Band band : bands) {
            last = band.x.length == 0 ? last : Math.max(last, band.x[band.x.length - 1]);
        }
        steps.fitSteps(Math.max(last, marks.last()), 50);
        plot.setSteps(steps.max());
        double[] extent = extent();
        values.fitLinear(extent[0], extent[1]);
        plot.setValues(StepPlot.Scale.LINEAR, values.min(), values.max());
    }

    /** The bulk of the arms that go on, and what lies within its reach: not every number of an exploding arm. */
    private double[] extent() {
        double[] all = sorted(bands);
        if (all.length == 0) {
            return new double[] {-1, 1};
        }
        List<Band> sound =
                bands.stream().filter(band -> !marks.ended(band.role)).toList();
        double[] counted = reach(sorted(sound.isEmpty() ? bands : sound));
        double[] timed = reach(lasting(sound.isEmpty() ? bands : sound));
        // Whichever leaves less of what is rare: a few values, or those of few steps.
        double least = Math.max(counted[0], timed[0]);
        double most = Math.min(counted[1], timed[1]);
        return new double[] {Math.max(all[0], least), Math.min(all[all.length - 1], most)};
    }

    private static double[] reach(double[] bulk) {
        if (bulk.length == 0) {
            return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        }
        double low = bulk[(int) (TAIL * (bulk.length - 1))];
        double high = bulk[(int) Math.ceil((1 - TAIL) * (bulk.length - 1))];
        double span = high - low;
        return new double[] {
            Math.min(Math.max(bulk[0], low - REACH * span), low - span),
            Math.max(Math.min(bulk[bulk.length - 1], high + REACH * span), high + span)
        };
    }

    private static double[] sorted(List<Band> of) {
        return of.stream()
                .flatMapToDouble(band -> Stream.of(band.p15, band.p85).flatMapToDouble(Arrays::stream))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** The same, but each value as often as it lasts: there are many of the few steps after a shift. */
    private static double[] lasting(List<Band> of) {
        return of.stream()
                .filter(band -> band.x.length > 0)
                .flatMapToDouble(band -> IntStream.range(0, MOMENTS)
                        .map(i -> moment(band.x, i))
                        .boxed()
                        .flatMapToDouble(at -> DoubleStream.of(band.p15[at], band.p85[at])))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** The last point at or before the i-th of evenly spread steps. */
    private static int moment(double[] x, int i) {
        double step = x[0] + (x[x.length - 1] - x[0]) * i / (MOMENTS - 1);
        int found = Arrays.binarySearch(x, step);
        return found >= 0 ? found : -found - 2;
    }

    private List<StepHeader.Entry> readings() {
        return Stream.of(Role.WITHOUT, Role.WITH)
                .map(role -> new StepHeader.Entry(role, reading(role)))
                .toList();
    }

    private String reading(Role role) {
        if (marks.ended(role)) {
            return Texts.get("curves.ended");
        }
        Band band = of(role);
        return band == null || band.x.length == 0 ? "" : Numbers.value(band.p50[at(band)]);
    }

    private int at(Band band) {
        return Double.isNaN(marks.cursor()) ? band.x.length - 1 : Nearest.index(band.x, marks.cursor());
    }

    private Band of(Role role) {
        return bands.stream().filter(band -> band.role == role).findFirst().orElse(null);
    }

    @Override
    public boolean pointAt(double x, double y) {
        return marks.pointAt(plot.contains(x, y) ? x : Double.NaN);
    }

    @Override
    public String describe(double x, double y) {
        if (!plot.contains(x, y) || bands.isEmpty()) {
            return null;
        }
        double step = plot.step(x);
        String mark = marks.describe(x);
        StringBuilder text = new StringBuilder(Texts.get("curves.step", Numbers.grouped(Math.round(step))));
        if (mark != null) {
            text.append(" \u00b7 ").append(mark);
        }
        for (Band band : bands) {
            if (band.x.length > 0 && step <= band.x[band.x.length - 1] * 1.02 + 1) {
                text.append('\n').append(describe(band, Nearest.index(band.x, step)));
            }
        }
        return text.toString();
    }

    private static String describe(Band band, int at) {
        return Texts.get(
                "bands.at",
                band.role.word(),
                Numbers.value(band.p50[at]),
                Numbers.value(band.p15[at]),
                Numbers.value(band.p85[at]));
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.get("bands.summary"));
        for (Band band : bands) {
            if (band.x.length > 0) {
                text.append(' ').append(describe(band, at(band))).append('.');
            }
        }
        return text + marks.summary();
    }
}
