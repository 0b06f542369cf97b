package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import normscope.text.Numbers;

/** The hatched bars at both ends of a histogram, for the values beyond its axis. */
final class EndBars {

    private static final double LEAST_HEIGHT = 4;
    private static final double GAP = 2;
    private static final double ARROW = 5;

    private EndBars() {}

    /**
     * Draws one bar in the slot outside the plot.
     *
     * @param outer x of the figure's edge on that side
     * @param height in pixels; 0 draws nothing, too much is cut off with a mark
     */
    static void draw(
            Graphics2D g, ChartTheme theme, Color colour, Rectangle2D plot, double outer, double height, boolean left) {
        if (height <= 0) {
            return;
        }
        double inner = left ? plot.getX() - GAP : plot.getMaxX() + GAP;
        double shown = Math.min(plot.getHeight(), Math.max(LEAST_HEIGHT, height));
        Rectangle2D bar =
                new Rectangle2D.Double(Math.min(inner, outer), plot.getMaxY() - shown, Math.abs(inner - outer), shown);
        g.setColor(ChartTheme.fade(colour, 0.28));
        g.fill(bar);
        Shape clip = g.getClip();
        g.clip(bar);
        g.setColor(colour);
        g.setStroke(theme.stroke(1.1));
        double across = bar.getWidth();
        Path2D hatch = new Path2D.Double();
        for (double y = bar.getMaxY() + across; y > bar.getY(); y -= 3.6) {
            hatch.moveTo(bar.getX(), y);
            hatch.lineTo(bar.getMaxX(), y - across);
        }
        g.draw(hatch);
        g.setClip(clip);
        if (height > plot.getHeight()) {
            drawCut(g, theme, bar);
        }
    }

    /** Two slanted gaps say that the bar goes on. */
    private static void drawCut(Graphics2D g, ChartTheme theme, Rectangle2D bar) {
        g.setColor(theme.card());
        g.setStroke(theme.stroke(1.6));
        for (double y : new double[] {bar.getY() + 6, bar.getY() + 10}) {
            g.draw(new Line2D.Double(bar.getX() - 1, y + 2, bar.getMaxX() + 1, y - 2));
        }
    }

    /** Writes the share of one end under the baseline, with an arrow outwards. */
    static void label(
            Graphics2D g, ChartTheme theme, Color colour, double share, double outer, double baseline, boolean left) {
        if (share <= 0) {
            return;
        }
        double size = ARROW * theme.type();
        // The pale "before" blue is too faint for letters; the text says the same in the text's colour.
        g.setColor(colour);
        Draw.arrow(g, outer, baseline - 0.36 * 10 * theme.type(), size, left);
        double x = left ? outer + size + 2 : outer - size - 2;
        Draw.text(g, Numbers.shortPercent(share), theme.tickFont(), theme.text(), x, baseline, left ? 0 : 1);
    }

    /** The room that such a label takes from the edge, 0 when the share is 0. */
    static double labelWidth(Font font, double type, double share) {
        return share <= 0 ? 0 : Draw.width(font, Numbers.shortPercent(share)) + ARROW * type + 6;
    }
}
