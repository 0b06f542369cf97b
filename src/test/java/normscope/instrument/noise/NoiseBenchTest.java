package normscope.instrument.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import normscope.experiment.ArmConfig;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoiseBenchTest {

    private static final List<Integer> SIZES = List.of(16, 32, 64, 128, 256);

    private static List<NoiseResult> firstLayer;

    /** 500 training points, as in the lesson. */
    private static Experiment experiment(long seed) {
        ExperimentConfig config = ExperimentConfig.defaults();
        return new Experiment(config.withSeed(seed).withData(config.data().withPoints(1000)));
    }

    private static NoiseResult run(NoiseBenchSettings settings, long seed) {
        Experiment experiment = experiment(seed);
        return new NoiseBench(
                        settings,
                        experiment.config(),
                        experiment.snapshot(),
                        experiment.split().train())
                .run((int) seed, 0, share -> {}, () -> false);
    }

    /** Those of the first layer with replacement are made once, for both tests that look at them. */
    private static List<NoiseResult> firstLayer() {
        if (firstLayer == null) {
            firstLayer = results(true, 0);
        }
        return firstLayer;
    }

    private static List<NoiseResult> results(boolean replacement, int layer) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(seed -> run(new NoiseBenchSettings(SIZES, 1000, replacement, layer), seed))
                .toList();
    }

    private static double mean(List<NoiseResult> results, ToDoubleFunction<NoiseResult> of) {
        return results.stream().mapToDouble(of).average().orElseThrow();
    }

    /**
     * What the mean adds falls as 1 / sqrt(m), exactly so but for the one fixed example; the deviation multiplies less.
     */
    @Test
    void aBatchAddsAndMultiplies() {
        NoiseResult result = run(new NoiseBenchSettings(List.of(64, 256), 1000, true, 0), 3);

        assertThat(result.layerAdded()[0]).isCloseTo(1.0 / 8, within(0.015));
        assertThat(result.layerAdded()[1]).isCloseTo(1.0 / 16, within(0.006));
        assertThat(result.layerMultiplied()[0]).isBetween(0.02, result.layerAdded()[0]);
        assertThat(result.layerMultiplied()[1]).isCloseTo(result.layerMultiplied()[0] / 2, within(0.01));
    }

    /** The lesson's numbers: c = 1.12 and slope -1/2 in the first layer, -0.60 without replacement. */
    @Tag("slow")
    @Test
    void inTheFirstLayerTheNoiseFallsAsTheRootOfTheBatchSize() {
        List<NoiseResult> fresh = firstLayer();

        assertThat(mean(fresh, NoiseResult::sdTimesSqrtM)).isCloseTo(1.12, within(0.1));
        assertThat(mean(fresh, NoiseResult::layerSlope)).isCloseTo(-0.5, within(0.01));
        assertThat(mean(fresh, NoiseResult::slope)).isCloseTo(-0.5, within(0.03));
    }

    @Tag("slow")
    @Test
    @Tag("long")
    void drawnFrom500WithoutReplacementItFallsMoreSteeply() {
        assertThat(mean(results(false, 0), NoiseResult::slope)).isCloseTo(-0.6, within(0.02));
    }

    @Tag("slow")
    @Test
    @Tag("long")
    void deeperLayersAreNoisier() {
        assertThat(mean(results(true, 3), NoiseResult::sdTimesSqrtM))
                .isGreaterThan(1.5 * mean(firstLayer(), NoiseResult::sdTimesSqrtM));
    }

    @Test
    void aBatchOfTheWholeTrainingSetLeavesNoNoise() {
        NoiseResult result = run(new NoiseBenchSettings(List.of(20, 500), 50, false, 1), 4);

        assertThat(result.sd(0)).isGreaterThan(0.1);
        assertThat(result.sd(1)).isCloseTo(0, within(1e-12));
    }

    /** The mean over many batches comes near to what the whole training set as one batch gives. */
    @Test
    void largeBatchesGatherAroundTheValueOfTheWholeSet() {
        Experiment experiment = experiment(2);
        Network network = experiment.network(1);
        network.forward(experiment.split().train().x(), Mode.TRAIN);
        double exact = network.layer(0).normalizer().zNorm().get(2, 0);
        NoiseResult result = run(new NoiseBenchSettings(List.of(256), 1000, true, 0), 2);

        assertThat(result.mean(0)).isCloseTo(exact, within(0.02));
    }

    @Test
    void theNetworkLookedAtIsLeftAlone() {
        Experiment experiment = experiment(1);
        Snapshot before = experiment.snapshot();
        new NoiseBench(
                        NoiseBenchSettings.defaults(),
                        experiment.config(),
                        before,
                        experiment.split().train())
                .run(0, 0, share -> {}, () -> false);

        assertThat(experiment.snapshot().arm(1).networkState())
                .isEqualTo(before.arm(1).networkState());
    }

    @Test
    void theSameSettingsGiveTheSameValuesAndCancellingGivesNone() {
        NoiseBenchSettings settings = new NoiseBenchSettings(List.of(8, 32), 100, true, 2);
        assertThat(run(settings, 3).sd(1)).isEqualTo(run(settings, 3).sd(1));

        Experiment experiment = experiment(1);
        NoiseBench bench = new NoiseBench(
                settings,
                experiment.config(),
                experiment.snapshot(),
                experiment.split().train());
        double[] done = {0};
        assertThat(bench.run(0, 0, share -> done[0] = share, () -> done[0] > 0.3))
                .isNull();
        assertThat(done[0]).isBetween(0.3, 0.35);
    }

    @Test
    void histogramsHoldEveryDraw() {
        NoiseResult result = run(NoiseBenchSettings.defaults(), 1);

        assertThat(result.histogram(0, -1, 1, 20).total()).isEqualTo(1000);
        assertThat(result.histogram(5, -10, 10, 40).sd()).isEqualTo(result.sd(5));
    }

    @Test
    void whatCannotBeMeasuredIsRefusedByName() {
        assertThatThrownBy(() -> run(NoiseBenchSettings.defaults().withLayer(4), 1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("layer ");
        assertThatThrownBy(() -> run(new NoiseBenchSettings(List.of(501), 10, false, 0), 1))
                .hasMessageStartingWith("batchSizes ");
        assertThatThrownBy(() -> new NoiseBenchSettings(List.of(16, 16), 10, true, 0))
                .hasMessageStartingWith("batchSizes[1] ");
        assertThat(new NoiseBenchSettings(SIZES, 10, false, 0).fitting(250).batchSizes())
                .containsExactly(16, 32, 64, 128);
    }

    @Test
    void aLayerWithoutBatchNormHasNoZNorm() {
        Experiment experiment = new Experiment(
                ExperimentConfig.defaults().withArm(1, ArmConfig.batchNorm(List.of(true, false, true, true))));
        assertThatThrownBy(() -> new NoiseBench(
                        NoiseBenchSettings.defaults().withLayer(1),
                        experiment.config(),
                        experiment.snapshot(),
                        experiment.split().train()))
                .hasMessageStartingWith("layer must be one with batch normalization");
    }
}
