package normscope.compare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.chart.ChartTheme;
import normscope.chart.EndLabels;
import normscope.chart.FigureTable;
import normscope.chart.LinesFigure;
import normscope.chart.PlotSeries;
import normscope.chart.TickedAxis;
import normscope.chart.XYFigure;
import normscope.runner.Evaluation;
import normscope.text.Texts;
import org.jfree.chart.annotations.XYShapeAnnotation;

/** The borders between the classes of chosen arms of several runs, over examples of one of them. */
final class BordersFigure extends XYFigure {

    /** Which class a point has is seen, but the lines come first. */
    private static final double POINT_OPACITY = 0.4;

    private static final double HALF = 127.5;

    /** What stands above a plot, at type size 1. */
    private static final double HEAD = 22;

    /**
     * One arm's border.
     *
     * @param arm from 0
     * @param variant counts the borders of that arm, from 0
     * @param path in raw coordinates
     */
    record Border(String label, int arm, int variant, Path2D path) {}

    private List<Border> borders = List.of();
    private RunCurves.Points points = new RunCurves.Points(new float[0], new float[0], new int[0]);
    private Rectangle2D frame = new Rectangle2D.Double(-1, -1, 2, 2);

    BordersFigure() {
        super(new TickedAxis.Linear(false, 62), PLAIN);
    }

    /** Sets what is shown; the arms have boundaries. */
    void setArms(List<OverlayArm> arms) {
        Rectangle2D all = null;
        List<Border> next = new ArrayList<>();
        for (OverlayArm arm : arms) {
            Evaluation.Grid grid = arm.curves().grid();
            Rectangle2D own =
                    new Rectangle2D.Double(grid.x0(), grid.y0(), grid.x1() - grid.x0(), grid.y1() - grid.y0());
            all = all == null ? own : all.createUnion(own);
            int[] boundary = arm.curves().arms().get(arm.arm()).boundary();
            next.add(new Border(arm.label(), arm.arm(), arm.variant(), path(boundary, grid)));
        }
        if (all != null) {
            frame = all;
            points = arms.get(0).curves().points();
        }
        borders = List.copyOf(next);
    }

    /** Lines along which a class is as probable as the most probable other one. */
    static Path2D path(int[] boundary, Evaluation.Grid grid) {
        int cells = grid.n() * grid.n();
        int classes = boundary.length / cells;
        Path2D.Double path = new Path2D.Double();
        for (int label = 0; label < Math.max(1, classes - 1); label++) {
            double[] field = new double[cells];
            for (int cell = 0; cell < cells; cell++) {
                double others = classes == 1 ? HALF : 0;
                for (int other = 0; other < classes; other++) {
                    others = other == label ? others : Math.max(others, boundary[cell * classes + other]);
                }
                field[cell] = boundary[cell * classes + label] - others;
            }
            new Zero(field, grid).appendTo(path);
        }
        return path;
    }

    /** Where a field on a raster is 0: marching squares, joined to long lines, for dashes need these. */
    private static final class Zero {
        private final double[] field;
        private final Evaluation.Grid grid;
        private final int n;
        private final Map<Integer, double[]> crossings = new HashMap<>();
        private final Map<Integer, Deque<Integer>> joined = new HashMap<>();

        Zero(double[] field, Evaluation.Grid grid) {
            this.field = field;
            this.grid = grid;
            this.n = grid.n();
            for (int row = 0; row + 1 < n; row++) {
                for (int column = 0; column + 1 < n; column++) {
                    cell(row, column);
                }
            }
        }

        private void cell(int row, int column) {
            List<Integer> edges = new ArrayList<>(4);
            addIfCrossed(edges, row, column, 0, 1);
            addIfCrossed(edges, row, column + 1, 1, 0);
            addIfCrossed(edges, row + 1, column, 0, 1);
            addIfCrossed(edges, row, column, 1, 0);
            for (int i = 0; i + 1 < edges.size(); i += 2) {
                joined.computeIfAbsent(edges.get(i), edge -> new ArrayDeque<>()).add(edges.get(i + 1));
                joined.computeIfAbsent(edges.get(i + 1), edge -> new ArrayDeque<>())
                        .add(edges.get(i));
            }
        }

        private void addIfCrossed(List<Integer> edges, int row, int column, int up, int right) {
            double from = field[row * n + column];
            double to = field[(row + up) * n + column + right];
            if (from > 0 != to > 0) {
                int edge = 2 * (row * n + column) + up;
                double at = from / (from - to);
                crossings.put(edge, new double[] {column + right * at + 0.5, row + up * at + 0.5});
                edges.add(edge);
            }
        }

