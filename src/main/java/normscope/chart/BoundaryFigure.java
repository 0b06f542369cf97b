package normscope.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * What one arm answers all over the plane of its two inputs, with the data on top.
 *
 * <p>The colour of a place is that of its most probable class, the paler the less sure. The axes have one scale. A
 * class has a colour and a shape; training points are filled, test points are rings.
 */
public final class BoundaryFigure extends Figure {

    /**
     * Probabilities at the middles of n x n equal cells.
     *
     * <p>Row r and column c lie at x0 + (c + 1/2) (x1 - x0) / n and y0 + (r + 1/2) (y1 - y0) / n: row 0 is lowest.
     *
     * @param x0 left edge
     * @param x1 right edge
     * @param y0 lower edge
     * @param y1 upper edge
     * @param n cells a side
     * @param classes number of classes, at least 2
     * @param probabilities that of class k at (r n + c) classes + k; or, for two classes, only that of class 1 at r n +
     *     c. Not copied, must not change afterwards
     */
    public record Grid(double x0, double x1, double y0, double y1, int n, int classes, float[] probabilities) {

        public Grid {
            boolean single = classes == 2 && probabilities.length == n * n;
            if (!single && probabilities.length != n * n * classes) {
                throw new IllegalArgumentException(
                        probabilities.length + " probabilities for " + n + " x " + n + " x " + classes);
            }
        }

        /** A raster of as many classes as it has probabilities of. */
        public Grid(double x0, double x1, double y0, double y1, int n, float[] probabilities) {
            this(x0, x1, y0, y1, n, Math.max(2, probabilities.length / (n * n)), probabilities);
        }

        /** Probability of a class at fractional cell coordinates, bilinear, constant beyond the outer middles. */
        double probability(double column, double row, int label) {
            double c = Math.max(0, Math.min(n - 1.0, column));
            double r = Math.max(0, Math.min(n - 1.0, row));
            int left = Math.min((int) c, Math.max(0, n - 2));
            int low = Math.min((int) r, Math.max(0, n - 2));
            int right = Math.min(left + 1, n - 1);
            int high = Math.min(low + 1, n - 1);
            double u = c - left;
            double v = r - low;
            return (1 - v) * ((1 - u) * cell(low, left, label) + u * cell(low, right, label))
                    + v * ((1 - u) * cell(high, left, label) + u * cell(high, right, label));
        }

        /** One class's probabilities along a fractional row. */
        void blendRows(double row, int label, double[] out) {
            double r = Math.max(0, Math.min(n - 1.0, row));
            int low = Math.min((int) r, Math.max(0, n - 2));
            int high = Math.min(low + 1, n - 1);
            for (int column = 0; column < n; column++) {
                double below = cell(low, column, label);
                out[column] = below + (r - low) * (cell(high, column, label) - below);
            }
        }

        private double cell(int row, int column, int label) {
            if (probabilities.length == n * n) {
                float one = probabilities[row * n + column];
                return label == 1 ? one : 1 - one;
            }
            return probabilities[(row * n + column) * classes + label];
        }
    }

    /** An example for training or test. Its class counts from 0; a negative one is not shown. Wrong ones are marked. */
    public record DataPoint(double x, double y, int label, boolean test, boolean wrong) {
        /** One example that is not judged. */
        public DataPoint(double x, double y, int label, boolean test) {
            this(x, y, label, test, false);
        }
    }

    /** The true class at each place, whose border is drawn. */
    @FunctionalInterface
    public interface Rule {
        /** {@return the class at a place, in raw coordinates} */
        int label(double x, double y);
    }

    private static final double NEAR = 5;

    private final CachedLayer regions = new CachedLayer();
    private final CachedLayer marks = new CachedLayer();
    private String state;
    private Grid grid;
    private List<DataPoint> points = List.of();
    private List<DataPoint> former = List.of();
    private Rule rule;
    private List<String> inputs = List.of();
    private List<String> classes = List.of();
    private Rectangle2D.Double area = new Rectangle2D.Double();

    /** Sets the answers; null for none. The same object again costs nothing. */
    public void setGrid(Grid grid) {
        this.grid = grid;
    }

    /** Sets the data: not copied, must not change afterwards; the same list again costs nothing. */
    public void setPoints(List<DataPoint> points) {
        this.points = Objects.requireNonNull(points);
    }

    /** Sets where the data were before something moved them, as in {@link #setPoints}: drawn pale, below. */
    public void setFormer(List<DataPoint> points) {
        this.former = Objects.requireNonNull(points);
    }

    /** Sets the true rule, whose border is drawn as a line; null for none. The same object again costs nothing. */
    public void setRule(Rule rule) {
        this.rule = rule;
    }

    /** Sets names of the two inputs and the classes. Without, inputs are two of one unit and classes are numbers. */
    public void setNames(List<String> inputNames, List<String> classNames) {
        inputs = List.copyOf(inputNames);
        classes = List.copyOf(classNames);
    }

    private String name(int label) {
        return label >= 0 && label < classes.size() ? classes.get(label) : Integer.toString(label);
    }

