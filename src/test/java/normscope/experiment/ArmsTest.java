package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import normscope.nn.NormalizerSpec;
import org.junit.jupiter.api.Test;

class ArmsTest {

    private static ExperimentConfig withLayers(boolean[]... flags) {
        ExperimentConfig config = Configs.small();
        List<ArmConfig> arms = Stream.of(flags)
                .map(layers -> ArmConfig.batchNorm(List.of(layers[0], layers[1], layers[2])))
                .toList();
        return new ExperimentConfig(
                config.name(), config.seed(), config.data(), config.network(), arms, config.training());
    }

    private static final boolean[] NONE = {false, false, false};
    private static final boolean[] ONE = {false, true, false};
    private static final boolean[] ALL = {true, true, true};

    @Test
    void theArmWithBatchNormIsFoundByItsNormalizers() {
        assertThat(withLayers(NONE, ALL).batchNormArm()).isEqualTo(1);
        assertThat(withLayers(ALL, NONE).batchNormArm()).isZero();
        assertThat(withLayers(ALL, ONE).batchNormArm()).isZero();
        assertThat(withLayers(ONE, ALL, NONE).batchNormArm()).isEqualTo(1);
    }

    @Test
    void theArmItIsComparedWithIsAnother() {
        assertThat(withLayers(NONE, ALL).plainArm()).isZero();
        assertThat(withLayers(ALL, NONE).plainArm()).isEqualTo(1);
        assertThat(withLayers(ALL, ONE, NONE).plainArm()).isEqualTo(2);
    }

    @Test
    void armsThatAreAlikeAreToldByTheirOrder() {
        for (boolean[] flags : List.of(NONE, ONE, ALL)) {
            assertThat(withLayers(flags, flags).plainArm()).isZero();
            assertThat(withLayers(flags, flags).batchNormArm()).isEqualTo(1);
        }
    }

    @Test
    void otherHiddenLayersAreNormalizedAsTheLastOne() {
        ExperimentConfig config = withLayers(ONE, ALL);
        ExperimentConfig deeper = config.withNetwork(config.network().withHiddenUnits(Collections.nCopies(5, 4)));
        assertThat(deeper.arms().get(0).batchNorm()).containsExactly(false, true, false, false, false);
        assertThat(deeper.arms().get(1).batchNorm()).containsExactly(true, true, true, true, true);
        ExperimentConfig shallower = config.withNetwork(config.network().withHiddenUnits(List.of(4)));
        assertThat(shallower.arms().get(0).batchNorm()).containsExactly(false);
    }

    @Test
    void anArmNeedsOneNormalizerALayer() {
        ArmConfig tooShort = ArmConfig.of(new NormalizerSpec.Batch(), 2);
        assertThatThrownBy(() -> Configs.small().withArm(1, tooShort))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("arms[1].normalizers")
                .hasMessageContaining("3 hidden layers");
    }

    @Test
    void filesNameTheArmsByWords() {
        assertThat(Arms.keys(3)).containsExactly("without", "with", "arm-3");
    }
}
