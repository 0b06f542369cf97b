package normscope.instrument.contours;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import normscope.chart.CachedLayer;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.FigureTable;
import normscope.chart.PlotSeries;
import normscope.chart.TickedAxis;
import normscope.chart.Ticks;
import normscope.chart.XYFigure;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.chart.util.ShapeUtils;

/**
 * A quadratic loss over two weights as contours, and the way that gradient descent takes. Its rings are equally far
 * apart, so that loss grows with the square of their number. An ellipse too long to be seen as one is drawn with the
 * narrow weight magnified, and the figure says how much.
 */
public final class ContoursFigure extends XYFigure {

    /** A longer ellipse than this, length by width, is magnified to it. */
    private static final double LONGEST = 4;

    /** Rings are never closer than so many pixels. */
    private static final double CLOSEST = 15;

    /** How much darker each ring is than the one around it. */
    private static final double RING_SHADE = 0.045;

    private static final int MOST_RINGS = 60;
    private static final int MOST_DOTS = 60;

    /** The longest move that is drawn whole, in screens. */
    private static final double FARTHEST = 1.5;

    private static final int CORNERS = 160;

    /** The share of the plot that start and optimum take. */
    private static final double FILLED = 0.38;

    private final CachedLayer rings = new CachedLayer();
    private double h11 = 1;
    private double h12;
    private double h22 = 1;
    private double[] optimum = {1, 1};
    private double[] framed = {1, 1};
    private double[] path = {0, 0};
    private boolean magnify = true;
    private String state = "";

    public ContoursFigure() {
        super(new TickedAxis.Linear(false, 62), NAMED);
        plot.setDomainGridlinesVisible(true);
        renderer.addAnnotation(new Rings(), Layer.BACKGROUND);
    }

    /**
     * Sets the loss.
     *
     * @param h11 its second derivatives by the weights; h12 and h22 alike
     * @param optimum the weights where it is least: w1, w2
     * @param framed weights that must be seen, too
     */
    public void setProblem(double h11, double h12, double h22, double[] optimum, double[] framed) {
        this.h11 = h11;
        this.h12 = h12;
        this.h22 = h22;
        this.optimum = optimum;
        this.framed = framed;
    }

    /** Sets w1 and w2 of one point after the other, the present one last; not copied. */
    public void setDescent(double[] path) {
        this.path = path;
    }

    /** Chooses between a picture that can be read, where a narrow valley is widened, and true proportions. */
    public void setMagnified(boolean magnify) {
        this.magnify = magnify;
    }

    /** Sets what the summary says of the descent; may be empty. */
    public void setState(String sentence) {
        state = sentence;
    }

    /**
     * How much larger than along the other weight a length is drawn along w1 or w2: 1, 2 or 5 times a power of ten; 1
     * in true proportions and along the wider one.
     */
    public double magnification(int weight) {
        double length = Math.sqrt(weight == 1 ? h11 / h22 : h22 / h11) / LONGEST;
        return magnify && length > 1 ? Ticks.unit(length, 1) : 1;
    }

    @Override
    protected void update(double width) {
        int narrow = magnification(1) > 1 ? 1 : 2;
        double factor = magnification(narrow);
        String note = Texts.text("contours.magnified." + narrow, Numbers.grouped(Math.round(factor)));
        header.setTitle(null, Texts.text("contours.w2"));
        header.showNote(factor > 1 ? note : null);
        plot.getDomainAxis().setLabel(Texts.text("contours.w1"));
        frame(room().getWidth(), room().getHeight());
        showDescent();
    }

    private void showDescent() {
        int points = path.length / 2;
        double[] w1 = new double[points];
        double[] w2 = new double[points];
        for (int i = 0; i < points; i++) {
            double from1 = i == 0 ? 0 : w1[i - 1];
            double from2 = i == 0 ? 0 : w2[i - 1];
            double drawn = drawn(path[2 * i] - from1, path[2 * i + 1] - from2);
            w1[i] = from1 + drawn * (path[2 * i] - from1);
            w2[i] = from2 + drawn * (path[2 * i + 1] - from2);
        }
        int dotted = Math.max(1, Math.min(points, MOST_DOTS));
        double type = theme.type();
        double line = theme.line();
        Color colour = theme.text();
        float thick = (float) (0.8 * line);
        Shape plus = ShapeUtils.createRegularCross((float) (6 * type), thick);
        Shape ring = theme.stroke(1.6).createStrokedShape(PlotSeries.disc(3.5 * line));
        show(List.of(
                PlotSeries.dot(optimum[0], optimum[1], colour, plus),
                PlotSeries.line(w1, w2, colour, theme.thin(1.6), 0),
                PlotSeries.dots(
                        Arrays.copyOfRange(w1, 1, dotted),
                        Arrays.copyOfRange(w2, 1, dotted),
                        colour,
                        PlotSeries.disc(1.8 * line)),
                PlotSeries.dot(0, 0, colour, ring),
                PlotSeries.dot(w1[points - 1], w2[points - 1], colour, PlotSeries.disc(4.5 * line))));
        String best = Texts.text("contours.optimum");
        write(best, theme.labelFont(), colour, rightOf(optimum[0], 9 * type), optimum[1], TextAnchor.BOTTOM_LEFT);
        String start = Texts.text("contours.start");
        write(start, theme.labelFont(), theme.muted(), rightOf(0, -7 * type), 0, TextAnchor.TOP_RIGHT);
    }

    /** The part of a move that is drawn: strokes over many screens are not drawn at all. */
    private double drawn(double move1, double move2) {
        double screens = Math.hypot(
                move1 / plot.getDomainAxis().getRange().getLength(),
                move2 / plot.getRangeAxis().getRange().getLength());
        return Math.min(1, FARTHEST / Math.max(1, screens));
    }

