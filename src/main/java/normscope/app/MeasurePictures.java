package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import normscope.chart.ChartTheme;
import normscope.chart.FigurePage;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.cli.MeasureFigureWriter;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import normscope.lab.ArmNames;
import normscope.lab.FewLayers;
import normscope.stats.Percentiles;
import normscope.text.Texts;

/** Draws what an instrument has measured: one card a quantity and, where it has layers, an arm. */
final class MeasurePictures implements MeasureFigureWriter {

    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final int HEAD = 52;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 230;

    @Override
    public void write(MeasureFile file, List<Measured> measured, Path folder) throws IOException {
        List<LinesFigure> cards = new ArrayList<>();
        List<Headless.Column> columns = file.columns();
        int arms = file.experiment().config().arms().size();
        for (int column = 0; column < columns.size(); column++) {
            int value = column;
            List<Measured> known = measured.stream()
                    .filter(each -> Double.isFinite(each.row().values()[value]))
                    .toList();
            boolean layered = known.stream().anyMatch(each -> each.row().layer() >= 0);
            for (int arm = 0; arm < (layered ? arms : 1); arm++) {
                int only = layered ? arm : -1;
                List<Measured> of = known.stream()
                        .filter(each -> only < 0 || each.row().arm() == only)
                        .toList();
                if (!of.isEmpty()) {
                    cards.add(card(file, of, value, layered));
                }
            }
        }
        int across = arms == 2 && cards.size() == 2 || cards.size() > 3 ? 2 : 1;
        int rows = (cards.size() + across - 1) / across;
        FigurePage page =
                new FigurePage(MARGIN + across * (WIDTH + MARGIN), HEAD + rows * (HEIGHT + MARGIN), ChartTheme.LIGHT);
        page.title(Texts.text("instrument." + file.kind().id()));
        for (int i = 0; i < cards.size(); i++) {
            double x = MARGIN + i % across * (WIDTH + MARGIN);
            page.card(cards.get(i), x, HEAD + i / across * (HEIGHT + MARGIN), WIDTH, HEIGHT);
        }
        page.writePng(folder.resolve("measured.png"), SCALE);
    }

    /** The medians over the seeds of one quantity. */
    private static LinesFigure card(MeasureFile file, List<Measured> of, int value, boolean layered) {
        Headless.Column column = file.columns().get(value);
        LinesFigure figure = new LinesFigure();
        int first = of.get(0).row().arm();
        String name = Texts.text(column.key());
        figure.setTitle(name, layered ? ArmNames.of(file.experiment().config(), first) : null);
        figure.setGuide(column.guide());
        figure.setLeast(of.stream()
                .mapToDouble(each -> each.row().values()[value])
                .filter(each -> each > 0)
                .min()
                .orElse(1));
        int layers = file.experiment().config().network().layers() + 1;
        Map<Integer, List<Measured>> byLine = new TreeMap<>(of.stream()
                .collect(Collectors.groupingBy(
                        each -> layered ? each.row().layer() : each.row().arm())));
        byLine.keySet().removeIf(key -> layered && !FewLayers.of(layers).contains(key));
        List<LinesFigure.Line> lines = new ArrayList<>();
        byLine.forEach((key, all) -> {
            String label = layered
                    ? String.valueOf(key + 1)
                    : ArmNames.of(file.experiment().config(), key);
            Map<Long, double[]> medians = new TreeMap<>();
            all.stream().collect(Collectors.groupingBy(Measured::step)).forEach((step, some) -> {
                double[] values = some.stream()
                        .mapToDouble(each -> each.row().values()[value])
                        .toArray();
                medians.put(step, new double[] {Percentiles.of(values, values.length, 50)});
            });
            double[] x = medians.keySet().stream().mapToDouble(step -> step).toArray();
            double[] y = medians.values().stream().mapToDouble(m -> m[0]).toArray();
            lines.add(LinesFigure.Line.curve(label, layered ? first : key, layered ? lines.size() : key / 2, x, y));
        });
        figure.setLines(lines, column.logarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
        return figure;
    }
}