    /** Along the lower edge the first input's name, at the upper left the second's. */
    private void drawNames(Graphics2D g) {
        if (inputs.size() == 2) {
            Font font = theme.tickFont();
            String across = Texts.text("boundary.across", inputs.get(0));
            String up = Texts.text("boundary.up", inputs.get(1));
            double right = area.x + area.width - 4;
            Draw.text(g, Draw.fitting(across, font, area.width - 8), font, theme.text(), right, area.getMaxY() - 4, 1);
            double top = area.y + font.getSize2D() + 2;
            Draw.text(g, Draw.fitting(up, font, area.width - 8), font, theme.text(), area.x + 4, top, 0);
        }
    }

    /** Says why there is nothing to show, such as where the arm diverged; null says that there is no answer yet. */
    public void setState(String state) {
        this.state = state;
    }

    private String none() {
        return state == null ? Texts.text("boundary.none") : state;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (grid == null) {
            area = new Rectangle2D.Double(0, 0, width, height);
            HistogramNote.draw(g, theme, area, none(), false);
            return;
        }
        double aspect = (grid.x1 - grid.x0) / (grid.y1 - grid.y0);
        // Two inputs of other units have no common scale.
        aspect = inputs.isEmpty() ? aspect : 1;
        double w = Math.min(width, height * aspect);
        double h = w / aspect;
        area = new Rectangle2D.Double((width - w) / 2, (height - h) / 2, w, h);
        regions.draw(g, area.x, area.y, w, h, List.of(new Same(grid), new Same(rule), theme), (image, scale) -> {
            RegionPainter.paint(image, grid, theme);
            if (rule != null) {
                RegionPainter.border(image, scale, grid, rule, theme);
            }
        });
        if (Draw.isVector(g)) {
            Graphics2D inner = (Graphics2D) g.create();
            inner.translate(area.x, area.y);
            PointPainter.paint(inner, w, h, grid, former, points, theme);
            inner.dispose();
            drawNames(g);
            return;
        }
        marks.draw(
                g,
                area.x,
                area.y,
                w,
                h,
                List.of(new Same(former), new Same(points), grid.x0, grid.x1, grid.y0, grid.y1, theme),
                (image, scale) -> PointPainter.paint(image, scale, grid, former, points, theme));
        drawNames(g);
    }

    /** A key that is the same only for the same object, however much it holds. */
    record Same(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    @Override
    public String describe(double x, double y) {
        if (grid == null || !area.contains(x, y)) {
            return null;
        }
        double a = grid.x0 + (x - area.x) / area.width * (grid.x1 - grid.x0);
        double b = grid.y1 - (y - area.y) / area.height * (grid.y1 - grid.y0);
        int best = best(a, b);
        if (best < 0) {
            return Texts.text("boundary.nan", Numbers.value(a), Numbers.value(b));
        }
        String text = Texts.text(
                "boundary.at",
                Numbers.value(a),
                Numbers.value(b),
                name(best),
                Numbers.percent(grid.probability(column(a), row(b), best)));
        DataPoint point = near(x, y);
        if (point == null) {
            return text;
        }
        String kind = Texts.text(point.test ? "boundary.test" : "boundary.train", name(point.label));
        return text + '\n' + kind;
    }

    private DataPoint near(double x, double y) {
        DataPoint found = null;
        double least = NEAR * NEAR;
        for (DataPoint point : points) {
            double dx = area.x + (point.x - grid.x0) / (grid.x1 - grid.x0) * area.width - x;
            double dy = area.y + (grid.y1 - point.y) / (grid.y1 - grid.y0) * area.height - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                found = point;
            }
        }
        return found;
    }

    private double column(double x) {
        return (x - grid.x0) / (grid.x1 - grid.x0) * grid.n - 0.5;
    }

    private double row(double y) {
        return (y - grid.y0) / (grid.y1 - grid.y0) * grid.n - 0.5;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("what", "x1", "x2", "class", "probability");
        String answer = Texts.text("numbers.boundary.answer");
        for (int cell = 0; grid != null && cell < grid.n * grid.n; cell++) {
            int row = cell / grid.n;
            int column = cell - row * grid.n;
            for (int label = 0; label < grid.classes; label++) {
                double x = grid.x0 + (column + 0.5) * (grid.x1 - grid.x0) / grid.n;
                double y = grid.y0 + (row + 0.5) * (grid.y1 - grid.y0) / grid.n;
                table.row(answer, x, y, label, grid.cell(row, column, label));
            }
        }
        for (DataPoint point : points) {
            String set = Texts.text("numbers.boundary." + (point.test ? "test" : "train"));
            table.row(set, point.x, point.y, point.label < 0 ? Double.NaN : point.label, Double.NaN);
        }
        return table;
    }

    @Override
    public String summary() {
        if (grid == null) {
            return none();
        }
        long right = points.stream()
                .filter(p -> grid.classes == 2
                        ? grid.probability(column(p.x), row(p.y), 1) > 0.5 == (p.label == 1)
                        : Math.max(0, best(p.x, p.y)) == p.label)
                .count();
        return Texts.text("boundary.summary", grid.classes, right, points.size());
    }

    /** The most probable class at a place; -1 where the arm has no answer. */
    private int best(double x, double y) {
        int best = -1;
        double most = -1;
        for (int k = 0; k < grid.classes; k++) {
            double probability = grid.probability(column(x), row(y), k);
            if (probability > most) {
                most = probability;
                best = k;
            }
        }
        return best;
    }
}
