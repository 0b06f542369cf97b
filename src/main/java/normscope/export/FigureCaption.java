package normscope.export;

import java.util.ArrayList;
import java.util.List;
import normscope.data.Split;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.experiment.Snapshot;
import normscope.experiment.TrainingConfig;
import normscope.lab.ArmNames;
import normscope.lab.EventFlag;
import normscope.lab.LabViewModel;
import normscope.lab.SettingsLine;
import normscope.nn.NormalizerSpec;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The settings that a saved figure belongs to, to make it again: data, networks, training, seed, step, mode. */
final class FigureCaption {

    /** So many changes are told one by one. */
    private static final int CHANGES = 3;

    private FigureCaption() {}

    /**
     * The caption's parts in order, each short enough for a line; the mode says what is read and how, or null if the
     * figure says so itself.
     */
    static List<String> of(LabViewModel vm, String mode) {
        ExperimentConfig config = vm.configProperty().get();
        Snapshot shown = vm.transport().moment().snapshot();
        List<String> parts = new ArrayList<>();
        DataConfig data = config.data();
        String inputs = Texts.text("figure.inputs." + data.centring());
        parts.add(Texts.text("figure.data", SettingsLine.data(config), data.points(), data.noise(), inputs));
        parts.add(Texts.text("figure.test", Numbers.percent(data.testShare(), 0)));
        if (data.measuredOnSample()) {
            parts.add(Texts.text("figure.sample", Split.MOST_MEASURED));
        }
        NetworkConfig network = config.network();
        String units = String.join(
                "-", network.hiddenUnits().stream().map(String::valueOf).toList());
        parts.add(Texts.text("figure.network", units, Texts.text("activation." + network.activation())));
        for (int arm = 0; arm < config.arms().size(); arm++) {
            parts.add(ArmNames.of(config, arm) + ": " + normalizers(config, shown, arm) + noise(config, arm));
        }
        TrainingConfig training = config.training();
        String optimizer = Texts.text("optimizer." + training.optimizer().kind());
        parts.add(Texts.text("figure.training", optimizer, shown.learningRate(), training.batchSize()));
        if (training.l2() > 0 || training.dropout() > 0) {
            parts.add(Texts.text("figure.regularized", training.l2(), training.dropout()));
        }
        if (shown.normalizedRate() != null) {
            parts.add(Texts.text("settings.normalized-rate", shown.normalizedRate()));
        }
        if (training.normalizedL2() != null) {
            parts.add(Texts.text("settings.normalized-l2", training.normalizedL2()));
        }
        parts.add(Texts.text("figure.seed", Long.toString(config.seed())));
        parts.add(Texts.text("figure.step", shown.step()));
        parts.addAll(changes(vm));
        if (mode != null) {
            parts.add(mode);
        }
        return parts;
    }

    private static String normalizers(ExperimentConfig config, Snapshot shown, int arm) {
        List<String> layers = new ArrayList<>();
        for (int layer = 0; layer < shown.arm(arm).layers().size(); layer++) {
            if (shown.arm(arm).layers().get(layer).normalized()) {
                layers.add(Integer.toString(layer + 1));
            }
        }
        if (layers.isEmpty()) {
            return Texts.text(ArmNames.differInBatchNorm(config) ? "figure.no-norm" : "normalizer.none");
        }
        // A layer that begins without a normalizer can only have been given batch norm.
        NormalizerSpec first = config.arms().get(arm).firstNormalizer();
        NormalizerSpec kind = first instanceof NormalizerSpec.None ? new NormalizerSpec.Batch() : first;
        return Texts.text("figure.norm", Texts.text("normalizer." + kind.kind()), String.join(", ", layers));
    }

    private static String noise(ExperimentConfig config, int arm) {
        double noise = config.arms().get(arm).noiseStrength();
        return noise == 0 ? "" : ", " + Texts.text("figure.noise", noise);
    }

    private static List<String> changes(LabViewModel vm) {
        List<EventFlag> flags =
                vm.events().stream().limit(vm.transport().commands()).toList();
        List<String> changes = flags.stream()
                .skip(Math.max(0, flags.size() - CHANGES))
                .map(flag -> Texts.text("figure.change", flag.label(), flag.step()))
                .toList();
        return flags.size() <= CHANGES
                ? changes
                : List.of(Texts.text("figure.changes", flags.size() - CHANGES), String.join("; ", changes));
    }
}
