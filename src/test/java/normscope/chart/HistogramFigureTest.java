package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import normscope.stats.Histogram;
import normscope.stats.Moments;
import org.junit.jupiter.api.Test;

class HistogramFigureTest {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 160;
    private static final Color BAR = ChartTheme.mix(
            ChartTheme.LIGHT.card(), ChartTheme.LIGHT.colour(Role.WITHOUT), ChartTheme.LIGHT.fillStrength());

    private final HistogramFigure figure = new HistogramFigure(Role.WITHOUT);

    private static Histogram bins(int below, int above, int... counts) {
        return new Histogram(-2, 2, counts, below, above, 0, new Moments(0.5, 1.2));
    }

    private BufferedImage draw(Histogram histogram) {
        figure.setAxis(-2, 2);
        figure.setHistogram(histogram);
        return Pictures.draw(figure, WIDTH, HEIGHT);
    }

    @Test
    void barsStandWhereTheirValuesAre() {
        BufferedImage image = draw(bins(0, 0, 0, 0, 10, 0));

        // The plot lies between slots of 7 px: the third of four bins is from the middle to three quarters.
        double bin = (WIDTH - 14) / 4.0;
        assertThat(Pictures.count(image, 7 + (int) (2 * bin) + 2, 60, (int) bin - 4, 60, Pictures.like(BAR)))
                .isGreaterThan(60 * ((int) bin - 8));
        assertThat(Pictures.count(image, 0, 20, 7 + (int) (2 * bin) - 1, 120, Pictures.like(BAR)))
                .isZero();
        assertThat(Pictures.count(image, 7 + (int) (3 * bin) + 1, 20, 50, 120, Pictures.like(BAR)))
                .isZero();
    }

    @Test
    void theAreaOfTheBarsIsProportionalToTheCounts() {
        BufferedImage image = draw(bins(0, 0, 3, 0, 10, 7));

        // The highest bar leaves 12 % above it: 20 values stand on 20 / 11.2 times the plot's height of 128 by a bin's
        // width of 44. Edges are pale, and the line of the mean hides some.
        double area = 20 / 11.2 * 128 * 44;
        assertThat((double) Pictures.count(image, Pictures.like(BAR))).isBetween(0.97 * area, area);
    }

