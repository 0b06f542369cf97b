package normscope.instrument.batchbench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.Figure;
import normscope.chart.FigureTable;
import normscope.chart.Role;
import normscope.chart.Ticks;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * One unit's mini-batch on three number lines: z, what normalizing makes of it, and what gamma and beta make of that.
 * Every example is a numbered dot on each line. The middle line may show the bound that no normalized value can pass.
 */
public final class BatchBenchFigure extends Figure {

    private static final int ROWS = 3;
    private static final double RADIUS = 9;
    private static final int SIGMOID_POINTS = 60;
    /** The middle axis reaches a little beyond the bound, and never less far than this. */
    private static final double LEAST_REACH = 2.2;

    private final double[][] values = {{}, {}, {}};
    private final double[] means = new double[ROWS];
    private final double[] sds = new double[ROWS];
    private double low = -1;
    private double high = 1;
    private double outputLow = -1;
    private double outputHigh = 1;
    private boolean bounded = true;
    private int selected = -1;
    private String note = "";
    private double left;
    private double right;
    private boolean sigmoid;
    private int rows = ROWS;
    private final double[] lines = new double[ROWS];

    /**
     * Sets the values of line 0 (z), 1 (zNorm) or 2 (zTilde), one an example, with their mean and standard deviation.
     */
    public void setLine(int line, double[] of, double mean, double sd) {
        values[line] = of.clone();
        means[line] = mean;
        sds[line] = sd;
    }

    public void setAxis(double min, double max) {
        low = min;
        high = max;
    }

    public void setOutputAxis(double... ends) {
        outputLow = ends[0];
        outputHigh = ends[1];
    }

    public void setBounded(boolean shown) {
        bounded = shown;
    }

    /** Says whether the sigmoid of zTilde is drawn along its axis, from 0 at the axis to 1 at the top. */
    public void setSigmoid(boolean shown) {
        sigmoid = shown;
    }

    public void setOutput(boolean shown) {
        rows = shown ? ROWS : ROWS - 1;
    }

    /** Sets the example that stands out; -1 for none. */
    public void setSelected(int example) {
        selected = example;
    }

    /** Writes a remark beside the middle line; may be empty. */
    public void setNote(String text) {
        note = text;
    }

    /** The example whose dot on the line of z is at a place of the last drawing: the last drawn of several, or -1. */
    public int exampleAt(double x, double y) {
        int found = -1;
        for (int i = 0; i < values[0].length; i++) {
            double reach = (RADIUS + 4) * theme.type();
            boolean nearer = found < 0 || i == selected;
            if (nearer && Math.hypot(x - place(0, values[0][i]), y - height(0, i)) <= reach) {
                found = i;
            }
        }
        return found;
    }

    /** The z at a place of the last drawing; beyond the axis too. */
    public double valueAt(double x) {
        return low + (x - left) / Math.max(1, right - left) * (high - low);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        double type = theme.type();
        left = 14 * type;
        right = width - 14 * type;
        for (int line = 0; line < rows; line++) {
            lines[line] = height * (line + 1) / rows - 26 * type;
            drawAxis(g, line);
        }
        drawBound(g);
        if (sigmoid && rows == ROWS) {
            drawSigmoid(g);
        }
        drawTies(g);
        if (!note.isEmpty()) {
            drawNote(g);
        }
        for (int line = 0; line < rows; line++) {
            drawHead(g, line, top(line) - 7 * type);
        }
        for (int line = 0; line < rows; line++) {
            for (int i = 0; i < values[line].length; i++) {
                if (i != selected) {
                    drawDot(g, line, i);
                }
            }
            if (selected >= 0 && selected < values[line].length) {
                drawDot(g, line, selected);
            }
        }
    }

    /** Where it is nearly straight stronger than where it bends. */
    private void drawSigmoid(Graphics2D g) {
        double bottom = lines[ROWS - 1];
        double height = bottom - top(ROWS - 1);
        for (boolean straight : new boolean[] {false, true}) {
            double from = straight ? Math.max(outputLow, -1) : outputLow;
            double to = straight ? Math.min(outputHigh, 1) : outputHigh;
            Path2D curve = new Path2D.Double();
            for (int i = 0; i <= SIGMOID_POINTS; i++) {
                double x = from + (to - from) * i / SIGMOID_POINTS;
                double y = bottom - height / (1 + Math.exp(-x));
                if (i == 0) {
                    curve.moveTo(place(ROWS - 1, x), y);
                } else {
                    curve.lineTo(place(ROWS - 1, x), y);
                }
            }
            if (from < to) {
                g.setColor(theme.muted());
                g.setStroke(theme.rule(straight ? 2.6 : 1));
                g.draw(curve);
            }
        }
    }

