package normscope.window;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import normscope.control.FieldPair;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.TrainingConfig;
import normscope.lab.LabViewModel;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How both networks learn. */
final class TrainingSection extends SettingsSection {

    /** No penalty is below 0: the word for it is that of all weights. */
    private static final double AS_ALL = -1;

    private static final int LARGEST_SEED = 1_000_000;
    private static final int LARGEST_BATCH_ON_SLIDER = 512;

    private final SegmentedChoice<Boolean> sameForAll = new SegmentedChoice<>(
            List.of(true, false),
            same -> Texts.text("training.same." + same),
            same -> Texts.text("training.same." + same + ".tip"));
    private final LearningRows all;
    private final List<LearningRows> own;
    private final Label dropoutName;
    private boolean unlocked;
    private final NumberInput batchSize = number(
            "training.batch-size",
            NumberScale.doubling(1, LARGEST_BATCH_ON_SLIDER),
            true,
            (config, value) -> config.withTraining(config.training().withBatchSize((int) Math.round(value))));
    private final NumberInput l2 = number(
            "training.l2",
            NumberScale.logFromZero(1e-6, 1),
            false,
            (config, value) -> config.withTraining(config.training().withL2(value)));
    private final NumberInput normalizedRate = number(
            "training.normalized-rate",
            NumberScale.log(1e-3, TrainingConfig.MAX_NORMALIZED_RATE),
            false,
            (config, value) -> config.withTraining(config.training().withNormalizedRate(value == 0 ? null : value)));
    private final NumberInput normalizedL2 = number(
            "training.normalized-l2",
            NumberScale.logFromZero(1e-4, 1),
            false,
            (config, value) -> config.withTraining(config.training().withNormalizedL2(value == AS_ALL ? null : value)));
    private final HBox normalized;
    private final NumberInput seed = number(
            "training.seed",
            NumberScale.linear(0, LARGEST_SEED, 1),
            false,
            (config, value) -> config.withSeed(Math.round(value)));

    TrainingSection(LabViewModel vm) {
        super(vm, "section.training");
        addRow("training.same", sameForAll);
        all = LearningRows.ofAll(this);
        // The last arm first, as in the section above.
        own = IntStream.range(0, vm.curves().arms())
                .mapToObj(i -> LearningRows.of(this, vm.curves().arms() - 1 - i))
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
        Button another = Hints.describe(new Button("", new FontIcon(Feather.REFRESH_CW)), "training.another-seed");
        another.setId("another-seed");
        another.getStyleClass().add("small-button");
        // What makes seeds differ from click to click must not come from the seed itself.
        another.setOnAction(event -> edit(
                Texts.text("training.seed"),
                config -> config.withSeed(RandomGenerator.getDefault().nextInt(1, LARGEST_SEED))));
        HBox line = new HBox(seed, another);
        line.getStyleClass().add("number-line");
        HBox.setHgrow(seed, Priority.ALWAYS);
        return line;
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
