package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import normscope.chart.BandsFigure;
import normscope.chart.ChartTheme;
import normscope.chart.CurvesFigure;
import normscope.chart.Figure;
import normscope.chart.FigureImages;
import normscope.cli.FigureWriter;
import normscope.experiment.Arms;
import normscope.runner.Session;
import normscope.view.FigureFeeds;
import normscope.view.export.FigureKind;
import normscope.view.export.FigureSheets;
import normscope.viewmodel.LabViewModel;

/** Draws a run with the window's own figures, without a window. */
final class LabFigures implements FigureWriter {

    private static final ChartTheme THEME = ChartTheme.LIGHT;
    private static final int SCALE = 2;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int SQUARE = 420;

    private static final long POLL_NANOS = 1_000_000;

    @Override
    public List<Path> write(Session session, Path folder) throws IOException {
        try (LabViewModel vm = new LabViewModel(session)) {
            while (vm.evaluation().evaluationProperty().get() == null) {
                LockSupport.parkNanos(POLL_NANOS);
                vm.pulse();
            }
            List<Path> files = new ArrayList<>();
            Path histograms = folder.resolve("histograms.png");
            FigureSheets.page(vm, FigureKind.HISTOGRAMS, THEME).writePng(histograms, SCALE);
            files.add(histograms);
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
                files.add(write(
                        bands,
                        WIDTH,
                        HEIGHT,
                        folder.resolve(String.format(Locale.ROOT, "bands-layer-%d.png", layer + 1))));
            }
            for (int arm = 0; arm < vm.curves().arms(); arm++) {
                String name = (vm.evaluation().twoDimensional() ? "boundary-" : "confusion-") + Arms.key(arm) + ".png";
                files.add(write(FigureSheets.decision(vm, arm), SQUARE, SQUARE, folder.resolve(name)));
            }
            return files;
        }
    }

    private static Path write(Figure figure, int width, int height, Path file) throws IOException {
        FigureImages.writePng(figure, width, height, SCALE, THEME, file);
        return file;
    }
}
