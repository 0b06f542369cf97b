package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import normscope.data.DataKind;
import normscope.nn.Layer;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Test;

/** What an arm has of its own, and what it then still has in common with the others. */
class OwnSettingsTest {

    private static final int STEPS = 12;
    private static final ExperimentConfig CONFIG = ExperimentConfig.defaults();

    private static ExperimentConfig second(ArmConfig arm) {
        return CONFIG.withArm(1, arm);
    }

    private static Experiment run(ExperimentConfig config) {
        Experiment experiment = new Experiment(config);
        for (int i = 0; i < STEPS; i++) {
            experiment.advance(false);
        }
        return experiment;
    }

    private static double[] state(Experiment experiment, int arm) {
        return experiment.snapshot().arm(arm).networkState();
    }

    /** An arm with a setting of its own learns as if all had it, and the other as if none had. */
    private static void assertOnlyTheSecondArmHas(ArmConfig own, TrainingConfig forAll) {
        Experiment experiment = run(second(own));
        assertThat(state(experiment, 0)).containsExactly(state(run(CONFIG), 0));
        assertThat(state(experiment, 1)).containsExactly(state(run(CONFIG.withTraining(forAll)), 1));
        assertThat(state(experiment, 1)).isNotEqualTo(state(run(CONFIG), 1));
    }

    @Test
    void anArmMayHaveALearningRateAnOptimizerAndADropoutOfItsOwn() {
        ArmConfig arm = CONFIG.arms().get(1);
        TrainingConfig training = CONFIG.training();
        assertOnlyTheSecondArmHas(arm.withLearningRate(0.3), training.withLearningRate(0.3));
        assertOnlyTheSecondArmHas(
                arm.withOptimizer(new OptimizerSpec.Momentum(0.5)),
                training.withOptimizer(new OptimizerSpec.Momentum(0.5)));
        assertOnlyTheSecondArmHas(arm.withDropout(0.25), training.withDropout(0.25));
    }

    @Test
    void theRateOfAllLeavesAnOwnRateAlone() {
        Experiment experiment = new Experiment(second(CONFIG.arms().get(1).withLearningRate(0.3)));
        experiment.apply(new Command.SetLearningRate(0.05));
        assertThat(experiment.learningRate(0)).isEqualTo(0.05);
        assertThat(experiment.learningRate(1)).isEqualTo(0.3);
    }

    @Test
    void ownSettingsAreSavedAndMayBeLeftOut() {
        ArmConfig own = CONFIG.arms()
                .get(1)
                .withName("layer norm, rate 0.3")
                .withNormalizers(List.of(
                        new NormalizerSpec.Layer(),
                        new NormalizerSpec.Batch(8),
                        new NormalizerSpec.None(),
                        new NormalizerSpec.BatchRenorm(2, 1, 5)))
                .withLearningRate(0.3)
                .withOptimizer(new OptimizerSpec.Adam(0.5, 0.75, 0.125))
                .withDropout(0.4);
        ExperimentFile file =
                new ExperimentFile(second(own).withNetwork(CONFIG.network().withBiasSd(0.25)));
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);
        assertThat(file.toText()).contains("\"learningRate\" : 0.3", "\"biasSd\" : 0.25");

        String plain = new ExperimentFile(CONFIG).toText();
        assertThat(plain).doesNotContain("biasSd").containsOnlyOnce("learningRate");
        String brief = plain.replaceFirst("\"kind\" : \"batch\"", "\"kind\" : \"layer\"");
        assertThat(ExperimentFile.fromText(brief).config().arms().get(1).normalizers())
                .contains(new NormalizerSpec.Layer(true));
    }

    @Test
    void ownSettingsAreChecked() {
        ArmConfig arm = CONFIG.arms().get(0);
        assertThatThrownBy(() -> arm.withLearningRate(0.0)).hasMessageContaining("learningRate");
        assertThatThrownBy(() -> arm.withDropout(0.95)).hasMessageContaining("dropout");
        assertThatThrownBy(() -> arm.withOptimizer(new OptimizerSpec.TorchMomentum(0.9)))
                .hasMessageContaining("optimizer.kind");
        assertThatThrownBy(() -> arm.withNormalizers(List.of(new NormalizerSpec.MeanOnly())))
                .hasMessageContaining("normalizers[0].kind");
        assertThatThrownBy(() -> CONFIG.network().withBiasSd(-1.0)).hasMessageContaining("biasSd");
    }

    /** Both arms begin with the same weights, whatever normalizes them; biases come from a stream of their own. */
    @Test
    void onTwoInputsLayerNormsBiasesAreDrawnAndNothingElseMoves() {
        ExperimentConfig config =
                second(ArmConfig.of(new NormalizerSpec.Layer(), CONFIG.network().layers()));
        Experiment drawn = new Experiment(config);
        Experiment zero = new Experiment(config.withNetwork(config.network().withBiasSd(0.0)));
        for (int l = 0; l < 4; l++) {
            Layer layer = drawn.network(1).layer(l);
            assertThat(layer.w().data)
                    .containsExactly(zero.network(1).layer(l).w().data)
                    .containsExactly(drawn.network(0).layer(l).w().data);
            assertThat(layer.b()).doesNotContain(0);
            assertThat(zero.network(1).layer(l).b()).containsOnly(0);
            assertThat(drawn.network(0).layer(l).b()).containsOnly(0);
        }
        double[] values = drawn.network(1).layer(0).b();
        double square = 0;
        for (double b : values) {
            square += b * b / values.length;
        }
        assertThat(Math.sqrt(square)).isBetween(0.3, 0.7);
        assertThat(state(drawn, 0)).containsExactly(state(zero, 0));

        ExperimentConfig digits = config.withData(config.data().withKind(DataKind.DIGITS));
        assertThat(new Experiment(digits).network(1).layer(0).b()).containsOnly(0);
    }

    @Test
    void aLayerIsSwitchedToTheNormalizerItWasBuiltWithOrToNone() {
        ExperimentConfig config =
                second(ArmConfig.of(new NormalizerSpec.Layer(), CONFIG.network().layers()));
        new Command.SetNormalizer(1, 0, new NormalizerSpec.None()).check(config);
        new Command.SetNormalizer(1, 0, new NormalizerSpec.Layer()).check(config);
        new Command.SetNormalizer(0, 0, new NormalizerSpec.Batch()).check(config);
        assertThatThrownBy(() -> new Command.SetNormalizer(1, 0, new NormalizerSpec.Batch()).check(config))
                .hasMessageContaining("normalized");
        Experiment experiment = run(config);
        experiment.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.None()));
        assertThat(experiment.network(1).layer(0).normalized()).isFalse();
        experiment.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.Layer()));
        assertThat(experiment.network(1).layer(0).normalized()).isTrue();
    }

    @Test
    void everyNormalizerIsRestoredFromASnapshot() {
        for (NormalizerSpec kind : NormalizerSpec.EXPERIMENTS) {
            ExperimentConfig config = second(ArmConfig.of(kind, CONFIG.network().layers()));
            Experiment experiment = run(config);
            Snapshot snapshot = experiment.snapshot();
            experiment.advance(false);
            double[] after = state(experiment, 1);
            Experiment other = new Experiment(config);
            other.restore(snapshot);
            other.advance(false);
            assertThat(state(other, 1)).containsExactly(after);
        }
    }
}
