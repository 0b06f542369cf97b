package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import normscope.chart.LinesFigure.Line;
import normscope.instrument.formula.BatchStripFigure;
import normscope.instrument.shift.AftermathFigure;
import normscope.instrument.shift.MovesFigure;
import normscope.instrument.statistics.StatisticsFigure;
import normscope.instrument.update.BarsFigure;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

/** The numbers of every kind of figure, compared with what it draws. */
class FigureTableTest {

    /** Those that only their packages can make, and so their tests ask. */
    private static final Set<String> ELSEWHERE = Set.of("AlongFigure", "BordersFigure", "OverlayFigure");

    private static final double[] X = {0, 10, 20, 30};
    private static final double[] Y = {1, 0.5, 0.25, 0.2};
    private static final double[] LOW = {0.9, 0.4, 0.2, 0.1};

    private static List<Figure> all() {
        List<Figure> all = new ArrayList<>(FigureBoundsTest.figures());
        InstrumentFiguresTest.all().stream()
                .filter(figure -> !figure.numbers().rows().isEmpty())
                .forEach(all::add);
        LinesFigure lines = new LinesFigure();
        lines.setLines(
                List.of(Line.curve("a", 0, 0, X, Y), new Line("b", 1, 0, X, LOW, Y, false)), XYFigure.Scale.LINEAR);
        all.add(lines);
        LayersFigure layers = new LayersFigure();
        layers.setTitle("growth a layer");
        layers.setLines(List.of(Line.curve("with", 1, 0, new double[] {1, 2, 3, 4}, Y)), XYFigure.Scale.LINEAR);
        all.add(layers);
        DensityFigure density = new DensityFigure(true);
        density.set("radius", DensityFigure.Against.BEFORE, X, Y, null);
        all.add(density);
        LandscapeFigure landscape = new LandscapeFigure();
        landscape.setGrid(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 1, 1, 9);
        landscape.setWay(new double[] {0, 0.5}, new double[] {0, -0.5});
        all.add(landscape);
        HeatMapFigure map = new HeatMapFigure(false);
        map.setAxes("batch", List.of("2", "8"), "rate", List.of("0.1"));
        map.setCells("accuracy", null, List.of(List.of(cell(0.5), cell(0.75))), null);
        all.add(map);
        NetworkFigure network = new NetworkFigure();
        network.set(new NetworkDrawing(1, List.of(layer(null, 2), layer(new double[][] {{1, -2}}, 1)), 1, null, null));
        all.add(network);
        PicturesFigure pictures = new PicturesFigure();
        pictures.setPictures(List.of(new PicturesFigure.Picture(new double[] {0, 1, 0.5, 0}, 3, 8, true)));
        all.add(pictures);
        AftermathFigure aftermath = new AftermathFigure();
        aftermath.setSeries(List.of(new AftermathFigure.Series(AftermathFigure.Curve.WITH_EVAL, X, Y)));
        all.add(aftermath);
        MovesFigure moves = new MovesFigure();
        moves.setMoves(List.of(List.of(0.5, Double.NaN), List.of(0.1, 0.2)));
        all.add(moves);
        StatisticsFigure statistics = new StatisticsFigure("mean of z", false);
        statistics.setSeries(List.of(new StatisticsFigure.Series(StatisticsFigure.Kind.RUNNING, "running", X, Y)));
        all.add(statistics);
        BatchStripFigure strip = new BatchStripFigure();
        strip.setValues(Y, 0.5, 0.3, 0);
        all.add(strip);
        BarsFigure bars = new BarsFigure();
        bars.set(List.of(new BarsFigure.Row("dz", Y, "sum", 1.95)), "example", 0, 1, true);
        all.add(bars);
        DrawFigure plane = new DrawFigure(2);
        plane.setPoints(List.of(new BoundaryFigure.DataPoint(0.5, -1, 1, false)), List.of());
        all.add(plane);
        return all;
    }

    private static HeatMapFigure.Cell cell(double value) {
        return new HeatMapFigure.Cell("", value, value, false, "");
    }

