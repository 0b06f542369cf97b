package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import normscope.text.Numbers;

/** What stands upright in a plot over steps: event flags, the review cursor, the ends of diverged arms. */
final class StepMarks {

    private static final double NEAR = 5;

    private final StepPlot plot;
    private List<Mark> events = List.of();
    private List<Divergence> divergences = List.of();
    private double cursor = Double.NaN;
    private double pointer = Double.NaN;

    StepMarks(StepPlot plot) {
        this.plot = plot;
    }

    void setEvents(List<Mark> next) {
        events = next.stream().sorted(Comparator.comparingDouble(Mark::step)).toList();
    }

    void setDivergences(List<Divergence> next) {
        divergences = List.copyOf(next);
    }

    List<Divergence> divergences() {
        return divergences;
    }

    void setCursor(double step) {
        cursor = step;
    }

    double cursor() {
        return cursor;
    }

    /** Whether an arm has ended at the cursor, or at all when there is none. */
    boolean ended(Role role) {
        return divergences.stream().anyMatch(d -> d.role() == role && !(cursor < d.step()));
    }

    /** The last step that something stands at; 0 for none. */
    double last() {
        double end = divergences.stream().mapToDouble(Divergence::step).max().orElse(0);
        double flag = events.isEmpty() ? 0 : events.get(events.size() - 1).step();
        return Math.max(Double.isNaN(cursor) ? 0 : cursor, Math.max(end, flag));
    }

    void drawLines(Graphics2D g, ChartTheme theme) {
        Rectangle2D area = plot.area();
        g.setColor(theme.outline());
        g.setStroke(theme.dashed(1, 3, 3));
        for (Mark event : events) {
            double x = plot.x(event.step());
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        }
    }

    void drawCursor(Graphics2D g, ChartTheme theme) {
        if (Double.isNaN(cursor)) {
            return;
        }
        Rectangle2D area = plot.area();
        double x = plot.x(cursor);
        g.setColor(theme.text());
        g.setStroke(theme.rule(1.2));
        g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
    }

    boolean pointAt(double x) {
        boolean moved = Double.compare(x, pointer) != 0;
        pointer = x;
        return moved;
    }

    /** A hairline where the mouse reads. */
    void drawPointer(Graphics2D g, ChartTheme theme) {
        if (!Double.isNaN(pointer)) {
            Rectangle2D area = plot.area();
            g.setColor(theme.faint());
            g.setStroke(theme.rule(0.8));
            g.draw(new Line2D.Double(pointer, area.getY(), pointer, area.getMaxY()));
        }
    }

    /** A cross at the last finite value of an arm. */
    void drawCross(Graphics2D g, ChartTheme theme, Divergence d, double lastValue) {
        Rectangle2D area = plot.area();
        double r = 4 * theme.type();
        double x = Math.max(area.getX() + r, Math.min(area.getMaxX() - r - 1, plot.x(d.step())));
        double y = Double.isNaN(lastValue) ? area.getY() : plot.y(lastValue);
        y = Math.max(area.getY() + r + 1, Math.min(area.getMaxY() - r - 1, y));
        g.setColor(theme.colour(d.role()));
        g.setStroke(theme.stroke(2.2));
        g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
        g.draw(new Line2D.Double(x - r, y + r, x + r, y - r));
    }

    /** Names of events left of their lines at the top, of divergences below; what would overlap is left out. */
    void drawLabels(Graphics2D g, ChartTheme theme) {
        Rectangle2D area = plot.area();
        double line = 13 * theme.type();
        double free = area.getX();
        for (Mark event : events) {
            double x = plot.x(event.step());
            double width = Draw.width(theme.tickFont(), event.label());
            boolean before = x - 4 - width >= free && !crossesCursor(x - 4 - width, width);
            double left = before ? x - 4 - width : x + 4;
            if (left >= free && left + width <= area.getMaxX() && !crossesCursor(left, width)) {
                Draw.text(g, event.label(), theme.tickFont(), theme.muted(), left, area.getY() + 0.8 * line, 0);
                free = left + width + 6;
            }
        }
        double baseline = area.getY() + (events.isEmpty() ? 0.9 : 1.9) * line;
        for (Divergence d : divergences) {
            String text = Texts.get("curves.diverged", Numbers.grouped(d.step()));
            double x = plot.x(d.step());
            double width = Draw.width(theme.labelFont(), text);
            double gap = 9 * theme.type();
            boolean right = x + gap + width <= area.getMaxX();
            double left = right ? x + gap : Math.max(3, x - gap - width);
            g.setColor(ChartTheme.fade(theme.card(), 0.85));
            g.fill(new Rectangle2D.Double(left - 2, baseline - 0.8 * line, width + 4, 1.05 * line));
            Draw.text(g, text, theme.labelFont(), theme.colour(d.role()), left, baseline, 0);
            baseline += line;
        }
    }

    private boolean crossesCursor(double left, double width) {
        double x = Double.isNaN(cursor) ? Double.NEGATIVE_INFINITY : plot.x(cursor);
        return x > left - 3 && x < left + width + 3;
    }

    /** The event or end within a few pixels of x, or null. */
    String describe(double x) {
        for (Divergence d : divergences) {
            if (Math.abs(plot.x(d.step()) - x) <= NEAR) {
                return sentence(d);
            }
        }
        return events.stream()
                .filter(event -> Math.abs(plot.x(event.step()) - x) <= NEAR)
                .map(Mark::label)
                .findFirst()
                .orElse(null);
    }

    String summary() {
        StringBuilder text = new StringBuilder();
        for (Divergence d : divergences) {
            text.append(' ').append(sentence(d)).append('.');
        }
        return text.toString();
    }

    private static String sentence(Divergence d) {
        String step = Numbers.grouped(d.step());
        return d.layer() > 0
                ? Texts.get("divergence.layer", d.role().word(), step, Integer.toString(d.layer()))
                : Texts.get("divergence", d.role().word(), step);
    }
}
