package normscope.chart;

import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import normscope.text.Texts;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/** The first row of a chart: its name at the left, the arms with their values at the right. */
public final class HeaderTitle extends Title {

    private static final long serialVersionUID = 1;

    private static final double HEIGHT = 18;
    private static final double BASELINE = 12;
    private static final double GAP = 9;

    /** The most characters of a name. */
    private static final int LONGEST = 16;

    private transient ChartTheme theme = ChartTheme.LIGHT;
    private transient Function<Role, String> values = role -> "";
    private transient Function<Role, Stroke> samples;
    private transient List<String> names = List.of();
    private double dash;
    private String note;
    private String bold;
    private String light;
    private String hint;
    private transient Role role;

    /** Sets the name, and an addition that is left out where there is no room; null for none. */
    public void setTitle(String boldText, String lightText) {
        bold = boldText;
        light = lightText;
    }

    /** Writes the name in the colour of an arm; null for that of words. */
    void setRole(Role of) {
        role = of;
    }

    /** Writes something in place of the addition; null for nothing. */
    void setHint(String text) {
        hint = text;
    }

    /** Sets what the arms are called, two if nothing is set; the end of a long name is left out. */
    public void setNames(List<String> ofArms) {
        names = ofArms.stream().map(name -> Texts.shortened(name, LONGEST)).toList();
    }

    void setTheme(ChartTheme next) {
        theme = next;
    }

    /** Writes no arms but a remark at the right; null for none. */
    public void showNote(String text) {
        samples = null;
        note = text;
    }

    /** Writes the arms, with short thick samples and these values. */
    public void show(Function<Role, String> ofArm) {
        show(ofArm, role -> theme.rule(2.2), 9);
    }

    /** Writes the arms, with samples of a length at type size 1 and these values. */
    public void show(Function<Role, String> ofArm, Function<Role, Stroke> stroke, double length) {
        values = ofArm;
        samples = stroke;
        dash = length;
        note = null;
    }

    /** The room that the row takes. */
    static double height(ChartTheme theme) {
        return HEIGHT * theme.type();
    }

    @Override
    public Size2D arrange(Graphics2D g, RectangleConstraint room) {
        return new Size2D(room.getWidth(), height(theme));
    }

    @Override
    public Object draw(Graphics2D g, Rectangle2D area, Object parameters) {
        draw(g, area);
        return null;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        if (!theme.hasWords()) {
            return;
        }
        double type = theme.type();
        double width = area.getWidth();
        double baseline = area.getY() + BASELINE * type;
        double title = bold == null
                ? 0
                : Draw.text(g, bold, theme.headFont(), role == null ? theme.text() : theme.ink(role), 0, baseline, 0)
                        + GAP;
        // Numbers give way before names do: hovering still tells them.
        boolean numbers = legendWidth(true) <= width - title;
        double legend = legendWidth(numbers);
        if (legend > width - title) {
            return;
        }
        String addition = hint == null ? light : hint;
        if (addition != null && title + Draw.width(theme.textFont(), addition) + GAP <= width - legend) {
            double left = bold == null ? 0 : title - GAP + 5;
            Draw.text(g, addition, theme.textFont(), theme.muted(), left, baseline, 0);
        }
        if (note != null) {
            Draw.text(g, note, theme.textFont(), theme.muted(), width, baseline, 1);
        }
        double x = width - legend;
        for (Role role : arms()) {
            g.setColor(theme.colour(role));
            g.setStroke(samples.apply(role));
            double y = baseline - 4 * type;
            g.draw(new Line2D.Double(x + 1, y, x + dash * type - 1, y));
            x += (dash + 4) * type;
            x += Draw.text(g, role.word(names), theme.textFont(), theme.ink(role), x, baseline, 0);
            if (numbers && !values.apply(role).isEmpty()) {
                x += 4 * type;
                x += Draw.text(g, values.apply(role), theme.textFont(), theme.text(), x, baseline, 0);
            }
            x += GAP * type;
        }
    }

    private List<Role> arms() {
        if (samples == null) {
            return List.of();
        }
        return names.isEmpty()
                ? Role.ARMS
                : IntStream.range(0, names.size()).mapToObj(Role::of).toList();
    }

    private double legendWidth(boolean numbers) {
        double type = theme.type();
        double width = note == null ? -GAP * type : Draw.width(theme.textFont(), note);
        for (Role role : arms()) {
            width += (dash + 4 + GAP) * type + Draw.width(theme.textFont(), role.word(names));
            if (numbers && !values.apply(role).isEmpty()) {
                width += 4 * type + Draw.width(theme.textFont(), values.apply(role));
            }
        }
        return width;
    }
}
