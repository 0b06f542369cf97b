package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import normscope.text.Texts;

/**
 * How often each class was taken for which: rows are the true classes, columns the predicted ones.
 *
 * <p>Colour is the share of a row (viridis), the number is the count. The diagonal, what is right, is framed.
 */
public final class ConfusionFigure extends Figure {

    private String state;
    private List<String> classes = List.of();
    private int[][] counts;
    private Rectangle2D.Double cells = new Rectangle2D.Double();

    /** Sets the counts, [true class][predicted class], square, not copied, not to be changed; null for none. */
    public void setCounts(int[][] counts) {
        this.counts = counts;
    }

    /** Sets what the classes are called, in the order of their numbers; empty for their numbers. */
    public void setNames(List<String> classNames) {
        classes = List.copyOf(classNames);
    }

    private String name(int label) {
        return label < classes.size() ? classes.get(label) : Integer.toString(label);
    }

    /** Says why there is nothing to show, such as where the arm diverged; null says that there is no answer yet. */
    public void setState(String state) {
        this.state = state;
    }

    private String none() {
        return state == null ? Texts.text("confusion.none") : state;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (counts == null) {
            HistogramNote.draw(g, theme, new Rectangle2D.Double(0, 0, width, height), none(), false);
            return;
        }
        int k = counts.length;
        double margin = 12 * theme.type();
        double side = Math.min(width, height) - margin;
        double beside = beside(margin, side, k);
        side = Math.min(side, width - beside);
        cells = new Rectangle2D.Double((width - side - beside) / 2 + beside, margin, side, side);
        double cell = side / k;
        Font font = ChartFonts.plain(Math.min(13 * theme.type(), Math.max(6.5, 0.56 * cell)));
        Font names = ChartFonts.plain(Math.min(11 * theme.type(), Math.max(7, 0.6 * cell)));
        for (int i = 0; i < k; i++) {
            double middle = (i + 0.5) * cell;
            double foot = 0.36 * names.getSize2D();
            String row = Draw.fitting(name(i), names, beside - 6);
            Draw.text(g, row, names, theme.muted(), cells.x - 5, cells.y + middle + foot, 1);
            String column = Draw.fitting(name(i), names, cell - 2);
            Draw.text(g, column, names, theme.muted(), cells.x + middle, cells.y - 4, 0.5);
            int total = total(i);
            for (int j = 0; j < k; j++) {
                drawCell(g, i, j, total, cell, font);
            }
        }
    }

    /** The room at the left: for numbers the margin, for names at most a third. */
    private double beside(double margin, double side, int k) {
        if (classes.isEmpty()) {
            return margin;
        }
        Font names = ChartFonts.plain(Math.min(11 * theme.type(), Math.max(7, 0.6 * side / k)));
        double widest = Draw.widest(names, classes.stream());
        return Math.max(margin, Math.min(widest + 7, 0.33 * side));
    }

    private void drawCell(Graphics2D g, int i, int j, int total, double cell, Font font) {
        Rectangle2D box =
                new Rectangle2D.Double(cells.x + j * cell + 0.5, cells.y + i * cell + 0.5, cell - 1, cell - 1);
        int count = counts[i][j];
        // More is always further from the background.
        double heat = 0.04 + 0.96 * count / Math.max(1, total);
        Color fill = count == 0
                ? theme.grid()
                : ChartTheme.mix(
                        theme.card(), Viridis.colour(theme.dark() ? heat : 1 - heat), 0.45 + 0.55 * Math.sqrt(heat));
        g.setColor(fill);
        g.fill(box);
        if (i == j) {
            g.setColor(theme.text());
            g.setStroke(theme.stroke(1));
            g.draw(box);
        }
        if (count > 0) {
            String text = Integer.toString(count);
            Font fitting = Draw.width(font, text) <= cell - 2
                    ? font
                    : font.deriveFont((float) (font.getSize2D() * (cell - 2) / Draw.width(font, text)));
            Draw.text(
                    g,
                    text,
                    fitting,
                    light(fill) ? Color.BLACK : Color.WHITE,
                    box.getCenterX(),
                    box.getCenterY() + 0.36 * fitting.getSize2D(),
                    0.5);
        }
    }

    /** Relative luminance as in WCAG, without its exact gamma: enough to choose black or white. */
    private static boolean light(Color c) {
        return 0.2126 * c.getRed() * c.getRed()
                        + 0.7152 * c.getGreen() * c.getGreen()
                        + 0.0722 * c.getBlue() * c.getBlue()
                > 0.2 * 255 * 255;
    }

    @Override
    public String describe(double x, double y) {
        if (counts == null || !cells.contains(x, y)) {
            return null;
        }
        int k = counts.length;
        int i = Math.min(k - 1, (int) ((y - cells.y) / cells.height * k));
        int j = Math.min(k - 1, (int) ((x - cells.x) / cells.width * k));
        return Texts.text("confusion.at", name(i), name(j), counts[i][j], total(i));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("true", "predicted", "count");
        for (int i = 0; counts != null && i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                table.row(i, j, counts[i][j]);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        if (counts == null) {
            return none();
        }
        long right = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
            all += total(i);
        }
        return Texts.text("confusion.summary", right, all);
    }

    private int total(int row) {
        return Arrays.stream(counts[row]).sum();
    }
}
