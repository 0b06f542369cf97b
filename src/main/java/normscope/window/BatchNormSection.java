package normscope.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.lab.LabViewModel;
import normscope.nn.NormalizerConstants;
import normscope.text.Texts;

/** Which layers of which arm are normalized, by what, and how. */
final class BatchNormSection extends SettingsSection {

    private final List<ArmRows> arms = new ArrayList<>();
    private final NumberInput decay = number(
            "norm.running-decay", NumberScale.linear(0, 0.99, 0.01), true, network(NetworkConfig::withRunningDecay));
    private final NumberInput epsilon =
            number("norm.epsilon", NumberScale.log(1e-8, 0.1), true, network(NetworkConfig::withEpsilon));
    private final NumberInput bias =
            number("norm.bias-sd", NumberScale.linear(0, 2, 0.05), true, network(NetworkConfig::withBiasSd));
    private final HBox biasRow;
    private final SegmentedChoice<Boolean> variance = Parts.choice("norm.unbiased", List.of(false, true));

    BatchNormSection(LabViewModel vm) {
        super(vm, "section.norm");
        setNote(Texts.text("norm.note"));
        // The last arm first: it is the one whose layers are normalized at the beginning.
        for (int arm = vm.curves().arms() - 1; arm >= 0; arm--) {
            arms.add(new ArmRows(this, arm));
        }
        addRow("norm.running-decay", decay);
        addRow("norm.variance", variance);
        addRow("norm.epsilon", epsilon);
        biasRow = addRow("norm.bias-sd", bias);
        variance.setOnCommit(setting("norm.variance", network(NetworkConfig::withUnbiasedRunningVar)));
    }

    @Override
    void show(ExperimentConfig config) {
        NetworkConfig network = config.network();
        arms.forEach(arm -> arm.show(config));
        decay.valueProperty().set(network.runningDecay());
        epsilon.valueProperty().set(network.epsilon());
        biasRow.setVisible(config.arms().stream()
                .flatMap(arm -> arm.normalizers().stream())
                .anyMatch(kind -> kind.create(1, NormalizerConstants.DEFAULT).needsBias()));
        bias.valueProperty().set(network.firstBiasSd(config.data().inputs()));
        variance.valueProperty().set(network.unbiasedRunningVar());
    }
}