    private double min(int line) {
        return line == 0 ? low : line == 1 ? -reach() : outputLow;
    }

    private double max(int line) {
        return line == 0 ? high : line == 1 ? reach() : outputHigh;
    }

    /** How far the axis of zNorm reaches to both sides. */
    double reach() {
        return Math.max(LEAST_REACH, 1.15 * bound());
    }

    private double bound() {
        return Math.sqrt(Math.max(0, values[1].length - 1));
    }

    private double place(int line, double value) {
        double at = left + (value - min(line)) / (max(line) - min(line)) * (right - left);
        return Math.max(left, Math.min(right, at));
    }

    /** Dots that would hide others stand above them, as high as there is room. */
    private double height(int line, int example) {
        double r = RADIUS * theme.type();
        double room = lines[0] - 44 * theme.type();
        return lines[line] - r - 2 * theme.type() - Math.min(level(line, example) * 1.75 * r, room - 2 * r);
    }

    private int level(int line, int example) {
        int[] levels = new int[example + 1];
        for (int i = 1; i <= example; i++) {
            for (int before = 0; before < i; before++) {
                double apart = Math.abs(place(line, values[line][before]) - place(line, values[line][i]));
                if (apart < 1.75 * RADIUS * theme.type()) {
                    levels[i] = Math.max(levels[i], levels[before] + 1);
                }
            }
        }
        return levels[example];
    }

