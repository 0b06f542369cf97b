package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import normscope.text.Numbers;

/**
 * One quantity over the steps in up to three kinds: of each mini-batch (dots), as a running average (a line), exactly
 * (dashed). Each kind has its name and last value above the plot.
 */
public final class StatisticsFigure extends Figure {

    /** How a series is drawn. */
    public enum Kind {
        /** Of mini-batches: dots in the colour of what is not normalized yet. */
        BATCH,
        /** Running: a line in the arm's colour. */
        RUNNING,
        /** Exact: a dashed line in the colour of text. */
        EXACT
    }

    /**
     * One series; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param kind how it is drawn
     * @param name in the legend
     * @param x steps, ascending
     * @param y values
     */
    public record Series(Kind kind, String name, double[] x, double[] y) {}

    private static final double TAIL = 0.02;
    private static final double DASH = 14;
    private static final double ROUNDING = 1e-9;

    /** The place of a value in the legend, so that nothing beside it moves. */
    private static final String WIDEST = "\u22120.00e\u22120";

    private final StepPlot plot = new StepPlot();
    private final AxisRange steps = new AxisRange();
    private final AxisRange values = new AxisRange();
    private final StepMarks marks = new StepMarks(plot);
    private final String title;
    private final boolean logarithmic;
    private List<Series> series = List.of();

    /**
     * An empty figure.
     *
     * @param title what is shown
     * @param logarithmic whether the values have a logarithmic axis
     */
    public StatisticsFigure(String title, boolean logarithmic) {
        this.title = title;
        this.logarithmic = logarithmic;
    }

    /**
     * Sets the values.
     *
     * @param series at most one of a kind, drawn in their order
     */
    public void setSeries(List<Series> series) {
        this.series = List.copyOf(series);
    }

    /**
     * Sets the reviewed moment, at which the legend's values are then.
     *
     * @param step NaN for none
     */
    public void setCursor(double step) {
        marks.setCursor(step);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        plot.setTheme(theme);
        double type = theme.type();
        Draw.text(g, title, theme.headFont(), theme.text(), 0, 12 * type, 0);
        double top = drawLegend(g, width, 27 * type) + 5 * type;
        fitAxes();
        plot.draw(g, new Rectangle2D.Double(0, top, width, height - top), this::drawSeries);
    }

    /** Names with their values, in as many lines as they need. Returns the lower edge. */
    private double drawLegend(Graphics2D g, double width, double top) {
        double type = theme.type();
        double baseline = top;
        double x = 0;
        for (Series s : series) {
            double needed = DASH * type + Draw.width(theme.labelFont(), s.name + ' ' + WIDEST);
            if (x > 0 && x + needed > width) {
                x = 0;
                baseline += 14 * type;
            }
            drawSample(g, s.kind, x, baseline - 4 * type);
            x += (DASH + 3) * type;
            double name = Draw.text(g, s.name + ' ', theme.labelFont(), theme.muted(), x, baseline, 0);
            Draw.text(g, reading(s), theme.labelFont(), theme.text(), x + name, baseline, 0);
            x += name + Draw.width(theme.labelFont(), WIDEST) + 8 * type;
        }
        return baseline + 3 * type;
    }

    private String reading(Series s) {
        if (s.x.length == 0) {
            return "";
        }
        double value = s.y[at(s)];
        // The mean of standardized inputs is 0, whatever rounding leaves of it.
        return Numbers.significant(Math.abs(value) < ROUNDING ? 0 : value);
    }

    private int at(Series s) {
        return Double.isNaN(marks.cursor()) ? s.x.length - 1 : Nearest.index(s.x, marks.cursor());
    }

    private void drawSample(Graphics2D g, Kind kind, double x, double y) {
        double type = theme.type();
        g.setColor(colour(kind));
        if (kind == Kind.BATCH) {
            for (double dx : new double[] {3, 10}) {
                g.fill(new Ellipse2D.Double(x + dx * type - 2, y - 2, 4, 4));
            }
        } else {
            g.setStroke(stroke(kind));
            g.draw(new Line2D.Double(x + 1, y, x + DASH * type - 1, y));
        }
    }