    /** The contours, under the descent. */
    private final class Rings extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1;

        @Override
        public void draw(
                Graphics2D g,
                XYPlot of,
                Rectangle2D area,
                ValueAxis domain,
                ValueAxis range,
                int index,
                PlotRenderingInfo info) {
            List<Object> key = List.of(
                    theme,
                    h11,
                    h12,
                    h22,
                    Math.round(2 * x(optimum[0])),
                    Math.round(2 * y(optimum[1])),
                    area,
                    magnification(1),
                    magnification(2));
            rings.draw(g, area.getX(), area.getY(), area.getWidth(), area.getHeight(), key, (image, scale) -> {
                Graphics2D on = image.createGraphics();
                on.scale(scale, scale);
                on.translate(-area.getX(), -area.getY());
                Draw.quality(on);
                drawRings(on);
                on.dispose();
            });
        }
    }

    /** Puts 0, the optimum and the framed place into the middle, at one scale for both weights but for magnifying. */
    private void frame(double width, double height) {
        double factor1 = magnification(1);
        double factor2 = magnification(2);
        double low1 = Math.min(0, Math.min(optimum[0], framed[0]));
        double high1 = Math.max(0, Math.max(optimum[0], framed[0]));
        double low2 = Math.min(0, Math.min(optimum[1], framed[1]));
        double high2 = Math.max(0, Math.max(optimum[1], framed[1]));
        double perUnit = FILLED
                * Math.min(
                        width / Math.max(1e-12, factor1 * (high1 - low1)),
                        height / Math.max(1e-12, factor2 * (high2 - low2)));
        double half1 = width / perUnit / factor1 / 2;
        double half2 = height / perUnit / factor2 / 2;
        double centre1 = (low1 + high1) / 2;
        double centre2 = (low2 + high2) / 2;
        setX(centre1 - half1, centre1 + half1);
        setY(Scale.LINEAR, centre2 - half2, centre2 + half2);
    }

    private void drawRings(Graphics2D g) {
        double step = ringStep();
        int count = (int) Math.min(MOST_RINGS, Math.ceil(farthest() / step));
        for (int k = count; k >= 1; k--) {
            Shape ring = ring(k * step);
            // As if each ring were filled over those around it, but no pixel is painted more than once.
            Path2D band = new Path2D.Double(ring);
            band.setWindingRule(Path2D.WIND_EVEN_ODD);
            if (k > 1) {
                band.append(ring((k - 1) * step), false);
            }
            g.setColor(ChartTheme.fade(theme.outline(), 1 - Math.pow(1 - RING_SHADE, count - k + 1)));
            g.fill(band);
            g.setColor(ChartTheme.fade(theme.outline(), k % 5 == 0 ? 0.95 : 0.55));
            g.setStroke(theme.thin(1));
            g.draw(ring);
        }
    }

    /** The root of the loss above the middle's at 0, seven rings from the middle; more if rings would touch. */
    private double ringStep() {
        double atStart = Math.sqrt(excess(0, 0)) / 7;
        double perUnit1 = x(1) - x(0);
        double perUnit2 = y(0) - y(1);
        double narrow = Math.sqrt(2) * Math.min(perUnit1 / Math.sqrt(h11), perUnit2 / Math.sqrt(h22));
        return Math.max(Math.max(atStart, 1e-12), CLOSEST * theme.type() / narrow);
    }

    private double farthest() {
        Rectangle2D area = area();
        double most = 0;
        for (double x : new double[] {area.getX(), area.getMaxX()}) {
            for (double y : new double[] {area.getY(), area.getMaxY()}) {
                most = Math.max(most, excess(valueX(x), valueY(y)));
            }
        }
        return Math.sqrt(most);
    }

    /** The loss at the best bias, above the least. */
    private double excess(double w1, double w2) {
        double d1 = w1 - optimum[0];
        double d2 = w2 - optimum[1];
        return (h11 * d1 * d1 + 2 * h12 * d1 * d2 + h22 * d2 * d2) / 2;
    }

    /**
     * Where the loss exceeds the middle's by the square of a number: with H = L L^T, d = L^-T (cos t, sin t) sqrt 2.
     */
    private Shape ring(double root) {
        double l11 = Math.sqrt(h11);
        double l21 = h12 / l11;
        double l22 = Math.sqrt(h22 - l21 * l21);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, CORNERS + 1);
        for (int i = 0; i < CORNERS; i++) {
            double t = 2 * Math.PI * i / CORNERS;
            double d2 = Math.sqrt(2) * root * Math.sin(t) / l22;
            double d1 = (Math.sqrt(2) * root * Math.cos(t) - l21 * d2) / l11;
            double x = x(optimum[0] + d1);
            double y = y(optimum[1] + d2);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    @Override
    public String describe(double x, double y) {
        if (!contains(x, y)) {
            return null;
        }
        double w1 = valueX(x);
        double w2 = valueY(y);
        return Texts.text(
                "contours.at", Numbers.significant(w1), Numbers.significant(w2), Numbers.significant(excess(w1, w2)));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("step", "w1", "w2", "above-least");
        for (int i = 0; i < path.length / 2; i++) {
            table.row(i, path[2 * i], path[2 * i + 1], excess(path[2 * i], path[2 * i + 1]));
        }
        return table;
    }

    @Override
    public String summary() {
        double length = Math.sqrt(Math.max(h11, h22) / Math.min(h11, h22));
        return (Texts.text("contours.summary", Numbers.significant(length)) + " " + state).strip();
    }
}
