package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import normscope.text.Texts;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/** Numbers in a grid of coloured cells; what diverged has a marked corner, and the best cell a ring. */
public final class HeatMapFigure extends Figure {

    private static final double TOP = 6;
    private static final double FOOT = 18;

    /** What the rows' name needs above them. */
    private static final double ABOVE = 12;

    private static final double GAP = 1.5;
    private static final double ROUND = 5;
    private static final double CORNER = 9;
    private static final double SWATCH = 46;

    /** Below this lightness letters on a cell are white. */
    private static final double DARK = 0.55;

    private static final Color DIVERGED = new Color(0xE5484D);

    /**
     * One cell.
     *
     * @param text the number in it; empty for a cell that is not there yet
     * @param value the same as a number; NaN for none
     * @param shade from 0 to 1; NaN for a cell without a number
     * @param diverged whether its corner is marked
     * @param sentence all about it
     */
    public record Cell(String text, double value, double shade, boolean diverged, String sentence) {}

    /** A cell's place: column from the left, row from below. */
    public record Place(int x, int y) {}

    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final HeaderTitle header = new HeaderTitle();
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private final boolean diverging;
    private List<List<Cell>> rows = List.of();
    private List<String> rowNames = List.of();
    private List<String> columnNames = List.of();
    private String rowsName = "";
    private String columnsName = "";
    private String title = "";
    private String low = "";
    private String high = "";
    private Role role;
    private Place best;
    private Place pointed;

    /** An empty figure. If diverging, 0 and 1 are the arms' colours and 0.5 is nothing; else colours are viridis. */
    public HeatMapFigure(boolean diverging) {
        this.diverging = diverging;
        chart.setNotify(false);
        chart.setTextAntiAlias(true);
        plot.setNotify(false);
        plot.setRenderer(new CellRenderer());
        plot.setDomainGridlinesVisible(false);
        chart.addSubtitle(header);
    }

