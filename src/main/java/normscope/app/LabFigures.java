package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import normscope.chart.BandsFigure;
import normscope.chart.BoundaryFigure;
import normscope.chart.ChartTheme;
import normscope.chart.ConfusionFigure;
import normscope.chart.CurvesFigure;
import normscope.chart.Figure;
import normscope.chart.FigureImages;
import normscope.chart.FigurePage;
import normscope.chart.HistogramFigure;
import normscope.chart.Role;
import normscope.cli.FigureWriter;
import normscope.experiment.ArmId;
import normscope.runner.Evaluation;
import normscope.runner.Session;
import normscope.view.FigureFeeds;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LayerRow;

/** Draws a run with the window's own figures, without a window. */
final class LabFigures implements FigureWriter {

    private static final ChartTheme THEME = ChartTheme.LIGHT;
    private static final int SCALE = 2;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int SQUARE = 420;

    /** The page of histograms: margins, a column for the layers' names, three columns of cards. */
    private static final int MARGIN = 16;

    private static final int NAMES = 90;
    private static final int HEAD = 76;
    private static final int CARD_WIDTH = 260;
    private static final int CARD_HEIGHT = 170;
    private static final int GAP = 10;

    private static final long POLL_NANOS = 1_000_000;

    @Override
    public List<Path> write(Session session, Path folder) throws IOException {
        try (LabViewModel vm = new LabViewModel(session)) {
            while (vm.evaluation().evaluationProperty().get() == null) {
                LockSupport.parkNanos(POLL_NANOS);
                vm.pulse();
            }
            List<Path> files = new ArrayList<>();
            files.add(writeHistograms(vm, folder.resolve("histograms.png")));
            for (boolean accuracy : new boolean[] {false, true}) {
                CurvesFigure curves = new CurvesFigure();
                curves.setTitle(accuracy ? "Accuracy" : "Loss", accuracy ? "whole set" : "log scale");
                FigureFeeds.feed(curves, vm, accuracy, WIDTH);
                files.add(write(curves, WIDTH, HEIGHT, folder.resolve(accuracy ? "accuracy.png" : "loss.png")));
            }
            for (int layer = 0; layer < vm.layers().layerCountProperty().get(); layer++) {
                BandsFigure bands = new BandsFigure();
                bands.setTitle("Layer " + (layer + 1), "15 · 50 · 85 %");
                FigureFeeds.feed(bands, vm, layer);
                files.add(write(bands, WIDTH, HEIGHT, folder.resolve("bands-layer-%d.png".formatted(layer + 1))));
            }
            for (ArmId arm : ArmId.values()) {
                String name = (vm.evaluation().twoDimensional() ? "boundary" : "confusion")
                        + (arm == ArmId.WITH ? "-with.png" : "-without.png");
                files.add(write(decision(vm, arm), SQUARE, SQUARE, folder.resolve(name)));
            }
            return files;
        }
    }

    private static Path write(Figure figure, int width, int height, Path file) throws IOException {
        FigureImages.writePng(figure, width, height, SCALE, THEME, file);
        return file;
    }

    private static Figure decision(LabViewModel vm, ArmId arm) {
        Evaluation evaluation = vm.evaluation().evaluationProperty().get();
        if (vm.evaluation().twoDimensional()) {
            BoundaryFigure boundary = new BoundaryFigure();
            boundary.setPoints(FigureFeeds.points(vm.evaluation()));
            boundary.setGrid(FigureFeeds.grid(evaluation, arm, vm.evaluation().classes()));
            boundary.setState(FigureFeeds.end(vm, arm));
            return boundary;
        }
        ConfusionFigure confusion = new ConfusionFigure();
        confusion.setCounts((arm == ArmId.WITH ? evaluation.with() : evaluation.without()).confusion());
        confusion.setState(FigureFeeds.end(vm, arm));
        return confusion;
    }

    private static Path writeHistograms(LabViewModel vm, Path file) throws IOException {
        int layers = vm.layers().layerCountProperty().get();
        int width = 2 * MARGIN + NAMES + 3 * (CARD_WIDTH + GAP);
        int height = HEAD + layers * (CARD_HEIGHT + GAP) + MARGIN;
        FigurePage page = new FigurePage(width, height, THEME);
        page.title("Step " + vm.transport().stepProperty().get() + ", one mini-batch, TRAIN mode");
        page.text("Without batch norm: z", x(0), HEAD - GAP, Role.WITHOUT, true);
        page.text("With, before: z", x(1), HEAD - GAP, Role.WITH, true);
        page.text("With, after: z̃", x(2), HEAD - GAP, Role.WITH, true);
        for (int layer = 0; layer < layers; layer++) {
            LayerRow row = vm.layers().row(layer);
            int y = HEAD + layer * (CARD_HEIGHT + GAP);
            page.text("Layer " + (layer + 1), MARGIN, y + CARD_HEIGHT / 2.0, null, true);
            page.text(row.units() + " units", MARGIN, y + CARD_HEIGHT / 2.0 + 16, null, false);
            HistogramFigure without = new HistogramFigure(Role.WITHOUT);
            HistogramFigure before = new HistogramFigure(Role.WITH_BEFORE);
            HistogramFigure after = new HistogramFigure(Role.WITH);
            FigureFeeds.feed(without, row, row.without(), false);
            FigureFeeds.feed(before, row, row.before(), false);
            FigureFeeds.feed(after, row, row.after(), false);
            page.card(without, x(0), y, CARD_WIDTH, CARD_HEIGHT);
            page.card(before, x(1), y, CARD_WIDTH, CARD_HEIGHT);
            page.card(after, x(2), y, CARD_WIDTH, CARD_HEIGHT);
        }
        page.writePng(file, SCALE);
        return file;
    }

    private static double x(int column) {
        return MARGIN + NAMES + column * (CARD_WIDTH + GAP);
    }
}