    private Color colour(Kind kind) {
        return switch (kind) {
            case BATCH -> theme.mark(Role.WITH_BEFORE);
            case RUNNING -> theme.with();
            case EXACT -> theme.text();
        };
    }

    private Stroke stroke(Kind kind) {
        return kind == Kind.EXACT ? theme.dashed(1.6, 4, 3) : theme.stroke(2.1);
    }

    private void drawSeries(Graphics2D g) {
        Draw.quality(g);
        for (Series s : series) {
            g.setColor(colour(s.kind));
            if (s.kind == Kind.BATCH) {
                double radius = 1.9 * theme.line();
                for (int i = 0; i < s.x.length; i++) {
                    if (Double.isFinite(s.y[i])) {
                        double x = plot.x(s.x[i]) - radius;
                        g.fill(new Ellipse2D.Double(x, plot.y(s.y[i]) - radius, 2 * radius, 2 * radius));
                    }
                }
            } else {
                g.setStroke(stroke(s.kind));
                g.draw(CurveStrokes.line(plot, s.x, s.y));
                drawAlone(g, s);
            }
        }
        marks.drawCursor(g, theme);
        marks.drawPointer(g, theme);
    }

    /** A line of one point would not be seen: it is drawn as in the legend. */
    private void drawAlone(Graphics2D g, Series s) {
        if (s.x.length == 1 && Double.isFinite(s.y[0])) {
            double x = plot.x(s.x[0]);
            g.draw(new Line2D.Double(x, plot.y(s.y[0]), x + DASH * theme.type(), plot.y(s.y[0])));
        }
    }

    private void fitAxes() {
        double last = 0;
        List<Double> all = new ArrayList<>();
        for (Series s : series) {
            last = s.x.length == 0 ? last : Math.max(last, s.x[s.x.length - 1]);
            for (double y : s.y) {
                if (Double.isFinite(y) && (!logarithmic || y > 0)) {
                    all.add(y);
                }
            }
        }
        steps.fitSteps(Math.max(last, marks.last()), 50);
        plot.setSteps(steps.max());
        all.sort(null);
        double low = all.isEmpty() ? 0.1 : all.get((int) (TAIL * (all.size() - 1)));
        double high = all.isEmpty() ? 1 : all.get((int) Math.ceil((1 - TAIL) * (all.size() - 1)));
        // A stray value of the past may leave the plot; what the legend reads must not.
        for (Series s : series) {
            double now = s.x.length == 0 ? Double.NaN : s.y[at(s)];
            if (Double.isFinite(now) && (!logarithmic || now > 0)) {
                low = Math.min(low, now);
                high = Math.max(high, now);
            }
        }
        if (logarithmic) {
            values.fitLogarithmic(low, high);
            plot.setValues(StepPlot.Scale.LOGARITHMIC, values.min(), values.max());
        } else {
            values.fitLinear(low, high);
            plot.setValues(StepPlot.Scale.LINEAR, values.min(), values.max());
        }
    }

    @Override
    public boolean pointAt(double x, double y) {
        return marks.pointAt(plot.contains(x, y) ? x : Double.NaN);
    }

    @Override
    public String describe(double x, double y) {
        if (!plot.contains(x, y) || series.isEmpty() || series.get(0).x.length == 0) {
            return null;
        }
        int at = Nearest.index(series.get(0).x, plot.step(x));
        StringBuilder text =
                new StringBuilder(Texts.get("curves.step", Numbers.grouped(Math.round(series.get(0).x[at]))));
        for (Series s : series) {
            text.append('\n').append(Texts.get("statistics.entry", s.name, Numbers.significant(s.y[at])));
        }
        return text.toString();
    }

    @Override
    public String summary() {
        if (series.isEmpty() || series.get(0).x.length == 0) {
            return title + ": " + Texts.get("statistics.none");
        }
        List<String> entries = series.stream()
                .map(s -> Texts.get("statistics.entry", s.name, reading(s)))
                .toList();
        return Texts.get("statistics.summary", title, String.join(", ", entries));
    }
}
