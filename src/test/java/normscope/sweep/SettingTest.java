package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import normscope.experiment.ExperimentConfig;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import normscope.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the list of settings. */
class SettingTest {

    private static final Map<Setting, List<?>> VALUES = Map.ofEntries(
            Map.entry(Setting.LEARNING_RATE, List.of(0.03, 2.0)),
            Map.entry(Setting.INIT_SD, List.of(0.001, 1.0)),
            Map.entry(Setting.INIT, List.of(new Init.Xavier(), new Init.Normal(0.5))),
            Map.entry(Setting.BATCH_SIZE, List.of(2, 16)),
            Map.entry(Setting.DEPTH, List.of(1, 8)),
            Map.entry(Setting.WIDTH, List.of(1, 7)),
            Map.entry(Setting.DROPOUT, List.of(0.1, 0.5)),
            Map.entry(Setting.NORMALIZED_RATE, List.of(0.01, 1000.0)),
            Map.entry(Setting.NORMALIZED_L2, List.of(0.0, 0.1)),
            Map.entry(Setting.L2, List.of(0.01, 1.0)),
            Map.entry(Setting.DECAY, List.of(0.0, 0.99)),
            Map.entry(Setting.EPSILON, List.of(1e-12, 0.1)),
            Map.entry(Setting.NORMALIZER, List.of(new NormalizerSpec.Weight(), new NormalizerSpec.Batch(4))),
            Map.entry(Setting.ACTIVATION, List.of(Activation.TANH, Activation.SIGMOID)),
            Map.entry(Setting.OPTIMIZER, List.of(new OptimizerSpec.Adam(), new OptimizerSpec.Momentum(0.5))));

    @ParameterizedTest
    @EnumSource
    void everySettingChangesTheExperimentAndItsValuesAreReadBack(Setting setting) {
        ExperimentConfig base = ExperimentConfig.defaults();
        List<?> values = VALUES.get(setting);
        Axis axis = Axis.of(setting, values);

        assertThat(values.stream().map(value -> setting.apply(base, value)).distinct())
                .as("each value makes an experiment of its own")
                .hasSize(values.size())
                .doesNotContain(base);
        for (int i = 0; i < values.size(); i++) {
            assertThat(setting.value(Setting.json(values.get(i)))).isEqualTo(values.get(i));
            assertThat(axis.apply(base, i)).isEqualTo(setting.apply(base, values.get(i)));
            assertThat(axis.plain(i)).isNotBlank().doesNotContain(",", "\"");
            assertThat(axis.read(i)).isNotBlank();
        }
        assertThat(axis.plain(0)).isNotEqualTo(axis.plain(1));
        assertThat(Texts.has("sweep.setting." + setting + ".tip")).isTrue();
        assertThat(axis.numbers() != null).isEqualTo(setting.isNumber());
    }

    @ParameterizedTest
    @EnumSource
    void whatAnArmHasOfItsOwnIsVariedInItAlone(Setting setting) {
        ExperimentConfig base = ExperimentConfig.defaults();
        Object value = VALUES.get(setting).get(0);
        if (!setting.isOfArms()) {
            assertThatThrownBy(() -> setting.apply(base, 1, value)).hasMessageStartingWith("arm ");
            return;
        }
        ExperimentConfig changed = setting.apply(base, 1, value);

        assertThat(changed.arms().get(0)).isEqualTo(base.arms().get(0));
        assertThat(changed.arms().get(1)).isNotEqualTo(base.arms().get(1));
        assertThat(changed.training()).isEqualTo(base.training());
        assertThat(setting.apply(changed, value).arms().get(0).normalizers().size())
                .isEqualTo(4);
        assertThat(setting.apply(changed, value).training(0))
                .as("all arms alike again")
                .isEqualTo(setting.apply(changed, value).training(1));
    }
}
