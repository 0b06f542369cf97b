package normscope.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Percentiles of one layer's values over the steps: the middle 70 % as a band around the median, for both arms. */
public final class BandsFigure extends StepFigure {

    /** Beyond this many spans of the bulk, values leave the axis: only a diverging arm gets there. */
    private static final double REACH = 3;

    private static final double TAIL = 0.05;

    /** Of more moments than this, or than one every other pixel, means are drawn. */
    private static final double MOST_COLUMNS = 350;

    /** The bulk is that of so many moments. */
    private static final int MOMENTS = 200;

    /** One arm's percentiles at ascending steps; the arrays are equally long, not copied, and must not change. */
    public record Band(Role role, double[] x, double[] p15, double[] p50, double[] p85) {}

    private List<Band> bands = List.of();

    /** Sets the bands, at most one of a role. */
    public void setBands(List<Band> bands) {
        this.bands = List.copyOf(bands);
    }

    @Override
    protected Stream<double[]> measured() {
        return bands.stream().map(Band::x);
    }

    @Override
    protected void update(double width) {
        fitSteps();
        double[] extent = extent();
        values.fitLinear(extent[0], extent[1]);
        setY(Scale.LINEAR, values.min(), values.max());
        header.show(this::reading);
        List<PlotSeries> drawn = new ArrayList<>();
        for (Band whole : bands) {
            Band band = thinned(whole, room().getWidth());
            Color colour = theme.colour(band.role);
            drawn.add(PlotSeries.line(band.x, band.p15, colour, theme.thin(1), 0));
            drawn.add(PlotSeries.line(band.x, band.p85, colour, theme.thin(1), 0));
            drawn.add(PlotSeries.line(band.x, band.p50, colour, theme.stroke(2.1), 0)
                    .within(band.p15, band.p85, ChartTheme.fade(colour, 0.14)));
        }
        show(drawn);
    }

    /** Means over neighbouring moments: lines that go up and down in every pixel show nothing, and draw slowly. */
    private Band thinned(Band band, double width) {
        double column = Math.max(2, width / MOST_COLUMNS);
        if (band.x.length * column <= width) {
            return band;
        }
        double perColumn = plot.getDomainAxis().getRange().getLength() * column / width;
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

    private String reading(Role role) {
        if (marks.ended(role)) {
            return Texts.text("curves.ended");
        }
        Band band = of(role);
        return band == null || band.x.length == 0 ? "" : marks.said(Numbers.value(band.p50[marks.at(band.x)]), band.x);
    }

    private Band of(Role role) {
        return bands.stream().filter(band -> band.role.equals(role)).findFirst().orElse(null);
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y) || bands.isEmpty()) {
            return null;
        }
        double step = measuredAt(x);
        StringBuilder text = heading(step, x);
        for (Band band : bands) {
            said(band.x, step, at -> describe(band, at))
                    .ifPresent(said -> text.append('\n').append(said));
        }
        return text.toString();
    }

    private String describe(Band band, int at) {
        return Texts.text(
                "bands.at",
                word(band.role),
                Numbers.value(band.p50[at]),
                Numbers.value(band.p15[at]),
                Numbers.value(band.p85[at]));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("arm", "step", "p15", "p50", "p85");
        bands.forEach(band -> table.rows(List.of(word(band.role)), band.x, band.p15, band.p50, band.p85));
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.text("bands.summary"));
        for (Band band : bands) {
            if (band.x.length > 0) {
                text.append(' ').append(describe(band, marks.at(band.x))).append('.');
            }
        }
        return text + marks.summary();
    }
}
