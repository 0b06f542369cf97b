package normscope.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.TrainingConfig;
import normscope.nn.OptimizerSpec;
import normscope.shell.Figures;
import normscope.text.Texts;

/** Optimizer with its constants, learning rate and dropout: of all arms, or of one. */
final class LearningRows {

    private static final int ALL = -1;

    private final SettingsSection section;
    private final int arm;
    private final List<HBox> rows = new ArrayList<>();
    private final SegmentedChoice<String> optimizer = Parts.choice(
            "optimizer",
            OptimizerSpec.EXPERIMENTS.stream().map(OptimizerSpec::kind).toList());
    private final List<Constant> constants;
    private final NumberInput learningRate;
    private final NumberInput dropout;

    private record Constant(String name, NumberInput input) {
        void show(OptimizerSpec optimizer, boolean visible) {
            Double value = optimizer.constants().get(name);
            input.getParent().setVisible(visible && value != null);
            if (value != null) {
                input.valueProperty().set(value);
            }
        }
    }

    /** The rows of all arms, but for their dropout, which finds its place elsewhere. */
    LearningRows(SettingsSection section) {
        this(section, ALL);
    }

    LearningRows(SettingsSection section, int arm) {
        this.section = section;
        this.arm = arm;
        optimizer.wrap();
        optimizer.setOnCommit(kind -> section.edit(
                Texts.text("training.optimizer"),
                config -> changed(config, of(config).withOptimizer(OptimizerSpec.usual(kind)))));
        constants = List.of(
                constant("beta1", NumberScale.linear(0, 0.99, 0.01)),
                constant("beta2", NumberScale.linear(0, 0.999, 0.001)),
                constant("epsilon", NumberScale.log(1e-10, 1e-2)));
        learningRate = number(
                arm == ALL ? "training.learning-rate" : "training.own-rate",
                NumberScale.log(1e-4, 10),
                true,
                TrainingConfig::withLearningRate);
        dropout = number("training.dropout", NumberScale.linear(0, 0.9, 0.05), arm != ALL, TrainingConfig::withDropout);
        addRow("training.optimizer", optimizer);
        constants.forEach(each -> addRow("training." + each.name(), each.input()));
        addRow("training.learning-rate", learningRate);
        if (arm != ALL) {
            addRow("training.dropout", dropout);
        }
    }

    private void addRow(String key, Node control) {
        HBox row = section.addRow(key, control);
        if (arm != ALL) {
            Label name = (Label) row.lookup(".setting-name");
            name.getStyleClass().add(Figures.style(arm));
        }
        rows.add(row);
    }

    private Constant constant(String name, NumberScale scale) {
        BiFunction<TrainingConfig, Double, TrainingConfig> change =
                (training, value) -> training.withOptimizer(training.optimizer().with(name, value));
        return new Constant(name, number("training." + name, scale, true, change));
    }

    private NumberInput number(
            String key,
            NumberScale scale,
            boolean withSlider,
            BiFunction<TrainingConfig, Double, TrainingConfig> change) {
        NumberInput input = section.number(
                key, scale, withSlider, (config, value) -> changed(config, change.apply(of(config), value)));
        if (arm != ALL) {
            input.field().setId(input.field().getId() + "-" + Arms.key(arm));
        }
        return input;
    }

    private TrainingConfig of(ExperimentConfig config) {
        return arm == ALL ? config.training() : config.training(arm);
    }

    private ExperimentConfig changed(ExperimentConfig config, TrainingConfig own) {
        return arm == ALL
                ? config.withTraining(own)
                : config.withArm(arm, config.arms().get(arm).withTraining(own, config.training()));
    }

    NumberInput dropout() {
        return dropout;
    }

    void show(ExperimentConfig config, boolean visible) {
        TrainingConfig training = of(config);
        rows.forEach(row -> row.setVisible(visible));
        optimizer.valueProperty().set(training.optimizer().kind());
        constants.forEach(constant -> constant.show(training.optimizer(), visible));
        learningRate.valueProperty().set(training.learningRate());
        dropout.valueProperty().set(training.dropout());
    }
}
