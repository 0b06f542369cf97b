package normscope.instrument.shift;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import normscope.chart.ChartTheme;
import normscope.chart.Draw;
import normscope.chart.Figure;
import normscope.chart.FigureLegend;
import normscope.chart.FigureTable;
import normscope.chart.HistogramNote;
import normscope.chart.LazyRange;
import normscope.chart.PlotTheme;
import normscope.chart.Role;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** How far each layer has moved: per layer a bar for every arm, on one scale. */
public final class MovesFigure extends Figure {

    /** What is measured, and how far every scale reaches: less than that is hardly anything. */
    public enum Meter {
        /** Single units' distributions, in standard deviations of before. */
        SINGLE(1),
        /** A linear read-out of the layer: percentage points of accuracy that it has lost. */
        READ_OUT(50);

        private final double least;

        Meter(double least) {
            this.least = least;
        }
    }

    private static final double TALLEST_ROW = 96;
    private static final double THICKEST_BAR = 22;
    private static final double LAYERS = 18;
    private static final double NUMBERS = 34;
    private static final double LEGEND = 20;
    private static final double FOOT = 16;

    private final LazyRange range = new LazyRange();
    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final BarRenderer renderer = new BarRenderer();
    private final CategoryPlot plot = new CategoryPlot(data, new CategoryAxis(), new NumberAxis(), renderer);
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final FigureLegend legend = new FigureLegend();
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private List<List<Double>> moves = List.of();
    private Meter meter = Meter.SINGLE;
    private List<String> names = List.of(Texts.text("arm.without"), Texts.text("arm.with"));

    public MovesFigure() {
        chart.setNotify(false);
        chart.addSubtitle(legend);
        plot.setNotify(false);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0);
        renderer.setMinimumBarLength(0);
        renderer.setDefaultItemLabelGenerator(new Labels());
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    }

    /** Forgets the scale, for something else that happened. */
    public void restart() {
        range.reset();
    }

    public void setMeter(Meter meter) {
        if (meter != this.meter) {
            range.reset();
        }
        this.meter = meter;
    }

    /**
     * Sets the distances, in the unit of the meter: of each arm one a hidden layer, NaN where it has diverged; or none.
     */
    public void setMoves(List<List<Double>> moves) {
        this.moves = List.copyOf(moves);
        data.clear();
        for (int arm = 0; arm < moves.size(); arm++) {
            for (int layer = 0; layer < moves.get(arm).size(); layer++) {
                double move = moves.get(arm).get(layer);
                data.addValue(Double.isNaN(move) ? 0 : Math.max(0, move), Role.of(arm), Integer.valueOf(layer + 1));
            }
        }
    }

    void setNames(List<String> ofArms) {
        names = List.copyOf(ofArms);
    }

    private int layers() {
        return data.getColumnCount();
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (layers() == 0) {
            HistogramNote.draw(g, theme, new Rectangle2D.Double(0, 0, width, height), Texts.text("moves.none"), false);
            return;
        }
        update(width);
        double foot = theme.hasWords() ? FOOT * theme.type() : 0;
        double tallest = (LEGEND + TALLEST_ROW * layers()) * theme.type();
        double shown = Math.min(height - foot, tallest);
        renderer.setMaximumBarWidth(THICKEST_BAR * theme.type() / Math.max(1, shown - LEGEND * theme.type()));
        chart.draw(g, new Rectangle2D.Double(0, 0, width, shown), null, info);
        if (foot > 0) {
            Draw.text(g, unit(width), theme.tickFont(), theme.faint(), 0, shown + foot - 4 * theme.type(), 0);
        }
    }

    /** The longest wording that there is room for. */
    private String unit(double width) {
        String[] wordings = Texts.text("moves.unit." + meter).split("\\|", -1);
        return Arrays.stream(wordings)
                .filter(words -> Draw.width(theme.tickFont(), words) <= width)
                .findFirst()
                .orElse(wordings[wordings.length - 1]);
    }

    private void update(double width) {
        double type = theme.type();
        new PlotTheme(theme).apply(chart);
        AxisSpace names = new AxisSpace();
        names.setLeft(LAYERS * type);
        plot.setFixedDomainAxisSpace(names);
        plot.setInsets(new RectangleInsets(PlotTheme.TOP * type, 0, 0, 0));
        range.fitLinear(0, Math.max(meter.least, greatest()));
        // Behind the longest bar there is room for its number.
        double room = Math.max(1, width - LAYERS * type);
        double bars = Math.max(room / 2, room - NUMBERS * type);
        plot.getRangeAxis().setRange(0, range.max() * room / bars);
        renderer.setDefaultItemLabelFont(theme.tickFont());
        renderer.setDefaultItemLabelPaint(theme.text());
        renderer.setItemLabelAnchorOffset(4 * type);
        for (int arm = 0; arm < moves.size(); arm++) {
            renderer.setSeriesPaint(arm, ChartTheme.fade(theme.colour(Role.of(arm)), theme.fillStrength()));
        }
        legend.show(
                theme,
                theme.labelFont(),
                12,
                Role.ARMS.stream().map(this::entry).toList());
    }

    private LegendItem entry(Role role) {
        double type = theme.type();
        Color colour = theme.colour(role);
        Rectangle2D square = new Rectangle2D.Double(0, 0, 9 * type, 8 * type);
        return FigureLegend.shape(Texts.text("moves." + role.arm(), names.get(role.arm())), colour, colour, square);
    }

    private double greatest() {
        return moves.stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .max(Double::compare)
                .orElse(0.0);
    }

    /** The number at the end of a bar. */
    private final class Labels extends StandardCategoryItemLabelGenerator {

        private static final long serialVersionUID = 1;

        @Override
        public String generateLabel(CategoryDataset of, int arm, int layer) {
            double move = moves.get(arm).get(layer);
            return Double.isNaN(move) ? Texts.text("curves.ended") : number(move);
        }
    }

    @Override
    public String describe(double x, double y) {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        boolean inside = layers() > 0 && y >= area.getY() && y < area.getMaxY();
        return inside ? line((int) ((y - area.getY()) / area.getHeight() * layers())) : null;
    }

    private String line(int layer) {
        return Texts.text(
                "moves.at." + meter,
                Integer.toString(layer + 1),
                number(0, layer),
                number(1, layer),
                names.get(0),
                names.get(1));
    }

    private String number(int arm, int layer) {
        double value = moves.get(arm).get(layer);
        return Double.isNaN(value) ? Texts.text("curves.ended") : number(value);
    }

    private String number(double value) {
        return meter == Meter.READ_OUT ? Numbers.tick(value, 0.1) : Numbers.value(value, 100);
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("arm", "layer", "move." + meter);
        for (int arm = 0; arm < moves.size(); arm++) {
            for (int layer = 0; layer < moves.get(arm).size(); layer++) {
                table.row(Role.of(arm).word(names), layer + 1, moves.get(arm).get(layer));
            }
        }
        return table;
    }

    @Override
    public String summary() {
        if (layers() == 0) {
            return Texts.text("moves.none");
        }
        StringBuilder text = new StringBuilder(Texts.text("moves.summary." + meter));
        for (int layer = 0; layer < layers(); layer++) {
            text.append(' ').append(line(layer)).append('.');
        }
        return text.toString();
    }
}
