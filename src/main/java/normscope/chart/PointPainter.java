package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws data points: colour and shape by class, filled for training, a ring for test. */
final class PointPainter {

    /** Opacity of the points where the data were before. */
    private static final double FORMER = 0.22;

    private PointPainter() {}

    static void paint(
            BufferedImage image,
            double scale,
            BoundaryFigure.Grid grid,
            List<BoundaryFigure.DataPoint> former,
            List<BoundaryFigure.DataPoint> points,
            ChartTheme theme) {
        Graphics2D g = image.createGraphics();
        try {
            Draw.quality(g);
            g.scale(scale, scale);
            paint(g, image.getWidth() / scale, image.getHeight() / scale, grid, former, points, theme);
        } finally {
            g.dispose();
        }
    }

    /** Paints the grid's area into the rectangle from (0, 0) to (width, height). */
    static void paint(
            Graphics2D g,
            double width,
            double height,
            BoundaryFigure.Grid grid,
            List<BoundaryFigure.DataPoint> former,
            List<BoundaryFigure.DataPoint> points,
            ChartTheme theme) {
        double r = radius(width, points.size()) * Math.sqrt(theme.line());
        for (BoundaryFigure.DataPoint p : former) {
            double x = (p.x() - grid.x0()) / (grid.x1() - grid.x0()) * width;
            double y = (grid.y1() - p.y()) / (grid.y1() - grid.y0()) * height;
            g.setColor(ChartTheme.fade(theme.text(), FORMER));
            g.fill(at(shape(p.label(), 0.75 * r), x, y));
        }
        for (boolean test : new boolean[] {true, false}) {
            for (BoundaryFigure.DataPoint p : points) {
                if (p.test() == test) {
                    double x = (p.x() - grid.x0()) / (grid.x1() - grid.x0()) * width;
                    double y = (grid.y1() - p.y()) / (grid.y1() - grid.y0()) * height;
                    draw(g, theme, at(shape(p.label(), r), x, y), p.label(), test);
                }
            }
        }
    }

    /** Larger in larger figures, smaller when there are many. */
    static double radius(double width, int count) {
        double crowd = Math.pow(Math.max(60, count) / 250.0, -0.28);
        return Math.max(1.4, Math.min(6, width / 72 * crowd));
    }

    static void draw(Graphics2D g, ChartTheme theme, Shape shape, int label, boolean test) {
        Color colour = theme.classColour(label);
        Color strong = theme.dark() ? ChartTheme.mix(colour, Color.WHITE, 0.34) : colour;
        if (test) {
            g.setColor(ChartTheme.fade(theme.card(), 0.75));
            g.fill(shape);
            g.setColor(theme.dark() ? strong : ChartTheme.mix(colour, Color.BLACK, 0.12));
            g.setStroke(theme.stroke(0.9));
            g.draw(shape);
        } else {
            g.setColor(strong);
            g.fill(shape);
            g.setColor(theme.dark() ? theme.card() : Color.WHITE);
            g.setStroke(theme.stroke(0.5));
            g.draw(shape);
        }
    }

    /** Circle, triangle, square, diamond, triangle downwards, hexagon; of about equal areas. */
    static Shape shape(int label, double r) {
        return switch (Math.floorMod(label, 6)) {
            case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case 1 -> polygon(3, 1.32 * r, -Math.PI / 2);
            case 2 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case 3 -> polygon(4, 1.25 * r, 0);
            case 4 -> polygon(3, 1.32 * r, Math.PI / 2);
            default -> polygon(6, 1.1 * r, 0);
        };
    }

    private static Shape at(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    private static Shape polygon(int corners, double r, double start) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = start + 2 * Math.PI * i / corners;
            if (i == 0) {
                path.moveTo(r * Math.cos(angle), r * Math.sin(angle));
            } else {
                path.lineTo(r * Math.cos(angle), r * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }
}
