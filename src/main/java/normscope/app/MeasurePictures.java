package normscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import normscope.chart.ChartTheme;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.chart.LandscapeFigure;
import normscope.chart.LayersFigure;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.cli.MeasureCommand;
import normscope.instrument.Headless;
import normscope.instrument.MeasureFile;
import normscope.instrument.MeasureFile.Measured;
import normscope.lab.ArmNames;
import normscope.lab.FewLayers;
import normscope.stats.Percentiles;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Draws what an instrument has measured: one card a quantity and, where it has layers, an arm. */
final class MeasurePictures implements MeasureCommand.Drawer {

    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final int HEAD = 52;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 230;
    private static final int MAP_HEIGHT = 400;

    @Override
    public void write(MeasureFile file, List<Measured> measured, Path folder) throws IOException {
        if (file.isMap()) {
            page(file, maps(file, measured), 2, MAP_HEIGHT, folder);
            return;
        }
        List<Figure> cards = new ArrayList<>();
        List<Headless.Column> columns = file.columns();
        boolean ofTheStart = file.isOfTheStart();
        int arms = file.experiment().config().arms().size();
        for (int column = 0; column < columns.size(); column++) {
            int value = column;
            if (ofTheStart) {
                cards.addAll(byLayer(file, measured, value));
                continue;
            }
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
        page(file, cards, across, HEIGHT, folder);
    }

    private static void page(MeasureFile file, List<Figure> cards, int across, int height, Path folder)
            throws IOException {
        int rows = (cards.size() + across - 1) / across;
        FigurePage page =
                new FigurePage(MARGIN + across * (WIDTH + MARGIN), HEAD + rows * (height + MARGIN), ChartTheme.LIGHT);
        page.title(Texts.text("instrument." + file.kind().id()));
        for (int i = 0; i < cards.size(); i++) {
            double x = MARGIN + i % across * (WIDTH + MARGIN);
            page.card(cards.get(i), x, HEAD + i / across * (height + MARGIN), WIDTH, height);
        }
        page.writeAll(folder, "measured", SCALE);
    }

    /** The first seed's maps: one row a moment, one an arm, all of one scale. */
    private static List<Figure> maps(MeasureFile file, List<Measured> measured) {
        long seed = file.seeds().get(0);
        Map<Long, Map<Integer, List<Measured>>> byMoment = measured.stream()
                .filter(each -> each.seed() == seed)
                .collect(Collectors.groupingBy(
                        Measured::step,
                        TreeMap::new,
                        Collectors.groupingBy(each -> each.row().arm(), TreeMap::new, Collectors.toList())));
        List<double[]> all = byMoment.values().stream()
                .flatMap(arms -> arms.values().stream())
                .map(MeasurePictures::values)
                .toList();
        double[] scale =
                LandscapeFigure.scale(all, file.experiment().config().data().classes());
        List<Figure> cards = new ArrayList<>();
        byMoment.forEach((step, arms) -> arms.forEach((arm, of) -> {
            LandscapeFigure figure = new LandscapeFigure();
            figure.setTitle(
                    arm,
                    ArmNames.of(file.experiment().config(), arm),
                    Texts.text(
                            "measure.map",
                            Numbers.grouped(step),
                            file.columns().get(2).title()));
            double reach = of.get(of.size() - 1).row().values()[0];
            figure.setGrid(values(of), (int) Math.round(Math.sqrt(of.size())), reach, scale[0], scale[1]);
            cards.add(figure);
        }));
        return cards;
    }

    private static double[] values(List<Measured> of) {
        return of.stream().mapToDouble(each -> each.row().values()[2]).toArray();
    }

    /** The medians over the seeds of one quantity of the start, one line an arm; nothing of whole networks. */
    private static List<LayersFigure> byLayer(MeasureFile file, List<Measured> measured, int value) {
        Map<Integer, Map<Integer, List<Measured>>> byArm = measured.stream()
                .filter(each -> each.row().layer() >= 0)
                .filter(each -> Double.isFinite(each.row().values()[value]))
                .collect(Collectors.groupingBy(
                        each -> each.row().arm(),
                        TreeMap::new,
                        Collectors.groupingBy(each -> each.row().layer(), TreeMap::new, Collectors.toList())));
        if (byArm.isEmpty()) {
            return List.of();
        }
        List<LinesFigure.Line> lines = new ArrayList<>();
        byArm.forEach((arm, layers) -> lines.add(LinesFigure.Line.curve(
                ArmNames.of(file.experiment().config(), arm),
                arm,
                arm / 2,
                layers.keySet().stream().mapToDouble(layer -> layer + 1).toArray(),
                layers.values().stream().mapToDouble(all -> median(all, value)).toArray())));
        Headless.Column column = file.columns().get(value);
        LayersFigure figure = new LayersFigure();
        figure.setTitle(Texts.text("measure.start", column.title()));
        figure.setLines(lines, column.logarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
        return List.of(figure);
    }

    private static double median(List<Measured> all, int value) {
        double[] values =
                all.stream().mapToDouble(each -> each.row().values()[value]).toArray();
        return Percentiles.of(values, values.length, 50);
    }

    /** The medians over the seeds of one quantity. */
    private static LinesFigure card(MeasureFile file, List<Measured> of, int value, boolean layered) {
        Headless.Column column = file.columns().get(value);
        LinesFigure figure = new LinesFigure();
        int first = of.get(0).row().arm();
        String name = column.title();
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
                    : key < 0 ? "" : ArmNames.of(file.experiment().config(), key);
            Map<Long, List<Measured>> moments =
                    new TreeMap<>(all.stream().collect(Collectors.groupingBy(Measured::step)));
            double[] x = moments.keySet().stream().mapToDouble(step -> step).toArray();
            double[] y = moments.values().stream()
                    .mapToDouble(some -> median(some, value))
                    .toArray();
            lines.add(LinesFigure.Line.curve(
                    label, Math.max(0, layered ? first : key), layered ? lines.size() : key / 2, x, y));
        });
        figure.setLines(lines, column.logarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
        return figure;
    }
}
