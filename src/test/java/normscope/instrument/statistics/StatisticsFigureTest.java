package normscope.instrument.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntPredicate;
import normscope.chart.ChartTheme;
import normscope.chart.Pictures;
import normscope.chart.Role;
import normscope.instrument.statistics.StatisticsFigure.Kind;
import normscope.instrument.statistics.StatisticsFigure.Series;
import org.junit.jupiter.api.Test;

/** Batch, running and exact statistics over the steps. */
class StatisticsFigureTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final IntPredicate LINE = Pictures.like(ChartTheme.LIGHT.colour(Role.of(0)));

    private final StatisticsFigure figure = new StatisticsFigure("Mean of z", false);

    private static Series series(Kind kind, double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            x[i] = 10 * i;
        }
        return new Series(kind, kind.name(), x, y);
    }

    private BufferedImage draw() {
        return Pictures.draw(figure, WIDTH, HEIGHT);
    }

    @Test
    void theSummaryTellsTheLastValueOfEachKind() {
        assertThat(figure.summary()).contains("Mean of z");
        figure.setSeries(List.of(series(Kind.BATCH, 0.1, 0.2), series(Kind.RUNNING, 0, 0.15)));

        assertThat(figure.summary()).contains("BATCH", "0.200", "RUNNING", "0.150");
    }

    @Test
    void theCursorTellsOfItsMoment() {
        figure.setSeries(List.of(series(Kind.RUNNING, 1, 2, 3)));
        figure.setCursor(10);

        assertThat(figure.summary()).contains("2.00").doesNotContain("3.00");
    }

    @Test
    void whatIsZeroButForRoundingIsZero() {
        figure.setSeries(List.of(series(Kind.EXACT, 4e-17)));

        assertThat(figure.summary()).endsWith("EXACT: 0.");
    }

    @Test
    void theValueReadInTheLegendLiesWithinThePlotHoweverSuddenly() {
        double[] jump = new double[200];
        jump[199] = 50;
        figure.setSeries(List.of(series(Kind.RUNNING, jump)));

        // With the last value on the axis, all the others lie at its lower end.
        assertThat(Pictures.count(draw(), 60, HEIGHT - 60, 200, 50, LINE)).isGreaterThan(100);
    }

    @Test
    void aLineOfOnePointIsSeen() {
        figure.setSeries(List.of(series(Kind.RUNNING, 1)));

        assertThat(Pictures.count(draw(), 0, 60, WIDTH, HEIGHT - 60, LINE)).isGreaterThan(10);
    }

    @Test
    void aPointedMomentIsDescribedWithEveryKind() {
        figure.setSeries(List.of(series(Kind.BATCH, 0.1, 0.2), series(Kind.RUNNING, 0, 0.15)));
        draw();

        assertThat(figure.describe(WIDTH - 5.0, HEIGHT / 2.0)).contains("10", "BATCH", "RUNNING");
        assertThat(figure.describe(-5, -5)).isNull();
    }
}
