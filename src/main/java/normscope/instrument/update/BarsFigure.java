package normscope.instrument.update;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.Figure;
import normscope.chart.FigureTable;
import normscope.chart.Role;
import normscope.text.Numbers;
import normscope.text.Texts;

/** One or two rows of bars, a bar for each example of a mini-batch or each input of a unit, and what they add up to. */
public final class BarsFigure extends Figure {

    /**
     * One row.
     *
     * @param name what is shown
     * @param values one a bar. Not copied, must not change afterwards
     * @param whole what is told of all, such as a sum
     * @param number that number
     */
    public record Row(String name, double[] values, String whole, double number) {}

    private static final double FOOT = 16;
    private static final double HEAD = 19;
    private static final double LOWEST = 48;
    private static final double GAP = 18;
    private static final double WIDEST = 36;

    private List<Row> rows = List.of();
    private String across = "";
    private int chosen;
    private Role role;
    private boolean alike;
    private double left;
    private double pitch;
    private double rowHeight;
    private int columns = 1;
    private double columnWidth;

    /**
     * Sets the rows from top to bottom, what a bar is of, the bar that is marked, whose numbers they are, and whether
     * all rows have the same scale.
     */
    public void set(List<Row> rows, String across, int chosen, int arm, boolean alike) {
        this.rows = List.copyOf(rows);
        this.across = across;
        this.chosen = chosen;
        this.role = Role.of(arm);
        this.alike = alike;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (rows.isEmpty()) {
            return;
        }
        double type = theme.type();
        // Where they would be too low below each other, rows stand beside each other.
        boolean beside = rows.size() > 1 && height < rows.size() * LOWEST * type;
        columns = beside ? rows.size() : 1;
        columnWidth = (width + GAP * type) / columns;
        int below = rows.size() / columns;
        rowHeight = (height - FOOT * type) / below;
        int count = rows.get(0).values().length;
        left = 2 * type;
        pitch = Math.min(WIDEST * type, (columnWidth - GAP * type - 2 * left) / count);
        double[] all = rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.values()))
                .toArray();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            Graphics2D column = (Graphics2D) g.create();
            column.translate(beside ? r * columnWidth : 0, beside ? 0 : r * rowHeight);
            drawRow(column, row, columnWidth - GAP * type, alike ? all : row.values(), r == rows.size() - 1);
            column.dispose();
        }
        for (int c = 0; c < columns; c++) {
            Graphics2D column = (Graphics2D) g.create();
            column.translate(c * columnWidth, 0);
            drawFoot(column, columnWidth - GAP * type, height - 4 * type, count);
            column.dispose();
        }
    }

    private void drawRow(Graphics2D g, Row row, double width, double[] scale, boolean strong) {
        double type = theme.type();
        double foot = 12 * type;
        double room = width
                - Draw.text(
                        g,
                        Numbers.withPowers(row.number()),
                        theme.headFont(),
                        theme.colour(role),
                        width - left,
                        foot,
                        1);
        double name = Draw.width(theme.labelFont(), row.name());
        if (name + Draw.width(theme.labelFont(), row.whole()) + 12 * type < room) {
            Draw.text(g, row.whole(), theme.labelFont(), theme.muted(), room - left - 5 * type, foot, 1);
        }
        Draw.text(g, row.name(), theme.labelFont(), theme.text(), left, foot, 0);
        double low = Math.min(0, DoubleStream.of(scale).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(scale).max().orElse(0));
        double span = Math.max(1e-300, high - low);
        double area = rowHeight - (HEAD + 4) * type;
        double zero = HEAD * type + area * high / span;
        Color plain = strong ? theme.colour(role) : ChartTheme.mix(theme.card(), theme.colour(role), 0.5);
        double gap = Math.min(2 * type, 0.2 * pitch);
        for (int i = 0; i < row.values().length; i++) {
            double size = row.values()[i] / span * area;
            Rectangle2D bar = new Rectangle2D.Double(
                    left + i * pitch + gap / 2, size > 0 ? zero - size : zero, pitch - gap, Math.abs(size));
            g.setColor(plain);
            g.fill(bar);
            if (i == chosen) {
                g.setColor(theme.text());
                g.setStroke(theme.rule(1.6));
                g.draw(new Rectangle2D.Double(
                        bar.getX() - 1, bar.getY() - 1, bar.getWidth() + 2, Math.max(3, bar.getHeight() + 2)));
            }
        }
        g.setColor(theme.baseline());
        g.setStroke(theme.rule(1));
        g.draw(new Line2D.Double(left, zero, width - left, zero));
    }

    private void drawFoot(Graphics2D g, double width, double foot, int count) {
        String first = String.format(Locale.ROOT, "%s 1", across);
        String last = Integer.toString(count);
        String mark = Integer.toString(chosen + 1);
        double half = Draw.width(theme.headFont(), mark) / 2;
        double x = Math.max(half, Math.min(width - half, left + (chosen + 0.5) * pitch));
        double right = Math.min(width - left, left + (count - 0.5) * pitch + Draw.width(theme.tickFont(), last) / 2);
        if (x - half > Draw.width(theme.tickFont(), first) + 6) {
            Draw.text(g, first, theme.tickFont(), theme.muted(), left, foot, 0);
        } else {
            double from = Math.max(x + half, count * pitch < 4 * WIDEST * theme.type() ? right : 0);
            Draw.text(g, across, theme.tickFont(), theme.muted(), from + 6, foot, 0);
        }
        if (x + half < right - Draw.width(theme.tickFont(), last) - 6) {
            Draw.text(g, last, theme.tickFont(), theme.muted(), right, foot, 1);
        }
        Draw.text(g, mark, theme.headFont(), theme.text(), x, foot, 0.5);
    }

    /** {@return the bar at a place from the left of the last drawing, from 0; -1 if there is none} */
    public int barAt(double x) {
        int count = rows.isEmpty() ? 0 : rows.get(0).values().length;
        int bar = (int) Math.floor((x - (int) (x / columnWidth) * columnWidth - left) / pitch);
        return bar >= 0 && bar < count ? bar : -1;
    }

    @Override
    public String describe(double x, double y) {
        int bar = barAt(x);
        int row = (int) (y / rowHeight) + (columns > 1 ? (int) (x / columnWidth) : 0);
        if (bar < 0 || row < 0 || row >= rows.size()) {
            return null;
        }
        double value = rows.get(row).values()[bar];
        return Texts.text("update.bars.tip", rows.get(row).name(), across, bar + 1, Numbers.withPowers(value));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = new FigureTable(List.of(FigureTable.column("line"), across, FigureTable.column("value")));
        for (Row row : rows) {
            for (int i = 0; i < row.values.length; i++) {
                table.row(row.name, i + 1, row.values[i]);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        if (rows.isEmpty()) {
            return Texts.text("hist.summary.none");
        }
        return String.join(
                " ",
                rows.stream()
                        .map(row -> Texts.text(
                                "update.bars.summary",
                                row.name(),
                                row.values().length,
                                row.whole(),
                                Numbers.withPowers(row.number())))
                        .toList());
    }
}
