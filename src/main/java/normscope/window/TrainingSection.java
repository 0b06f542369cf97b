package normscope.window;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
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
import normscope.nn.OptimizerSpec;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How both networks learn. */
final class TrainingSection extends SettingsSection {

    private static final int LARGEST_SEED = 1_000_000;
    private static final int LARGEST_BATCH_ON_SLIDER = 512;

    private final SegmentedChoice<String> optimizer = new SegmentedChoice<>(
            OptimizerSpec.EXPERIMENTS.stream().map(OptimizerSpec::kind).toList(),
            kind -> Texts.text("optimizer." + kind),
            kind -> Texts.text("optimizer." + kind + ".tip"));
    private final List<Constant> constants = List.of(
            constant("beta1", NumberScale.linear(0, 0.99, 0.01)),
            constant("beta2", NumberScale.linear(0, 0.999, 0.001)),
            constant("epsilon", NumberScale.log(1e-10, 1e-2)));
    private final NumberInput learningRate = number(
            "training.learning-rate",
            NumberScale.log(1e-4, 10),
            true,
            (config, value) -> config.withTraining(config.training().withLearningRate(value)));
    private final NumberInput batchSize = number(
            "training.batch-size",
            NumberScale.doubling(1, LARGEST_BATCH_ON_SLIDER),
            true,
            (config, value) -> config.withTraining(config.training().withBatchSize((int) Math.round(value))));
    private final NumberInput dropout = number(
            "training.dropout",
            NumberScale.linear(0, 0.9, 0.05),
            false,
            (config, value) -> config.withTraining(config.training().withDropout(value)));
    private final NumberInput l2 = number(
            "training.l2",
            NumberScale.logFromZero(1e-6, 1),
            false,
            (config, value) -> config.withTraining(config.training().withL2(value)));
    private final NumberInput seed = number(
            "training.seed",
            NumberScale.linear(0, LARGEST_SEED, 1),
            false,
            (config, value) -> config.withSeed(Math.round(value)));

    TrainingSection(LabViewModel vm) {
        super(vm, "section.training");
        optimizer.wrap();
        addRow("training.optimizer", optimizer);
        constants.forEach(constant -> addRow(constant.key(), constant.input()));
        addRow("training.learning-rate", learningRate);
        addRow("training.batch-size", batchSize);
        addRow("training.dropout-and-l2", new FieldPair(dropout, l2));
        addRow("training.seed", seedLine());
        batchSize.setWord(0, Texts.text("training.batch-size.all"));
        optimizer.setOnCommit(kind -> edit(
                Texts.text("training.optimizer"),
                config -> config.withTraining(config.training().withOptimizer(OptimizerSpec.usual(kind)))));
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

    /** A constant that some optimizers have. */
    private record Constant(String name, NumberInput input) {
        String key() {
            return "training." + name;
        }

        void show(OptimizerSpec optimizer) {
            Double value = optimizer.constants().get(name);
            input.getParent().setVisible(value != null);
            if (value != null) {
                input.valueProperty().set(value);
            }
        }
    }

    private Constant constant(String name, NumberScale scale) {
        NumberInput input = number("training." + name, scale, true, (config, value) -> {
            TrainingConfig training = config.training();
            return config.withTraining(
                    training.withOptimizer(training.optimizer().with(name, value)));
        });
        return new Constant(name, input);
    }

    @Override
    void show(ExperimentConfig config) {
        TrainingConfig training = config.training();
        boolean alike = IntStream.range(0, config.arms().size())
                .allMatch(arm -> config.training(arm).equals(training));
        setNote(Texts.text(alike ? "training.note" : "training.note.own"));
        optimizer.valueProperty().set(training.optimizer().kind());
        constants.forEach(constant -> constant.show(training.optimizer()));
        learningRate.valueProperty().set(training.learningRate());
        batchSize.valueProperty().set(training.batchSize());
        dropout.valueProperty().set(training.dropout());
        l2.valueProperty().set(training.l2());
        seed.valueProperty().set(config.seed());
    }
}