        void appendTo(Path2D path) {
            // Open lines first, from one of their ends; rings may begin anywhere.
            for (int ends : new int[] {1, 2}) {
                for (int edge : List.copyOf(joined.keySet())) {
                    if (joined.get(edge).size() == ends) {
                        follow(edge, path);
                    }
                }
            }
        }

        private void follow(int start, Path2D path) {
            moveTo(start, path, true);
            Integer here = start;
            while (here != null) {
                Integer next = joined.get(here).poll();
                if (next != null) {
                    joined.get(next).remove(here);
                    moveTo(next, path, false);
                }
                here = next;
            }
        }

        private void moveTo(int edge, Path2D path, boolean begin) {
            double x = grid.x0() + crossings.get(edge)[0] * (grid.x1() - grid.x0()) / n;
            double y = grid.y0() + crossings.get(edge)[1] * (grid.y1() - grid.y0()) / n;
            if (begin) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        double names = EndLabels.room(borders.stream().map(Border::label).toList(), theme, width);
        // No wider than the raster: beyond it nobody has asked the networks. What is left lies on both sides.
        double plotHeight = height / theme.type() - PLAIN.foot() - HEAD;
        double plotWidth = plotHeight * frame.getWidth() / frame.getHeight();
        double needed = Math.min(width, (PLAIN.left() + plotWidth + names) * theme.type());
        double beside = (width - needed) / 2;
        setRight(names);
        g.translate(beside, 0);
        super.draw(g, needed, height);
        EndLabels.draw(g, theme, borders.stream().map(this::end).toList(), area(), needed);
        g.translate(-beside, 0);
    }

    /** The rightmost place of a border. */
    private EndLabels.End end(Border border) {
        double[] place = {frame.getMaxX(), frame.getCenterY()};
        double most = Double.NEGATIVE_INFINITY;
        double[] point = new double[2];
        for (var each = border.path.getPathIterator(null); !each.isDone(); each.next()) {
            each.currentSegment(point);
            if (point[0] > most) {
                most = point[0];
                place = point.clone();
            }
        }
        Color colour = LinesFigure.wordColour(theme, border.arm, border.variant);
        return new EndLabels.End(border.label, colour, x(place[0]), y(place[1]));
    }

    @Override
    protected void update(double width) {
        header.showNote(null);
        double perPixel = Math.max(frame.getWidth() / room().getWidth(), frame.getHeight() / room().getHeight());
        double halfX = perPixel * room().getWidth() / 2;
        double halfY = perPixel * room().getHeight() / 2;
        setX(frame.getCenterX() - halfX, frame.getCenterX() + halfX);
        setY(Scale.LINEAR, frame.getCenterY() - halfY, frame.getCenterY() + halfY);
        List<PlotSeries> drawn = new ArrayList<>();
        int classes = 1 + Arrays.stream(points.labels()).max().orElse(-1);
        for (int label = 0; label < classes; label++) {
            drawn.add(dots(label));
        }
        show(drawn);
        for (Border border : borders) {
            Color colour = LinesFigure.colour(theme, border.arm, border.variant);
            plot.addAnnotation(
                    new XYShapeAnnotation(border.path, LinesFigure.stroke(theme, border.variant, 1.7), colour));
        }
    }

    private PlotSeries dots(int label) {
        int[] own = IntStream.range(0, points.labels().length)
                .filter(i -> points.labels()[i] == label)
                .toArray();
        double[] x = Arrays.stream(own).mapToDouble(i -> points.x()[i]).toArray();
        double[] y = Arrays.stream(own).mapToDouble(i -> points.y()[i]).toArray();
        Color colour =
                ChartTheme.fade(theme.classes().get(label % theme.classes().size()), POINT_OPACITY);
        return PlotSeries.dots(x, y, colour, PlotSeries.disc(1.8 * theme.line()));
    }

    @Override
    public String describe(double x, double y) {
        return null;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("line", "part", "x1", "x2");
        for (Border border : borders) {
            int part = 0;
            double[] point = new double[6];
            for (PathIterator at = border.path.getPathIterator(null); !at.isDone(); at.next()) {
                part += at.currentSegment(point) == PathIterator.SEG_MOVETO ? 1 : 0;
                table.row(border.label, part, point[0], point[1]);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(Texts.text("compare.overlay.summary", borders.size()));
        borders.forEach(border -> text.append(' ').append(border.label).append('.'));
        return text.toString();
    }
}
