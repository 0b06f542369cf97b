package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import normscope.chart.ChartTheme;
import normscope.chart.Figure;
import normscope.chart.FigureImages;
import normscope.cli.FigureWriter;
import normscope.experiment.Arms;
import normscope.export.FigureSheets;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.Panels;
import normscope.runner.Session;

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
            FigureSheets.page(vm, Panels.HISTOGRAMS, THEME).writePng(histograms, SCALE);
            files.add(histograms);
            for (boolean accuracy : new boolean[] {false, true}) {
                vm.curves().showAccuracyProperty().set(accuracy);
                files.add(write(vm, Panels.CURVES, folder.resolve(Panels.CURVES.id(vm) + ".png")));
            }
            for (int layer = 0; layer < vm.layers().layerCountProperty().get(); layer++) {
                vm.curves().bandLayerProperty().set(layer);
                String name = String.format(Locale.ROOT, "bands-layer-%d.png", layer + 1);
                files.add(write(vm, Panels.BANDS, folder.resolve(name)));
            }
            String kind = vm.evaluation().twoDimensional() ? "boundary-" : "confusion-";
            for (PanelFigure figure : Panels.DECISIONS.figures(vm, Look.PAGE)) {
                Path file = folder.resolve(kind + Arms.key(figure.arm()) + ".png");
                files.add(write(figure.feed(vm, WIDTH), SQUARE, SQUARE, file));
            }
            return files;
        }
    }

    private static Path write(LabViewModel vm, Panel panel, Path file) throws IOException {
        return write(panel.figures(vm, Look.PAGE).get(0).feed(vm, WIDTH), WIDTH, HEIGHT, file);
    }

    private static Path write(Figure figure, int width, int height, Path file) throws IOException {
        FigureImages.writePng(figure, width, height, SCALE, THEME, file);
        return file;
    }
}
