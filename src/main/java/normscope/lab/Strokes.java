package normscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import normscope.experiment.DataConfig;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;

/** What a brush does to points: each gives a new list. Coordinates have three decimals, to be short in files. */
final class Strokes {

    private static final double DECIMALS = 1000;

    private Strokes() {}

    /** A point of the plane, on its border if it is beyond. */
    static Point point(double x, double y, int label) {
        return new Point(rounded(x), rounded(y), label);
    }

    private static double rounded(double value) {
        double within = Math.max(-DrawnPoints.REACH, Math.min(DrawnPoints.REACH, value));
        // Not -0.
        return Math.rint(within * DECIMALS) / DECIMALS + 0.0;
    }

    /** The points and one more, if there may be more. */
    static List<Point> with(List<Point> points, Point another) {
        if (points.size() == DataConfig.MAX_POINTS) {
            return points;
        }
        List<Point> more = new ArrayList<>(points);
        more.add(another);
        return List.copyOf(more);
    }

    /** Points strewn evenly over a disc, as far as it lies in the plane and there may be more. */
    static List<Point> sprayed(
            List<Point> points, double x, double y, double radius, int count, int label, RandomGenerator random) {
        List<Point> more = new ArrayList<>(points);
        for (int i = 0; i < count; i++) {
            double r = radius * Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            double px = x + r * Math.cos(angle);
            double py = y + r * Math.sin(angle);
            boolean inPlane = Math.max(Math.abs(px), Math.abs(py)) <= DrawnPoints.REACH;
            if (inPlane && more.size() < DataConfig.MAX_POINTS) {
                more.add(point(px, py, label));
            }
        }
        return List.copyOf(more);
    }

    /** The points but for those that are within a radius of the way from (x0, y0) to (x1, y1). */
    static List<Point> erased(List<Point> points, double x0, double y0, double x1, double y1, double radius) {
        return points.stream()
                .filter(point -> distance(point, x0, y0, x1, y1) > radius)
                .toList();
    }

    private static double distance(Point point, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((point.x() - x0) * dx + (point.y() - y0) * dy) / length;
        double at = Math.max(0, Math.min(1, t));
        return Math.hypot(point.x() - x0 - at * dx, point.y() - y0 - at * dy);
    }

    /** Which points are within a radius of a place. */
    static Predicate<Point> near(double x, double y, double radius) {
        return point -> distance(point, x, y, x, y) <= radius;
    }

    /** Some of the points moved together, no further than all of them stay in the plane. */
    static List<Point> moved(List<Point> points, Predicate<Point> which, double dx, double dy) {
        double byX = dx;
        double byY = dy;
        for (Point point : points) {
            if (which.test(point)) {
                byX = Math.max(-DrawnPoints.REACH - point.x(), Math.min(DrawnPoints.REACH - point.x(), byX));
                byY = Math.max(-DrawnPoints.REACH - point.y(), Math.min(DrawnPoints.REACH - point.y(), byY));
            }
        }
        double x = byX;
        double y = byY;
        return points.stream()
                .map(point -> which.test(point) ? point(point.x() + x, point.y() + y, point.label()) : point)
                .toList();
    }
}
