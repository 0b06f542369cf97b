package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import normscope.chart.CurvesFigure.Kind;
import normscope.chart.CurvesFigure.Series;
import normscope.experiment.Divergence;
import org.junit.jupiter.api.Test;

class CurvesFigureTest {

    private static final int WIDTH = 350;
    private static final int HEIGHT = 280;
    private static final double[] STEPS = {0, 10, 20, 30, 40};

    private final CurvesFigure figure = new CurvesFigure();

    private BufferedImage draw(Series... series) {
        figure.setSeries(List.of(series));
        return Pictures.draw(figure, WIDTH, HEIGHT);
    }

    /** The height of the lowest pixel of an arm's colour in some columns of the plot. */
    private static int lowest(BufferedImage image, int x, Role role) {
        for (int y = image.getHeight() - 1; y > 40; y--) {
            if (Pictures.count(image, x, y, 6, 1, Pictures.like(ChartTheme.LIGHT.colour(role))) > 0) {
                return y;
            }
        }
        return -1;
    }

    @Test
    void aFallingLossIsDrawnFallingInItsArmsColour() {
        BufferedImage image = draw(
                new Series(Role.WITHOUT, Kind.TRAIN_EVAL, STEPS, new double[] {0.9, 0.9, 0.9, 0.9, 0.9}),
                new Series(Role.WITH, Kind.TRAIN_EVAL, STEPS, new double[] {0.9, 0.5, 0.2, 0.1, 0.05}));

        assertThat(lowest(image, 250, Role.WITH)).isGreaterThan(lowest(image, 150, Role.WITH));
        assertThat(lowest(image, 250, Role.WITHOUT)).isEqualTo(lowest(image, 150, Role.WITHOUT));
    }

