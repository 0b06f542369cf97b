package normscope.instrument.formula;

import static org.assertj.core.api.Assertions.assertThat;

import normscope.chart.ChartTheme;
import normscope.chart.Pictures;
import normscope.chart.Role;
import org.junit.jupiter.api.Test;

/** The line of a batch's values: every example can be found where it is drawn, and nothing leaves the figure. */
class BatchStripFigureTest {

    private static final double[] VALUES = {-1.5, -0.2, 0.1, 0.4, 2.2};

    @Test
    void theChosenExampleHasTheArmsColour() {
        BatchStripFigure figure = figure(2);
        int chosen = Pictures.count(Pictures.draw(figure, 600, 76), Pictures.like(ChartTheme.LIGHT.colour(Role.WITH)));
        int none =
                Pictures.count(Pictures.draw(figure(-1), 600, 76), Pictures.like(ChartTheme.LIGHT.colour(Role.WITH)));

        assertThat(chosen).isGreaterThan(40);
        assertThat(none).isZero();
    }

    @Test
    void examplesAreFoundFromLeftToRight() {
        BatchStripFigure figure = figure(0);
        Pictures.draw(figure, 600, 76);
        StringBuilder found = new StringBuilder();
        int last = -1;
        for (int x = 0; x < 600; x++) {
            for (int y = 0; y < 76; y++) {
                int at = figure.exampleAt(x, y);
                if (at > last) {
                    found.append(at);
                    last = at;
                }
            }
        }
        assertThat(found.toString()).isEqualTo("01234");
        assertThat(figure.exampleAt(590, 2)).isEqualTo(-1);
    }

    @Test
    void itKeepsWithinItsBounds() {
        for (ChartTheme theme : new ChartTheme[] {ChartTheme.LIGHT, ChartTheme.DARK, ChartTheme.PROJECTOR}) {
            assertThat(Pictures.outside(figure(4), 600, 80, theme)).isZero();
        }
    }

    @Test
    void itSaysWhatItShows() {
        BatchStripFigure figure = figure(0);
        assertThat(figure.summary()).contains("5 examples", "0.2", "1.21");
        figure.setValues(new double[0], 0, 0, -1);
        Pictures.draw(figure, 600, 76);
        assertThat(figure.describe(300, 40)).isNull();
    }

    private static BatchStripFigure figure(int chosen) {
        BatchStripFigure figure = new BatchStripFigure();
        figure.setArm(1);
        figure.setValues(VALUES, 0.2, 1.21, chosen);
        return figure;
    }
}
