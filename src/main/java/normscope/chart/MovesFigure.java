package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import normscope.text.Numbers;

/** How far each layer's distribution has moved: per layer a bar for either arm, on one scale. */
public final class MovesFigure extends Figure {

    /** So far every scale reaches, in old standard deviations: less than that is hardly anything. */
    private static final double LEAST = 1;

    private static final double TALLEST_ROW = 96;

    private final AxisRange range = new AxisRange();
    private List<Double> without = List.of();
    private List<Double> with = List.of();
    private double top;
    private double row;

    /** Forgets the scale, for something else that happened. */
    public void restart() {
        range.reset();
    }

    /**
     * Sets the distances, in standard deviations of the moment before.
     *
     * @param moves of each arm, one a hidden layer; NaN if the arm has diverged; may be empty
     */
    public void setMoves(List<List<Double>> moves) {
        without = List.copyOf(moves.get(0));
        with = List.copyOf(moves.get(1));
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (without.isEmpty()) {
            HistogramNote.draw(g, theme, new Rectangle2D.Double(0, 0, width, height), Texts.get("moves.none"), false);
            return;
        }
        double type = theme.type();
        top = 20 * type;
        row = Math.min(TALLEST_ROW * type, (height - top) / without.size());
        range.fitLinear(0, Math.max(LEAST, greatest()));
        double x0 = 18 * type;
        double numbers = 34 * type;
        double scale = (width - x0 - numbers) / range.max();
        legend(g, x0);
        for (int layer = 0; layer < without.size(); layer++) {
            double y = top + layer * row;
            double bar = Math.min(22 * type, 0.36 * row);
            double middle = y + row / 2;
            String name = Integer.toString(layer + 1);
            Draw.text(g, name, theme.labelFont(), theme.muted(), x0 - 6 * type, middle + 4 * type, 1);
            bar(g, Role.WITHOUT, without.get(layer), x0, middle - bar - 0.5, bar, scale);
            bar(g, Role.WITH, with.get(layer), x0, middle + 0.5, bar, scale);
        }
        g.setColor(theme.baseline());
        g.setStroke(theme.rule(1));
        g.draw(new Line2D.Double(x0, top, x0, top + without.size() * row));
    }

    private void legend(Graphics2D g, double x0) {
        double x = x0;
        double type = theme.type();
        for (Role role : List.of(Role.WITHOUT, Role.WITH)) {
            g.setColor(theme.colour(role));
            g.fill(new Rectangle2D.Double(x, 4 * type, 9 * type, 8 * type));
            String word = Texts.get("moves." + role);
            x += 13 * type;
            x += Draw.text(g, word, theme.labelFont(), theme.colour(role), x, 12 * type, 0) + 12 * type;
        }
    }

    private void bar(Graphics2D g, Role role, double value, double x, double y, double height, double scale) {
        double length = Double.isNaN(value) ? 0 : Math.max(0, value) * scale;
        g.setColor(ChartTheme.fade(theme.colour(role), theme.fillStrength()));
        g.fill(new Rectangle2D.Double(x, y, length, height));
        String number = Double.isNaN(value) ? Texts.get("curves.ended") : Numbers.value(value, 100);
        double baseline = y + height / 2 + 3.6 * theme.type();
        Draw.text(g, number, theme.tickFont(), theme.text(), x + length + 4 * theme.type(), baseline, 0);
    }

    private double greatest() {
        double most = 0;
        for (List<Double> arm : List.of(without, with)) {
            for (double value : arm) {
                most = Double.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        return most;
    }

    @Override
    public String describe(double x, double y) {
        int layer = without.isEmpty() || y < top ? -1 : (int) ((y - top) / row);
        return layer < 0 || layer >= without.size() ? null : line(layer);
    }

    private String line(int layer) {
        return Texts.get("moves.at", Integer.toString(layer + 1), number(without.get(layer)), number(with.get(layer)));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? Texts.get("curves.ended") : Numbers.significant(value);
    }

    @Override
    public String summary() {
        if (without.isEmpty()) {
            return Texts.get("moves.none");
        }
        StringBuilder text = new StringBuilder(Texts.get("moves.summary"));
        for (int layer = 0; layer < without.size(); layer++) {
            text.append(' ').append(line(layer)).append('.');
        }
        return text.toString();
    }
}
