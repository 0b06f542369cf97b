package normscope.view;

import java.util.List;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.view.control.LayerToggles;
import normscope.view.control.NumberInput;
import normscope.view.control.NumberScale;
import normscope.view.control.SegmentedChoice;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;

/** Which layers of which arm are normalized, and how. */
final class BatchNormSection extends SettingsSection {

    private final LayerToggles without = toggles(0, "norm.without", "without-toggles");
    private final LayerToggles with = toggles(1, "norm.with", "with-toggles");
    private final NumberInput decay = number(
            "norm.running-decay",
            NumberScale.linear(0, 0.99, 0.01),
            true,
            (config, value) -> config.withNetwork(config.network().withRunningDecay(value)));
    private final NumberInput epsilon = number(
            "norm.epsilon",
            NumberScale.log(1e-8, 0.1),
            true,
            (config, value) -> config.withNetwork(config.network().withEpsilon(value)));
    private final SegmentedChoice<Boolean> variance = new SegmentedChoice<>(
            List.of(false, true),
            unbiased -> Texts.text("norm.unbiased." + unbiased),
            unbiased -> Texts.text("norm.unbiased." + unbiased + ".tip"));

    BatchNormSection(LabViewModel vm) {
        super(vm, "section.norm");
        setNote(Texts.text("norm.note"));
        addRow("norm.with", with).getChildren().get(0).getStyleClass().add("arm-with");
        addRow("norm.without", without).getChildren().get(0).getStyleClass().add("arm-without");
        addRow("norm.running-decay", decay);
        addRow("norm.variance", variance);
        addRow("norm.epsilon", epsilon);
        variance.setOnCommit(unbiased -> edit(
                Texts.text("norm.variance"),
                config -> config.withNetwork(config.network().withUnbiasedRunningVar(unbiased))));
    }

    private LayerToggles toggles(int arm, String key, String style) {
        LayerToggles toggles = new LayerToggles(key + ".layer");
        toggles.getStyleClass().add(style);
        toggles.setOnCommit(layers -> edit(
                Texts.text(key),
                config -> config.withArm(arm, config.arms().get(arm).withBatchNorm(layers))));
        return toggles;
    }

    @Override
    void show(ExperimentConfig config) {
        NetworkConfig network = config.network();
        without.valueProperty().set(config.arms().get(0).batchNorm());
        with.valueProperty().set(config.arms().get(1).batchNorm());
        decay.valueProperty().set(network.runningDecay());
        epsilon.valueProperty().set(network.epsilon());
        variance.valueProperty().set(network.unbiasedRunningVar());
    }
}