    @Test
    void zeroAndNegativeValuesLieAtTheFootOfALogarithmicAxisAndNaNMakesAGap() {
        double[] y = {1, 0, -1, Double.NaN, 0.5};
        BufferedImage image = draw(new Series(Role.WITH, Kind.TRAIN_EVAL, STEPS, y));

        assertThat(image).isNotNull();
        assertThat(figure.describe(100, 150)).contains("train");
        assertThat(Pictures.outside(figure, WIDTH, HEIGHT, ChartTheme.LIGHT)).isZero();
        // Step 30 is NaN; between it and its neighbours at 20 and 40 nothing is drawn.
        int x = 33 + (int) ((WIDTH - 33) * 30.0 / 50);
        assertThat(Pictures.count(image, x - 10, 45, 20, 210, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH))))
                .isZero();
    }

    @Test
    void withoutWordsAThumbnailShowsNoDotsAtAll() {
        figure.setDivergences(Map.of(Role.WITH, new Divergence(1, 0)));
        figure.setSeries(List.of(
                new Series(Role.WITHOUT, Kind.TRAIN_EVAL, new double[] {0}, new double[] {0.9}),
                new Series(Role.WITH, Kind.TRAIN_EVAL, new double[] {0}, new double[] {0.9})));
        ChartTheme wordless = ChartTheme.PROJECTOR.sized(0.02, 1);
        BufferedImage image = FigureImages.image(figure, WIDTH, HEIGHT, 1, wordless);

        for (Role role : Role.ARMS) {
            assertThat(Pictures.count(image, Pictures.like(wordless.colour(role))))
                    .isZero();
        }
    }

    @Test
    void nothingButNonsenseStillDraws() {
        double[] y = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -5};
        for (boolean log : new boolean[] {true, false}) {
            figure.setLogAxis(log);
            BufferedImage image = draw(new Series(Role.WITH, Kind.BATCH_TRAIN, STEPS, y));
            assertThat(Pictures.count(image, Pictures.drawn())).isPositive();
        }
        assertThat(Pictures.count(draw(), Pictures.drawn())).isPositive();
        assertThat(figure.describe(100, 100)).isNull();
        assertThat(figure.summary()).isEqualTo("Loss over the steps: nothing recorded yet.");
    }

    @Test
    void anArmOnItsWayToInfinityDoesNotFlattenTheOther() {
        double[] up = {1, 1e3, 1e30, 1e300, Double.NaN};
        double[] fine = {1, 0.5, 0.3, 0.2, 0.1};
        LossExtent extent = LossExtent.of(
                List.of(
                        new Series(Role.WITHOUT, Kind.BATCH_TRAIN, STEPS, up),
                        new Series(Role.WITH, Kind.BATCH_TRAIN, STEPS, fine)),
                true);

        assertThat(extent.high()).isEqualTo(100);
        assertThat(extent.low()).isEqualTo(0.1);
    }

    /** After an explosion the axis reaches down to what was learned before it, as in the lesson on inputs. */
    @Test
    void anExplosionDoesNotLiftTheFloorOfTheAxisAboveOtherLosses() {
        double[] up = {1e10, 1e11, 1e12, 1e14, 1e20};
        double[] fine = {0.9, 0.693, 0.5, 0.4, 0.321};
        LossExtent extent = LossExtent.of(
                List.of(
                        new Series(Role.WITHOUT, Kind.BATCH_TRAIN, STEPS, up),
                        new Series(Role.WITH, Kind.BATCH_TRAIN, STEPS, fine)),
                true);

        assertThat(extent.low()).isEqualTo(0.321);
        assertThat(extent.high()).isBetween(1e11, 1e12);
        assertThat(LossExtent.of(0.13, 1e300).low()).isEqualTo(0.13);
        assertThat(LossExtent.of(1e-30, 10).high()).isEqualTo(10);
    }

    /** What no axis can reach is marked by an arrow at the edge, in the line's colour. */
    @Test
    void whatLeavesTheAxisIsMarkedAtItsEdgeAndNotDrawnThere() {
        Color colour = ChartTheme.LIGHT.colour(Role.WITHOUT);
        double[] y = {0.5, 0.4, 0, 0, 0};
        BufferedImage below = draw(new Series(Role.WITHOUT, Kind.TRAIN_EVAL, STEPS, y));
        Rectangle2D plot = figure.area();
        int bottom = (int) plot.getMaxY();
        int width = (int) plot.getWidth() * 2 / 5;
        int from = (int) plot.getMaxX() - width;
        int marked = Pictures.count(below, from, bottom - 9, width, 8, Pictures.like(colour));
        assertThat(marked).as("arrows, and no line along the floor").isBetween(8, 100);
        assertThat(Pictures.count(below, from, bottom - 30, width, 20, Pictures.like(colour)))
                .isZero();
    }

    @Test
    void aDivergedArmIsMarkedAndNamed() {
        Series broken =
                new Series(Role.WITHOUT, Kind.BATCH_TRAIN, STEPS, new double[] {1, 5, 20, Double.NaN, Double.NaN});
        figure.setDivergences(Map.of(Role.WITHOUT, new Divergence(21, 2)));
        BufferedImage image = draw(broken);

        // The thin line alone is pale; only the cross and its label have the arm's full colour.
        assertThat(Pictures.count(image, 33, 40, 317, 220, Pictures.like(ChartTheme.LIGHT.colour(Role.WITHOUT))))
                .isGreaterThan(20);
        assertThat(figure.summary()).contains("without diverged at step 21, first in layer 3");
        assertThat(figure.describe(33 + 317 * 22.0 / 50.5, 100)).contains("without diverged at step 21");
    }

    @Test
    void hoveringReadsAllCurvesAtTheNearestStep() {
        double[] mean = {0.9, 0.8, 0.7, 0.6, 0.5};
        double[] min = {0.8, 0.7, 0.6, 0.5, 0.4};
        double[] max = {1.0, 0.9, 0.8, 0.7, 0.6};
        draw(
                new Series(Role.WITHOUT, Kind.BATCH_TRAIN, STEPS, min, max, mean),
                new Series(Role.WITH, Kind.TEST_EVAL, STEPS, mean),
                new Series(Role.WITH, Kind.TRAIN_EVAL, STEPS, min));

        double x = 33 + (WIDTH - 33) * (20.0 + 0.5) / 50.5;
        assertThat(figure.describe(x, 150).replace('\u00a0', ' '))
                .isEqualTo("step 20\nwithout: mini-batch 0.700 (0.600 to 0.800)\nwith: train 0.600, test 0.700");
        assertThat(figure.describe(5, 150)).isNull();
    }

    @Test
    void accuracyHasAFixedAxisInPercent() {
        figure.setMetric(CurvesFigure.Metric.ACCURACY);
        BufferedImage image =
                draw(new Series(Role.WITH, Kind.TRAIN_EVAL, STEPS, new double[] {0.5, 0.5, 0.5, 0.5, 0.5}));

        int middle = lowest(image, 150, Role.WITH);
        assertThat(middle).isBetween(140, 165);
        assertThat(figure.describe(150, 150).replace('\u00a0', ' ')).endsWith("with: train 50 %");
        assertThat(figure.summary()).startsWith("Accuracy on the training set");
    }

    @Test
    void theCursorReadsThePastInTheLegend() {
        draw(new Series(Role.WITH, Kind.TRAIN_EVAL, STEPS, new double[] {0.9, 0.5, 0.2, 0.1, 0.05}));
        assertThat(figure.summary()).contains("0.0500");

        figure.setCursor(12);

        assertThat(figure.summary()).as("nothing was measured at step 12").contains("0.500 (step 10)");
        figure.setCursor(10);
        assertThat(figure.summary()).contains("0.500").doesNotContain("(step");
    }

    @Test
    void eventLabelsThatWouldOverlapAreLeftOut() {
        figure.setMarks(List.of(new Mark(20, "rate 0.3")));
        BufferedImage one = draw();
        figure.setMarks(List.of(new Mark(20, "rate 0.3"), new Mark(20.1, "rate 0.5")));
        BufferedImage two = draw();

        int[] box = {120, 22, 120, 13};
        assertThat(Pictures.count(two, box[0], box[1], box[2], box[3], Pictures.drawn()))
                .isLessThan(2 * Pictures.count(one, box[0], box[1], box[2], box[3], Pictures.drawn()) + 20);
    }

    @Test
    void aPeakAmongAMillionPointsIsNotLost() {
        int n = 1_000_000;
        double[] x = SampleFigures.steps(n, 1);
        double[] y = new double[n];
        Arrays.fill(y, 0.1);
        y[n / 2] = 0.9;
        figure.setLogAxis(false);
        BufferedImage image = draw(new Series(Role.WITH, Kind.TRAIN_EVAL, x, y));

        int highest = HEIGHT; // of the plot, below both rows of the legend
        for (int j = HEIGHT - 1; j > 40; j--) {
            highest = Pictures.count(image, 36, j, WIDTH - 36, 1, blue()) > 0 ? j : highest;
        }
        assertThat(highest).isLessThan(lowest(image, 100, Role.WITH) - 100);
    }

    private static java.util.function.IntPredicate blue() {
        return rgb -> (rgb & 255) > (rgb >> 16 & 255) + 60;
    }

    @Test
    void aMillionStepsAreDrawnQuickly() {
        int n = 1_000_000;
        double[] x = SampleFigures.steps(n, 1);
        double[] y = new Random(1).doubles(n, 0.1, 1).toArray();
        figure.setSeries(List.of(
                new Series(Role.WITHOUT, Kind.BATCH_TRAIN, x, y), new Series(Role.WITH, Kind.TRAIN_EVAL, x, y)));

        long[] times = new long[15];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            Pictures.draw(figure, WIDTH, HEIGHT);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        // A guard against drawing every point, which takes seconds; not a benchmark.
        assertThat(times[3] / 1e6).isLessThan(500);
    }
}
