package normscope.instrument.smoothness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of the losses along a line. */
class AlongFigureTest {

    @Test
    void aDivergedArmHasNoRows() {
        AlongFigure figure = new AlongFigure();
        figure.setLosses(
                new double[] {0, 0.5, 1}, Arrays.asList(null, new double[] {1, 0.5, 0.75}), List.of("without", "with"));

        assertThat(figure.numbers().rows())
                .containsExactly(
                        List.of("with", "0", "1"), List.of("with", "0.5", "0.5"), List.of("with", "1", "0.75"));
    }
}
