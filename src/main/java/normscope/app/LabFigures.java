package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import normscope.chart.ChartTheme;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.cli.FigureWriter;
import normscope.experiment.Arms;
import normscope.export.FigureSheets;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.Panels;
import normscope.runner.Session;
import normscope.text.Texts;

/** Draws a run with the window's own figures, without a window. */
final class LabFigures implements FigureWriter<Session> {

    private static final ChartTheme THEME = ChartTheme.LIGHT;
    private static final int SCALE = 2;
    private static final int WIDTH = 640;
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
            files.add(write(vm, Panels.HISTOGRAMS, folder, "histograms"));
            for (boolean accuracy : new boolean[] {false, true}) {
                vm.curves().showAccuracyProperty().set(accuracy);
                files.add(write(vm, Panels.CURVES, folder, Panels.CURVES.id(vm)));
            }
            for (int layer : FewLayers.of(vm.layers().layerCountProperty().get())) {
                vm.curves().bandLayerProperty().set(layer);
                String name = String.format(Locale.ROOT, "bands-layer-%d", layer + 1);
                files.add(write(vm, Panels.BANDS, folder, name));
            }
            String kind = vm.evaluation().twoDimensional() ? "boundary-" : "confusion-";
            for (PanelFigure figure : Panels.DECISIONS.figures(vm, Look.PAGE)) {
                String name = kind + Arms.key(figure.arm());
                String title = Texts.text("decision." + Arms.key(figure.arm()));
                String mode = Texts.text("figure.mode." + Panels.DECISIONS.id(vm));
                Figure fed = figure.feed(vm, WIDTH);
                files.add(write(FigureSheets.page(vm, title, mode, fed, SQUARE, SQUARE, THEME), folder, name));
            }
            return files;
        }
    }

    private static Path write(LabViewModel vm, Panel panel, Path folder, String name) throws IOException {
        return write(FigureSheets.page(vm, panel, THEME), folder, name);
    }

    private static Path write(FigurePage page, Path folder, String name) throws IOException {
        return page.writeAll(folder, name, SCALE);
    }
}
