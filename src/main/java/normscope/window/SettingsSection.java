package normscope.window;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** One headed part of the settings. It shows an experiment and asks the view model for a changed one. */
abstract class SettingsSection extends VBox {

    private final LabViewModel vm;
    private final Label note = new Label();

    SettingsSection(LabViewModel vm, String key) {
        this.vm = vm;
        getStyleClass().add("section");
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("caption");
        note.getStyleClass().add("caption-note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(caption, gap, note);
        head.getStyleClass().add("section-head");
        getChildren().add(head);
    }

    /** Shows the settings in force. */
    abstract void show(ExperimentConfig config);

    final ExperimentConfig config() {
        return vm.configProperty().get();
    }

    final void setNote(String text) {
        note.setText(text);
    }

    /** Adds a line: the setting's name, and its control, which takes what room is left. */
    final HBox addRow(String key, Node control) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("setting-name");
        name.setLabelFor(control);
        HBox row = new HBox(name, control);
        row.getStyleClass().add("setting");
        row.managedProperty().bind(row.visibleProperty());
        HBox.setHgrow(control, Priority.ALWAYS);
        getChildren().add(row);
        return row;
    }

    /**
     * Creates the input of a number.
     *
     * @param key of its texts; also its id, with a hyphen for each dot
     * @param scale how it is stepped
     * @param withSlider whether it has a slider
     * @param change the experiment with the new number
     */
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
