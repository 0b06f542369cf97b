package normscope.window;

import java.util.ArrayList;
import java.util.List;
import normscope.control.LayerToggles;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.text.Texts;

/** Which layers of which arm are normalized, and how. */
final class BatchNormSection extends SettingsSection {

    private final List<LayerToggles> toggles = new ArrayList<>();
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
        int arms = vm.curves().arms();
        for (int arm = 0; arm < arms; arm++) {
            toggles.add(toggles(arm));
        }
        // The last arm first: it is the one whose layers are normalized at the beginning.
        for (int arm = arms - 1; arm >= 0; arm--) {
            addRow("norm." + Arms.key(arm), toggles.get(arm))
                    .lookup(".setting-name")
                    .getStyleClass()
                    .add(Figures.style(arm));
        }
        addRow("norm.running-decay", decay);
        addRow("norm.variance", variance);
        addRow("norm.epsilon", epsilon);
        variance.setOnCommit(unbiased -> edit(
                Texts.text("norm.variance"),
                config -> config.withNetwork(config.network().withUnbiasedRunningVar(unbiased))));
    }

    private LayerToggles toggles(int arm) {
        String key = "norm." + Arms.key(arm);
        LayerToggles layerToggles = new LayerToggles(key + ".layer");
        layerToggles.getStyleClass().add(Arms.key(arm) + "-toggles");
        layerToggles.setOnCommit(layers -> edit(
                Texts.text(key),
                config -> config.withArm(arm, config.arms().get(arm).withBatchNorm(layers))));
        return layerToggles;
    }

    @Override
    void show(ExperimentConfig config) {
        NetworkConfig network = config.network();
        for (int arm = 0; arm < toggles.size(); arm++) {
            toggles.get(arm).valueProperty().set(config.arms().get(arm).batchNorm());
        }
        decay.valueProperty().set(network.runningDecay());
        epsilon.valueProperty().set(network.epsilon());
        variance.valueProperty().set(network.unbiasedRunningVar());
    }
}
