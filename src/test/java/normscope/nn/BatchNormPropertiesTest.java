package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What batch normalization must do whatever the numbers: over random shapes and scales. */
class BatchNormPropertiesTest {

    private static final double EPSILON = 1e-5;

    private static BatchNorm random(int units, RandomGenerator random, NormalizerConstants spec) {
        BatchNorm norm = new BatchNorm(units, spec);
        for (int j = 0; j < units; j++) {
            norm.gamma[j] = 0.5 + random.nextDouble();
            norm.beta[j] = random.nextDouble() - 0.5;
        }
        return norm;
    }

    private static NormalizerConstants spec(boolean unbiased) {
        return new NormalizerConstants(EPSILON, 0.9, unbiased);
    }

    @RepeatedTest(40)
    void normalizedColumnsHaveMean0AndVarianceShrunkByEpsilon(RepetitionInfo run) {
        RandomGenerator random = new SplittableRandom(run.getCurrentRepetition());
        int m = 2 + random.nextInt(60);
        int units = 1 + random.nextInt(20);
        DMatrixRMaj z = Samples.matrix(m, units, random.nextLong());
        double scale = StrictMath.pow(10, random.nextInt(-4, 5));
        for (int i = 0; i < z.getNumElements(); i++) {
            z.data[i] = scale * (z.data[i] + 3);
        }
        BatchNorm norm = random(units, random, spec(false));
        norm.forward(z, Mode.TRAIN);
        for (int j = 0; j < units; j++) {
            double variance = variance(Samples.column(z, j));
            double[] normalized = Samples.column(norm.zNorm, j);
            assertThat(mean(normalized)).isCloseTo(0, within(1e-13));
            double expected = variance / (variance + EPSILON);
            assertThat(variance(normalized)).isCloseTo(expected, within(1e-12 * (1 + expected)));
            for (int i = 0; i < m; i++) {
                assertThat(norm.zTilde.get(i, j))
                        .isCloseTo(norm.gamma[j] * normalized[i] + norm.beta[j], within(1e-14));
            }
        }
    }

    @Test
    void anOffsetOf1e8CostsNoDigits() {
        DMatrixRMaj z = Samples.matrix(50, 3, 4);
        DMatrixRMaj shifted = z.copy();
        for (int i = 0; i < z.getNumElements(); i++) {
            // The addition rounds; the unshifted matrix takes the same rounding, so that both hold equal differences.
            shifted.data[i] += 1e8;
            z.data[i] = shifted.data[i] - 1e8;
        }
        BatchNorm plain = new BatchNorm(3, spec(false));
        BatchNorm far = new BatchNorm(3, spec(false));
        plain.forward(z, Mode.TRAIN);
        far.forward(shifted, Mode.TRAIN);
        for (int j = 0; j < 3; j++) {
            assertThat(far.batchVar[j]).isCloseTo(plain.batchVar[j], within(1e-14 * plain.batchVar[j]));
            assertThat(far.batchMean[j]).isEqualTo(plain.batchMean[j] + 1e8, within(1.5e-8));
        }
    }

    @Test
    void aConstantColumnHasExactlyItsValueForMeanAndNoVariance() {
        DMatrixRMaj z = new DMatrixRMaj(7, 2);
        Arrays.fill(z.data, 0.1);
        BatchNorm norm = random(2, new SplittableRandom(3), spec(false));
        norm.forward(z, Mode.TRAIN);
        assertThat(norm.batchMean).containsExactly(0.1, 0.1);
        assertThat(norm.batchVar).containsExactly(0, 0);
        assertThat(Samples.column(norm.zTilde, 1)).containsOnly(norm.beta[1]);
    }

    @Test
    void oneExampleGivesExactlyBetaAndLearnsBetaAlone() {
        BatchNorm norm = random(4, new SplittableRandom(8), spec(true));
        norm.forward(Samples.matrix(1, 4, 9), Mode.TRAIN);
        assertThat(norm.zTilde.data).containsExactly(norm.beta);
        DMatrixRMaj d = Samples.matrix(1, 4, 10);
        norm.backward(d);
        assertThat(norm.dBeta).containsExactly(d.data);
        assertThat(norm.dGamma).containsOnly(0);
        assertThat(norm.dZ.data).containsOnly(0);
        norm.updateRunningStatistics();
        assertThat(norm.runningVar).containsOnly(0.9);
    }

    @Test
    void equalColumnsStayEqual() {
        DMatrixRMaj z = Samples.matrix(9, 3, 20);
        DMatrixRMaj d = Samples.matrix(9, 3, 21);
        for (int i = 0; i < 9; i++) {
            z.set(i, 2, z.get(i, 0));
            d.set(i, 2, d.get(i, 0));
        }
        BatchNorm norm = new BatchNorm(3, spec(false));
        norm.forward(z, Mode.TRAIN);
        norm.backward(d);
        assertThat(Samples.column(norm.zTilde, 2)).containsExactly(Samples.column(norm.zTilde, 0));
        assertThat(Samples.column(norm.dZ, 2)).containsExactly(Samples.column(norm.dZ, 0));
    }

