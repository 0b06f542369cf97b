package normscope.panel;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.chart.HistogramFigure;
import normscope.chart.Role;
import normscope.experiment.Quantity;
import normscope.lab.FewLayers;
import normscope.lab.HistogramView;
import normscope.lab.LabViewModel;
import normscope.lab.LayerRow;
import normscope.nn.NormalizerSpec;
import normscope.stats.Histogram;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The values in the layers: every layer's histograms, or where there is less room those of one layer. */
public final class HistogramsPanel implements Panel {

    private static final double HEAD = 52;
    private static final double NAMES = 84;
    private static final double CARD_WIDTH = 250;
    private static final double CARD_HEIGHT = 160;

    HistogramsPanel() {}

    @Override
    public List<PanelWord> words() {
        return List.of(PanelWord.HISTOGRAMS);
    }

    @Override
    public String id(LabViewModel vm) {
        return "histograms";
    }

    @Override
    public String name(LabViewModel vm) {
        return Texts.text("present.panel.HISTOGRAMS");
    }

    /** One histogram an arm, of the layer that is looked at; in a window and on a page those of all layers in order. */
    @Override
    public List<PanelFigure> figures(LabViewModel vm, Look look) {
        if (look == Look.CARD || look == Look.PAGE) {
            return layers(vm).stream()
                    .map(layer -> row(vm, layer, look))
                    .flatMap(List::stream)
                    .toList();
        }
        return IntStream.range(0, vm.curves().arms())
                .<PanelFigure>mapToObj(arm ->
                        new One(arm, look, new HistogramFigure(Role.of(arm)), Feeds::layer, row -> row.last(arm)))
                .toList();
    }

    /** {@return new figures of one layer, from 0; one a column} */
    public List<PanelFigure> row(LabViewModel vm, int layer, Look look) {
        List<HistogramView> columns = vm.layers().row(layer).columns();
        return IntStream.range(0, columns.size())
                .<PanelFigure>mapToObj(column -> new One(
                        columns.get(column).arm(),
                        look,
                        new HistogramFigure(role(columns.get(column))),
                        any -> layer,
                        row -> row.columns().get(column)))
                .toList();
    }

    private static List<Integer> layers(LabViewModel vm) {
        return FewLayers.of(vm.layers().layerCountProperty().get());
    }

    /** The columns of histograms, as any layer has them. */
    private static List<HistogramView> columns(LabViewModel vm) {
        return vm.layers().row(0).columns();
    }

    /** {@return the colour of a histogram: that of its arm, paler before normalization} */
    public static Role role(HistogramView view) {
        return new Role(view.arm(), view.place() == HistogramView.Place.BEFORE);
    }

    /** {@return what stands above the column of a histogram: wordings from long to short, with a bar between them} */
    public static String head(LabViewModel vm, HistogramView view) {
        String name = Feeds.name(vm, view.arm(), "");
        return name.isEmpty()
                ? Texts.text("column." + view.place())
                : Texts.text("column." + view.place() + ".named", name.replace('|', '/'));
    }

    /** {@return what the column of a histogram shows: wordings from long to short, with a bar between them} */
    public static String headNote(LabViewModel vm, HistogramView view) {
        NormalizerSpec normalizer =
                vm.configProperty().get().arms().get(view.arm()).firstNormalizer();
        boolean batchOrNone = normalizer instanceof NormalizerSpec.None || normalizer instanceof NormalizerSpec.Batch;
        if (view.place() == HistogramView.Place.BEFORE && !batchOrNone) {
            return Texts.text("column.BEFORE.note.normalized", Texts.text("normalizer." + normalizer.kind()));
        }
        if (view.place() != HistogramView.Place.AFTER) {
            return Texts.text("column." + view.place() + ".note");
        }
        Quantity after = vm.layers().afterProperty().get();
        if (!batchOrNone && (after == Quantity.Z_NORM || after == Quantity.Z_TILDE)) {
            return Texts.text("column.AFTER.note." + normalizer.kind());
        }
        if (normalizer instanceof NormalizerSpec.Batch batch && batch.ghostSize() > 0 && after == Quantity.Z_TILDE) {
            return Texts.text("column.AFTER.note.ghost", batch.ghostSize());
        }
        String activation =
                Texts.text("activation." + vm.configProperty().get().network().activation());
        return Texts.text("column.AFTER.note." + vm.layers().afterProperty().get(), activation);
    }

    /** {@return what the histograms of a layer are of: its units, or the one of them that is looked at} */
    public static String units(LayerRow row) {
        return row.unit() < 0
                ? Texts.text("row.units", row.units())
                : Texts.text("row.unit", row.unit() + 1, row.units());
    }

    /** {@return how many times wider a layer's axis is than that of the outlines was; empty if it is the same} */
    public static String widened(LayerRow row) {
        return row.wider() == 1 ? "" : Texts.text("row.axis", Numbers.tick(row.wider(), 0.1));
    }

