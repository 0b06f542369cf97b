package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * A loss on a square of the plane as contours at equal ratios, with a way on it. A bar below it tells what the colours
 * mean; figures that are to be compared get the same scale.
 */
public final class LandscapeFigure extends XYFigure {

    /** So many colours, and lines between them. */
    private static final int BANDS = 14;

    private static final double BAR = 10;
    private static final double BAR_ROOM = 30;
    private static final double DOT = 4;

    /** So many times the loss of a guess, or of the middle, and more, are not told apart. */
    private static final double HIGHEST = 10;

    private static final double LEAST = 1e-9;

    /** Where the logarithm of what is not finite lies. */
    private static final double BEYOND = 700;

    private final CachedLayer contours = new CachedLayer();
    /** Of the losses, at row * side + column, row 0 lowest; null for none. */
    private double[] logarithms;

    private double[] losses;
    private int side;
    private double reach = 1;
    private String title = "";
    private String note;
    private String state = "";
    private String said = "";
    private double low = 0.1;
    private double high = 1;
    private double[] x = {};
    private double[] y = {};

    public LandscapeFigure() {
        super(new TickedAxis.Linear(false, 50), new Room(PLAIN.left(), 2, NAMED.foot() + BAR_ROOM));
        renderer.addAnnotation(new Contours(), Layer.BACKGROUND);
    }

    /**
     * Sets the head: whose loss it is, in whose colour, its name, and an addition that is left out where there is no
     * room; null for none.
     */
    public void setTitle(int arm, String name, String light) {
        header.setRole(Role.of(arm));
        title = name;
        note = light;
    }

    /**
     * Sets the losses on a square around 0.
     *
     * @param grid losses at row * points + column, row 0 lowest; null for none. Not copied; must not change afterwards.
     * @param points grid points a side
     * @param to how far the square goes to each side
     * @param least where the scale begins, above 0
     * @param most where it ends
     */
    public void setGrid(double[] grid, int points, double to, double least, double most) {
        if (grid != losses) {
            losses = grid;
            logarithms = grid == null
                    ? null
                    : Arrays.stream(grid)
                            .map(loss ->
                                    Double.isNaN(loss) ? BEYOND : Math.max(-BEYOND, Math.min(BEYOND, Math.log(loss))))
                            .toArray();
        }
        side = points;
        reach = to;
        low = least;
        high = most;
    }

    /**
     * {@return a scale for landscapes, whose middle is in the middle, that are to be compared: the least loss; and the
     * largest, or ten times that of a guess among these classes or of the middle if that is less}
     */
    public static double[] scale(List<double[]> landscapes, int classes) {
        double[] all = landscapes.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double middle = landscapes.stream()
                .mapToDouble(of -> of[of.length / 2])
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double least = Math.max(LEAST, DoubleStream.of(all).min().orElse(LEAST));
        double most = DoubleStream.of(all).max().orElse(1);
        return new double[] {least, Math.max(2 * least, Math.min(most, HIGHEST * Math.max(Math.log(classes), middle)))};
    }

    /** The logarithm of the loss at a place within the square: bilinear between those of the grid. */
    private double logarithm(double atX, double atY) {
        double column = place(atX);
        double row = place(atY);
        int left = Math.min((int) column, side - 2);
        int below = Math.min((int) row, side - 2);
        double u = column - left;
        double v = row - below;
        return (1 - v) * ((1 - u) * at(below, left) + u * at(below, left + 1))
                + v * ((1 - u) * at(below + 1, left) + u * at(below + 1, left + 1));
    }

    private double place(double value) {
        return Math.max(0, Math.min(side - 1.0, (value / reach + 1) / 2 * (side - 1)));
    }

    private double at(int row, int column) {
        return logarithms[row * side + column];
    }

    /** Sets the way from the middle, its present end last; the middle itself is drawn anyway. */
    public void setWay(double[] first, double[] second) {
        x = first;
        y = second;
    }

