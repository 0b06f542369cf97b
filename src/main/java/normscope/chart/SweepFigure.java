package normscope.chart;

import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.text.Numbers;

/**
 * What a measure came to over the values of one setting, for both arms: the median over the seeds, a band from the
 * least to the most, and a cross with the count where seeds diverged. The setting's axis is logarithmic.
 */
public final class SweepFigure extends Figure {

    private static final double REACH = 22;

    /**
     * One arm's results; the arrays have one entry a value of the setting, are not copied and must not change.
     *
     * @param role the arm
     * @param median of the seeds that did not diverge; NaN where there is none
     * @param min the least of them
     * @param max the most of them
     * @param diverged how many seeds diverged
     */
    public record Line(Role role, double[] median, double[] min, double[] max, int[] diverged) {}

    /**
     * A point of the figure.
     *
     * @param role the arm
     * @param value which value of the setting, from 0
     */
    public record Place(Role role, int value) {}

    private final AxesPlot plot = new AxesPlot();
    private final AxisRange range = new AxisRange();
    private double[] values = {1, 10};
    private List<Line> lines = List.of();
    private int seeds;
    private boolean accuracy = true;
    private String setting = "";
    private String metric = "";
    private Place pointed;

    /**
     * Sets what is swept.
     *
     * @param setting the setting's name
     * @param values its values, ascending and above 0; not copied
     * @param metric the measure's name
     * @param accuracy whether it is a share, 0 to 1; else it is a loss, on a logarithmic axis
     * @param seeds how many seeds there are
     */
    public void setSweep(String setting, double[] values, String metric, boolean accuracy, int seeds) {
        this.setting = setting;
        this.values = values;
        this.metric = metric;
        this.accuracy = accuracy;
        this.seeds = seeds;
        range.reset();
        pointed = null;
    }

    /**
     * Sets the results so far.
     *
     * @param lines at most one of a role
     */
    public void setLines(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        plot.setTheme(theme);
        plot.setNames(setting, metric);
        fitAxes();
        plot.draw(g, new Rectangle2D.Double(0, 0, width, height), this::inside);
        double x = plot.area().getMaxX();
        for (Role role : List.of(Role.WITH, Role.WITHOUT)) {
            x -= Draw.text(g, role.word(), theme.labelFont(), theme.colour(role), x, 10 * theme.type(), 1);
            g.setStroke(stroke(role));
            double y = 6.5 * theme.type();
            g.draw(new Line2D.Double(x - 20 * theme.type(), y, x - 5 * theme.type(), y));
            x -= 32 * theme.type();
        }
    }

    /** Where both arms come to the same, one is seen through the other's gaps. */
    private Stroke stroke(Role role) {
        return role == Role.WITHOUT ? theme.dashed(2.1, 7, 3) : theme.stroke(2.1);
    }

    private void fitAxes() {
        double first = values[0];
        double last = values[values.length - 1];
        double room = Math.max(1.25, Math.pow(last / first, 0.04));
        plot.setX(true, first / room, last * room);
        plot.setPlacesX(values);
        if (accuracy) {
            // Room above 100 % for whole points, and below 0 for crosses.
            plot.setY(StepPlot.Scale.PERCENT, -0.09, 1.03);
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Line line : lines) {
            for (int i = 0; i < line.min.length; i++) {
                if (line.min[i] > 0) {
                    least = Math.min(least, line.min[i]);
                    most = Math.max(most, Math.min(line.max[i], 1e6 * line.min[i]));
                }
            }
        }
        if (most > 0) {
            range.fitLogarithmic(least, most);
        }
        boolean empty = Double.isNaN(range.min());
        double min = empty ? 0.01 : range.min();
        double max = empty ? 10 : range.max();
        plot.setY(StepPlot.Scale.LOGARITHMIC, min, max * Math.pow(max / min, 0.09));
    }

    private void inside(Graphics2D g) {
        Draw.quality(g);
        for (Line line : lines) {
            g.setColor(ChartTheme.fade(theme.colour(line.role), 0.16));
            g.fill(band(line));
        }
        for (Line line : lines) {
            g.setColor(theme.colour(line.role));
            g.setStroke(stroke(line.role));
            g.draw(median(line));
            for (int i = 0; i < values.length; i++) {
                drawPoint(g, line, i);
                drawCross(g, line, i);
            }
        }
    }