    @Override
    public Area area(LabViewModel vm, double unit) {
        return Area.ofSize(
                NAMES * unit + columns(vm).size() * (CARD_WIDTH * unit + Area.GAP) - Area.GAP,
                HEAD * unit + layers(vm).size() * (CARD_HEIGHT * unit + Area.GAP) - Area.GAP);
    }

    @Override
    public void put(FigurePage page, LabViewModel vm, List<PanelFigure> figures, Area area, double unit) {
        double top = area.y() + HEAD * unit;
        page.text(Texts.text("figure.modes"), area.x() + 4, area.y() + 12 * unit - 10, null, false);
        for (int column = 0; column < columns(vm).size(); column++) {
            HistogramView view = columns(vm).get(column);
            double y = top - 26 * unit;
            page.text(Feeds.wording(head(vm, view), 1), x(area, column, unit), y, Role.of(view.arm()), true);
            page.text(Feeds.wording(headNote(vm, view), 0), x(area, column, unit), y + 16 * unit, null, false);
        }
        for (int i = 0; i < layers(vm).size(); i++) {
            int layer = layers(vm).get(i);
            double y = top + i * (CARD_HEIGHT * unit + Area.GAP);
            double middle = y + CARD_HEIGHT * unit / 2;
            page.text(Texts.text("row.layer", layer + 1), area.x(), middle, null, true);
            page.text(units(vm.layers().row(layer)), area.x(), middle + 16 * unit, null, false);
            int columns = columns(vm).size();
            for (int column = 0; column < columns; column++) {
                Figure figure = figures.get(i * columns + column).feed(vm, 0);
                page.card(figure, x(area, column, unit), y, CARD_WIDTH * unit, CARD_HEIGHT * unit);
            }
        }
    }

    private static double x(Area area, int column, double unit) {
        return area.x() + NAMES * unit + column * (CARD_WIDTH * unit + Area.GAP);
    }

    /** One histogram at one place: a column of a layer. */
    private record One(
            int arm,
            Look look,
            HistogramFigure chart,
            ToIntFunction<LabViewModel> layer,
            Function<LayerRow, HistogramView> column)
            implements PanelFigure {

        One {
            // Before a class, mean and standard deviation are said in words.
            chart.setStatistics(look == Look.CARD || look == Look.PAGE);
        }

        private LayerRow row(LabViewModel vm) {
            return vm.layers().row(layer.applyAsInt(vm));
        }

        @Override
        public List<Figure> charts() {
            return List.of(chart);
        }

        @Override
        public Figure feed(LabViewModel vm, int points) {
            LayerRow row = row(vm);
            HistogramView view = column.apply(row);
            chart.setAxis(row.axisMin(), row.axisMax());
            chart.setHistogram(view.histogram());
            chart.setOutline(view.outline());
            chart.setDensity(vm.layers().densityProperty().get());
            chart.setState(Feeds.state(view.divergence()));
            if (look == Look.CARD) {
                chart.setTitle(exception(view));
            }
            return chart;
        }

        /** Says of a layer that it is not as the others of its arm; null if it is. */
        private static String exception(HistogramView view) {
            if (view.normalized() == (view.place() != HistogramView.Place.Z)) {
                return null;
            }
            return Texts.text(view.normalized() ? "row.normalized" : "row.not-normalized");
        }

        @Override
        public String note(LabViewModel vm) {
            LayerRow row = row(vm);
            HistogramView view = column.apply(row);
            boolean after = view.place() == HistogramView.Place.AFTER;
            String quantity = after ? vm.layers().afterProperty().get().name() : "Z";
            String what =
                    Texts.text("present.layer", layer.applyAsInt(vm) + 1, Texts.text("present.quantity." + quantity));
            String whole = row.unit() < 0 ? what : Texts.text("present.unit", what, row.unit() + 1);
            return after && !view.normalized() ? Texts.text("present.not-normalized", whole) : whole;
        }

        @Override
        public List<Reading> readings() {
            return List.of(
                    new Reading("mean", "−000.00", vm -> number(vm, Histogram::mean)),
                    new Reading("sd", "000.00", vm -> number(vm, Histogram::sd)));
        }

        private String number(LabViewModel vm, Function<Histogram, Double> statistic) {
            Histogram values = column.apply(row(vm)).histogram();
            double value = values == null ? Double.NaN : statistic.apply(values);
            if (!Double.isFinite(value)) {
                return "–";
            }
            String pattern = Math.abs(value) < 9_999.5 ? "%.2f" : "%.1e";
            String text = String.format(Locale.ROOT, pattern, value);
            return text.matches("-0\\.0*") ? text.substring(1) : text.replace('-', '−');
        }
    }
}
