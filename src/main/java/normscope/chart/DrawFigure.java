package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.chart.BoundaryFigure.DataPoint;
import normscope.chart.BoundaryFigure.Grid;
import normscope.chart.BoundaryFigure.Same;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The plane in which points are drawn, and the brush over it. Nothing is told at a point: it is being drawn there. */
public final class DrawFigure extends Figure {

    private static final double MARGIN = 26;
    private static final double GAP = 5;
    private static final double CROSS = 7;

    private final double reach;
    private final Grid plane;
    private final CachedLayer marks = new CachedLayer();
    private List<DataPoint> points = List.of();
    private List<DataPoint> former = List.of();
    private Rectangle2D.Double area = new Rectangle2D.Double();
    private double brushX;
    private double brushY;
    private double radius;

    /** Creates an empty plane that reaches so far from its middle. */
    public DrawFigure(double reach) {
        this.reach = reach;
        plane = new Grid(-reach, reach, -reach, reach, 1, new float[1]);
    }

    /**
     * Sets the points, and where they were drawn, if elsewhere: pale, below. The lists are not copied and must not
     * change afterwards; the same ones again cost nothing.
     */
    public void setPoints(List<DataPoint> shown, List<DataPoint> drawn) {
        points = Objects.requireNonNull(shown);
        former = Objects.requireNonNull(drawn);
    }

    /** Sets where the brush is, and how far it reaches. */
    public void setBrush(double x, double y, double brushRadius) {
        brushX = x;
        brushY = y;
        radius = brushRadius;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("x1", "x2", "class");
        points.forEach(point -> table.row(point.x(), point.y(), point.label()));
        return table;
    }

    /** {@return the first input at a point of the last drawing; beyond the plane's border if the point is} */
    public double xAt(double across) {
        return (2 * (across - area.x) / area.width - 1) * reach;
    }

    /** {@return the second input, likewise} */
    public double yAt(double down) {
        return (1 - 2 * (down - area.y) / area.height) * reach;
    }

    /** {@return how far from the left of the last drawing a first input lies} */
    public double acrossOf(double x) {
        return area.x + (x / reach + 1) / 2 * area.width;
    }

    /** {@return how far from its top a second input lies} */
    public double downOf(double y) {
        return area.y + (1 - y / reach) / 2 * area.height;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        double left = MARGIN * Math.sqrt(theme.tickFont().getSize2D() / 10);
        double side = Math.max(1, Math.min(width, height) - left - GAP);
        area = new Rectangle2D.Double(
                Math.floor((width - side + left - GAP) / 2), Math.floor((height - side - left + GAP) / 2), side, side);
        g.setColor(theme.card());
        g.fill(area);
        drawAxes(g);
        marks.draw(
                g,
                area.x,
                area.y,
                side,
                side,
                List.of(new Same(points), new Same(former), theme),
                (image, scale) -> PointPainter.paint(image, scale, plane, former, points, theme));
        drawBrush(g);
    }

    private void drawAxes(Graphics2D g) {
        Font font = theme.tickFont();
        double size = font.getSize2D();
        g.setStroke(theme.rule(1));
        for (double tick = -reach; tick <= reach; tick++) {
            double x = acrossOf(tick);
            double y = downOf(tick);
            g.setColor(tick == 0 ? theme.baseline() : theme.grid());
            g.draw(new Line2D.Double(x, area.y, x, area.getMaxY()));
            g.draw(new Line2D.Double(area.x, y, area.getMaxX(), y));
            String text = Numbers.tick(tick, 1);
            Draw.text(g, text, font, theme.muted(), x, area.getMaxY() + GAP + size, 0.5);
            Draw.text(g, text, font, theme.muted(), area.x - GAP, Math.max(area.y + size, y + 0.35 * size), 1);
        }
        g.setColor(theme.cardBorder());
        g.draw(area);
    }

    /** The ring is the brush's reach, the cross its middle: seen on light and dark, on points and between them. */
    private void drawBrush(Graphics2D g) {
        double x = acrossOf(brushX);
        double y = downOf(brushY);
        double r = radius / reach / 2 * area.width;
        Ellipse2D.Double ring = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        double cross = Math.min(CROSS, 0.6 * r);
        Line2D.Double across = new Line2D.Double(x - cross, y, x + cross, y);
        Line2D.Double down = new Line2D.Double(x, y - cross, x, y + cross);
        g.setClip(area);
        for (Color colour : List.of(theme.card(), theme.text())) {
            g.setStroke(theme.stroke(colour.equals(theme.text()) ? 1.2 : 3));
            g.setColor(colour);
            g.draw(ring);
            g.draw(across);
            g.draw(down);
        }
        g.setClip(null);
    }

    @Override
    public String describe(double x, double y) {
        return null;
    }

    @Override
    public String summary() {
        return Texts.text("draw.summary", points.size());
    }
}
