package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import normscope.chart.NetworkDrawing.Gradients;
import normscope.chart.NetworkDrawing.Layer;
import normscope.chart.NetworkDrawing.Part;
import normscope.chart.NetworkDrawing.Pass;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * A network: layers from left to right, units as circles, weights as lines, and batch normalization as a box between
 * the circles of z and those of a. Weights above 0 are lines in the arm's colour, those below 0 dashed and grey; wide
 * ones are large. Where a pass goes through it, what is not yet reached is grey.
 */
public final class NetworkFigure extends Figure {

    /** What is at a point: a layer, the inputs being 0, and a unit of it, from 0; -1 for the layer as a whole. */
    public record Hit(int layer, int unit) {}

    private static final double NEAR = 5;
    private static final double DIM = 0.4;

    private NetworkDrawing drawing;
    private NetworkColumns columns;

    /** Sets what is drawn; null for nothing. */
    public void set(NetworkDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        columns = null;
        if (drawing == null) {
            return;
        }
        columns = new NetworkColumns(drawing, theme.type(), width, height);
        List<Layer> layers = drawing.layers();
        for (int l = 1; l < layers.size(); l++) {
            drawWeights(g, l);
        }
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l).normalized()) {
                drawBox(g, l);
            } else if (columns.isHidden(l)) {
                drawStraight(g, l);
            }
            drawUnits(g, l);
        }
        drawReadings(g, height);
        new NetworkLabels(drawing, columns, theme).draw(g);
    }

    private Pass pass() {
        return drawing.pass();
    }

    private Color ink() {
        return theme.colour(Role.of(drawing.arm()));
    }

    private void drawWeights(Graphics2D g, int l) {
        Layer to = drawing.layers().get(l);
        boolean reached = pass() != null && pass().reached(l, Part.WEIGHTS);
        boolean gradient = reached && pass().back() && !pass().all() && to.gradients() != null;
        double[][] sizes = gradient ? to.gradients().weights() : to.weights();
        double most = largest(sizes);
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < sizes[i].length; j++) {
                boolean chosen = l == drawing.layer() && to.shown()[i] == to.chosen();
                drawWeight(
                        g,
                        new Line2D.Double(
                                columns.out(l - 1) + columns.radius,
                                columns.y(l - 1, j),
                                columns.in(l) - columns.radius,
                                columns.y(l, i)),
                        sizes[i][j] / most,
                        reached,
                        chosen || l != drawing.layer());
            }
        }
    }

    private void drawWeight(Graphics2D g, Line2D line, double size, boolean reached, boolean strong) {
        double strength = Math.min(1, Math.abs(size));
        double alpha = (0.15 + 0.75 * strength) * (strong ? 1 : DIM);
        boolean plain = pass() == null;
        if (plain && size < 0) {
            g.setStroke(theme.dashed(0.5 + 2 * strength, 4, 3));
            g.setColor(ChartTheme.fade(theme.muted(), alpha));
        } else {
            g.setStroke(theme.rule(0.5 + 2.2 * strength * (plain || reached ? 1 : 0.4)));
            g.setColor(
                    plain || reached
                            ? ChartTheme.fade(ink(), alpha)
                            : ChartTheme.fade(theme.outline(), 0.15 + 0.3 * strength));
        }
        g.draw(line);
    }

    private static double largest(double[]... values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .reduce(1e-300, Math::max);
    }

    /** From z to a, where nothing stands between. */
    private void drawStraight(Graphics2D g, int l) {
        drawWay(g, l, columns.in(l) + columns.radius, columns.out(l) - columns.radius, false);
    }

    private void drawBox(Graphics2D g, int l) {
        boolean reached = pass() == null || pass().reached(l, Part.BOX);
        boolean lit = pass() == null ? l == drawing.layer() : pass().isAt(l, Part.BOX);
        boolean looked = l == drawing.layer();
        Rectangle2D place = columns.box(l);
        double round = 6 * theme.type();
        Color line = reached ? ink() : theme.baseline();
        drawWay(g, l, columns.in(l) + columns.radius, place.getX(), true);
        drawWay(g, l, place.getMaxX(), columns.out(l) - columns.radius, false);
        RoundRectangle2D box = new RoundRectangle2D.Double(
                place.getX(), place.getY(), place.getWidth(), place.getHeight(), round, round);
        g.setColor(reached ? ChartTheme.mix(theme.card(), ink(), lit ? 0.16 : 0.08) : theme.ground());
        g.fill(box);
        if (looked && columns.isWide(l)) {
            g.setStroke(theme.dashed(1, 1.5, 3));
            g.setColor(ChartTheme.fade(line, 0.6));
            for (int i = 0; i < drawing.layers().get(l).shown().length; i++) {
                double y = columns.y(l, i);
                g.draw(new Line2D.Double(place.getX(), y, place.getMaxX(), y));
            }
        }
        g.setColor(line);
        g.setStroke(theme.stroke(lit ? 2 : 1));
        g.draw(box);
        if (!columns.isWide(l)) {
            drawUpright(g, place, reached ? ink() : theme.muted());
        }
        drawWords(g, l, place);
    }

    private void drawUpright(Graphics2D g, Rectangle2D place, Color colour) {
        String words = Texts.text("network.box");
        if (place.getWidth() < 11 * theme.type() || Draw.width(theme.tickFont(), words) > place.getHeight()) {
            return;
        }
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, place.getCenterX(), place.getCenterY());
        Draw.text(g, words, theme.tickFont(), colour, place.getCenterX(), place.getCenterY() + 3.5 * theme.type(), 0.5);
        g.setTransform(before);
    }

    /** What the stage computes, in the box at the height of the unit that is looked at. */
    private void drawWords(Graphics2D g, int l, Rectangle2D place) {
        if (pass() == null || pass().words() == null || l != pass().layer() || !columns.isWide(l)) {
            return;
        }
        double size = 14 * theme.type();
        double width = Math.min(place.getWidth() - 4, TexLabel.width(pass().words(), size) + 10 * theme.type());
        double y = columns.y(
                l, Math.max(0, columns.index(l, drawing.layers().get(l).chosen())));
        double half = 10 * theme.type();
        RoundRectangle2D pill =
                new RoundRectangle2D.Double(place.getCenterX() - width / 2, y - half, width, 2 * half, half, half);
        g.setColor(theme.card());
        g.fill(pill);
        g.setColor(ink());
        g.setStroke(theme.stroke(1));
        g.draw(pill);
        TexLabel.draw(g, pass().words(), size, ink(), place.getCenterX(), y + 4.5 * theme.type(), 0.5);
    }

    /** The lines of all units beside the box; in the pass back arrows as wide as their gradients are large. */
    private void drawWay(Graphics2D g, int l, double from, double to, boolean before) {
        Layer layer = drawing.layers().get(l);
        Gradients gradients = layer.gradients();
        // The gradient of z-tilde stands behind the box, that of z before it.
        Part part = before || !layer.normalized() ? Part.Z : Part.A;
        boolean reached = pass() != null && pass().reached(l, part);
        boolean arrows = reached && pass().back() && !pass().all() && gradients != null && to - from > 8;
        double[] sizes = gradients == null ? null : before || !layer.normalized() ? gradients.z() : gradients.zTilde();
        double most = arrows ? largest(sizes) : 1;
        for (int i = 0; i < layer.shown().length; i++) {
            double y = columns.y(l, i);
            boolean chosen = l == drawing.layer() && layer.shown()[i] == layer.chosen();
            if (arrows) {
                double strength = sizes[i] / most;
                double head = (3.5 + 3.5 * strength) * theme.type();
                g.setColor(ChartTheme.fade(ink(), chosen || l != drawing.layer() ? 1 : 0.5));
                g.setStroke(theme.rule(0.8 + 4 * strength));
                g.draw(new Line2D.Double(from + head, y, to, y));
                Draw.arrow(g, from + 1, y, head, true);
            } else {
                g.setColor(reached || pass() == null ? ChartTheme.fade(ink(), 0.45) : theme.baseline());
                g.setStroke(theme.rule(1));
                g.draw(new Line2D.Double(from, y, to, y));
            }
        }
    }

    private void drawUnits(Graphics2D g, int l) {
        Layer layer = drawing.layers().get(l);
        for (int i = 0; i < layer.shown().length; i++) {
            boolean chosen = layer.shown()[i] == layer.chosen() && l == drawing.layer();
            if (columns.isHidden(l)) {
                drawUnit(g, l, Part.Z, columns.in(l), columns.y(l, i), layer.z()[i], chosen);
            }
            drawUnit(g, l, Part.A, columns.out(l), columns.y(l, i), layer.a()[i], chosen);
        }
    }

    private void drawUnit(Graphics2D g, int l, Part part, double x, double y, double fill, boolean chosen) {
        // The loss is behind the outputs; inputs have no gradient that is used.
        boolean reached = pass() == null || pass().reached(l, part) || pass().back() && l == 0;
        boolean lit = pass() != null && pass().isAt(l, part);
        double r = columns.radius;
        Ellipse2D circle = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        g.setColor(theme.card());
        g.fill(circle);
        g.setColor(reached ? ChartTheme.fade(ink(), 0.75 * Math.min(1, fill)) : theme.ground());
        g.fill(circle);
        g.setColor(reached && l > 0 ? ink() : theme.outline());
        g.setStroke(theme.stroke(lit ? 2 : 1.2));
        g.draw(circle);
        if (chosen) {
            double ring = r + 3 * theme.type();
            g.setColor(theme.text());
            g.setStroke(theme.stroke(1.8));
            g.draw(new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring));
        }
    }

    /** Mean, standard deviation, scale and shift of the unit, on a label below its box. */
    private void drawReadings(Graphics2D g, double height) {
        NetworkDrawing.Box box = drawing.box();
        Layer layer = drawing.layers().get(drawing.layer());
        if (box == null || !layer.normalized() || !columns.readings) {
            return;
        }
        double type = theme.type();
        String unit = Texts.text("network.unit", layer.chosen() + 1);
        String[] words = {
            "\u03bc", Numbers.significant(box.mean()), "\u03c3", Numbers.significant(box.sd()),
            "\u03b3", Numbers.significant(box.gamma()), "\u03b2", Numbers.significant(box.beta())
        };
        double space = 5 * type;
        double width = Draw.width(theme.labelFont(), unit) + 2 * space;
        for (int i = 0; i < words.length; i++) {
            width += Draw.width(i % 2 == 0 ? theme.labelFont() : theme.headFont(), words[i])
                    + (i % 2 == 0 ? space : 2 * space);
        }
        Rectangle2D place = columns.box(drawing.layer());
        double top = height - NetworkColumns.READINGS * type;
        double left = Math.max(2, Math.min(columns.width - width - 2, place.getCenterX() - width / 2));
        RoundRectangle2D label = new RoundRectangle2D.Double(left, top, width, 22 * type, 6 * type, 6 * type);
        g.setColor(ink());
        g.setStroke(theme.rule(1.6));
        g.draw(new Line2D.Double(place.getCenterX(), place.getMaxY(), place.getCenterX(), top));
        g.setColor(theme.card());
        g.fill(label);
        g.setColor(ink());
        g.draw(label);
        double x = left + space;
        double foot = top + 15.5 * type;
        x += Draw.text(g, unit, theme.labelFont(), theme.muted(), x, foot, 0) + 2 * space;
        for (int i = 0; i < words.length; i++) {
            boolean name = i % 2 == 0;
            x += Draw.text(
                            g,
                            words[i],
                            name ? theme.labelFont() : theme.headFont(),
                            name ? theme.muted() : theme.text(),
                            x,
                            foot,
                            0)
                    + (name ? space : 2 * space);
        }
    }

    /** {@return what is at a point of the last drawing; null if nothing of a layer is there} */
    public Hit hitAt(double x, double y) {
        return columns == null ? null : columns.hitAt(x, y, NEAR * theme.type());
    }

    @Override
    public String describe(double x, double y) {
        Hit hit = hitAt(x, y);
        if (hit == null) {
            return null;
        }
        Layer layer = drawing.layers().get(hit.layer());
        String name = name(hit.layer());
        return hit.unit() < 0
                ? Texts.text("network.tip.layer", name, layer.units())
                : Texts.text("network.tip.unit", name, hit.unit() + 1, layer.units());
    }

    private String name(int l) {
        String kind = l == 0 ? "inputs" : l == drawing.layers().size() - 1 ? "outputs" : "hidden";
        return Texts.text("network.name." + kind, l);
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("arm", "layer", "unit", "from-unit", "weight");
        for (int l = 1; drawing != null && l < drawing.layers().size(); l++) {
            Layer to = drawing.layers().get(l);
            for (int i = 0; i < to.weights().length; i++) {
                for (int j = 0; j < to.weights()[i].length; j++) {
                    int from = drawing.layers().get(l - 1).shown()[j];
                    table.row(Role.of(drawing.arm()).word(), l, to.shown()[i] + 1, from + 1, to.weights()[i][j]);
                }
            }
        }
        return table;
    }

    @Override
    public String summary() {
        if (drawing == null) {
            return Texts.text("hist.summary.none");
        }
        String units = String.join(
                ", ",
                drawing.layers().stream()
                        .map(layer -> String.format(Locale.ROOT, "%d", layer.units()))
                        .toList());
        Layer looked = drawing.layers().get(drawing.layer());
        String words = Texts.text("network.summary", units, name(drawing.layer()), looked.chosen() + 1);
        NetworkDrawing.Box box = drawing.box();
        return box == null
                ? words
                : words + " "
                        + Texts.text(
                                "network.summary.box",
                                Numbers.significant(box.mean()),
                                Numbers.significant(box.sd()),
                                Numbers.significant(box.gamma()),
                                Numbers.significant(box.beta()));
    }
}
