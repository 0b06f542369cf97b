package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import normscope.chart.NetworkDrawing.Layer;
import normscope.chart.NetworkDrawing.Part;
import normscope.chart.NetworkDrawing.Pass;
import normscope.text.Texts;

/** The names above the columns of a network, in the course's notation, and below them how many units are drawn. */
final class NetworkLabels {

    private static final double LETTERS = 14;

    private final NetworkDrawing drawing;
    private final NetworkColumns columns;
    private final ChartTheme theme;
    /** What is taken, from and to. */
    private final List<double[]> taken = new ArrayList<>();

    NetworkLabels(NetworkDrawing drawing, NetworkColumns columns, ChartTheme theme) {
        this.drawing = drawing;
        this.columns = columns;
        this.theme = theme;
    }

    /** Where there is no room for all names, those of the layer that is looked at come first. */
    void draw(Graphics2D g) {
        int last = drawing.layers().size() - 1;
        names(g, drawing.layer());
        names(g, 0);
        names(g, last);
        for (int l = 1; l < last; l++) {
            names(g, l);
        }
        for (int l = 1; l <= last; l++) {
            Pass pass = drawing.pass();
            boolean lit = pass != null && pass.isAt(l, Part.WEIGHTS);
            name(g, tex("W", l), (columns.out(l - 1) + columns.in(l)) / 2, lit);
        }
        taken.clear();
        captions(g);
    }

    private void names(Graphics2D g, int l) {
        Pass pass = drawing.pass();
        if (columns.isHidden(l)) {
            if (columns.isWide(l)) {
                boxName(g, l);
            }
            name(g, tex("z", l), columns.in(l), pass != null && pass.isAt(l, Part.Z));
            name(g, tex("a", l), columns.out(l), pass != null && pass.isAt(l, Part.A));
        } else if (l == 0) {
            String batch = pass == null ? "x" : String.format(Locale.ROOT, "X^{\\{%d\\}}", pass.batch());
            name(g, batch, columns.out(0), pass != null && pass.isAt(0, Part.A));
        } else {
            name(g, "\\hat y", columns.out(l), pass != null && (pass.isAt(l, Part.A) || pass.isAt(l, Part.Z)));
        }
    }

    private static String tex(String letter, int l) {
        return String.format(Locale.ROOT, "%s^{[%d]}", letter, l);
    }

    private Color ink() {
        return theme.colour(Role.of(drawing.arm()));
    }

    private boolean take(double middle, double width) {
        double from = middle - width / 2 - 2 * theme.type();
        double to = middle + width / 2 + 2 * theme.type();
        if (taken.stream().anyMatch(each -> from < each[1] && to > each[0])) {
            return false;
        }
        taken.add(new double[] {from, to});
        return true;
    }

    private void boxName(Graphics2D g, int l) {
        String words = Texts.text("network.box");
        double x = columns.box(l).getCenterX();
        if (take(x, Draw.width(theme.headFont(), words))) {
            Draw.text(g, words, theme.headFont(), ink(), x, columns.top - 10 * theme.type(), 0.5);
        }
    }

    private void name(Graphics2D g, String tex, double x, boolean lit) {
        double size = LETTERS * theme.type() * (lit ? 1.15 : 1);
        double width = TexLabel.width(tex, size);
        double middle = Math.max(width / 2, Math.min(columns.width - width / 2, x));
        if (theme.hasWords() && take(middle, width)) {
            Color colour = lit ? ink() : theme.muted();
            TexLabel.draw(g, tex, size, colour, middle, columns.top - 11 * theme.type(), 0.5);
        }
    }

    private void captions(Graphics2D g) {
        caption(g, drawing.layer());
        for (int l = 0; l < drawing.layers().size(); l++) {
            if (l != drawing.layer()) {
                caption(g, l);
            }
        }
    }

    private void caption(Graphics2D g, int l) {
        Layer layer = drawing.layers().get(l);
        boolean all = layer.shown().length == layer.units();
        String kind = l == 0 ? "inputs" : columns.isHidden(l) ? "hidden" : "outputs";
        String key = "network.shown." + kind + (all ? ".all" : "");
        String[] wordings =
                Texts.text(key, layer.shown().length, layer.units(), l).split("\\|");
        double middle = (columns.in(l) + columns.out(l)) / 2;
        for (String words : wordings) {
            double width = Draw.width(theme.tickFont(), words);
            double x = Math.max(width / 2, Math.min(columns.width - width / 2, middle));
            if (take(x, width)) {
                double foot = columns.bottom + 14 * theme.type();
                // The line from the box to its numbers passes behind.
                g.setColor(theme.card());
                g.fill(new Rectangle2D.Double(
                        x - width / 2 - 2, foot - 10 * theme.type(), width + 4, 13 * theme.type()));
                Draw.text(g, words, theme.tickFont(), theme.muted(), x, foot, 0.5);
                return;
            }
        }
    }
}
