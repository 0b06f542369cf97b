package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import normscope.chart.BoundaryFigure.DataPoint;
import normscope.chart.BoundaryFigure.Grid;

/** Draws data points: colour and shape by class, filled for training, a ring for test. */
final class PointPainter {

    /** Opacity of the points where the data were before. */
    private static final double FORMER = 0.22;

    /** Places in a pixel that a stamp is made for, in each direction. */
    private static final int PLACES = 4;

    private enum Kind {
        FORMER,
        TEST,
        TRAIN,
        WRONG
    }

    /** Puts one point somewhere. */
    private interface Pen {
        void put(Kind kind, int label, double x, double y);
    }

    private PointPainter() {}

    /** As {@link #paint(Graphics2D, double, double, Grid, List, List, ChartTheme)}, on a whole image. */
    static void paint(
            BufferedImage image,
            double scale,
            Grid grid,
            List<DataPoint> former,
            List<DataPoint> points,
            ChartTheme theme) {
        double width = image.getWidth() / scale;
        double r = radius(width, points.size()) * Math.sqrt(theme.line());
        Graphics2D g = image.createGraphics();
        try {
            Pen pen = new Stamps(g, scale, r, theme);
            put(pen, width, image.getHeight() / scale, grid, former, points);
        } finally {
            g.dispose();
        }
    }

    /** Paints the grid's area into the rectangle from (0, 0) to (width, height), every point as a shape. */
    static void paint(
            Graphics2D g,
            double width,
            double height,
            Grid grid,
            List<DataPoint> former,
            List<DataPoint> points,
            ChartTheme theme) {
        double r = radius(width, points.size()) * Math.sqrt(theme.line());
        put((kind, label, x, y) -> draw(g, theme, kind, label, r, x, y), width, height, grid, former, points);
    }

    private static void put(
            Pen pen, double width, double height, Grid grid, List<DataPoint> former, List<DataPoint> points) {
        put(pen, Kind.FORMER, width, height, grid, former, p -> true);
        put(pen, Kind.TEST, width, height, grid, points, DataPoint::test);
        put(pen, Kind.TRAIN, width, height, grid, points, p -> !p.test());
        put(pen, Kind.WRONG, width, height, grid, points, DataPoint::wrong);
    }

    private static void put(
            Pen pen,
            Kind kind,
            double width,
            double height,
            Grid grid,
            List<DataPoint> points,
            Predicate<DataPoint> which) {
        for (DataPoint p : points) {
            if (which.test(p)) {
                double x = (p.x() - grid.x0()) / (grid.x1() - grid.x0()) * width;
                double y = (grid.y1() - p.y()) / (grid.y1() - grid.y0()) * height;
                pen.put(kind, p.label(), x, y);
            }
        }
    }

    private static void draw(Graphics2D g, ChartTheme theme, Kind kind, int label, double r, double x, double y) {
        if (kind == Kind.FORMER) {
            g.setColor(ChartTheme.fade(theme.text(), FORMER));
            g.fill(at(shape(label, 0.75 * r), x, y));
        } else if (kind == Kind.WRONG) {
            g.setColor(theme.text());
            g.setStroke(theme.stroke(1.1));
            g.draw(at(shape(label, r), x, y));
        } else {
            draw(g, theme, at(shape(label, r), x, y), label, kind == Kind.TEST);
        }
    }

    /**
     * Draws each sort of point once for every quarter of a pixel that it can lie on, and puts copies of that: thousands
     * of shapes, each with soft edges, would hold up the frame.
     */
    private static final class Stamps implements Pen {

        private record Sort(Kind kind, int label, int placeX, int placeY) {}

        private final Graphics2D g;
        private final double scale;
        private final double r;
        private final ChartTheme theme;
        private final int size;
        private final Map<Sort, BufferedImage> made = new HashMap<>();

        Stamps(Graphics2D g, double scale, double r, ChartTheme theme) {
            this.g = g;
            this.scale = scale;
            this.r = r;
            this.theme = theme;
            // The largest shape reaches 1.5 r, and a corner of its line a little further.
            this.size = 2 * (int) Math.ceil(scale * (1.6 * r + 2 * theme.line())) + 2;
        }

        @Override
        public void put(Kind kind, int label, double x, double y) {
            long quarterX = Math.round(x * scale * PLACES);
            long quarterY = Math.round(y * scale * PLACES);
            Sort sort =
                    new Sort(kind, label, (int) Math.floorMod(quarterX, PLACES), (int) Math.floorMod(quarterY, PLACES));
            int left = (int) Math.floorDiv(quarterX, PLACES) - size / 2;
            int top = (int) Math.floorDiv(quarterY, PLACES) - size / 2;
            g.drawImage(made.computeIfAbsent(sort, this::make), left, top, null);
        }

        private BufferedImage make(Sort sort) {
            BufferedImage stamp = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D on = stamp.createGraphics();
            Draw.quality(on);
            on.scale(scale, scale);
            int middle = size / 2;
            double x = (middle + (double) sort.placeX / PLACES) / scale;
            double y = (middle + (double) sort.placeY / PLACES) / scale;
            draw(on, theme, sort.kind, sort.label, r, x, y);
            on.dispose();
            return stamp;
        }
    }

    /** Larger in larger figures, smaller when there are many. */
    static double radius(double width, int count) {
        double crowd = Math.pow(Math.max(60, count) / 250.0, -0.28);
        return Math.max(1.4, Math.min(6, width / 72 * crowd));
    }

    static void draw(Graphics2D g, ChartTheme theme, Shape shape, int label, boolean test) {
        Color colour = label < 0 ? theme.muted() : theme.classColour(label);
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

    /**
     * A circle for a label that is not shown, else circle, triangle, square, diamond, triangle downwards, hexagon,
     * stars of four (upright and tilted), five and three; of about equal areas.
     */
    static Shape shape(int label, double r) {
        return switch (label < 0 ? 0 : label % 10) {
            case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case 1 -> polygon(3, 1.32 * r, -Math.PI / 2);
            case 2 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case 3 -> polygon(4, 1.25 * r, 0);
            case 4 -> polygon(3, 1.32 * r, Math.PI / 2);
            case 5 -> polygon(6, 1.1 * r, 0);
            case 6 -> star(4, 1.35 * r, 0.55 * r, 0);
            case 7 -> star(4, 1.35 * r, 0.55 * r, Math.PI / 4);
            case 8 -> star(5, 1.4 * r, 0.65 * r, -Math.PI / 2);
            default -> star(3, 1.5 * r, 0.5 * r, -Math.PI / 2);
        };
    }

    private static Shape at(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    private static Shape polygon(int corners, double r, double start) {
        return ring(corners, r, r, start);
    }

    private static Shape star(int points, double r, double inner, double start) {
        return ring(2 * points, r, inner, start);
    }

    /** Corners all around, every other one at another distance from the middle. */
    private static Shape ring(int corners, double r, double inner, double start) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = start + 2 * Math.PI * i / corners;
            double reach = i % 2 == 0 ? r : inner;
            if (i == 0) {
                path.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                path.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }
}