    private static NetworkDrawing.Layer layer(double[][] weights, int units) {
        int[] shown = units == 1 ? new int[] {4} : new int[] {0, 1};
        return new NetworkDrawing.Layer(8, shown, -1, false, new double[units], new double[units], weights, null);
    }

    @Test
    void everyKindOfFigureIsAskedHere() {
        Set<String> kinds = new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isAssignableTo(Figure.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        kinds.removeAll(ELSEWHERE);

        assertThat(all().stream().map(figure -> figure.getClass().getSimpleName()))
                .containsAll(kinds);
    }

    @Test
    void everyTableHasHeadingsOfItsOwnAndRowsOfNumbers() {
        for (Figure figure : all()) {
            FigureTable table = figure.numbers();
            String name = figure.getClass().getSimpleName();
            assertThat(table.rows()).as(name).isNotEmpty();
            assertThat(table.columns()).as(name).doesNotHaveDuplicates().noneMatch(String::isBlank);
            assertThat(table.rows())
                    .as(name)
                    .allSatisfy(row -> assertThat(numbers(row)).isNotEmpty());
        }
    }

    /** Whatever is told is drawn: as a point of a line, its place and its value are those of the chart. */
    @Test
    void everyRowOfACurveIsAPointOfTheDrawing() {
        for (Figure each : all()) {
            if (!(each instanceof XYFigure figure) || each instanceof LandscapeFigure) {
                continue;
            }
            Pictures.draw(figure, 2400, 1600);
            Set<List<Double>> drawn = points(figure.plot.getDataset());
            for (List<String> row : figure.numbers().rows()) {
                List<Double> told = numbers(row);
                boolean found = row.contains("")
                        || told.size() < 2
                        || told.stream()
                                .anyMatch(x ->
                                        told.stream().anyMatch(y -> drawn.contains(List.of(round(x), round(y)))));
                assertThat(found)
                        .as(each.getClass().getSimpleName() + " " + row)
                        .isTrue();
            }
        }
    }

    private static Set<List<Double>> points(XYDataset data) {
        Set<List<Double>> points = new HashSet<>();
        for (int series = 0; series < data.getSeriesCount(); series++) {
            for (int i = 0; i < data.getItemCount(series); i++) {
                points.add(List.of(round(data.getXValue(series, i)), round(data.getYValue(series, i))));
            }
        }
        return points;
    }

    private static double round(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    private static List<Double> numbers(List<String> row) {
        return row.stream()
                .filter(cell -> cell.matches("-?[0-9.]+(E-?[0-9]+)?"))
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void countsAnswersAndWeightsAreThoseThatWereSet() {
        HistogramFigure histogram = (HistogramFigure) all().get(0);
        var sample = SampleFigures.histogram(new java.util.Random(1), 3, 2);
        assertThat(histogram.numbers().rows().stream()
                        .filter(row -> row.get(0).equals("now"))
                        .mapToInt(row -> Integer.parseInt(row.get(3))))
                .startsWith(sample.below(), sample.counts()[0])
                .endsWith(sample.counts()[39], sample.above());
        ConfusionFigure confusion = (ConfusionFigure) all().get(4);
        assertThat(confusion.numbers().columns()).containsExactly("true class", "predicted class", "count");
        assertThat(confusion.numbers().rows())
                .containsExactly(
                        List.of("0", "0", "1234"),
                        List.of("0", "1", "1"),
                        List.of("1", "0", "0"),
                        List.of("1", "1", "7"));
        FigureTable weights = all().stream()
                .filter(NetworkFigure.class::isInstance)
                .findFirst()
                .orElseThrow()
                .numbers();
        assertThat(weights.rows())
                .containsExactly(List.of("with", "1", "5", "1", "1"), List.of("with", "1", "5", "2", "-2"));
        FigureTable boundary = all().get(3).numbers();
        assertThat(boundary.rows()).hasSize(20 * 20 * 3 + 200);
    }
}
