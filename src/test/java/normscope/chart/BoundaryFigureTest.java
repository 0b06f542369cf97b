package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import normscope.chart.BoundaryFigure.DataPoint;
import normscope.chart.BoundaryFigure.Grid;
import org.junit.jupiter.api.Test;

class BoundaryFigureTest {

    private static final Color VIOLET = region(0);
    private static final Color GREEN = region(1);

    private final BoundaryFigure figure = new BoundaryFigure();

    private static Color region(int label) {
        ChartTheme theme = ChartTheme.LIGHT;
        return ChartTheme.mix(theme.between(), theme.classColour(label), theme.regionStrength());
    }

    /** Class 1 with certainty in the upper half, class 0 in the lower. */
    private static Grid halves(double x1) {
        float[] p = new float[100];
        Arrays.fill(p, 50, 100, 1);
        return new Grid(0, x1, 0, 1, 10, 2, p);
    }

    @Test
    void rowZeroIsAtTheBottom() {
        figure.setGrid(halves(1));
        BufferedImage image = Pictures.draw(figure, 150, 150);

        assertThat(Pictures.count(image, 0, 0, 150, 60, Pictures.like(GREEN))).isEqualTo(150 * 60);
        assertThat(Pictures.count(image, 0, 90, 150, 60, Pictures.like(VIOLET))).isEqualTo(150 * 60);
        assertThat(Pictures.count(image, 0, 73, 150, 4, Pictures.like(Color.WHITE)))
                .isPositive();
    }

    @Test
    void bothAxesHaveOneScale() {
        figure.setGrid(halves(2));
        BufferedImage image = Pictures.draw(figure, 150, 150);

        assertThat(Pictures.count(image, Pictures.drawn())).isBetween(150 * 70, 150 * 75);
    }

    @Test
    void manyClassesAreColouredByTheMostProbableOne() {
        float[] p = {0.1f, 0.1f, 0.8f};
        figure.setGrid(new Grid(0, 1, 0, 1, 1, 3, p));
        BufferedImage image = Pictures.draw(figure, 40, 40);

        double sure = (0.8 - 1.0 / 3) / (2.0 / 3);
        Color expected =
                ChartTheme.mix(Color.WHITE, ChartTheme.LIGHT.classColour(2), sure * ChartTheme.LIGHT.regionStrength());
        assertThat(Pictures.count(image, Pictures.like(expected))).isEqualTo(1600);
    }

    @Test
    void anArmWithoutNumbersIsUndecidedEverywhere() {
        float[] p = new float[100];
        Arrays.fill(p, Float.NaN);
        figure.setGrid(new Grid(0, 1, 0, 1, 10, 2, p));

        assertThat(Pictures.count(Pictures.draw(figure, 50, 50), Pictures.drawn()))
                .isZero();
        assertThat(figure.describe(25, 25)).contains("no answer");
    }

    @Test
    void aNewGridIsSeenAndNewPointsToo() {
        figure.setGrid(halves(1));
        Pictures.draw(figure, 100, 100);
        float[] all = new float[100];
        figure.setGrid(new Grid(0, 1, 0, 1, 10, 2, all));
        BufferedImage violet = Pictures.draw(figure, 100, 100);
        assertThat(Pictures.count(violet, Pictures.like(VIOLET))).isEqualTo(10_000);

        figure.setPoints(List.of(new DataPoint(0.5, 0.5, 1, false)));
        BufferedImage pointed = Pictures.draw(figure, 400, 400);
        assertThat(Pictures.count(pointed, 190, 190, 20, 20, Pictures.like(ChartTheme.LIGHT.classColour(1))))
                .isPositive();
    }

    @Test
    void trainingPointsAreFilledAndTestPointsAreRings() {
        figure.setGrid(halves(1));
        figure.setPoints(List.of(new DataPoint(0.25, 0.25, 0, false), new DataPoint(0.75, 0.25, 0, true)));
        BufferedImage image = Pictures.draw(figure, 400, 400);

        Color violet = ChartTheme.LIGHT.classColour(0);
        assertThat(Pictures.count(image, 99, 299, 2, 2, Pictures.like(violet))).isEqualTo(4);
        assertThat(Pictures.count(image, 299, 299, 2, 2, Pictures.like(violet))).isZero();
        assertThat(Pictures.count(image, 292, 292, 16, 16, Pictures.like(violet)))
                .isPositive();
    }

    @Test
    void hoveringTellsPlaceClassAndProbability() {
        float[] p = new float[100];
        Arrays.fill(p, 0.75f);
        figure.setGrid(new Grid(-1, 1, -1, 1, 10, 2, p));
        figure.setPoints(List.of(new DataPoint(0.5, 0.5, 0, true)));
        Pictures.draw(figure, 100, 100);

        assertThat(figure.describe(25, 75).replace('\u00a0', ' ')).isEqualTo("(−0.50, −0.50): class 1, 75 %");
        assertThat(figure.describe(75, 25).replace('\u00a0', ' '))
                .isEqualTo("(0.50, 0.50): class 1, 75 %\ntest point of class 0");
        assertThat(figure.describe(120, 20)).isNull();
        assertThat(figure.summary())
                .isEqualTo("Decision regions of 2 classes; 0 of 1 points lie in a region of their" + " class.");
    }

    @Test
    void aGridOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Grid(0, 1, 0, 1, 10, 3, new float[100]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }
}
