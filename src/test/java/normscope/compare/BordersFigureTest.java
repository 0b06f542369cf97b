package normscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.runner.Evaluation;
import org.junit.jupiter.api.Test;

/** Borders between classes. */
class BordersFigureTest {

    @Test
    void betweenHalvesOfThePlaneTheBorderIsALineThroughTheMiddle() {
        int[] second = new int[16];
        for (int cell = 0; cell < second.length; cell++) {
            second[cell] = cell % 4 < 2 ? 0 : 255;
        }
        float[] none = {};
        RunCurves.Arm arm = new RunCurves.Arm(none, none, none, none, List.of(), second);
        RunCurves curves = new RunCurves(
                none,
                List.of(arm, arm),
                new Evaluation.Grid(-2, 2, -2, 2, 4),
                new RunCurves.Points(none, none, new int[0]));
        BordersFigure figure = new BordersFigure();
        figure.setArms(List.of(new OverlayArm(null, 1, 0, "with", curves)));

        assertThat(figure.numbers().rows()).hasSize(4).allSatisfy(row -> {
            assertThat(row.subList(0, 3)).containsExactly("with", "1", "0");
            assertThat(Double.parseDouble(row.get(3))).isBetween(-2.0, 2.0);
        });
    }
}
