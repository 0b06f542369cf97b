package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import normscope.chart.CurvesFigure.Kind;
import normscope.chart.CurvesFigure.Series;
import org.junit.jupiter.api.Test;

/** A part of the curves, enlarged. */
class ZoomTest {

    private static final int WIDTH = 433;
    private static final int HEIGHT = 300;
    private static final int LEFT = 38;

    private final CurvesFigure figure = new CurvesFigure();

    private BufferedImage draw() {
        return Pictures.draw(figure, WIDTH, HEIGHT);
    }

    private void show(int points) {
        double[] x = SampleFigures.steps(points, 10);
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            y[i] = Math.exp(-x[i] / 500);
        }
        figure.setSeries(List.of(new Series(Role.WITH, Kind.TRAIN_EVAL, x, y)));
        draw();
    }

    /** The step written under the mouse, without the space between its thousands. */
    private int stepAt(double x) {
        String first = figure.describe(x, HEIGHT / 2.0).lines().findFirst().orElseThrow();
        return Integer.parseInt(first.replaceAll("\\D", ""));
    }

    @Test
    void aDragEnlargesItsStepsAndTheWholeComesBack() {
        show(100);
        int from = stepAt(LEFT + 100);
        int to = stepAt(LEFT + 200);
        BufferedImage whole = draw();

        assertThat(figure.zoom(new Rectangle2D.Double(LEFT + 100, 100, 100, 5))).isTrue();
        draw();

        assertThat(stepAt(LEFT + 2)).isCloseTo(from, org.assertj.core.data.Offset.offset(10));
        assertThat(stepAt(WIDTH - 2)).isCloseTo(to, org.assertj.core.data.Offset.offset(10));
        assertThat(figure.enlargement()).isBetween(3.5, 4.5);

        assertThat(figure.unzoom()).isTrue();
        BufferedImage back = draw();
        assertThat(stepAt(LEFT + 100)).isEqualTo(from);
        assertThat(figure.unzoom()).isFalse();
        assertThat(Pictures.count(back, Pictures.drawn())).isEqualTo(Pictures.count(whole, Pictures.drawn()));
    }

    @Test
    void aSlipOfTheMouseEnlargesNothing() {
        show(100);

        assertThat(figure.zoom(new Rectangle2D.Double(LEFT + 100, 100, 3, 60))).isFalse();
        assertThat(figure.zoom(new Rectangle2D.Double(0, 0, 20, HEIGHT))).isFalse();
    }

    @Test
    void aHighDragEnlargesTheValuesToo() {
        show(100);
        IntBand before = blue(draw());

        figure.zoom(new Rectangle2D.Double(LEFT + 40, before.top() - 5, 100, 60));
        IntBand after = blue(draw());

        assertThat(after.bottom() - after.top()).isGreaterThan(2 * 60);
    }

    private record IntBand(int top, int bottom) {}

    /** Between which rows of the plot the curve lies. */
    private static IntBand blue(BufferedImage image) {
        int top = -1;
        int bottom = -1;
        for (int y = 45; y < HEIGHT - 20; y++) {
            if (Pictures.count(image, LEFT + 1, y, WIDTH - LEFT, 1, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH)))
                    > 0) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        return new IntBand(top, bottom);
    }

    @Test
    void aRunBegunAnewShowsTheWhole() {
        show(100);
        figure.zoom(new Rectangle2D.Double(LEFT + 200, 100, 100, 5));
        draw();

        show(3);

        assertThat(stepAt(LEFT + 4)).isZero();
        assertThat(figure.unzoom()).isFalse();
    }

    @Test
    void aPlaceBetweenTwoMeasuredStepsIsReadAtOneOfThem() {
        double[] many = {0, 10, 20, 30, 40};
        double[] few = {0, 40};
        figure.setSeries(List.of(
                new Series(Role.WITH, Kind.BATCH_TRAIN, many, new double[] {1, 0.9, 0.8, 0.7, 0.6}),
                new Series(Role.WITH, Kind.TRAIN_EVAL, few, new double[] {1, 0.5})));
        draw();

        // Step 27 of an axis from -0.5 to 50.
        String text = figure.describe(LEFT + (WIDTH - LEFT) * 27.5 / 50.5, 150);

        assertThat(text).isEqualTo("step 30\nwith: train 0.500 (step 40), mini-batch 0.700");
    }
}