    /** Sets the names of the axes, and the labels of columns, from the left, and rows, from below. */
    public void setAxes(String xName, List<String> columns, String yName, List<String> ofRows) {
        plot.setDomainAxis(axis(columns));
        plot.setRangeAxis(axis(ofRows));
        rowNames = List.copyOf(ofRows);
        columnNames = List.copyOf(columns);
        rowsName = yName;
        columnsName = xName;
        double[] x = new double[columns.size() * ofRows.size()];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> i % columns.size());
        Arrays.setAll(y, i -> Math.floorDiv(i, columns.size()));
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("", new double[][] {x, y});
        plot.setDataset(data);
    }

    private static SymbolAxis axis(List<String> labels) {
        SymbolAxis axis = new SymbolAxis(null, labels.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, labels.size() - 0.5);
        axis.setAxisLineVisible(false);
        return axis;
    }

    /** Sets the numbers, rows from below, and the best cell or null. Name and ring are in an arm's colour, or null. */
    public void setCells(String name, Role of, List<List<Cell>> cells, Place ringed) {
        title = name;
        role = of;
        rows = cells;
        best = ringed;
    }

    /** Sets what the lowest and the highest shade are of. */
    public void setScale(String least, String most) {
        low = least;
        high = most;
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        header.setTheme(theme);
        header.setTitle(null, null);
        header.showNote(null);
        PlotTheme colours = new PlotTheme(theme);
        colours.apply(chart);
        double names = Draw.widest(theme.tickFont(), Stream.concat(rowNames.stream(), Stream.of(columnsName)));
        colours.room(plot, Math.min(0.4 * width, names) / theme.type() + 6, 2, FOOT);
        plot.setInsets(new RectangleInsets(ABOVE * theme.type(), 0, 0, 0));
        plot.getDomainAxis().setAxisLineVisible(false);
        plot.getRangeAxis().setAxisLineVisible(false);
        plot.setRangeGridlinesVisible(false);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), null, info);
        head(g, width);
        if (theme.hasWords()) {
            nameAxes(g);
        }
    }

    /** The rows' name stands above their labels, the columns' name before theirs. */
    private void nameAxes(Graphics2D g) {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        Font font = theme.tickFont();
        double right = area.getX() - 5;
        double start = Math.max(0, right - Draw.width(font, rowsName));
        Draw.text(g, rowsName, font, theme.muted(), start, area.getY() - 3 * theme.type(), 0);
        double baseline = area.getMaxY() + 4 * theme.type() + font.getSize2D();
        Draw.text(g, columnsName, font, theme.muted(), right, baseline, 1);
    }

    private void head(Graphics2D g, double width) {
        double type = theme.type();
        double baseline = TOP + 6 * type;
        Color colour = role == null ? theme.text() : theme.colour(role);
        double used = Draw.text(g, title, theme.headFont(), colour, 0, baseline, 0);
        Font font = theme.tickFont();
        double swatch = SWATCH * type;
        double left = width - Draw.width(font, high) - 4 - swatch;
        if (high.isEmpty() || left - Draw.width(font, low) - 12 < used) {
            return;
        }
        Draw.text(g, high, font, theme.muted(), width, baseline, 1);
        Draw.text(g, low, font, theme.muted(), left - 4, baseline, 1);
        legend(g, left - Draw.width(font, low) - 12, used, baseline);
        int steps = 23;
        for (int i = 0; i < steps; i++) {
            g.setColor(colour(i / (steps - 1.0)));
            g.fill(new Rectangle2D.Double(
                    left + i * swatch / steps, baseline - 8 * type, swatch / steps + 0.5, 8 * type));
        }
    }

    /** What a marked corner means, where there is one and room to say it. */
    private void legend(Graphics2D g, double right, double left, double baseline) {
        String word = Texts.text("heat.diverged");
        double size = 7 * theme.type();
        double start = right - Draw.width(theme.tickFont(), word);
        boolean any = rows.stream().flatMap(List::stream).anyMatch(Cell::diverged);
        if (any && start - size - 8 > left) {
            corner(g, start - 3, baseline - size, size);
            Draw.text(g, word, theme.tickFont(), theme.muted(), start, baseline, 0);
        }
    }

    private static void corner(Graphics2D g, double right, double top, double size) {
        Path2D corner = new Path2D.Double();
        corner.moveTo(right - size, top);
        corner.lineTo(right, top);
        corner.lineTo(right, top + size);
        corner.closePath();
        g.setColor(DIVERGED);
        g.fill(corner);
    }

    private Color colour(double shade) {
        if (!diverging) {
            return Viridis.colour(shade);
        }
        Color end = theme.colour(Role.of(shade < 0.5 ? 0 : 1));
        return ChartTheme.mix(theme.ground(), end, Math.min(1, 2 * Math.abs(shade - 0.5)));
    }

    /** Draws one item as a cell. */
    private final class CellRenderer extends AbstractXYItemRenderer {

        private static final long serialVersionUID = 1;

        @Override
        public void drawItem(
                Graphics2D g,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo plotInfo,
                XYPlot of,
                ValueAxis domain,
                ValueAxis range,
                XYDataset dataset,
                int series,
                int item,
                CrosshairState crosshair,
                int pass) {
            int x = (int) dataset.getXValue(series, item);
            int y = (int) dataset.getYValue(series, item);
            double left = domain.valueToJava2D(x - 0.5, area, RectangleEdge.BOTTOM);
            double right = domain.valueToJava2D(x + 0.5, area, RectangleEdge.BOTTOM);
            double bottom = range.valueToJava2D(y - 0.5, area, RectangleEdge.LEFT);
            double top = range.valueToJava2D(y + 0.5, area, RectangleEdge.LEFT);
            if (y < rows.size()) {
                cell(
                        g,
                        rows.get(y).get(x),
                        new Place(x, y),
                        new RoundRectangle2D.Double(
                                left + GAP,
                                top + GAP,
                                Math.max(1, right - left - 2 * GAP),
                                Math.max(1, bottom - top - 2 * GAP),
                                ROUND,
                                ROUND));
            }
        }
    }

    private void cell(Graphics2D g, Cell cell, Place place, RoundRectangle2D box) {
        boolean shaded = !Double.isNaN(cell.shade);
        Color fill = shaded ? colour(cell.shade) : theme.ground();
        g.setColor(fill);
        g.fill(box);
        if (!shaded) {
            g.setColor(theme.grid());
            g.setStroke(theme.rule(1));
            g.draw(box);
        }
        if (cell.diverged) {
            corner(g, box.getMaxX(), box.getY(), Math.min(CORNER * theme.type(), box.getHeight() / 2));
        }
        double size = Math.min(10 * theme.type(), 0.7 * box.getHeight());
        double wide = Draw.width(ChartFonts.plain(size), cell.text);
        Font font = ChartFonts.plain(wide > box.getWidth() - 2 ? size * (box.getWidth() - 2) / wide : size);
        Color ink = shaded ? lightness(fill) < DARK ? Color.WHITE : Color.BLACK : theme.muted();
        Draw.text(g, cell.text, font, ink, box.getCenterX(), box.getCenterY() + 0.36 * font.getSize2D(), 0.5);
        if (place.equals(best) || place.equals(pointed)) {
            g.setColor(place.equals(best) && role != null ? theme.colour(role) : theme.text());
            g.setStroke(theme.rule(place.equals(best) ? 2.4 : 1.4));
            g.draw(box);
        }
    }

    private static double lightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }

    /** {@return the cell at a place of the last drawing; null where there is none} */
    public Place placeAt(double x, double y) {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        if (area == null || !area.contains(x, y) || rows.isEmpty()) {
            return null;
        }
        int column = (int) Math.rint(plot.getDomainAxis().java2DToValue(x, area, RectangleEdge.BOTTOM));
        int row = (int) Math.rint(plot.getRangeAxis().java2DToValue(y, area, RectangleEdge.LEFT));
        boolean there = row >= 0
                && row < rows.size()
                && column >= 0
                && column < rows.get(0).size();
        return there ? new Place(column, row) : null;
    }

    /** Marks a cell; null for none. */
    public void setPointed(Place place) {
        pointed = place;
    }

    @Override
    public boolean pointAt(double x, double y) {
        Place now = Double.isNaN(x) ? null : placeAt(x, y);
        boolean changed = !Objects.equals(now, pointed);
        pointed = now;
        return changed;
    }

    @Override
    public String describe(double x, double y) {
        Place place = placeAt(x, y);
        return place == null ? null : rows.get(place.y).get(place.x).sentence + "\n" + Texts.text("sweep.click");
    }

    @Override
    public FigureTable numbers() {
        List<String> names = Stream.of(rowsName, columnsName, title)
                .map(name -> name.isEmpty() ? FigureTable.column("line") : name)
                .toList();
        FigureTable table = new FigureTable(names);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                table.row(
                        rowNames.get(row),
                        columnNames.get(column),
                        rows.get(row).get(column).value);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder(title).append('.');
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (!cell.text.isEmpty()) {
                    text.append(' ').append(cell.sentence).append('.');
                }
            }
        }
        return text.toString();
    }
}