    private Path2D median(Line line) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(line.median[i])) {
                open = false;
            } else if (open) {
                path.lineTo(plot.x(values[i]), y(line.median[i]));
            } else {
                path.moveTo(plot.x(values[i]), y(line.median[i]));
                open = true;
            }
        }
        return path;
    }

    private Path2D band(Line line) {
        Path2D path = new Path2D.Double();
        for (int i = 1; i < values.length; i++) {
            if (!Double.isNaN(line.median[i]) && !Double.isNaN(line.median[i - 1])) {
                path.moveTo(plot.x(values[i - 1]), y(line.min[i - 1]));
                path.lineTo(plot.x(values[i]), y(line.min[i]));
                path.lineTo(plot.x(values[i]), y(line.max[i]));
                path.lineTo(plot.x(values[i - 1]), y(line.max[i - 1]));
                path.closePath();
            }
        }
        return path;
    }

    private void drawPoint(Graphics2D g, Line line, int i) {
        if (Double.isNaN(line.median[i])) {
            return;
        }
        double x = plot.x(values[i]);
        g.setColor(theme.colour(line.role));
        g.setStroke(theme.thin(1.3));
        g.draw(new Line2D.Double(x, y(line.min[i]), x, y(line.max[i])));
        boolean marked = new Place(line.role, i).equals(pointed);
        double r = (marked ? 6 : 4) * theme.line();
        Ellipse2D dot = new Ellipse2D.Double(x - r, y(line.median[i]) - r, 2 * r, 2 * r);
        g.fill(dot);
        if (marked) {
            g.setColor(theme.text());
            g.setStroke(theme.stroke(1.6));
            g.draw(dot);
        }
    }

    private void drawCross(Graphics2D g, Line line, int i) {
        if (line.diverged[i] == 0) {
            return;
        }
        double r = 4.5 * theme.type();
        double x = crossX(line, i);
        double y = crossY();
        g.setColor(theme.colour(line.role));
        g.setStroke(theme.stroke(2));
        g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
        g.draw(new Line2D.Double(x - r, y + r, x + r, y - r));
        if (line.diverged[i] < seeds) {
            String count = Integer.toString(line.diverged[i]);
            Draw.text(g, count, theme.tickFont(), theme.colour(line.role), x + r + 2, y + 3.5 * theme.type(), 0);
        }
    }

    /** Crosses of both arms stand side by side. */
    private double crossX(Line line, int i) {
        return plot.x(values[i]) + (line.role == Role.WITHOUT ? -7 : 7) * theme.type();
    }

    /** At the bad end of the axis. */
    private double crossY() {
        return accuracy ? plot.area().getMaxY() - 9 * theme.type() : plot.area().getY() + 9 * theme.type();
    }

    /** A height within the plot; a loss of 0 lies at its foot. */
    private double y(double value) {
        double top = plot.area().getY() - 4;
        double bottom = plot.area().getMaxY() + 4;
        return !accuracy && value <= 0 ? bottom : Math.max(top, Math.min(bottom, plot.y(value)));
    }

    /**
     * The point or cross at a place of the last drawing.
     *
     * @param x from the left, in logical pixels
     * @param y from the top
     * @return the nearest within reach, or null
     */
    public Place placeAt(double x, double y) {
        Place nearest = null;
        double least = REACH * theme.type();
        for (Line line : lines) {
            for (int i = 0; i < values.length; i++) {
                double away = Double.isNaN(line.median[i])
                        ? Double.POSITIVE_INFINITY
                        : Math.hypot(x - plot.x(values[i]), y - y(line.median[i]));
                if (line.diverged[i] > 0) {
                    away = Math.min(away, Math.hypot(x - crossX(line, i), y - crossY()));
                }
                if (away < least) {
                    least = away;
                    nearest = new Place(line.role, i);
                }
            }
        }
        return nearest;
    }

    /**
     * Marks a point.
     *
     * @param place null for none
     */
    public void setPointed(Place place) {
        pointed = place;
    }

    @Override
    public boolean pointAt(double x, double y) {
        Place now = Double.isNaN(x) ? null : placeAt(x, y);
        boolean changed = !Objects.equals(now, pointed);
        pointed = now;
        return changed;
    }

    @Override
    public String describe(double x, double y) {
        Place place = placeAt(x, y);
        return place == null ? null : sentence(place) + "\n" + Texts.get("sweep.click");
    }

    private String sentence(Place place) {
        Line line = lines.stream()
                .filter(candidate -> candidate.role == place.role)
                .findFirst()
                .orElseThrow();
        int i = place.value;
        String text = Texts.get("sweep.at", place.role.word(), setting, Numbers.exact(values[i]));
        if (!Double.isNaN(line.median[i])) {
            text += Texts.get("sweep.median", write(line.median[i]), write(line.min[i]), write(line.max[i]));
        }
        if (line.diverged[i] > 0) {
            text += Texts.get("sweep.diverged", Integer.toString(line.diverged[i]), Integer.toString(seeds));
        }
        return text;
    }

    private String write(double value) {
        return accuracy ? Numbers.percent(value) : Numbers.significant(value);
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.get("sweep.summary", metric, setting));
        for (Line line : lines) {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(line.median[i]) || line.diverged[i] > 0) {
                    text.append(' ').append(sentence(new Place(line.role, i))).append('.');
                }
            }
        }
        return text.toString();
    }
}