    /** Sets what stands there while there are no losses, and what the summary says else. */
    public void setState(String without, String sentence) {
        state = without;
        said = sentence;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        super.draw(g, width, height);
        if (logarithms == null) {
            HistogramNote.draw(g, theme, area(), state, false);
        } else if (theme.hasWords()) {
            drawBar(g);
        }
    }

    @Override
    protected void update(double width) {
        header.setTitle(title, note);
        header.showNote(null);
        double unit = Math.min(room().getWidth(), room().getHeight()) / (2 * reach);
        setX(-room().getWidth() / unit / 2, room().getWidth() / unit / 2);
        setY(Scale.LINEAR, -room().getHeight() / unit / 2, room().getHeight() / unit / 2);
        plot.getDomainAxis().setLabel(Texts.text("landscape.axis"));
        if (logarithms == null) {
            show(List.of());
            return;
        }
        double line = theme.line();
        Color halo = theme.card();
        Color ink = theme.text();
        double endX = x.length == 0 ? 0 : x[x.length - 1];
        double endY = y.length == 0 ? 0 : y[y.length - 1];
        show(List.of(
                PlotSeries.line(x, y, halo, theme.stroke(4), 0),
                PlotSeries.line(x, y, ink, theme.stroke(1.8), 0),
                PlotSeries.dot(0, 0, halo, PlotSeries.disc((DOT + 1.5) * line)),
                PlotSeries.dot(0, 0, ink, theme.stroke(1.6).createStrokedShape(PlotSeries.disc(DOT * line))),
                PlotSeries.dot(endX, endY, halo, PlotSeries.disc((DOT + 1.2) * line)),
                PlotSeries.dot(endX, endY, ink, PlotSeries.disc(DOT * line))));
    }

    private int band(double logarithm) {
        double share = (logarithm - Math.log(low)) / (Math.log(high) - Math.log(low));
        return (int) Math.max(0, Math.min(BANDS - 1.0, Math.floor(share * BANDS)));
    }

    private static Color colour(int band) {
        return Viridis.colour(band / (BANDS - 1.0));
    }

    private double border(int band) {
        return Math.log(low) + (Math.log(high) - Math.log(low)) * band / BANDS;
    }

    /** Below the axis, as wide as the plot: the scale of the colours with its ends, and with room its middle. */
    private void drawBar(Graphics2D g) {
        double type = theme.type();
        Rectangle2D area = area();
        double top = area.getMaxY() + NAMED.foot() * type;
        double each = area.getWidth() / BANDS;
        for (int band = 0; band < BANDS; band++) {
            g.setColor(colour(band));
            g.fill(new Rectangle2D.Double(area.getX() + band * each, top, each + 0.5, BAR * type));
        }
        boolean beyond = Arrays.stream(logarithms).anyMatch(of -> of > Math.log(high) + 1e-9);
        double baseline = top + (BAR + 11) * type;
        String most = (beyond ? "\u2265 " : "") + Numbers.significant(high);
        double ends = Draw.width(theme.tickFont(), most) + Draw.width(theme.tickFont(), Numbers.significant(low));
        // Where both do not fit below the bar, the left one begins before it.
        double left = Math.min(area.getX(), area.getMaxX() - ends - 6 * type);
        write(g, Numbers.significant(low), left, baseline, 0);
        write(g, most, area.getMaxX(), baseline, 1);
        String middle = Numbers.significant(Math.sqrt(low * high));
        if (area.getWidth() > ends + 2 * Draw.width(theme.tickFont(), middle)) {
            write(g, middle, area.getCenterX(), baseline, 0.5);
        }
    }

    private void write(Graphics2D g, String number, double x, double baseline, double align) {
        Draw.text(g, number, theme.tickFont(), theme.muted(), x, baseline, align);
    }

