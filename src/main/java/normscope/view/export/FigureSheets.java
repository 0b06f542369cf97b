package normscope.view.export;

import java.util.List;
import java.util.Locale;
import normscope.chart.BandsFigure;
import normscope.chart.BoundaryFigure;
import normscope.chart.ChartTheme;
import normscope.chart.ConfusionFigure;
import normscope.chart.CurvesFigure;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.chart.HistogramFigure;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.runner.Evaluation;
import normscope.text.Numbers;
import normscope.view.FigureFeeds;
import normscope.view.text.Texts;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LayerRow;

/** The window's figures on pages of their own, each with the experiment and the step it shows. */
public final class FigureSheets {

    private static final double MARGIN = 16;
    private static final double HEAD = 64;
    private static final double GAP = 10;
    private static final double NAMES = 84;
    private static final double CARD_WIDTH = 250;
    private static final double CARD_HEIGHT = 160;
    private static final double COLUMN_WIDTH = 420;
    private static final double SQUARE = (COLUMN_WIDTH - GAP) / 2;
    private static final double DECISION_HEAD = 26;

    private final LabViewModel vm;
    private final ChartTheme theme;
    /** One root size scales everything, as in the window. */
    private final double unit;

    private FigureSheets(LabViewModel vm, ChartTheme theme) {
        this.vm = vm;
        this.theme = theme;
        this.unit = theme.type();
    }

    /**
     * Puts what is shown now on a page. The page has figures of its own: later changes don't reach it.
     *
     * @param vm what is shown
     * @param kind which figure
     * @param theme colours and sizes
     * @return the page, to be drawn on any thread
     */
    public static FigurePage page(LabViewModel vm, FigureKind kind, ChartTheme theme) {
        FigureSheets sheets = new FigureSheets(vm, theme);
        return switch (kind) {
            case HISTOGRAMS -> sheets.histograms();
            case LOSS, ACCURACY -> sheets.single(kind, sheets.curves(kind == FigureKind.ACCURACY));
            case DECISIONS -> sheets.decisions();
            case BANDS -> sheets.single(kind, sheets.bands());
            case WINDOW -> sheets.window();
        };
    }

    /**
     * What an experiment is called: by its name, or by what it learns.
     *
     * @param config the experiment
     * @return never empty
     */
    public static String name(ExperimentConfig config) {
        return config.name().isBlank()
                ? Texts.text("data." + config.data().kind())
                : config.name().strip();
    }

    private FigurePage page(FigureKind kind, double width, double height) {
        String what = Texts.text("figure." + kind.name().toLowerCase(Locale.ROOT), Numbers.grouped(bandLayer() + 1));
        String when = Texts.text(
                "figure.when",
                name(vm.configProperty().get()),
                Numbers.grouped(vm.transport().stepProperty().get()));
        FigurePage page = new FigurePage((int) Math.ceil(width), (int) Math.ceil(height), theme);
        page.title(kind == FigureKind.WINDOW ? when : what + " · " + when);
        return page;
    }

    private FigurePage single(FigureKind kind, Figure figure) {
        double width = 720 * unit;
        double height = 460 * unit;
        double head = (HEAD - 12) * unit;
        return page(kind, width, height).card(figure, MARGIN, head, width - 2 * MARGIN, height - head - MARGIN);
    }

    private FigurePage histograms() {
        double width = histogramsWidth() + 2 * MARGIN;
        FigurePage page = page(FigureKind.HISTOGRAMS, width, histogramsBottom() + MARGIN);
        addHistograms(page);
        return page;
    }

    private double histogramsWidth() {
        return NAMES * unit + columns().size() * (CARD_WIDTH * unit + GAP) - GAP;
    }

    private double histogramsTop() {
        return (HEAD + 40) * unit;
    }

    private double histogramsBottom() {
        return histogramsTop() + layers() * (CARD_HEIGHT * unit + GAP) - GAP;
    }

    private int layers() {
        return vm.layers().layerCountProperty().get();
    }

    private void addHistograms(FigurePage page) {
        page.text(Texts.text("figure.modes"), MARGIN + 4, HEAD * unit - 10, null, false);
        for (int column = 0; column < columns().size(); column++) {
            addHead(page, column, columns().get(column));
        }
        for (int layer = 0; layer < layers(); layer++) {
            LayerRow row = vm.layers().row(layer);
            double y = histogramsTop() + layer * (CARD_HEIGHT * unit + GAP);
            double middle = y + CARD_HEIGHT * unit / 2;
            page.text(Texts.text("row.layer", layer + 1), MARGIN, middle, null, true);
            page.text(units(row), MARGIN, middle + 16 * unit, null, false);
            for (int column = 0; column < row.columns().size(); column++) {
                addHistogram(page, column, y, row, row.columns().get(column));
            }
        }
    }

    private static String units(LayerRow row) {
        if (row.unit() >= 0) {
            return Texts.text("row.unit", row.unit() + 1, row.units());
        }
        return Texts.text(row.units() == 1 ? "row.one-unit" : "row.units", row.units());
    }

