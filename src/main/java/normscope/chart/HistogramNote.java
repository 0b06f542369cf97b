package normscope.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** A sentence in the middle of a plot, broken into lines that fit. */
public final class HistogramNote {

    private HistogramNote() {}

    public static void draw(Graphics2D g, ChartTheme theme, Rectangle2D plot, String text, boolean strong) {
        Font font = strong ? ChartFonts.bold(11 * theme.type()) : theme.labelFont();
        List<String> lines = wrap(text, font, plot.getWidth() - 8);
        double line = 15 * theme.type();
        double y = plot.getCenterY() - line * lines.size() / 2;
        if (strong) {
            double widest = Draw.widest(font, lines.stream());
            g.setColor(ChartTheme.fade(theme.card(), 0.9));
            g.fill(new RoundRectangle2D.Double(
                    plot.getCenterX() - widest / 2 - 6, y - 3, widest + 12, line * lines.size() + 6, 8, 8));
        }
        for (String s : lines) {
            Draw.text(g, s, font, strong ? theme.text() : theme.faint(), plot.getCenterX(), y + 0.74 * line, 0.5);
            y += line;
        }
    }

    /** Breaks at spaces; a word wider than the room stays whole. */
    static List<String> wrap(String text, Font font, double room) {
        return Draw.lines(List.of(text.split(" ")), " ", font, room);
    }
}
