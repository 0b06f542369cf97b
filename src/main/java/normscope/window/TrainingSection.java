package normscope.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.FieldPair;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.TrainingConfig;
import normscope.lab.LabViewModel;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** How both networks learn. */
final class TrainingSection extends SettingsSection {

    /** No penalty is below 0: the word for it is that of all weights. */
    private static final double AS_ALL = -1;

    private static final int LARGEST_SEED = 1_000_000;
    private static final int LARGEST_BATCH_ON_SLIDER = 512;

    private final SegmentedChoice<Boolean> sameForAll = Parts.choice("training.same", List.of(true, false));
    private final LearningRows all;
    private final List<LearningRows> own;
    private final Label dropoutName;
    private boolean unlocked;
    private final NumberInput batchSize = number(
            "training.batch-size",
            NumberScale.doubling(1, LARGEST_BATCH_ON_SLIDER),
            true,
            training((training, value) -> training.withBatchSize((int) Math.round(value))));
    private final NumberInput l2 =
            number("training.l2", NumberScale.logFromZero(1e-6, 1), false, training(TrainingConfig::withL2));
    private final NumberInput normalizedRate = number(
            "training.normalized-rate",
            NumberScale.log(1e-3, TrainingConfig.MAX_NORMALIZED_RATE),
            false,
            training((training, value) -> training.withNormalizedRate(value == 0 ? null : value)));
    private final NumberInput normalizedL2 = number(
            "training.normalized-l2",
            NumberScale.logFromZero(1e-4, 1),
            false,
            training((training, value) -> training.withNormalizedL2(value == AS_ALL ? null : value)));
    private final HBox normalized;
    private final NumberInput seed = number(
            "training.seed",
            NumberScale.linear(0, LARGEST_SEED, 1),
            false,
            (config, value) -> config.withSeed(Math.round(value)));

    TrainingSection(LabViewModel vm) {
        super(vm, "section.training");
        addRow("training.same", sameForAll);
        all = new LearningRows(this);
        // The last arm first, as in the section above.
        own = IntStream.range(0, vm.curves().arms())
                .mapToObj(i -> new LearningRows(this, vm.curves().arms() - 1 - i))
                .toList();
        addRow("training.batch-size", batchSize);
        all.dropout().managedProperty().bind(all.dropout().visibleProperty());
        dropoutName = (Label) addRow("training.dropout-and-l2", new FieldPair(all.dropout(), l2))
                .lookup(".setting-name");
        normalized = addRow("training.normalized", new FieldPair(normalizedRate, normalizedL2));
        normalizedRate.setWord(0, Texts.text("training.as-all"));
        normalizedL2.setWord(AS_ALL, Texts.text("training.as-all"));
        addRow("training.seed", seedLine());
        batchSize.setWord(0, Texts.text("training.batch-size.all"));
        sameForAll.setOnCommit(this::unlock);
    }

    /** Each network gets settings of its own as soon as one is changed; together again, they learn as all do. */
    private void unlock(boolean same) {
        unlocked = !same;
        edit(Texts.text("training.same"), config -> same ? together(config) : config);
        show(config());
    }

    private static ExperimentConfig together(ExperimentConfig config) {
        return config.withArmsAlike(arm -> arm.withTraining(config.training(), config.training()));
    }

    private HBox seedLine() {
        // What makes seeds differ from click to click must not come from the seed itself.
        Consumer<Long> take = setting("training.seed", ExperimentConfig::withSeed);
        Button another = Parts.button(
                "another-seed",
                "training.another-seed",
                Feather.REFRESH_CW,
                () -> take.accept(RandomGenerator.getDefault().nextLong(1, LARGEST_SEED)));
        return Parts.row("number-line", Parts.wide(seed), Parts.styled(another, "small-button"));
    }

    @Override
    void show(ExperimentConfig config) {
        TrainingConfig training = config.training();
        boolean alike = together(config).equals(config);
        unlocked |= !alike;
        setNote(Texts.text(alike ? "training.note" : "training.note.own"));
        sameForAll.valueProperty().set(!unlocked);
        all.show(config, !unlocked);
        own.forEach(rows -> rows.show(config, unlocked));
        all.dropout().setVisible(!unlocked);
        dropoutName.setText(Texts.text(unlocked ? "training.l2" : "training.dropout-and-l2"));
        batchSize.valueProperty().set(training.batchSize());
        l2.valueProperty().set(training.l2());
        normalized.setVisible(
                config.arms().stream().anyMatch(arm -> arm.normalized().contains(true)));
        normalizedRate.valueProperty().set(training.normalizedRate() == null ? 0 : training.normalizedRate());
        normalizedL2.valueProperty().set(training.normalizedL2() == null ? AS_ALL : training.normalizedL2());
        seed.valueProperty().set(config.seed());
    }
}