    /** The columns of histograms, as any layer has them. */
    private List<HistogramView> columns() {
        return vm.layers().row(0).columns();
    }

    private void addHead(FigurePage page, int column, HistogramView view) {
        double y = histogramsTop() - 26 * unit;
        page.text(shortest(FigureFeeds.head(view), 1), x(column), y, FigureFeeds.role(view.arm()), true);
        page.text(shortest(FigureFeeds.headNote(vm, view), 0), x(column), y + 16 * unit, null, false);
    }

    /** One of the wordings that the window chooses from. */
    private static String shortest(String wordings, int index) {
        String[] all = wordings.split("\\|");
        return all[Math.min(index, all.length - 1)];
    }

    private void addHistogram(FigurePage page, int column, double y, LayerRow row, HistogramView view) {
        HistogramFigure figure = new HistogramFigure(FigureFeeds.role(view));
        FigureFeeds.feed(figure, row, view, vm.layers().densityProperty().get());
        page.card(figure, x(column), y, CARD_WIDTH * unit, CARD_HEIGHT * unit);
    }

    private double x(int column) {
        return MARGIN + NAMES * unit + column * (CARD_WIDTH * unit + GAP);
    }

    private Figure curves(boolean accuracy) {
        CurvesFigure curves = new CurvesFigure();
        curves.setTitle(Texts.text("curves.accuracy." + accuracy), null);
        FigureFeeds.feed(curves, vm, accuracy, (int) (600 * unit));
        return curves;
    }

    private Figure bands() {
        BandsFigure bands = new BandsFigure();
        bands.setTitle(Texts.text("row.layer", bandLayer() + 1), shortest(FigureFeeds.bandsNote(vm), 0));
        FigureFeeds.feed(bands, vm, bandLayer());
        return bands;
    }

    private int bandLayer() {
        return Math.min(vm.curves().bandLayerProperty().get(), layers() - 1);
    }

    private FigurePage decisions() {
        double top = (HEAD + 8) * unit;
        double side = 2 * SQUARE * unit * 0.9;
        FigurePage page = page(FigureKind.DECISIONS, 2 * MARGIN + 2 * side + GAP, top + side + MARGIN);
        addDecisions(page, MARGIN, top, side);
        return page;
    }

    private void addDecisions(FigurePage page, double x, double y, double side) {
        for (int arm = 0; arm < vm.curves().arms(); arm++) {
            double left = x + arm * (side + GAP);
            Evaluation evaluation = vm.evaluation().evaluationProperty().get();
            double accuracy =
                    evaluation == null ? Double.NaN : evaluation.arm(arm).testAccuracy();
            String name =
                    Texts.text("figure.arm", Texts.text("decision." + Arms.key(arm)), Numbers.percent(accuracy, 1));
            page.text(name, left, y - 9 * unit, FigureFeeds.role(arm), true);
            page.card(decision(vm, arm), left, y, side, side);
        }
    }

    /**
     * What an arm decides at the shown moment.
     *
     * @param vm what is shown
     * @param arm which arm, from 0
     * @return its regions with the data in the plane, else its confusion matrix
     */
    public static Figure decision(LabViewModel vm, int arm) {
        Evaluation evaluation = vm.evaluation().evaluationProperty().get();
        if (vm.evaluation().twoDimensional()) {
            BoundaryFigure boundary = new BoundaryFigure();
            boundary.setPoints(FigureFeeds.points(vm.evaluation()));
            boundary.setFormer(FigureFeeds.former(vm.evaluation()));
            boundary.setGrid(
                    evaluation == null
                            ? null
                            : FigureFeeds.grid(evaluation, arm, vm.evaluation().classes()));
            boundary.setState(FigureFeeds.end(vm, arm));
            return boundary;
        }
        ConfusionFigure confusion = new ConfusionFigure();
        if (evaluation != null) {
            confusion.setCounts(evaluation.arm(arm).confusion());
        }
        confusion.setState(FigureFeeds.end(vm, arm));
        return confusion;
    }

    private FigurePage window() {
        double left = MARGIN + histogramsWidth() + 2 * MARGIN;
        double column = COLUMN_WIDTH * unit;
        double side = SQUARE * unit;
        double top = (HEAD - 12) * unit;
        double bottom = Math.max(histogramsBottom(), top + side + (DECISION_HEAD + 2 * 170) * unit + 2 * GAP);
        FigurePage page = page(FigureKind.WINDOW, left + column + MARGIN, bottom + MARGIN);
        addHistograms(page);
        double high = (bottom - top - side - DECISION_HEAD * unit - 2 * GAP) / 2;
        page.card(curves(vm.curves().showAccuracyProperty().get()), left, top, column, high);
        addDecisions(page, left, top + high + GAP + DECISION_HEAD * unit, side);
        page.card(bands(), left, bottom - high, column, high);
        return page;
    }
}
