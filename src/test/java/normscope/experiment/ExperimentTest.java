package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import normscope.nn.Activation;
import normscope.nn.Network;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.stats.Moments;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {

    private static ExperimentConfig normalized(ExperimentConfig config, List<Boolean> without, List<Boolean> with) {
        return config.withArm(0, ArmConfig.batchNorm(without)).withArm(1, ArmConfig.batchNorm(with));
    }

    private static void advance(Experiment experiment, int steps) {
        for (int i = 0; i < steps; i++) {
            experiment.advance();
        }
    }

    private static double[] state(Experiment experiment, int arm) {
        Network network = experiment.network(arm);
        double[] state = new double[network.stateSize()];
        network.copyStateTo(state, 0);
        return state;
    }

    @Test
    void bothArmsBeginWithTheSameWeightsWhicheverLayersAreNormalized() {
        RandomGenerator random = new SplittableRandom(16);
        for (int round = 0; round < 20; round++) {
            ExperimentConfig config = Configs.random(random);
            Experiment experiment = new Experiment(config.withData(config.data().withPoints(20)));
            for (int i = 0; i <= config.network().layers(); i++) {
                assertThat(experiment.network(1).layer(i).w().data)
                        .isEqualTo(experiment.network(0).layer(i).w().data);
            }
        }
    }

    /** Same weights, batches, order and dropout masks: then nothing but the normalization can make a difference. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void armsThatAreNormalizedAlikeAreTheSameNetworkForEver(boolean on) {
        ExperimentConfig config = Configs.small();
        config = config.withTraining(
                config.training().withDropout(0.4).withL2(0.01).withOptimizer(new OptimizerSpec.Adam()));
        Experiment experiment = new Experiment(normalized(config, List.of(on, on, on), List.of(on, on, on)));
        for (int i = 0; i < 200; i++) {
            experiment.advance();
            assertThat(experiment.batchLoss(1)).isEqualTo(experiment.batchLoss(0));
        }
        assertThat(state(experiment, 1)).isEqualTo(state(experiment, 0));
    }

    /**
     * With one example a batch, dW = a<sup>T</sup> dZ has rows of zeros exactly where the unit before was dropped. (The
     * first layer's units all give sigmoid(beta), not 0, when it is normalized.)
     */
    @Test
    void bothArmsDropTheSameUnitsAlsoWhereOnlyOneIsNormalized() {
        ExperimentConfig config = Configs.small();
        config = config.withNetwork(config.network().withActivation(Activation.SIGMOID))
                .withTraining(config.training().withBatchSize(1).withDropout(0.5));
        Experiment experiment =
                new Experiment(normalized(config, List.of(false, false, false), List.of(true, false, false)));
        int dropped = 0;
        int kept = 0;
        for (int step = 0; step < 40; step++) {
            experiment.advance();
            for (int layer = 1; layer <= 3; layer++) {
                boolean[] mask = zeroRows(experiment.network(0).layer(layer).dW());
                assertThat(zeroRows(experiment.network(1).layer(layer).dW()))
                        .as("units dropped before layer %d at step %d", layer, step)
                        .isEqualTo(mask);
                for (boolean zero : mask) {
                    dropped += zero ? 1 : 0;
                    kept += zero ? 0 : 1;
                }
            }
        }
        assertThat(dropped).isBetween(200, 400);
        assertThat(kept).isBetween(200, 400);
    }

    private static boolean[] zeroRows(DMatrixRMaj dW) {
        boolean[] zero = new boolean[dW.numRows];
        boolean any = false;
        for (int row = 0; row < dW.numRows; row++) {
            zero[row] = true;
            for (int column = 0; column < dW.numCols; column++) {
                zero[row] &= dW.get(row, column) == 0;
            }
            any |= !zero[row];
        }
        // With every unit of the layer itself dropped, its gradient is 0 and says nothing of the units before.
        return any ? zero : new boolean[dW.numRows];
    }

    @Test
    void lookingChangesNothing() {
        ExperimentConfig config = Configs.small();
        config = config.withTraining(config.training().withDropout(0.2).withOptimizer(new OptimizerSpec.Adam()));
        Experiment watched = new Experiment(config);
        Experiment alone = new Experiment(config);
        for (int i = 0; i < 100; i++) {
            watched.snapshot();
            watched.advance();
            watched.measure();
            watched.snapshot();
            alone.advance();
            for (int arm = 0; arm < 2; arm++) {
                assertThat(watched.batchLoss(arm)).isEqualTo(alone.batchLoss(arm));
            }
        }
        assertThat(state(watched, 1)).isEqualTo(state(alone, 1));
        assertThat(state(watched, 0)).isEqualTo(state(alone, 0));
    }

    @Test
    void oneArmsNormalizationMakesNoDifferenceToTheOther() {
        ExperimentConfig config = Configs.small();
        Experiment one = new Experiment(normalized(config, List.of(false, false, false), List.of(true, true, true)));
        Experiment other = new Experiment(normalized(config, List.of(false, true, true), List.of(true, true, true)));
        advance(one, 100);
        advance(other, 100);
        assertThat(state(one, 1)).isEqualTo(state(other, 1));
        assertThat(state(one, 0)).isNotEqualTo(state(other, 0));
    }

    @Test
    void measurementsAreWhatTheNetworksGive() {
        Experiment experiment = new Experiment(Configs.small());
        advance(experiment, 50);
        Measurement measured = experiment.measure();
        assertThat(measured.step()).isEqualTo(50);
        for (int arm = 0; arm < 2; arm++) {
            ScoringSet.Score train = new ScoringSet(experiment.split().train()).score(experiment.network(arm));
            ScoringSet.Score test = new ScoringSet(experiment.split().test()).score(experiment.network(arm));
            assertThat(measured.arm(arm).trainLoss()).isEqualTo(train.loss());
            assertThat(measured.arm(arm).testLoss()).isEqualTo(test.loss());
            assertThat(measured.arm(arm).trainAccuracy()).isEqualTo(train.accuracy());
            assertThat(measured.arm(arm).testAccuracy()).isEqualTo(test.accuracy());
        }
        experiment.snapshot();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 3; i++) {
                LayerStats stats = measured.arm(arm).layers().get(i);
                DMatrixRMaj z = experiment.network(arm).layer(i).z();
                DMatrixRMaj zTilde = experiment.network(arm).layer(i).zTilde();
                int n = z.getNumElements();
                assertThat(stats.z()).isEqualTo(Moments.of(z.data, n));
                assertThat(stats.zTilde()).isEqualTo(Moments.of(zTilde.data, n));
                double[] sorted = Arrays.copyOf(zTilde.data, n);
                Arrays.sort(sorted);
                assertThat(stats.p15()).isEqualTo(sorted[(15 * n + 99) / 100 - 1]);
                assertThat(stats.p50()).isEqualTo(sorted[(50 * n + 99) / 100 - 1]);
                assertThat(stats.p85()).isEqualTo(sorted[(85 * n + 99) / 100 - 1]);
            }
        }
    }

    @Test
    void aRateChangedOnTheWayIsTheRateOfTheNextUpdate() {
        Experiment experiment = new Experiment(Configs.small());
        advance(experiment, 10);
        double[] before = state(experiment, 1);
        experiment.apply(new Command.SetLearningRate(0.5));
        Snapshot there = experiment.snapshot();
        experiment.advance();
        double[] far = state(experiment, 1);
        experiment.restore(there);
        assertThat(experiment.learningRate()).isEqualTo(0.5);
        experiment.apply(new Command.SetLearningRate(0.25));
        experiment.advance();
        double[] near = state(experiment, 1);
        // The first layer's weights come first: half the rate goes half the way.
        for (int i = 0; i < 12; i++) {
            assertThat(2 * (near[i] - before[i])).isCloseTo(far[i] - before[i], within(1e-14));
        }
    }

    @Test
    void aLayersNormalizationCanBeTurnedOnAndOffOnTheWay() {
        Experiment experiment = new Experiment(Configs.small());
        advance(experiment, 10);
        experiment.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        experiment.apply(new Command.SetNormalizer(1, 2, new NormalizerSpec.None()));
        Snapshot snapshot = experiment.snapshot();
        assertThat(snapshot.arm(0).layers())
                .extracting(LayerSnapshot::normalized)
                .containsExactly(false, true, false);
        assertThat(snapshot.arm(1).layers())
                .extracting(LayerSnapshot::normalized)
                .containsExactly(true, true, false);
        Experiment fresh = new Experiment(Configs.small());
        fresh.restore(snapshot);
        advance(fresh, 20);
        advance(experiment, 20);
        assertThat(state(fresh, 1)).isEqualTo(state(experiment, 1));
        assertThat(state(fresh, 0)).isEqualTo(state(experiment, 0));
    }

    /** A snapshot does not hold the output layer's normalization: going back would lose it. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 99})
    void onlyHiddenLayersCanBeNormalized(int layer) {
        Experiment experiment = new Experiment(Configs.small());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment.apply(new Command.SetNormalizer(1, layer, new NormalizerSpec.Batch())))
                .withMessageContaining("hidden layer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1001, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatCannotBeIsNoCommand(double rate) {
        Refusals.assertNames("learningRate", () -> new Command.SetLearningRate(rate));
    }

    @Test
    void aDivergedArmStaysWhereItWasAndTheOtherGoesOn() {
        ExperimentConfig config = ExperimentConfig.defaults();
        Experiment experiment =
                new Experiment(config.withTraining(config.training().withLearningRate(10)));
        while (experiment.divergence(0) == null) {
            experiment.advance();
        }
        Divergence divergence = experiment.divergence(0);
        double[] last = state(experiment, 0);
        assertThat(divergence.step()).isEqualTo(experiment.step() - 1);
        assertThat(last).doesNotContain(Double.NaN);
        advance(experiment, 50);
        assertThat(state(experiment, 0)).isEqualTo(last);
        assertThat(experiment.divergence(0)).isEqualTo(divergence);
        assertThat(experiment.batchLoss(0)).isNaN();
        assertThat(experiment.batchLoss(1)).isFinite();
        assertThat(experiment.isOver()).isFalse();
        assertThat(experiment.snapshot().arm(0).divergence()).isEqualTo(divergence);
    }

    /** Nothing in the engine counts two: arms configured alike are the same network, whatever thread trains them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void anyNumberOfArmsTrainsInLockstep(int count) {
        ExperimentConfig two = Configs.small();
        List<ArmConfig> arms = IntStream.range(0, count)
                .mapToObj(arm -> two.arms().get(arm % 2))
                .toList();
        Experiment experiment = new Experiment(
                new ExperimentConfig(two.name(), two.seed(), two.data(), two.network(), arms, two.training()));
        Experiment expected = new Experiment(two);
        for (int step = 0; step < 50; step++) {
            experiment.advance(step % 2 == 0);
            expected.advance();
        }
        experiment.apply(new Command.KickLayer(1, new Kick.Redraw()));
        expected.apply(new Command.KickLayer(1, new Kick.Redraw()));
        Snapshot snapshot = experiment.snapshot();
        advance(experiment, 10);
        experiment.restore(snapshot);
        advance(experiment, 20);
        advance(expected, 20);
        assertThat(experiment.arms()).isEqualTo(count);
        for (int arm = 0; arm < count; arm++) {
            assertThat(experiment.snapshot().arm(arm).networkState())
                    .isEqualTo(expected.snapshot().arm(arm % 2).networkState());
            assertThat(experiment.batchLosses()[arm]).isEqualTo(expected.batchLoss(arm % 2));
            assertThat(experiment.measure().arm(arm))
                    .isEqualTo(expected.measure().arm(arm % 2));
        }
    }
}
