package normscope.view;

import java.util.List;
import java.util.random.RandomGenerator;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.TrainingConfig;
import normscope.nn.OptimizerSpec;
import normscope.view.control.FieldPair;
import normscope.view.control.Hints;
import normscope.view.control.NumberInput;
import normscope.view.control.NumberScale;
import normscope.view.control.SegmentedChoice;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How both networks learn. */
final class TrainingSection extends SettingsSection {

    private static final int LARGEST_SEED = 1_000_000;
    private static final int LARGEST_BATCH_ON_SLIDER = 512;

    private final SegmentedChoice<OptimizerSpec.Kind> optimizer = new SegmentedChoice<>(
            List.of(
                    OptimizerSpec.Kind.SGD,
                    OptimizerSpec.Kind.MOMENTUM,
                    OptimizerSpec.Kind.RMSPROP,
                    OptimizerSpec.Kind.ADAM),
            kind -> Texts.text("optimizer." + kind),
            kind -> Texts.text("optimizer." + kind + ".tip"));
    private final NumberInput beta1 = constant(
            "training.beta1",
            NumberScale.linear(0, 0.99, 0.01),
            (spec, value) -> new OptimizerSpec(spec.kind(), value, spec.beta2(), spec.epsilon()));
    private final NumberInput beta2 = constant(
            "training.beta2",
            NumberScale.linear(0, 0.999, 0.001),
            (spec, value) -> new OptimizerSpec(spec.kind(), spec.beta1(), value, spec.epsilon()));
    private final NumberInput epsilon = constant(
            "training.epsilon",
            NumberScale.log(1e-10, 1e-2),
            (spec, value) -> new OptimizerSpec(spec.kind(), spec.beta1(), spec.beta2(), value));
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
    private final HBox beta1Row;
    private final HBox beta2Row;
    private final HBox epsilonRow;

    TrainingSection(LabViewModel vm) {
        super(vm, "section.training");
        setNote(Texts.text("training.note"));
        addRow("training.optimizer", optimizer);
        beta1Row = addRow("training.beta1", beta1);
        beta2Row = addRow("training.beta2", beta2);
        epsilonRow = addRow("training.epsilon", epsilon);
        addRow("training.learning-rate", learningRate);
        addRow("training.batch-size", batchSize);
        addRow("training.dropout-and-l2", new FieldPair(dropout, l2));
        addRow("training.seed", seedLine());
        batchSize.setWord(0, Texts.text("training.batch-size.all"));
        optimizer.setOnCommit(kind -> edit(
                Texts.text("training.optimizer"),
                config -> config.withTraining(config.training().withOptimizer(withUsualConstants(kind)))));
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

    private interface ChangeOfConstant {
        OptimizerSpec apply(OptimizerSpec spec, double value);
    }

    private NumberInput constant(String key, NumberScale scale, ChangeOfConstant change) {
        return number(key, scale, true, (config, value) -> {
            TrainingConfig training = config.training();
            return config.withTraining(training.withOptimizer(change.apply(training.optimizer(), value)));
        });
    }

    private static OptimizerSpec withUsualConstants(OptimizerSpec.Kind kind) {
        return switch (kind) {
            case SGD -> OptimizerSpec.sgd();
            case MOMENTUM, TORCH_MOMENTUM -> OptimizerSpec.momentum();
            case RMSPROP -> OptimizerSpec.rmsProp();
            case ADAM -> OptimizerSpec.adam();
        };
    }

    @Override
    void show(ExperimentConfig config) {
        TrainingConfig training = config.training();
        OptimizerSpec spec = training.optimizer();
        OptimizerSpec.Kind kind = spec.kind();
        optimizer.valueProperty().set(kind);
        boolean squares = kind == OptimizerSpec.Kind.RMSPROP || kind == OptimizerSpec.Kind.ADAM;
        beta1Row.setVisible(kind != OptimizerSpec.Kind.SGD && kind != OptimizerSpec.Kind.RMSPROP);
        beta2Row.setVisible(squares);
        epsilonRow.setVisible(squares);
        beta1.valueProperty().set(spec.beta1());
        beta2.valueProperty().set(spec.beta2());
        epsilon.valueProperty().set(spec.epsilon());
        learningRate.valueProperty().set(training.learningRate());
        batchSize.valueProperty().set(training.batchSize());
        dropout.valueProperty().set(training.dropout());
        l2.valueProperty().set(training.l2());
        seed.valueProperty().set(config.seed());
    }
}
