package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.nn.Activation;
import normscope.runner.Await;
import org.junit.jupiter.api.Test;

/** What a class reads of what runs. */
class SettingsLineTest {

    private static final ExperimentConfig CATS = cats();

    private static ExperimentConfig cats() {
        ExperimentConfig config = Configs.small();
        return config.withData(config.data().withKind(DataKind.CATS))
                .withNetwork(
                        config.network().withHiddenUnits(List.of(16, 16, 16)).withActivation(Activation.RELU))
                .withTraining(config.training().withLearningRate(0.1).withBatchSize(32))
                .withSeed(385);
    }

    @Test
    void namesDataNetworksRateBatchSeedAndWhatWasChanged() {
        try (LabViewModel lab = new LabViewModel(CATS)) {
            assertThat(SettingsLine.of(lab)).isEqualTo("Cats · 2-16×3-1 ReLU · rate 0.1 · batch 32 · seed 385");
            lab.runner().apply(new Command.ShiftInputs(new InputShift.Translate(3, 0), 0));
            lab.runner().apply(new Command.SetLearningRate(0.5));
            Await.until("the change", () -> {
                lab.pulse();
                return lab.configProperty().get().training().learningRate() == 0.5;
            });
            assertThat(SettingsLine.of(lab))
                    .isEqualTo("Cats · 2-16×3-1 ReLU · rate 0.5 · batch 32 · seed 385 · shift 3, 0 at 0");
        }
    }

    @Test
    void tellsTheDataThatRunWhateverTheExperimentIsCalled() {
        ExperimentConfig digits = CATS.withData(CATS.data().withKind(DataKind.DIGITS))
                .withNetwork(CATS.network().withHiddenUnits(List.of(100, 50, 50)))
                .withTraining(CATS.training().withBatchSize(0).withDropout(0.2));
        int arm = digits.batchNormArm();
        ExperimentConfig config = digits.withArm(arm, digits.arms().get(arm).withBatchNorm(List.of(true, false, true)));
        try (LabViewModel lab = new LabViewModel(config)) {
            assertThat(SettingsLine.of(lab))
                    .isEqualTo("Digits · 64-100-50×2-10 ReLU · batch norm in 1, 3 · dropout 0.2 · rate 0.1"
                            + " · whole set · seed 385");
        }
    }

    @Test
    void tellsOnlyWhatDiffers() {
        int arm = CATS.batchNormArm();
        ExperimentConfig other = CATS.withTraining(CATS.training().withBatchSize(4))
                .withArm(arm, CATS.arms().get(arm).withBatchNorm(Collections.nCopies(3, false)));
        assertThat(SettingsLine.differences(CATS, CATS)).isEmpty();
        assertThat(SettingsLine.differences(other, CATS)).containsExactly("batch norm nowhere", "batch 4");
        assertThat(SettingsLine.differences(CATS, other)).containsExactly("batch norm in 1, 2, 3", "batch 32");
    }
}
