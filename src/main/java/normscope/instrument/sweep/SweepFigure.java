package normscope.instrument.sweep;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import normscope.chart.ChartTheme;
import normscope.chart.FigureTable;
import normscope.chart.LazyRange;
import normscope.chart.PlotSeries;
import normscope.chart.Role;
import normscope.chart.TickedAxis;
import normscope.chart.XYFigure;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.ui.TextAnchor;

/**
 * What a measure came to over the values of one setting, for both arms: the median over the seeds, a band from the
 * least to the most, and a cross with the count where seeds diverged. The setting's axis is logarithmic.
 */
public final class SweepFigure extends XYFigure {

    private static final double REACH = 22;

    /** Distance of crosses from the end of the axis, and from each other, at type size 1. */
    private static final double INSET = 9;

    private static final double APART = 14;

    /**
     * One arm's results; the arrays have one entry a value of the setting, are not copied and must not change.
     *
     * @param median of the seeds that did not diverge; NaN where there is none
     * @param min the least of them
     * @param max the most of them
     * @param diverged how many seeds diverged
     */
    public record Line(Role role, double[] median, double[] min, double[] max, int[] diverged) {}

    /** A point of the figure: the arm, and which value of the setting, from 0. */
    public record Place(Role role, int value) {}

    private final LazyRange range = new LazyRange();
    private double[] values = {1, 10};
    private List<String> labels = List.of("1", "10");
    private List<Line> lines = List.of();
    private List<String> names = List.of();
    private int seeds;
    private boolean accuracy = true;
    private String setting = "";
    private String metric = "";
    private Place pointed;
    private boolean opens = true;

    public SweepFigure() {
        super(new TickedAxis.Logarithmic(40), NAMED);
        renderer.setDrawYError(true);
        plot.setDomainGridlinesVisible(true);
    }

    /**
     * Sets what is swept.
     *
     * @param setting the setting's name
     * @param values where its values lie, ascending and above 0; not copied
     * @param labels the values themselves
     * @param metric the measure's name
     * @param accuracy whether it is a share, 0 to 1; else it is a loss, on a logarithmic axis
     * @param seeds how many seeds there are
     */
    public void setSweep(
            String setting, double[] values, List<String> labels, String metric, boolean accuracy, int seeds) {
        this.labels = List.copyOf(labels);
        this.setting = setting;
        this.values = values;
        this.metric = metric;
        this.accuracy = accuracy;
        this.seeds = seeds;
        range.reset();
        pointed = null;
    }

    /** Sets whether a click on a point opens its run, of which hovering tells then. */
    public void setOpens(boolean value) {
        opens = value;
    }

    public void setNames(List<String> ofArms) {
        names = List.copyOf(ofArms);
    }

