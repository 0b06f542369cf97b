package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class BandsFigureTest {

    private static final double[] STEPS = {0, 10, 20, 30, 40};
    private final BandsFigure figure = new BandsFigure();

    private static BandsFigure.Band band(Role role, double middle) {
        double[] low = new double[STEPS.length];
        double[] median = new double[STEPS.length];
        double[] high = new double[STEPS.length];
        for (int i = 0; i < STEPS.length; i++) {
            low[i] = middle - 1;
            median[i] = middle;
            high[i] = middle + 2;
        }
        return new BandsFigure.Band(role, STEPS, low, median, high);
    }

    @Test
    void bothArmsShareOneAxis() {
        figure.setBands(List.of(band(Role.WITHOUT, 5), band(Role.WITH, 0)));
        BufferedImage image = Pictures.draw(figure, 330, 200);

        int upper = Pictures.count(image, 60, 25, 100, 75, Pictures.like(ChartTheme.LIGHT.colour(Role.WITHOUT)));
        int lower = Pictures.count(image, 60, 100, 100, 75, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH)));
        assertThat(upper).isGreaterThan(100);
        assertThat(lower).isGreaterThan(100);
        assertThat(Pictures.count(image, 60, 25, 100, 55, Pictures.like(ChartTheme.LIGHT.colour(Role.WITH))))
                .isZero();
    }

    @Test
    void hoveringTellsMedianAndBand() {
        figure.setBands(List.of(band(Role.WITHOUT, 5), band(Role.WITH, 0)));
        Pictures.draw(figure, 330, 200);

        assertThat(figure.describe(33 + 297 * 20.5 / 50.5, 100).replace('\u00a0', ' '))
                .isEqualTo("step 20\nwithout: median 5.00, middle 70 % from 4.00 to 7.00"
                        + "\nwith: median 0.00, middle 70 % from −1.00 to 2.00");
    }

    /** A median that goes up and down by 1 at every measured step. */
    private BufferedImage drawSaw(int count) {
        double[] steps = SampleFigures.steps(count, 10);
        double[] median = new double[count];
        for (int i = 0; i < count; i++) {
            median[i] = i % 2 == 0 ? 1 : -1;
        }
        double[] low = new double[count];
        double[] high = new double[count];
        Arrays.fill(low, -4);
        Arrays.fill(high, 4);
        figure.setBands(List.of(new BandsFigure.Band(Role.WITH, steps, low, median, high)));
        return Pictures.draw(figure, 330, 200);
    }

    @Test
    void ofMoreMomentsThanCanBeToldApartMeansAreDrawn() {
        IntPredicate line = Pictures.like(ChartTheme.LIGHT.colour(Role.WITH));
        BufferedImage few = drawSaw(60);
        BufferedImage many = drawSaw(2000);
        // At the height of 0.8, and of 0.
        assertThat(Pictures.count(few, 40, 83, 150, 6, line)).isGreaterThan(150);
        assertThat(Pictures.count(many, 40, 83, 150, 6, line)).isZero();
        assertThat(Pictures.count(many, 40, 99, 150, 6, line)).isGreaterThan(150);
    }

    @Test
    void anExplodingArmLeavesTheOtherReadable() {
        double[] wild = {1, 2, 1e6, 1e200, Double.POSITIVE_INFINITY};
        double[] steps = SampleFigures.steps(200, 1);
        BandsFigure.Band calm = new BandsFigure.Band(Role.WITH, steps, filled(-1), filled(0), filled(1));
        figure.setBands(List.of(calm, new BandsFigure.Band(Role.WITHOUT, STEPS, wild, wild, wild)));
        BufferedImage image = Pictures.draw(figure, 330, 200);

        // The calm band still spans a readable part of the plot's 160 px.
        int top = -1;
        int bottom = -1;
        for (int y = 24; y < 180; y++) {
            if (Pictures.count(image, 80, y, 3, 1, rgb -> (rgb & 255) > (rgb >> 16 & 255) + 15) > 0) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        assertThat(bottom - top).isGreaterThan(15);
    }

    private static double[] filled(double value) {
        double[] values = new double[200];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @Test
    void withoutDataThereAreAxesOnly() {
        assertThat(Pictures.count(Pictures.draw(figure, 330, 200), Pictures.drawn()))
                .isPositive();
        assertThat(figure.describe(100, 100)).isNull();
    }
}