    /** The coloured bands and the lines between them, under the way. */
    private final class Contours extends AbstractXYAnnotation {

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
            if (logarithms == null) {
                return;
            }
            List<Object> key =
                    List.of(theme, new BoundaryFigure.Same(losses), reach, low, high, area, domain.getRange());
            contours.draw(g, area.getX(), area.getY(), area.getWidth(), area.getHeight(), key, (image, scale) -> {
                paint(image, scale, area);
                Graphics2D on = image.createGraphics();
                on.scale(scale, scale);
                on.translate(-area.getX(), -area.getY());
                Draw.quality(on);
                on.setColor(ChartTheme.fade(Color.BLACK, 0.35));
                on.setStroke(theme.thin(0.8));
                for (int band = 1; band < BANDS; band++) {
                    on.draw(line(border(band)));
                }
                on.dispose();
            });
        }
    }

    private void paint(BufferedImage image, double scale, Rectangle2D area) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        for (int j = 0; j < image.getHeight(); j++) {
            double b = valueY(area.getY() + (j + 0.5) / scale);
            for (int i = 0; i < width; i++) {
                double a = valueX(area.getX() + (i + 0.5) / scale);
                if (Math.abs(a) <= reach && Math.abs(b) <= reach) {
                    pixels[j * width + i] = colour(band(logarithm(a, b))).getRGB();
                }
            }
        }
    }

    /** The line of one logarithm, by marching squares: in each cell from edge to edge, straight. */
    private Path2D line(double level) {
        Path2D line = new Path2D.Double();
        double step = 2 * reach / (side - 1);
        double[] crossings = new double[8];
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                int found = crossings(level, row, column, crossings);
                // In a saddle all four edges are crossed: the lines join those that come one after the other.
                for (int i = 0; i + 1 < found; i += 2) {
                    line.moveTo(
                            x(-reach + step * (column + crossings[2 * i])),
                            y(-reach + step * (row + crossings[2 * i + 1])));
                    line.lineTo(
                            x(-reach + step * (column + crossings[2 * i + 2])),
                            y(-reach + step * (row + crossings[2 * i + 3])));
                }
            }
        }
        return line;
    }

    /** Where a level crosses the edges of a cell, from 0 to 1: below, right, above, left. */
    private int crossings(double level, int row, int column, double[] out) {
        double[] corners = {at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)};
        int found = 0;
        for (int edge = 0; edge < 4; edge++) {
            double from = corners[edge];
            double to = corners[(edge + 1) % 4];
            if (from < level != to < level) {
                double t = (level - from) / (to - from);
                out[2 * found] = edge == 0 ? t : edge == 1 ? 1 : edge == 2 ? 1 - t : 0;
                out[2 * found + 1] = edge == 0 ? 0 : edge == 1 ? t : edge == 2 ? 1 : 1 - t;
                found++;
            }
        }
        return found;
    }

    @Override
    public String describe(double atX, double atY) {
        if (logarithms == null || !contains(atX, atY)) {
            return null;
        }
        double a = valueX(atX);
        double b = valueY(atY);
        if (Math.abs(a) > reach || Math.abs(b) > reach) {
            return null;
        }
        return Texts.text(
                "landscape.at",
                Numbers.significant(a),
                Numbers.significant(b),
                Numbers.significant(Math.exp(logarithm(a, b))));
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("what", "along-1", "along-2", "loss");
        for (int i = 0; losses != null && i < losses.length; i++) {
            int row = i / side;
            double step = 2 * reach / (side - 1);
            table.row(
                    Texts.text("numbers.landscape.loss"),
                    (i - row * side) * step - reach,
                    row * step - reach,
                    losses[i]);
        }
        for (int i = 0; i < x.length; i++) {
            table.row(Texts.text("numbers.landscape.way"), x[i], y[i], Double.NaN);
        }
        return table;
    }

    @Override
    public String summary() {
        return title + ": " + (logarithms == null ? state : said);
    }
}
