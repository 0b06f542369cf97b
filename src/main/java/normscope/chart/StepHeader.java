package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** The heading of a figure over steps: its name at the left, the arms with their values at the right. */
final class StepHeader {

    /**
     * One arm in the legend.
     *
     * @param role the arm
     * @param value its number, or ""
     */
    record Entry(Role role, String value) {}

    private static final double DASH = 9;
    private static final double GAP = 9;

    private String bold;
    private String light;

    void setTitle(String boldText, String lightText) {
        bold = boldText;
        light = lightText;
    }

    /**
     * Draws the row.
     *
     * @return its height
     */
    double draw(Graphics2D g, ChartTheme theme, double width, List<Entry> entries) {
        double type = theme.type();
        double baseline = 12 * type;
        double title = bold == null ? 0 : Draw.text(g, bold, theme.headFont(), theme.text(), 0, baseline, 0) + GAP;
        // Numbers give way before names do: hovering still tells them.
        boolean values = legendWidth(theme, entries, true) <= width - title;
        double legend = legendWidth(theme, entries, values);
        if (legend > width - title) {
            return 18 * type;
        }
        double x = width - legend;
        for (Entry entry : entries) {
            g.setColor(theme.colour(entry.role));
            g.setStroke(theme.rule(2.2));
            g.draw(new Line2D.Double(x + 1, baseline - 4 * type, x + DASH * type - 1, baseline - 4 * type));
            x += (DASH + 4) * type;
            x += Draw.text(g, entry.role.word(), theme.textFont(), theme.colour(entry.role), x, baseline, 0);
            if (values && !entry.value.isEmpty()) {
                x += 4 * type;
                x += Draw.text(g, entry.value, theme.textFont(), theme.text(), x, baseline, 0);
            }
            x += GAP * type;
        }
        if (light != null && title + Draw.width(theme.textFont(), light) + GAP <= width - legend) {
            Draw.text(g, light, theme.textFont(), theme.muted(), title - GAP + 5, baseline, 0);
        }
        return 18 * type;
    }

    private static double legendWidth(ChartTheme theme, List<Entry> entries, boolean values) {
        double width = -GAP * theme.type();
        for (Entry entry : entries) {
            width += (DASH + 4 + GAP) * theme.type() + Draw.width(theme.textFont(), entry.role.word());
            if (values && !entry.value.isEmpty()) {
                width += 4 * theme.type() + Draw.width(theme.textFont(), entry.value);
            }
        }
        return width;
    }
}
