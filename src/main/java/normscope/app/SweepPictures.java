package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import normscope.chart.ChartTheme;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.cli.FigureWriter;
import normscope.instrument.sweep.OverlayFigure;
import normscope.instrument.sweep.SweepFigures;
import normscope.sweep.Measured;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepWords;

/** Draws sweeps with the window's own figures, without a window: one file a measure, at the last step. */
final class SweepPictures implements FigureWriter<List<SweepResult>> {

    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final int HEAD = 52;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int ROW = 24;

    @Override
    public List<Path> write(List<SweepResult> results, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            SweepResult result = results.get(i);
            String number = results.size() == 1 ? "" : String.format(Locale.ROOT, "-%d", i + 1);
            for (int measure = 0; measure < result.sweep().measures().size(); measure++) {
                Shown shown = last(result, measure);
                String name = fileName(result, measure) + number;
                files.add(write(result, SweepFigures.of(result, shown), shown, folder, name));
            }
        }
        Sweep first = results.get(0).sweep();
        List<SweepResult> alike = results.stream()
                .filter(result ->
                        result.sweep().axes().get(0).equals(first.axes().get(0))
                                && names(result.sweep()).equals(names(first)))
                .toList();
        if (alike.size() > 1 || first.axes().size() > 1) {
            for (int measure = 0; measure < first.measures().size(); measure++) {
                Shown shown = last(alike.get(0), measure);
                String name = "overlay-" + fileName(alike.get(0), measure);
                files.add(write(alike.get(0), List.of(new OverlayFigure(alike, shown)), shown, folder, name));
            }
        }
        return files;
    }

    private static List<String> names(Sweep sweep) {
        return sweep.measures().stream().map(Measured::name).toList();
    }

    private static String fileName(SweepResult result, int measure) {
        return result.sweep().measures().get(measure).name().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static Shown last(SweepResult result, int measure) {
        return new Shown(measure, result.sweep().steps().size() - 1);
    }

    private static Path write(SweepResult result, List<Figure> figures, Shown shown, Path folder, String name)
            throws IOException {
        int height = Math.max(HEIGHT, 110 + ROW * result.sweep().size(1));
        FigurePage page =
                new FigurePage(WIDTH + 2 * MARGIN, HEAD + figures.size() * (height + MARGIN), ChartTheme.LIGHT);
        page.title(result.sweep().base().name());
        for (int i = 0; i < figures.size(); i++) {
            page.card(figures.get(i), MARGIN, HEAD + i * (height + MARGIN), WIDTH, height);
        }
        String best = SweepWords.best(result, shown);
        if (!best.isEmpty()) {
            page.caption(List.of(best), MARGIN);
        }
        return page.writeAll(folder, name, SCALE);
    }
}
