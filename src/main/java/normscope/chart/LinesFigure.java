package normscope.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.stats.Percentiles;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * Curves or percentile bands of several runs, arms or layers over the steps, each named at its end. An arm's place has
 * the colour; arms of the same place are told apart by dash and shade.
 */
public final class LinesFigure extends StepFigure {

    /** Dashes by variant; none for the first. */
    public static final List<float[]> DASHES = List.of(
            new float[0],
            new float[] {1.5f, 3},
            new float[] {6, 3},
            new float[] {6, 3, 1.5f, 3},
            new float[] {10, 3},
            new float[] {3, 3});

    /** Shades by variant: towards the text where positive, towards the card where negative. */
    private static final double[] SHADES = {0, -0.3, 0.5, -0.45, 0.3, 0.7};

    private static final double BAND = 0.09;

    /** So many points on either side. */
    private static final int NEIGHBOURS = 4;

    /**
     * One line; the arrays are equally long, are not copied and must not change afterwards.
     *
     * @param label its name
     * @param arm from 0
     * @param variant counts the lines of that arm, from 0
     * @param x steps, ascending
     * @param low lower values; for a curve the same as high
     * @param high upper values
     * @param diverged whether the arm has diverged: where others have not, the axis is theirs
     */
    public record Line(String label, int arm, int variant, double[] x, double[] low, double[] high, boolean diverged) {
        /** A curve of what is noisy from point to point: at each the median of nine around it, fewer near the ends. */
        public static Line smoothed(String label, int arm, int variant, double[] x, double[] y) {
            double[] medians = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                // At the beginning things change quickly: few neighbours. At the end one moment must not stand for all.
                int reach = Math.min(NEIGHBOURS, i);
                int to = Math.min(y.length, i + reach + 1);
                double[] around = Arrays.copyOfRange(y, Math.max(0, to - 2 * reach - 1), to);
                medians[i] = Percentiles.of(around, around.length, 50);
            }
            return curve(label, arm, variant, x, medians);
        }

        /** A curve. */
        public static Line curve(String label, int arm, int variant, double[] x, double[] y) {
            return new Line(label, arm, variant, x, y, y, false);
        }

