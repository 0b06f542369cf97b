package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import normscope.stats.Moments;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MovingNoiseTest {

    private static final int UNITS = 3000;
    private static final int EXAMPLES = 40;

    private final DMatrixRMaj zeros = new DMatrixRMaj(EXAMPLES, UNITS);

    private static double[] column(DMatrixRMaj x, int unit) {
        return Samples.column(x, unit);
    }

    /** Of values that are 0 the mean is left, of what multiplies them the factor. */
    @Test
    void meanAndFactorOfUnitsAreEvenAndExamplesLieAroundThem() {
        for (double strength : new double[] {1, 4}) {
            MovingNoise noise = new MovingNoise(strength, 1, UNITS);
            noise.forward(zeros, 5);
            double[] means = new double[UNITS];
            double[] factors = new double[UNITS];
            double meansAround = 0;
            double factorsAround = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                Moments t = Moments.of(column(noise.output, unit), EXAMPLES);
                Moments s = Moments.of(column(noise.scale, unit), EXAMPLES);
                means[unit] = t.mean();
                factors[unit] = s.mean();
                meansAround += t.sd() * t.sd() / UNITS;
                factorsAround += s.sd() * s.sd() / UNITS;
            }
            double n = 0.5 * strength;
            double f = 0.25 * strength;
            double r = 0.1 * strength;
            double left = 1 - 1.0 / EXAMPLES;
            assertThat(Moments.of(means, UNITS).mean()).isCloseTo(0, within(0.03 * n));
            assertThat(Moments.of(means, UNITS).sd()).isCloseTo(n / Math.sqrt(3), within(0.03 * n));
            assertThat(Moments.of(factors, UNITS).mean()).isCloseTo(1 + f / 2, within(0.03 * f));
            assertThat(Math.sqrt(meansAround / left)).isCloseTo(r / Math.sqrt(3), within(0.01 * r));
            assertThat(Math.sqrt(factorsAround / left)).isCloseTo(r, within(0.01 * r));
        }
    }

    @Test
    void itIsTheSameForTheSameKeyAndAnotherForAnotherStepOrLayer() {
        MovingNoise noise = new MovingNoise(1, 1, UNITS);
        noise.forward(zeros, 5);
        double[] first = noise.output.data.clone();
        noise.forward(zeros, 6);
        assertThat(noise.output.data[0]).isNotEqualTo(first[0]);
        noise.forward(zeros, 5);
        assertThat(noise.output.data).isEqualTo(first);
        MovingNoise above = new MovingNoise(1, 2, UNITS);
        above.forward(zeros, 5);
        assertThat(above.output.data[0]).isNotEqualTo(first[0]);
    }

    /** Only training sees it: neither the answers nor statistics that are measured again. */
    @Test
    void itIsInTrainModeAloneAndNotInStatisticsMeasuredAgain() {
        NetworkSpec plain = Samples.spec(new int[] {3, 5, 4, 3}, Activation.RELU, Loss.SOFTMAX, 0, true, true);
        Network without = Samples.network(plain, 11);
        Network with = Samples.network(new NetworkSpec(3, plain.layers(), plain.loss(), 0, 4), 11);
        DMatrixRMaj x = Samples.matrix(9, 3, 12);
        assertThat(with.forward(x, Mode.EVAL).data).isEqualTo(without.forward(x, Mode.EVAL).data);
        assertThat(with.forward(x, Mode.TRAIN).data).isNotEqualTo(without.forward(x, Mode.TRAIN).data);
        with.reestimateStatistics(x);
        without.reestimateStatistics(x);
        assertThat(with.forward(x, Mode.EVAL).data).isEqualTo(without.forward(x, Mode.EVAL).data);
    }
}
