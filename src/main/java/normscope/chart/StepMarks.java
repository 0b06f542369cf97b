package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import normscope.experiment.Divergence;
import normscope.text.Texts;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * What stands upright in a plot over steps: event flags, the review cursor, the ends of diverged arms, the step that is
 * read. The lines are JFreeChart's markers; the labels are drawn here, for what would overlap is left out.
 */
public final class StepMarks extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1;
    private static final double NEAR = 5;

    private transient List<Mark> events = List.of();
    private transient SortedMap<Role, Divergence> divergences = new TreeMap<>();
    private transient List<String> names = List.of();
    private transient ChartTheme theme = ChartTheme.LIGHT;
    private double cursor = Double.NaN;
    private double pointer = Double.NaN;

    void setEvents(List<Mark> next) {
        events = next.stream().sorted(Comparator.comparingDouble(Mark::step)).toList();
    }

    void setNames(List<String> ofArms) {
        names = ofArms;
    }

    void setDivergences(Map<Role, Divergence> next) {
        divergences = new TreeMap<>(next);
    }

    SortedMap<Role, Divergence> divergences() {
        return divergences;
    }

    void setCursor(double step) {
        cursor = step;
    }

    /** Whether an arm has ended at the cursor, or at all when there is none. */
    boolean ended(Role role) {
        Divergence end = divergences.get(role);
        return end != null && !(cursor < end.step());
    }

    /** A value of a curve as the legend says it: with its step, if that is not the reviewed one. */
    String said(String value, double[] x) {
        return Double.isNaN(cursor) ? value : StepFigure.at(value, x[at(x)], cursor);
    }

    /** The place of the cursor in a curve, or of its last point. */
    public int at(double[] x) {
        return Double.isNaN(cursor) ? x.length - 1 : PlotSeries.nearest(x, cursor);
    }

    /** The last step that something stands at; 0 for none. */
    double last() {
        double end = divergences.values().stream()
                .mapToDouble(Divergence::step)
                .max()
                .orElse(0);
        double flag = events.isEmpty() ? 0 : events.get(events.size() - 1).step();
        return Math.max(Double.isNaN(cursor) ? 0 : cursor, Math.max(end, flag));
    }

    /** Reads another step, or none for NaN. Returns whether it is another one. */
    boolean pointAt(double step) {
        boolean moved = Double.compare(step, pointer) != 0;
        pointer = step;
        return moved;
    }

    /** Puts the markers of a plot where they belong, and this over its curves. */
    void update(XYPlot plot, ChartTheme next) {
        theme = next;
        plot.clearDomainMarkers();
        for (Mark event : events) {
            ValueMarker flag = new ValueMarker(event.step(), theme.outline(), theme.dashed(1, 3, 3));
            plot.addDomainMarker(flag, Layer.BACKGROUND);
        }
        if (!Double.isNaN(cursor)) {
            plot.addDomainMarker(opaque(new ValueMarker(cursor, theme.text(), theme.rule(1.2))));
        }
        if (!Double.isNaN(pointer)) {
            plot.addDomainMarker(opaque(new ValueMarker(pointer, theme.faint(), theme.rule(0.8))));
        }
        plot.addAnnotation(this);
    }

    private static ValueMarker opaque(ValueMarker marker) {
        marker.setAlpha(1);
        return marker;
    }

    /** Names of events left of their lines at the top, of divergences below. */
    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int index,
            PlotRenderingInfo info) {
        double line = 13 * theme.type();
        double free = area.getX();
        double cut = Double.isNaN(cursor) ? Double.NEGATIVE_INFINITY : x(cursor, domain, area);
        for (Mark event : events) {
            double x = x(event.step(), domain, area);
            double width = Draw.width(theme.tickFont(), event.label());
            double before = x - 4 - width;
            double left = before >= free && !crosses(cut, before, width) ? before : x + 4;
            if (left >= free && left + width <= area.getMaxX() && !crosses(cut, left, width)) {
                fillBehind(g, left, width, area.getY() + 0.8 * line, line);
                Draw.text(g, event.label(), theme.tickFont(), theme.muted(), left, area.getY() + 0.8 * line, 0);
                free = left + width + 6;
            }
        }
        double baseline = area.getY() + (events.isEmpty() ? 0.9 : 1.9) * line;
        for (Map.Entry<Role, Divergence> end : divergences.entrySet()) {
            String text = Texts.text("curves.diverged", end.getValue().step());
            double x = x(end.getValue().step(), domain, area);
            double width = Draw.width(theme.labelFont(), text);
            double gap = 9 * theme.type();
            boolean right = x + gap + width <= area.getMaxX();
            double left = right ? x + gap : Math.max(area.getX() + 3, x - gap - width);
            fillBehind(g, left, width, baseline, line);
            Draw.text(g, text, theme.labelFont(), theme.ink(end.getKey()), left, baseline, 0);
            baseline += line;
        }
    }

    /** So that neither a curve nor another event's line crosses the words. */
    private void fillBehind(Graphics2D g, double left, double width, double baseline, double line) {
        g.setColor(ChartTheme.fade(theme.card(), 0.85));
        g.fill(new Rectangle2D.Double(left - 2, baseline - 0.8 * line, width + 4, 1.05 * line));
    }

    private static boolean crosses(double cut, double left, double width) {
        return cut > left - 3 && cut < left + width + 3;
    }

    private static double x(double step, ValueAxis domain, Rectangle2D area) {
        return domain.valueToJava2D(step, area, RectangleEdge.BOTTOM);
    }

    /** The event or end within a few pixels of x in the last drawing, or null. */
    String describe(double x, XYFigure figure) {
        for (Map.Entry<Role, Divergence> end : divergences.entrySet()) {
            if (Math.abs(figure.x(end.getValue().step()) - x) <= NEAR) {
                return sentence(end.getKey(), end.getValue());
            }
        }
        return events.stream()
                .filter(event -> Math.abs(figure.x(event.step()) - x) <= NEAR)
                .map(Mark::label)
                .findFirst()
                .orElse(null);
    }

    String summary() {
        StringBuilder text = new StringBuilder();
        divergences.forEach(
                (role, end) -> text.append(' ').append(sentence(role, end)).append('.'));
        return text.toString();
    }

    private String sentence(Role role, Divergence end) {
        return Texts.text("divergence", role.word(names), end.step(), end.layer() + 1);
    }
}
