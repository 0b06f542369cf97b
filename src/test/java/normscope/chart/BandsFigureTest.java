package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
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

        int upper = Pictures.count(image, 60, 25, 100, 75, Pictures.like(ChartTheme.LIGHT.without()));
        int lower = Pictures.count(image, 60, 100, 100, 75, Pictures.like(ChartTheme.LIGHT.with()));
        assertThat(upper).isGreaterThan(100);
        assertThat(lower).isGreaterThan(100);
        assertThat(Pictures.count(image, 60, 25, 100, 55, Pictures.like(ChartTheme.LIGHT.with())))
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
