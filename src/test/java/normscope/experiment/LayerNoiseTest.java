package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The noise of changing mean and scale behind the normalizers of an arm. */
class LayerNoiseTest {

    private static final int STEPS = 20;
    private static final ExperimentConfig PLAIN = Configs.small();
    private static final ExperimentConfig NOISY =
            PLAIN.withArm(1, PLAIN.arms().get(1).withNoise(2));

    private static Experiment run(ExperimentConfig config) {
        Experiment experiment = new Experiment(config);
        for (int i = 0; i < STEPS; i++) {
            experiment.advance();
        }
        return experiment;
    }

    private static double[] state(Experiment experiment, int arm) {
        return experiment.snapshot().arm(arm).networkState();
    }

    @Test
    void itMovesNothingOfTheOtherArmAndIsTheSameEachTime() {
        Experiment noisy = run(NOISY);
        assertThat(state(noisy, 0)).containsExactly(state(run(PLAIN), 0));
        assertThat(state(noisy, 1)).isNotEqualTo(state(run(PLAIN), 1)).containsExactly(state(run(NOISY), 1));
    }

    /** As with dropout, what one arm gets another one with noise gets too. */
    @Test
    void armsWithTheSameNoiseAreTheSameNetwork() {
        ExperimentConfig alike = NOISY.withArm(0, NOISY.arms().get(1));
        Experiment experiment = run(alike);
        assertThat(state(experiment, 0)).containsExactly(state(experiment, 1));
    }

    @Test
    void aRestoredExperimentGoesOnAsIfItHadNeverBeenLeft() {
        Experiment experiment = run(NOISY);
        Snapshot snapshot = experiment.snapshot();
        experiment.advance();
        experiment.advance();
        Experiment other = new Experiment(NOISY);
        other.restore(snapshot);
        other.advance();
        other.advance();
        assertThat(state(other, 1)).containsExactly(state(experiment, 1));
    }

    /** What is shown of a layer is what its activation gets and gives. */
    @Test
    void aSnapshotHasWhatTheActivationGets() {
        Experiment experiment = run(NOISY);
        LayerSnapshot shown = experiment.snapshot().arm(1).layers().get(1);
        var layer = experiment.network(1).layer(1);
        double[] values = new double[LayerSnapshot.MAX_VALUES];
        int count = shown.values(Quantity.Z_TILDE, values);
        for (int i = 0; i < count; i++) {
            assertThat(values[i]).isEqualTo((float) layer.activated().data[i]);
        }
        assertThat(layer.activated().data).isNotEqualTo(layer.zTilde().data);
        shown.values(Quantity.A, values);
        for (int i = 0; i < count; i++) {
            assertThat((float) values[i])
                    .isCloseTo((float) layer.a().data[i], org.assertj.core.data.Offset.offset(1e-5f));
        }
    }

    @Test
    void filesKeepItAndRefuseWhatIsOutOfReach() {
        ExperimentFile file = new ExperimentFile(NOISY);
        assertThat(file.toText()).containsOnlyOnce("\"noise\" : 2.0");
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);
        ArmConfig arm = NOISY.arms().get(1);
        assertThat(arm.withNoise(0)).isEqualTo(PLAIN.arms().get(1));
        assertThat(arm.withName("a").withDropout(0.2).noiseStrength()).isEqualTo(2);
        assertThatThrownBy(() -> ExperimentFile.fromText(file.toText().replace("\"noise\" : 2.0", "\"noise\" : 9.0")))
                .hasMessageContaining("arms[1].noise")
                .hasMessageContaining("8");
        assertThatThrownBy(() -> arm.withNoise(-1)).hasMessageContaining("noise");
    }
}