    private void drawAxis(Graphics2D g, int line) {
        double type = theme.type();
        double y = lines[line];
        double top = top(line);
        double from = place(line, means[line] - sds[line]);
        double to = place(line, means[line] + sds[line]);
        g.setColor(ChartTheme.fade(colour(line), 0.13));
        g.fill(new Rectangle2D.Double(from, top, to - from, y - top));
        g.setColor(theme.baseline());
        g.setStroke(theme.rule(1.2));
        g.draw(new Line2D.Double(left, y, right, y));
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : Ticks.linear(min(line), max(line), (int) ((right - left) / (70 * type)))) {
            double x = place(line, tick.value());
            double half = Draw.width(theme.tickFont(), tick.text()) / 2;
            g.setColor(theme.baseline());
            g.draw(new Line2D.Double(x, y, x, y + 4 * type));
            if (x - half > end) {
                Draw.text(g, tick.text(), theme.tickFont(), theme.faint(), x, y + 15 * type, 0.5);
                end = x + half + 6;
            }
        }
        g.setColor(colour(line));
        g.setStroke(theme.dashed(1.4, 4, 3));
        double mean = place(line, means[line]);
        g.draw(new Line2D.Double(mean, top, mean, y));
    }

    /** Where a row begins below its heading. */
    private double top(int line) {
        return lines[line] - lines[0] + 18 * theme.type();
    }

    /** So that no line crosses the words. */
    private void fillBehind(Graphics2D g, double x, double wide, double baseline) {
        g.setColor(ChartTheme.fade(theme.card(), 0.85));
        g.fill(new Rectangle2D.Double(x - 3, baseline - 10 * theme.type(), wide + 6, 13 * theme.type()));
    }

    private void drawHead(Graphics2D g, int line, double baseline) {
        Font font = theme.headFont();
        double end = left + Draw.text(g, Texts.text("bench.line." + line), font, colour(line), left, baseline, 0);
        boolean curve = sigmoid && line == ROWS - 1;
        String formula = Texts.text("bench.formula." + line + (curve ? ".sigmoid" : ""));
        end += 8 * theme.type();
        fillBehind(g, end, Draw.width(theme.labelFont(), formula), baseline);
        end += Draw.text(g, formula, theme.labelFont(), theme.muted(), end, baseline, 0);
        String numbers = Texts.text("bench.moments." + line, Numbers.value(means[line]), Numbers.value(sds[line]));
        if (end + 12 + Draw.width(theme.labelFont(), numbers) < right) {
            double wide = Draw.width(theme.labelFont(), numbers);
            fillBehind(g, right - wide, wide, baseline);
            Draw.text(g, numbers, theme.labelFont(), theme.text(), right, baseline, 1);
        }
    }

    private Color colour(int line) {
        return line == 0 ? theme.mark(Role.WITH_BEFORE) : theme.colour(Role.WITH);
    }

    /** What lies beyond sqrt(m - 1) is out of reach: grey, behind a wall with its number. */
    private void drawBound(Graphics2D g) {
        double type = theme.type();
        double y = lines[1];
        double top = top(1);
        double from = place(1, -bound());
        double to = place(1, bound());
        if (bounded) {
            g.setColor(ChartTheme.fade(theme.outline(), 0.2));
            g.fill(new Rectangle2D.Double(left, top, from - left, y - top));
            g.fill(new Rectangle2D.Double(to, top, right - to, y - top));
            g.setColor(theme.outline());
            g.setStroke(theme.rule(1.6));
            g.draw(new Line2D.Double(from, top, from, y));
            g.draw(new Line2D.Double(to, top, to, y));
            String wall = Texts.text("bench.bound", Numbers.value(bound()));
            Draw.text(g, wall, theme.labelFont(), theme.muted(), to - 5 * type, top + 12 * type, 1);
        }
    }

    /** What there is to say of this batch, before everything that is drawn. */
    private void drawNote(Graphics2D g) {
        double middle = (left + right) / 2;
        double baseline = top(1) + 28 * theme.type();
        double wide = Draw.width(theme.labelFont(), note);
        fillBehind(g, middle - wide / 2, wide, baseline);
        Draw.text(g, note, theme.labelFont(), theme.text(), middle, baseline, 0.5);
    }

    /** From each example's dot to the same example's on the line below. */
    private void drawTies(Graphics2D g) {
        for (int line = 0; line < rows - 1; line++) {
            for (int i = 0; i < values[line].length; i++) {
                boolean strong = i == selected;
                g.setColor(strong ? theme.text() : ChartTheme.fade(theme.outline(), 0.55));
                g.setStroke(strong ? theme.stroke(1.4) : theme.thin(1));
                double x = place(line, values[line][i]);
                double below = place(line + 1, values[line + 1][i]);
                g.draw(new Line2D.Double(x, height(line, i), below, height(line + 1, i)));
            }
        }
    }

    private void drawDot(Graphics2D g, int line, int i) {
        double r = RADIUS * theme.type();
        double x = place(line, values[line][i]);
        double y = height(line, i);
        g.setColor(colour(line));
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(i == selected ? theme.text() : theme.card());
        g.setStroke(theme.stroke(i == selected ? 2.2 : 1.2));
        g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        Color ink = line == 0 && !theme.dark() ? ChartTheme.LIGHT.text() : Color.WHITE;
        Draw.text(g, Integer.toString(i + 1), theme.tickFont(), ink, x, y + 3.6 * theme.type(), 0.5);
    }

    @Override
    public String describe(double x, double y) {
        for (int line = 0; line < rows; line++) {
            for (int i = values[line].length - 1; i >= 0; i--) {
                double away = Math.hypot(x - place(line, values[line][i]), y - height(line, i));
                if (away <= RADIUS * theme.type()) {
                    return Texts.text(
                            rows == ROWS ? "bench.at" : "bench.at.no-output",
                            Integer.toString(i + 1),
                            Numbers.value(values[0][i]),
                            Numbers.value(values[1][i]),
                            Numbers.value(values[2][i]));
                }
            }
        }
        return null;
    }

    @Override
    public FigureTable numbers() {
        return FigureTable.ofExamples(List.of("z", "z-norm", "z-tilde"), Arrays.copyOf(values, rows));
    }

    @Override
    public String summary() {
        double largest = Arrays.stream(values[1]).map(Math::abs).max().orElse(0);
        return Texts.text(
                "bench.summary" + (bounded ? "" : "-unbounded") + (rows < ROWS ? ".no-output" : ""),
                Integer.toString(values[0].length),
                Numbers.value(means[0]),
                Numbers.value(sds[0]),
                Numbers.value(largest),
                Numbers.value(bound()),
                Numbers.value(means[2]),
                Numbers.value(sds[2]));
    }
}