    @Test
    void theBarsGivenToJFreeChartCoverTheCounts() {
        Histogram histogram = bins(0, 0, 3, 0, 10, 7);
        HistogramGeometry at =
                new HistogramGeometry(new Rectangle2D.Double(7, 17, 176, 128), -2, 2, histogram, true, 12);

        double[][] bars = at.bars();
        double area = 0;
        for (int i = 0; i < 4; i++) {
            area += (bars[2][i] - bars[1][i]) * bars[3][i];
        }

        assertThat(area).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void oneValueOfAMillionBeyondTheAxisIsStillSeen() {
        BufferedImage without = draw(bins(0, 0, 0, 500_000, 500_000, 0));
        BufferedImage with = draw(bins(0, 1, 0, 500_000, 500_000, 0));

        int right = WIDTH - 7;
        assertThat(Pictures.count(without, right, 18, 7, 126, Pictures.like(Color.WHITE)))
                .isEqualTo(7 * 126);
        assertThat(Pictures.count(with, right, 136, 7, 8, Pictures.drawn())).isGreaterThan(10);
        assertThat(figure.describe(right + 3, 100).replace('\u00a0', ' '))
                .isEqualTo("above 2.00: 1 of 1 000 001 (<0.1 %)");
        assertThat(figure.describe(3, 100)).isNull();
    }

    @Test
    void moreValuesBeyondTheAxisMakeAHigherEndBar() {
        int few = Pictures.count(draw(bins(10, 0, 5, 50, 50, 5)), 0, 18, 5, 126, Pictures.drawn());
        int many = Pictures.count(draw(bins(40, 0, 5, 50, 50, 5)), 0, 18, 5, 126, Pictures.drawn());

        assertThat(many).isGreaterThan(2 * few);
    }

    @Test
    void hoveringTellsIntervalCountAndShare() {
        draw(bins(0, 0, 1, 2, 12, 5));

        assertThat(figure.describe(7 + 44 * 2 + 5, 100).replace('\u00a0', ' ')).isEqualTo("0 to 1.00: 12 of 20 (60 %)");
        figure.setDensity(true);
        Pictures.draw(figure, WIDTH, HEIGHT);
        assertThat(figure.describe(7 + 44 * 2 + 5, 100).replace('\u00a0', ' '))
                .isEqualTo("0 to 1.00: density 0.600, 12 of 20 (60 %)");
        assertThat(figure.describe(100, 5)).isEqualTo("mean 0.50, standard deviation 1.20");
        assertThat(figure.describe(100, HEIGHT + 5)).isNull();
    }

    @Test
    void hoveringSpeaksOfWhatIsDrawnNotOfWhatComesNext() {
        draw(bins(0, 0, 1, 2, 12, 5));
        String drawn = figure.describe(100, 100);

        figure.setHistogram(bins(0, 0, 9, 9, 9, 9));

        assertThat(figure.describe(100, 100)).isEqualTo(drawn);
    }

    @Test
    void aPinnedOutlineOnAnotherAxisKeepsItsArea() {
        Histogram now = bins(0, 0, 10, 10, 10, 10);
        Histogram wider = new Histogram(-4, 4, new int[] {20, 20}, 0, 0, 0, new Moments(0, 1));

        // The same 40 values in bins four times as wide: half as many in an interval as wide as before.
        assertThat(HistogramGeometry.height(wider, 20, now, false)).isEqualTo(5);
        assertThat(HistogramGeometry.height(wider, 20, now, true)).isEqualTo(0.125);
        figure.setOutline(wider);
        assertThat(Pictures.count(draw(now), Pictures.like(ChartTheme.LIGHT.outline())))
                .isGreaterThan(20);
    }

    @Test
    void statesAreWrittenAcrossThePlot() {
        BufferedImage empty = draw(null);
        assertThat(Pictures.count(empty, 40, 60, 110, 40, Pictures.drawn())).isPositive();
        assertThat(figure.describe(100, 100)).isNull();
        assertThat(figure.summary()).isEqualTo("Histogram: no values.");

        figure.setState("diverged at step 12, layer 3");
        assertThat(Pictures.count(draw(null), 20, 60, 150, 40, Pictures.like(ChartTheme.LIGHT.text())))
                .isPositive();
        assertThat(figure.summary()).startsWith("diverged at step 12, layer 3.");
    }

    @Test
    void valuesThatAreNoNumbersAreCountedInWords() {
        Histogram broken = new Histogram(-2, 2, new int[] {1, 1, 1, 1}, 0, 0, 4, new Moments(Double.NaN, Double.NaN));
        BufferedImage image = draw(broken);

        assertThat(Pictures.count(image, 30, 60, 130, 50, Pictures.like(ChartTheme.LIGHT.text())))
                .isPositive();
    }

    @Test
    void meanAndDeviationDoNotTouchTheBars() {
        figure.setTitle("A heading too long for the little room that is left");
        BufferedImage image = draw(bins(5, 5, 100, 100, 100, 100));

        // The strip of the numbers ends above the plot, which begins at 17 px.
        assertThat(Pictures.count(image, 0, 14, WIDTH, 3, Pictures.drawn())).isZero();
    }

    @Test
    void theSummaryIsASentence() {
        draw(bins(10, 0, 5, 15, 15, 5));

        assertThat(figure.summary().replace('\u00a0', ' '))
                .isEqualTo("Histogram of 50 values: mean 0.50, standard deviation 1.20;"
                        + " 20 % below and 0 % above the axis from −2.00 to 2.00.");
    }
}
