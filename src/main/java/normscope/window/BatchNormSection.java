package normscope.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import normscope.control.Hints;
import normscope.control.LayerToggles;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.ArmConfig;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.nn.NormalizerSpec;
import normscope.shell.Figures;
import normscope.text.Texts;

/** Which layers of which arm are normalized, by what, and how. */
final class BatchNormSection extends SettingsSection {

    private final List<ComboBox<NormalizerSpec>> kinds = new ArrayList<>();
    private final List<Consumer<ExperimentConfig>> names = new ArrayList<>();
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
    private final NumberInput bias = number(
            "norm.bias-sd",
            NumberScale.linear(0, 2, 0.05),
            true,
            (config, value) -> config.withNetwork(config.network().withBiasSd(value)));
    private final HBox biasRow;
    private final SegmentedChoice<Boolean> variance = new SegmentedChoice<>(
            List.of(false, true),
            unbiased -> Texts.text("norm.unbiased." + unbiased),
            unbiased -> Texts.text("norm.unbiased." + unbiased + ".tip"));

    private boolean showing;

    BatchNormSection(LabViewModel vm) {
        super(vm, "section.norm");
        setNote(Texts.text("norm.note"));
        int arms = vm.curves().arms();
        for (int arm = 0; arm < arms; arm++) {
            kinds.add(kind(arm));
            toggles.add(toggles(arm));
        }
        // The last arm first: it is the one whose layers are normalized at the beginning.
        for (int arm = arms - 1; arm >= 0; arm--) {
            name(arm, addRow("norm.kind." + Arms.key(arm), kinds.get(arm)), "norm.kind.");
            name(arm, addRow("norm." + Arms.key(arm), toggles.get(arm)), "norm.layers.");
        }
        addRow("norm.running-decay", decay);
        addRow("norm.variance", variance);
        addRow("norm.epsilon", epsilon);
        biasRow = addRow("norm.bias-sd", bias);
        variance.setOnCommit(unbiased -> edit(
                Texts.text("norm.variance"),
                config -> config.withNetwork(config.network().withUnbiasedRunningVar(unbiased))));
    }

    /** A row's name has the arm's colour, and says with and without only where the arms differ in that. */
    private void name(int arm, HBox row, String key) {
        Label name = (Label) row.lookup(".setting-name");
        name.getStyleClass().add(Figures.style(arm));
        String usual = name.getText();
        names.add(config -> name.setText(ArmNames.differInBatchNorm(config) ? usual : Texts.text(key + arm)));
    }

    private ComboBox<NormalizerSpec> kind(int arm) {
        String key = "norm.kind." + Arms.key(arm);
        ComboBox<NormalizerSpec> kind = Hints.describe(new ComboBox<>(), key);
        kind.setId("norm-kind-" + Arms.key(arm));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.getItems().setAll(NormalizerSpec.EXPERIMENTS);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(NormalizerSpec chosen) {
                return chosen == null ? "" : Texts.text("normalizer." + chosen.kind());
            }

            @Override
            public NormalizerSpec fromString(String text) {
                throw new UnsupportedOperationException("the list isn't editable");
            }
        });
        kind.setOnAction(event -> {
            if (!showing) {
                choose(arm, kind.getValue());
            }
        });
        return kind;
    }

    /** The layers that are normalized get another normalizer; all of them if none is. */
    private void choose(int arm, NormalizerSpec chosen) {
        ArmConfig now = config().arms().get(arm);
        List<Boolean> layers = now.normalized().contains(true)
                ? now.normalized()
                : Collections.nCopies(now.normalizers().size(), true);
        edit(
                Texts.text("norm.kind." + Arms.key(arm)),
                config -> config.withArm(arm, now.withNormalizer(chosen, layers)));
    }

    private LayerToggles toggles(int arm) {
        String key = "norm." + Arms.key(arm);
        LayerToggles layerToggles = new LayerToggles(key + ".layer");
        layerToggles.getStyleClass().add(Arms.key(arm) + "-toggles");
        layerToggles.setOnCommit(layers -> {
            NormalizerSpec first = config().arms().get(arm).firstNormalizer();
            NormalizerSpec kind = first instanceof NormalizerSpec.None ? new NormalizerSpec.Batch() : first;
            edit(
                    Texts.text(key),
                    config -> config.withArm(arm, config.arms().get(arm).withNormalizer(kind, layers)));
        });
        return layerToggles;
    }

    @Override
    void show(ExperimentConfig config) {
        NetworkConfig network = config.network();
        names.forEach(name -> name.accept(config));
        for (int arm = 0; arm < toggles.size(); arm++) {
            ArmConfig shown = config.arms().get(arm);
            toggles.get(arm).valueProperty().set(shown.normalized());
            showing = true;
            kinds.get(arm)
                    .setValue(NormalizerSpec.EXPERIMENTS.stream()
                            .filter(kind ->
                                    kind.kind().equals(shown.firstNormalizer().kind()))
                            .findFirst()
                            .orElseThrow());
            showing = false;
        }
        decay.valueProperty().set(network.runningDecay());
        epsilon.valueProperty().set(network.epsilon());
        biasRow.setVisible(config.arms().stream()
                .flatMap(arm -> arm.normalizers().stream())
                .anyMatch(kind -> kind instanceof NormalizerSpec.Layer || kind instanceof NormalizerSpec.Rms));
        bias.valueProperty().set(network.firstBiasSd(config.data().kind().inputs()));
        variance.valueProperty().set(network.unbiasedRunningVar());
    }
}
