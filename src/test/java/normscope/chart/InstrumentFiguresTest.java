package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import normscope.instrument.batchbench.BatchBenchFigure;
import normscope.instrument.contours.ContoursFigure;
import normscope.instrument.formula.BatchStripFigure;
import normscope.instrument.noise.NoiseLineFigure;
import normscope.instrument.statistics.StatisticsFigure;
import normscope.instrument.sweep.SweepFigure;
import normscope.text.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of contours, batch bench, noise bench and sweep. */
class InstrumentFiguresTest {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 400;

    private static ContoursFigure contours(double h11, double h12, double h22) {
        ContoursFigure figure = new ContoursFigure();
        figure.setProblem(h11, h12, h22, new double[] {0.003, 2}, new double[] {0.006, 0});
        figure.setDescent(new double[] {0, 0, 0.006, 0, 0.005, 0.5});
        return figure;
    }

    private static BatchBenchFigure bench(double... z) {
        BatchBenchFigure figure = new BatchBenchFigure();
        double[] zNorm = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            zNorm[i] = (z[i] - 4) / 2.8;
        }
        figure.setLine(0, z, 4, 2.8);
        figure.setLine(1, zNorm, 0, 1);
        figure.setLine(2, zNorm, 0, 1);
        figure.setAxis(-10, 20);
        figure.setSelected(0);
        return figure;
    }

    private static NoiseLineFigure noise() {
        NoiseLineFigure figure = new NoiseLineFigure();
        figure.setPoints(new double[] {16, 32, 64, 128}, new double[] {0.25, 0.18, 0.125, 0.09}, -0.49);
        return figure;
    }

    private static SweepFigure sweep(boolean accuracy) {
        double nan = Double.NaN;
        SweepFigure figure = new SweepFigure();
        figure.setSweep(
                "learning rate",
                new double[] {0.01, 0.1, 1, 10},
                List.of("0.01", "0.1", "1", "10"),
                "test accuracy",
                accuracy,
                3);
        figure.setLines(List.of(
                new SweepFigure.Line(
                        Role.WITHOUT,
                        new double[] {0.6, 0.9, nan, nan},
                        new double[] {0.5, 0.8, nan, nan},
                        new double[] {0.7, 0.95, nan, nan},
                        new int[] {0, 0, 3, 3}),
                new SweepFigure.Line(
                        Role.WITH,
                        new double[] {0.9, 0.99, 0.98, nan},
                        new double[] {0.8, 0.98, 0.97, nan},
                        new double[] {0.95, 1, 1, nan},
                        new int[] {0, 0, 0, 1})));
        return figure;
    }

    static List<Figure> all() {
        return List.of(
                contours(333_000, 250, 0.33),
                contours(1, 0, 1),
                bench(1, 2, 3, 5, 9),
                bench(4),
                bench(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                noise(),
                new NoiseLineFigure(),
                sweep(true),
                sweep(false),
                new SweepFigure());
    }

    /** Batch norm may be in either arm. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatIsMeasuredHasTheColourOfItsArm(int arm) {
        NoiseLineFigure noise = noise();
        noise.setArm(arm);
        StatisticsFigure statistics = new StatisticsFigure("Mean of z", false);
        statistics.setArm(arm);
        statistics.setSeries(List.of(new StatisticsFigure.Series(
                StatisticsFigure.Kind.RUNNING, "running", new double[] {0, 1, 2}, new double[] {0, 1, 0})));
        BatchStripFigure strip = new BatchStripFigure();
        strip.setArm(arm);
        strip.setValues(new double[] {0, 1, 2}, 1, 1, 0);
        for (Figure figure : List.of(noise, statistics, strip)) {
            BufferedImage image = Pictures.draw(figure, WIDTH, HEIGHT);

            assertThat(Pictures.count(image, Pictures.like(ChartTheme.LIGHT.colour(Role.of(arm)))))
                    .as(figure.getClass().getSimpleName())
                    .isGreaterThan(20);
            assertThat(Pictures.count(image, Pictures.like(ChartTheme.LIGHT.colour(Role.of(1 - arm)))))
                    .as(figure.getClass().getSimpleName())
                    .isZero();
        }
    }

    static Stream<ChartTheme> themes() {
        return Stream.of(ChartTheme.LIGHT, ChartTheme.DARK, ChartTheme.PROJECTOR, ChartTheme.LIGHT.scaled(1.5));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void noneIsEmptyOrDrawsOutsideOfItsBounds(ChartTheme theme) {
        for (Figure figure : all()) {
            for (int[] size : new int[][] {{420, 300}, {620, 400}, {1100, 800}}) {
                String name = String.format(
                        Locale.ROOT, "%s at %d x %d", figure.getClass().getSimpleName(), size[0], size[1]);
                assertThat(Pictures.outside(figure, size[0], size[1], theme))
                        .as(name)
                        .isZero();
            }
        }
        for (Figure figure : all()) {
            assertThat(Pictures.count(Pictures.draw(figure, WIDTH, HEIGHT), Pictures.drawn()))
                    .as(figure.getClass().getSimpleName())
                    .isGreaterThan(50);
            assertThat(figure.summary()).endsWith(".");
        }
    }

    @Test
    void aNarrowValleyIsWidenedUntilTrueProportionsAreWanted() {
        ContoursFigure figure = contours(333_000, 250, 0.33);
        assertThat(figure.magnification(1)).isEqualTo(500);
        assertThat(figure.magnification(2)).isEqualTo(1);
        figure.setMagnified(false);
        assertThat(figure.magnification(1)).isEqualTo(1);
        assertThat(contours(1, 0, 1).magnification(1)).isEqualTo(1);
    }

    @Test
    void contoursTellTheLossUnderTheMouse() {
        ContoursFigure figure = new ContoursFigure();
        figure.setProblem(1, 0, 1, new double[] {1, 1}, new double[] {1, 1});
        figure.setDescent(new double[] {0, 0});
        Pictures.draw(figure, WIDTH, HEIGHT);

        assertThat(figure.describe(1, 1)).isNull();
        assertThat(figure.describe(WIDTH / 2.0, HEIGHT / 2.0)).contains("above the least");
    }

    @Test
    void aDotIsFoundWhereItWasDrawnAndTellsItsValueBack() {
        BatchBenchFigure figure = bench(1, 2, 3, 5, 9);
        Pictures.draw(figure, WIDTH, HEIGHT);
        int found = -1;
        double at = Double.NaN;
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT / 3; y++) {
                if (figure.exampleAt(x, y) == 4) {
                    found = 4;
                    at = Double.isNaN(at) ? x : at;
                }
            }
        }
        assertThat(found).isEqualTo(4);
        // The dot reaches 13 pixels to the left of its middle, where an axis of 30 has 592 pixels.
        assertThat(figure.valueAt(at + 13)).isCloseTo(9, within(0.1));
        assertThat(figure.exampleAt(5, HEIGHT - 5)).isEqualTo(-1);
    }

    @Test
    void equalValuesStandAboveEachOther() {
        BatchBenchFigure figure = bench(4, 4);
        Pictures.draw(figure, WIDTH, HEIGHT);
        boolean first = false;
        boolean second = false;
        for (int y = 0; y < HEIGHT / 3; y++) {
            int hit = figure.exampleAt(14 + 592 * 14 / 30.0, y);
            first |= hit == 0;
            second |= hit == 1;
        }
        assertThat(first).isTrue();
        assertThat(second).isTrue();
    }

    @Test
    void aSweepsPointsAndCrossesAreFoundAndTold() {
        SweepFigure figure = sweep(true);
        BufferedImage image = Pictures.draw(figure, WIDTH, HEIGHT);
        assertThat(Pictures.count(image, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH))))
                .isGreaterThan(100);
        boolean cross = false;
        boolean point = false;
        for (int x = 0; x < WIDTH; x += 2) {
            for (int y = 0; y < HEIGHT; y += 2) {
                SweepFigure.Place place = figure.placeAt(x, y);
                cross |= new SweepFigure.Place(Role.WITHOUT, 3).equals(place);
                point |= new SweepFigure.Place(Role.WITH, 1).equals(place);
            }
        }
        assertThat(cross).isTrue();
        assertThat(point).isTrue();
        assertThat(figure.summary())
                .contains("without, learning rate 10; 3 of 3 seeds diverged")
                .contains("with, learning rate 0.1: median 99.0");
    }

    @Test
    void theNoiseLineTellsItsPoints() {
        NoiseLineFigure figure = noise();
        Pictures.draw(figure, WIDTH, HEIGHT);
        String told = null;
        for (int x = 0; x < WIDTH && told == null; x++) {
            for (int y = 0; y < HEIGHT && told == null; y++) {
                told = figure.describe(x, y);
            }
        }
        assertThat(told).startsWith("m = 16: standard deviation 0.250, times √m 1.00");
    }

    @Test
    void settingsAreWrittenAsTheyWereGiven() {
        assertThat(List.of(
                        Numbers.exact(0.003),
                        Numbers.exact(64),
                        Numbers.exact(1e-4),
                        Numbers.exact(0.25),
                        Numbers.exact(10),
                        Numbers.exact(1024),
                        Numbers.exact(0)))
                .containsExactly("0.003", "64", "1e−4", "0.25", "10", "1024", "0");
    }
}
