package normscope.instrument.contours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.contours.ContoursSettings.Inputs;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContoursTest {

    private static final int SEEDS = 20;

    private static Contours contours(Inputs inputs, double rate, long seed) {
        return new Contours(new ContoursSettings(inputs, rate, true, 200, seed));
    }

    /** The lesson's table; one data set differs from the next by about a tenth. */
    @ParameterizedTest
    @CsvSource({"RAW, 5.6e6, 1.4e6", "CENTRED, 9.9e5, 4.4e5", "SCALED, 28, 11", "STANDARDIZED, 1.1, 1.1"})
    void conditionAndStepsAreThoseOfTheLesson(Inputs inputs, double condition, double steps) {
        double meanCondition = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> contours(inputs, 1, seed).conditionNumber())
                .average()
                .orElseThrow();
        double meanSteps = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> contours(inputs, 1, seed).stepsToImprovement(0.99))
                .average()
                .orElseThrow();

        assertThat(meanCondition).isCloseTo(condition, Percentage.withPercentage(8));
        assertThat(meanSteps).isCloseTo(steps, Percentage.withPercentage(8));
    }

    /** What follows from the eigenvalues is what the steps themselves do. */
    @ParameterizedTest
    @CsvSource({"RAW, 1", "CENTRED, 1.5", "SCALED, 1", "SCALED, 0.1", "SCALED, 1.9", "STANDARDIZED, 0.3"})
    void descentNeedsAsManySteps(Inputs inputs, double rate) {
        Contours problem = contours(inputs, rate, 3);
        long steps = problem.stepsToImprovement(0.99);
        Descent descent = problem.descent();
        descent.advance(steps - 1);

        assertThat(descent.improvement()).isLessThan(0.99);
        descent.advance(1);
        assertThat(descent.improvement()).isGreaterThanOrEqualTo(0.99);
        assertThat(descent.steps()).isEqualTo(steps);
    }

    @ParameterizedTest
    @EnumSource(Inputs.class)
    void descentDivergesExactlyAboveTwiceTheInverseOfTheLargestEigenvalue(Inputs inputs) {
        Contours below = contours(inputs, 1.999, 5);
        Contours above = contours(inputs, 2.001, 5);
        Descent bounded = below.descent();
        bounded.advance(100_000);
        Descent unbounded = above.descent();
        unbounded.advance(100_000);

        assertThat(below.divergesAt(below.rate())).isFalse();
        assertThat(bounded.loss()).isLessThan(below.startLoss());
        assertThat(above.divergesAt(above.rate())).isTrue();
        assertThat(unbounded.diverged()).isTrue();
        assertThat(above.stepsToImprovement(0.5)).isEqualTo(Long.MAX_VALUE);
        assertThat(above.divergesAt((2 + 1e-12) / above.lambdaMax())).isTrue();
        assertThat(above.divergesAt((2 - 1e-12) / above.lambdaMax())).isFalse();
    }

    @Test
    void theOptimumRecoversWhatTheExamplesWereDrawnFrom() {
        assertThat(contours(Inputs.RAW, 1, 1).optimum()[0]).isCloseTo(0.003, within(1e-4));
        assertThat(contours(Inputs.RAW, 1, 1).optimum()[1]).isCloseTo(2, within(0.1));
        assertThat(contours(Inputs.RAW, 1, 1).optimum()[2]).isCloseTo(1, within(0.1));
        assertThat(contours(Inputs.RAW, 1, 1).bestLoss()).isCloseTo(0.005, within(0.001));
    }

    @ParameterizedTest
    @EnumSource(Inputs.class)
    void theGradientIsTheLossesDerivative(Inputs inputs) {
        Contours problem = contours(inputs, 1, 2);
        double[] w = {0.001, 0.7, -0.4};
        double[] gradient = new double[3];
        problem.gradient(w, gradient);
        for (int a = 0; a < 3; a++) {
            double h = a == 0 ? 1e-6 : 1e-3;
            double[] more = w.clone();
            more[a] += h;
            double[] less = w.clone();
            less[a] -= h;
            double slope = (problem.loss(more) - problem.loss(less)) / (2 * h);
            assertThat(gradient[a]).isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
        double[] atOptimum = new double[3];
        problem.gradient(problem.optimum(), atOptimum);
        assertThat(atOptimum[0]).isCloseTo(0, within(1e-8));
        assertThat(problem.loss(new double[3])).isCloseTo(problem.startLoss(), within(1e-9));
    }

    @Test
    void descentOnRawInputsFirstGoesWhereTheSteepSlopeEnds() {
        Contours problem = contours(Inputs.RAW, 1, 2);
        double[] floor = problem.firstFloor();
        double[] gradient = new double[3];
        problem.gradient(new double[] {floor[0], floor[1], 0}, gradient);

        assertThat(gradient[0]).isCloseTo(0, within(1e-8));
    }

    @Test
    void thePathBeginsAtZeroAndEndsHereHoweverLongItIs() {
        Descent descent = contours(Inputs.RAW, 1, 1).descent();
        assertThat(descent.path()).containsExactly(0, 0, 0, 0);
        descent.advance(1_000_000);
        double[] path = descent.path();

        assertThat(path.length).isLessThan(5000);
        assertThat(path[0]).isZero();
        assertThat(path[path.length - 2]).isEqualTo(descent.w()[0]);
        assertThat(path[path.length - 1]).isEqualTo(descent.w()[1]);
    }

    @Test
    void settingsNameTheFieldThatIsWrong() {
        assertThatThrownBy(() -> new ContoursSettings(null, 1, true, 200, 1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("inputs ");
        assertThatThrownBy(() -> new ContoursSettings(Inputs.RAW, 0, true, 200, 1))
                .hasMessageStartingWith("rateTimesLambdaMax ");
        assertThatThrownBy(() -> new ContoursSettings(Inputs.RAW, 1, true, 9, 1))
                .hasMessageStartingWith("points ");
    }
}