        boolean isBand() {
            return low != high;
        }
    }

    private List<Line> lines = List.of();
    private double guide = Double.NaN;
    private double[] also = {};
    private double least = 1e-6;
    private Scale scale = Scale.LOGARITHMIC;

    /** Sets what is shown. Other lines may choose other axes. */
    public void setLines(List<Line> next, Scale axis) {
        if (axis != scale || next.size() != lines.size()) {
            values.reset();
            steps.reset();
        }
        lines = next.stream().filter(line -> line.x.length > 0).toList();
        scale = axis;
    }

    /** Draws a dashed line across at a value that is to be compared with; NaN for none. */
    public void setGuide(double value) {
        guide = value;
    }

    /** Sets values that the axis reaches as well, such as those of a figure beside it. */
    public void setAlso(double... reached) {
        also = reached;
    }

    /** Sets the least value that a logarithmic axis reaches; a value of 0 lies below it. */
    public void setLeast(double value) {
        least = value;
    }

    /** {@return the colour of a variant of an arm} */
    public static Color colour(ChartTheme theme, int arm, int variant) {
        Color colour = theme.colour(Role.of(arm));
        double shade = SHADES[variant % SHADES.length];
        return ChartTheme.mix(colour, shade < 0 ? theme.card() : theme.text(), Math.abs(shade));
    }

    /** {@return the dash of a variant} */
    public static BasicStroke stroke(ChartTheme theme, int variant, double width) {
        float[] dash = DASHES.get(variant % DASHES.size()).clone();
        if (dash.length == 0) {
            return theme.stroke(width);
        }
        for (int i = 0; i < dash.length; i++) {
            dash[i] *= (float) theme.line();
        }
        return new BasicStroke(
                (float) (width * theme.line()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    @Override
    protected Stream<double[]> measured() {
        return lines.stream().map(Line::x);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        setRight(EndLabels.room(lines.stream().map(Line::label).toList(), theme, width));
        super.draw(g, width, height);
        EndLabels.draw(g, theme, lines.stream().map(this::end).toList(), area(), width);
    }

    /** Words in a pale colour are hard to read. */
    public static Color wordColour(ChartTheme theme, int arm, int variant) {
        return SHADES[variant % SHADES.length] < 0 ? theme.colour(Role.of(arm)) : colour(theme, arm, variant);
    }

    private EndLabels.End end(Line line) {
        int last = line.x.length - 1;
        double y = Math.max(area().getMinY(), Math.min(area().getMaxY(), y(line.high[last])));
        double x = Math.max(area().getMinX(), Math.min(area().getMaxX(), x(line.x[last])));
        return new EndLabels.End(line.label, wordColour(theme, line.arm, line.variant), x, y);
    }

    @Override
    protected void update(double width) {
        fitSteps();
        // No empty room between the last step and the names.
        double last = measured().mapToDouble(x -> x[x.length - 1]).max().orElse(steps.max());
        setX(-0.01 * last, Math.max(1, last));
        fitValues();
        header.showNote(null);
        List<PlotSeries> drawn = new ArrayList<>();
        if (!Double.isNaN(guide)) {
            double[] across = {0, Math.max(1, last)};
            drawn.add(PlotSeries.line(across, new double[] {guide, guide}, theme.muted(), theme.dashed(1.2, 5, 4), 0));
        }
        for (Line line : lines) {
            Color colour = colour(theme, line.arm, line.variant);
            BasicStroke stroke = stroke(theme, line.variant, line.isBand() ? 1.3 : 1.7);
            PlotSeries upper = PlotSeries.line(line.x, line.high, colour, stroke, 2 * theme.line());
            if (line.isBand()) {
                drawn.add(PlotSeries.line(line.x, line.low, colour, stroke, 0));
                drawn.add(upper.within(line.low, line.high, ChartTheme.fade(colour, BAND)));
            } else {
                drawn.add(upper);
            }
        }
        show(drawn);
    }

    private DoubleStream all() {
        boolean sound = lines.stream().anyMatch(line -> !line.diverged);
        DoubleStream ofLines = lines.stream()
                .filter(line -> !sound || !line.diverged)
                .flatMapToDouble(line -> DoubleStream.concat(
                        Arrays.stream(line.low), line.isBand() ? Arrays.stream(line.high) : DoubleStream.empty()));
        return DoubleStream.concat(DoubleStream.concat(ofLines, DoubleStream.of(guide)), DoubleStream.of(also))
                .filter(Double::isFinite);
    }

    private void fitValues() {
        double low = all().min().orElse(0);
        double high = all().max().orElse(1);
        switch (scale) {
            case LOGARITHMIC -> values.fitLogarithmic(Math.max(least, low), Math.max(2 * least, high));
            case LINEAR -> values.fitLinear(low, high);
            // Accuracies end at 1; where they begin is seldom near 0.
            case PERCENT -> {
                setY(Scale.PERCENT, Math.floor(10 * low) / 10 - 0.01, 1.01);
                return;
            }
        }
        setY(scale, values.min(), values.max());
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y) || lines.isEmpty()) {
            return null;
        }
        double step = measuredAt(x);
        StringBuilder text = heading(step, x);
        for (Line line : lines) {
            said(line.x, step, at -> said(line, at))
                    .ifPresent(said -> text.append('\n').append(said));
        }
        return text.toString();
    }

    private String said(Line line, int at) {
        return line.isBand()
                ? Texts.text(
                        "compare.overlay.band", line.label, Numbers.value(line.low[at]), Numbers.value(line.high[at]))
                : Texts.text(
                        "compare.overlay.at",
                        line.label,
                        scale == Scale.PERCENT ? Numbers.percent(line.high[at]) : Numbers.significant(line.high[at]));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("line", "arm", "step", "low", "high");
        lines.forEach(line -> table.rows(List.of(line.label, word(Role.of(line.arm))), line.x, line.low, line.high));
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.text("compare.overlay.summary", lines.size()));
        lines.forEach(
                line -> text.append(' ').append(said(line, line.x.length - 1)).append('.'));
        return text.toString();
    }
}
