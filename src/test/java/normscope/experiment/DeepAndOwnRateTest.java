package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import normscope.data.Centring;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;

/** Up to 50 hidden layers, three ways to centre, and the normalized weights' own rate. */
class DeepAndOwnRateTest {

    private static final ExperimentConfig SMALL = ExperimentConfig.defaults()
            .withNetwork(ExperimentConfig.defaults().network().withHiddenUnits(Collections.nCopies(2, 6)));

    @Test
    void fiftyLayersTrainAndGoThroughAFile() {
        ExperimentConfig deep = SMALL.withNetwork(SMALL.network().withHiddenUnits(Collections.nCopies(50, 4)));
        Experiment experiment = new Experiment(deep);
        for (int i = 0; i < 3; i++) {
            experiment.advance();
        }
        assertThat(experiment.measure().arm(1).layers()).hasSize(50);
        assertThat(ExperimentFile.fromText(new ExperimentFile(deep).toText()).config())
                .isEqualTo(deep);
        assertThatThrownBy(() -> deep.network().withHiddenUnits(Collections.nCopies(51, 4)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("50");
    }

    @Test
    void centringGoesThroughAFileThatIsTheSameAsBeforeWithoutIt() {
        for (Centring centring : Centring.values()) {
            ExperimentConfig config = SMALL.withData(SMALL.data().withCentring(centring));
            String text = new ExperimentFile(config).toText();
            assertThat(ExperimentFile.fromText(text).config()).isEqualTo(config);
            assertThat(text.contains("centre")).isEqualTo(centring == Centring.MEAN);
        }
        String both = new ExperimentFile(SMALL)
                .toText()
                .replace("\"standardize\" : true", "\"standardize\" : true, \"centre\" : true");
        assertThatThrownBy(() -> ExperimentFile.fromText(both)).hasMessageContaining("data.centre");
    }

    /** One step with plain gradient descent: the same gradient, taken with another rate. */
    @Test
    void onlyTheWeightsOfNormalizedLayersTakeTheirOwnRateInEveryArm() {
        NormalizerSpec none = new NormalizerSpec.None();
        ExperimentConfig config =
                SMALL.withArm(1, new ArmConfig("", java.util.List.of(new NormalizerSpec.Batch(), none)));
        ExperimentConfig own = config.withTraining(config.training().withNormalizedRate(10_000.0));
        assertThat(ExperimentFile.fromText(new ExperimentFile(own).toText()).config())
                .isEqualTo(own);
        Experiment usual = new Experiment(config);
        Experiment other = new Experiment(own);
        double[][] before = new double[2][];
        for (int arm = 0; arm < 2; arm++) {
            before[arm] = other.network(arm).layer(0).w().data.clone();
        }
        usual.advance();
        other.advance();
        for (int arm = 0; arm < 2; arm++) {
            double[] gradient = other.network(arm).layer(0).dW().data;
            double[] after = other.network(arm).layer(0).w().data;
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isEqualTo(before[arm][i] - 10_000 * gradient[i]);
            }
            for (int layer = 1; layer < 3; layer++) {
                assertThat(other.network(arm).layer(layer).w().data)
                        .isEqualTo(usual.network(arm).layer(layer).w().data);
            }
        }
        assertThat(other.network(1).layer(0).normalizer().gamma())
                .isEqualTo(usual.network(1).layer(0).normalizer().gamma());
        assertThatThrownBy(() -> own.training().withNormalizedRate(10_001.0)).hasMessageContaining("normalizedRate");
    }
}