    /** Sets the results so far, at most one line of a role. */
    public void setLines(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    @Override
    protected void update(double width) {
        fitAxes();
        header.setTitle(null, metric);
        header.setNames(names);
        if (lines.size() == 1) {
            header.showNote(null);
        } else {
            header.show(role -> "", this::stroke, 17);
        }
        plot.getDomainAxis().setLabel(setting);
        renderer.setErrorStroke(theme.thin(1.3));
        List<PlotSeries> drawn = new ArrayList<>();
        for (Line line : lines) {
            Color colour = theme.colour(line.role);
            Shape dot = PlotSeries.disc(4 * theme.line());
            drawn.add(new PlotSeries(
                    values,
                    line.median,
                    line.min,
                    line.max,
                    colour,
                    stroke(line.role),
                    ChartTheme.fade(colour, 0.16),
                    dot));
            addCrosses(drawn, line);
            if (pointed != null && pointed.role.equals(line.role) && pointed.value >= 0) {
                double x = values[pointed.value];
                double y = line.median[pointed.value];
                drawn.add(PlotSeries.dot(x, y, theme.text(), PlotSeries.disc(6.8 * theme.line())));
                drawn.add(PlotSeries.dot(x, y, colour, PlotSeries.disc(5.2 * theme.line())));
            }
        }
        show(drawn);
    }

    /** Where both arms come to the same, one is seen through the other's gaps. */
    private Stroke stroke(Role role) {
        return role.arm() == 0 ? theme.dashed(2.1, 7, 3) : theme.stroke(2.1);
    }

    private void fitAxes() {
        double first = values[0];
        double last = values[values.length - 1];
        double room = Math.max(1.25, Math.pow(last / first, 0.04));
        setX(first / room, last * room);
        ((TickedAxis.Logarithmic) plot.getDomainAxis()).setPlaces(values, labels);
        if (accuracy) {
            // Room above 100 % for whole points, and below 0 for crosses.
            setY(Scale.PERCENT, -0.09, 1.03);
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
        setY(Scale.LOGARITHMIC, min, max * Math.pow(max / min, 0.09));
    }

    /** Crosses where seeds diverged, at the bad end of the axis, with their number unless all did. */
    private void addCrosses(List<PlotSeries> drawn, Line line) {
        double inset = INSET * theme.type();
        double end = accuracy
                ? plot.getRangeAxis().getLowerBound()
                : plot.getRangeAxis().getUpperBound();
        double y = inside(end, inset);
        Color colour = theme.colour(line.role);
        for (int i = 0; i < values.length; i++) {
            if (line.diverged[i] > 0) {
                double x = rightOf(values[i], aside(line.role));
                drawn.add(PlotSeries.dot(x, y, colour, PlotSeries.cross(inset / 2, 2 * theme.line())));
                if (line.diverged[i] < seeds) {
                    String count = Integer.toString(line.diverged[i]);
                    write(count, theme.tickFont(), colour, rightOf(x, inset / 2 + 2), y, TextAnchor.CENTER_LEFT);
                }
            }
        }
    }

    /** Crosses of the arms stand side by side. */
    private double aside(Role role) {
        return (role.arm() - 0.5) * APART * theme.type();
    }

    /** The point or cross nearest to a place of the last drawing; null if none is within reach. */
    public Place placeAt(double x, double y) {
        Place nearest = null;
        double least = REACH * theme.type();
        double inset = INSET * theme.type();
        for (Line line : lines) {
            for (int i = 0; i < values.length; i++) {
                double foot = plot.getRangeAxis().getLowerBound();
                double away = Double.isNaN(line.median[i])
                        ? Double.POSITIVE_INFINITY
                        : Math.hypot(x - x(values[i]), y - y(Math.max(foot, line.median[i])));
                if (line.diverged[i] > 0) {
                    double cross = accuracy ? area().getMaxY() - inset : area().getY() + inset;
                    away = Math.min(away, Math.hypot(x - x(values[i]) - aside(line.role), y - cross));
                }
                if (away < least) {
                    least = away;
                    nearest = new Place(line.role, i);
                }
            }
        }
        return nearest;
    }

    /** Marks a place; null for none. */
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
        if (place == null) {
            return null;
        }
        return opens ? sentence(place) + "\n" + Texts.text("sweep.click") : sentence(place);
    }

    private String sentence(Place place) {
        Line line = lines.stream()
                .filter(candidate -> candidate.role.equals(place.role))
                .findFirst()
                .orElseThrow();
        int i = place.value;
        String text = Texts.text("sweep.at", place.role.word(names), setting, labels.get(i));
        if (!Double.isNaN(line.median[i])) {
            text += Texts.text("sweep.median", write(line.median[i]), write(line.min[i]), write(line.max[i]));
        }
        if (line.diverged[i] > 0) {
            text += Texts.text("sweep.diverged", Integer.toString(line.diverged[i]), Integer.toString(seeds));
        }
        return text;
    }

    private String write(double value) {
        return accuracy ? Numbers.percent(value) : Numbers.significant(value);
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = new FigureTable(List.of(
                FigureTable.column("arm"),
                setting,
                metric,
                FigureTable.column("least"),
                FigureTable.column("most"),
                FigureTable.column("diverged")));
        for (Line line : lines) {
            for (int i = 0; i < line.median.length; i++) {
                table.row(
                        line.role.word(names),
                        labels.get(i),
                        line.median[i],
                        line.min[i],
                        line.max[i],
                        line.diverged[i]);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.text("sweep.summary", metric, setting));
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
