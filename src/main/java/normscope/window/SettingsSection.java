package normscope.window;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.NetworkConfig;
import normscope.experiment.TrainingConfig;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** One headed part of the settings. It shows an experiment and asks the view model for a changed one. */
abstract class SettingsSection extends VBox {

    private final LabViewModel vm;
    private final Label note = new Label();

    SettingsSection(LabViewModel vm, String key) {
        this.vm = vm;
        getStyleClass().add("section");
        Label caption = Parts.styled(new Label(Texts.text(key)), "caption");
        note.getStyleClass().add("caption-note");
        getChildren().add(Parts.row("section-head", caption, Parts.gap(), note));
    }

    abstract void show(ExperimentConfig config);

    final ExperimentConfig config() {
        return vm.configProperty().get();
    }

    final void setNote(String text) {
        note.setText(text);
    }

    /** Adds a line: the setting's name, and its control, which takes what room is left. */
    final HBox addRow(String key, Node control) {
        HBox row = Parts.collapsing(Parts.setting(key, control));
        getChildren().add(row);
        return row;
    }

    /** {@return the input of a number} The key of its texts is its id, too, with a hyphen for each dot. */
    final NumberInput number(
            String key,
            NumberScale scale,
            boolean withSlider,
            BiFunction<ExperimentConfig, Double, ExperimentConfig> change) {
        String name = Texts.text(key);
        NumberInput input = new NumberInput(name, Texts.text(key + ".tip"), scale, withSlider);
        input.field().setId(key.replace('.', '-'));
        input.setOnCommit(value -> edit(name, config -> change.apply(config, value)));
        return input;
    }

    /** {@return a change of the data as one of the experiment} */
    static <V> BiFunction<ExperimentConfig, V, ExperimentConfig> data(BiFunction<DataConfig, V, DataConfig> change) {
        return (config, value) -> config.withData(change.apply(config.data(), value));
    }

    /** {@return a change of the networks as one of the experiment} */
    static <V> BiFunction<ExperimentConfig, V, ExperimentConfig> network(
            BiFunction<NetworkConfig, V, NetworkConfig> change) {
        return (config, value) -> config.withNetwork(change.apply(config.network(), value));
    }

    /** {@return a change of the training as one of the experiment} */
    static <V> BiFunction<ExperimentConfig, V, ExperimentConfig> training(
            BiFunction<TrainingConfig, V, TrainingConfig> change) {
        return (config, value) -> config.withTraining(change.apply(config.training(), value));
    }

    /** {@return what takes a value that the user has chosen for the setting of a key} */
    final <V> Consumer<V> setting(String key, BiFunction<ExperimentConfig, V, ExperimentConfig> change) {
        return value -> edit(Texts.text(key), config -> change.apply(config, value));
    }

    /** {@return the list of kinds of which one is chosen, called by their words} */
    static <T> ComboBox<T> kinds(String id, String key, List<T> kinds, Function<T, String> word) {
        ComboBox<T> list = Hints.describe(new ComboBox<>(), key);
        list.setId(id);
        list.setMaxWidth(Double.MAX_VALUE);
        list.getItems().setAll(kinds);
        list.setConverter(Parts.converter(word));
        return list;
    }

    /** Asks for a changed experiment; a refusal names the setting as the user sees it, not as the file does. */
    final void edit(String name, UnaryOperator<ExperimentConfig> change) {
        try {
            vm.edit(change.apply(config()));
        } catch (InvalidSettingException refusal) {
            String problem = refusal.getMessage().substring(refusal.field().length());
            throw new IllegalArgumentException(name + problem, refusal);
        }
    }
}