    @Test
    void permutingTheBatchPermutesTheResult() {
        DMatrixRMaj z = Samples.matrix(8, 3, 30);
        DMatrixRMaj d = Samples.matrix(8, 3, 31);
        int[] order = {3, 7, 0, 5, 1, 6, 2, 4};
        BatchNorm norm = new BatchNorm(3, spec(false));
        BatchNorm permuted = new BatchNorm(3, spec(false));
        norm.forward(z, Mode.TRAIN);
        norm.backward(d);
        permuted.forward(rows(z, order), Mode.TRAIN);
        permuted.backward(rows(d, order));
        assertThat(permuted.zTilde.data).containsExactly(rows(norm.zTilde, order).data, within(1e-14));
        assertThat(permuted.dZ.data).containsExactly(rows(norm.dZ, order).data, within(1e-14));
        assertThat(permuted.dGamma).containsExactly(norm.dGamma, within(1e-14));
    }

    @Test
    void trainAndEvalAgreeWhenTheRunningStatisticsAreTheBatchs() {
        DMatrixRMaj z = Samples.matrix(8, 3, 40);
        BatchNorm norm = random(3, new SplittableRandom(41), spec(false));
        norm.forward(z, Mode.TRAIN);
        double[] train = Samples.copy(norm.zTilde);
        System.arraycopy(norm.batchMean, 0, norm.runningMean, 0, 3);
        System.arraycopy(norm.batchVar, 0, norm.runningVar, 0, 3);
        norm.forward(z, Mode.EVAL);
        assertThat(norm.zTilde.data).containsExactly(train);
    }

    @Test
    void runningStatisticsAreTheWeightedAverageOfOldAndBatch() {
        DMatrixRMaj z = Samples.matrix(5, 2, 50);
        BatchNorm biased = new BatchNorm(2, spec(false));
        BatchNorm unbiased = new BatchNorm(2, spec(true));
        for (BatchNorm norm : new BatchNorm[] {biased, unbiased}) {
            Arrays.fill(norm.runningMean, 2);
            Arrays.fill(norm.runningVar, 3);
            norm.forward(z, Mode.TRAIN);
            assertThat(norm.runningMean).containsOnly(2);
            norm.updateRunningStatistics();
        }
        for (int j = 0; j < 2; j++) {
            double[] column = Samples.column(z, j);
            assertThat(biased.runningMean[j]).isCloseTo(0.9 * 2 + 0.1 * mean(column), within(1e-14));
            assertThat(biased.runningVar[j]).isCloseTo(0.9 * 3 + 0.1 * variance(column), within(1e-14));
            assertThat(unbiased.runningVar[j]).isCloseTo(0.9 * 3 + 0.1 * variance(column) * 5 / 4, within(1e-14));
        }
    }

    @Test
    void evalModeUsesTheRunningStatisticsAndLeavesTheBatchsAlone() {
        DMatrixRMaj z = Samples.matrix(5, 2, 60);
        BatchNorm norm = new BatchNorm(2, spec(false));
        norm.forward(z, Mode.TRAIN);
        double[] mean = norm.batchMean.clone();
        norm.runningMean[1] = 4;
        norm.runningVar[1] = 9;
        norm.forward(Samples.matrix(3, 2, 61), Mode.EVAL);
        assertThat(norm.batchMean).containsExactly(mean);
        double expected = (Samples.matrix(3, 2, 61).get(2, 1) - 4) / Math.sqrt(9 + EPSILON);
        assertThat(norm.zNorm.get(2, 1)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void aBiasBeforeTheNormalizationHasNoEffectAndNoGradient() {
        NetworkSpec spec = Samples.spec(new int[] {3, 4, 2}, Activation.TANH, Loss.MSE, 0, true);
        Network network = Samples.network(spec, 70);
        // An input that is always 1 carries the bias as a weight.
        DMatrixRMaj x = Samples.matrix(6, 3, 71);
        for (int i = 0; i < 6; i++) {
            x.set(i, 2, 1);
        }
        DMatrixRMaj y = Samples.targets(Loss.MSE, 6, 2, 72);
        network.forward(x, Mode.TRAIN);
        double loss = network.loss(y);
        network.backward(y);
        for (int j = 0; j < 4; j++) {
            assertThat(network.layer(0).dW().get(2, j)).isCloseTo(0, within(1e-15));
            network.layer(0).w().add(2, j, 5);
        }
        network.forward(x, Mode.TRAIN);
        assertThat(network.loss(y)).isCloseTo(loss, within(1e-13));
    }

    @Test
    void theGradientIsOrthogonalToTheWeightsOfEachUnit() {
        Network network = Samples.network(zeroEpsilon(), 80);
        DMatrixRMaj y = Samples.targets(Loss.MSE, 9, 2, 82);
        network.forward(Samples.matrix(9, 3, 81), Mode.TRAIN);
        network.backward(y);
        Layer layer = network.layer(0);
        for (int j = 0; j < 4; j++) {
            double product = 0;
            double size = 0;
            for (int i = 0; i < 3; i++) {
                product += layer.w().get(i, j) * layer.dW().get(i, j);
                size += Math.abs(layer.w().get(i, j) * layer.dW().get(i, j));
            }
            assertThat(Math.abs(product)).isLessThan(1e-13 * size);
        }
    }

    private static NetworkSpec zeroEpsilon() {
        NormalizerConstants norm = new NormalizerConstants(0, 0.9, false);
        return new NetworkSpec(
                3,
                List.of(
                        new LayerSpec(4, Activation.TANH, new NormalizerSpec.Batch(), norm, true),
                        new LayerSpec(2, Activation.IDENTITY)),
                Loss.MSE,
                0);
    }

    private static DMatrixRMaj rows(DMatrixRMaj x, int[] order) {
        DMatrixRMaj result = new DMatrixRMaj(order.length, x.numCols);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(x.data, order[i] * x.numCols, result.data, i * x.numCols, x.numCols);
        }
        return result;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }
}
