package normscope.instrument.shift;

import static normscope.instrument.shift.ShiftFields.label;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentParts;
import normscope.lab.LabViewModel;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedShift.Family;
import normscope.lab.PreparedShift.Preset;
import normscope.text.Texts;

/** Prepares a change of one of the kinds, lets it happen, and offers what can be done about it. */
final class ShiftControls extends VBox {

    private final LabViewModel lab;
    private final PreparedShift shift;
    private final SegmentedChoice<Family> families = new SegmentedChoice<>(
            List.of(Family.values()),
            family -> Texts.text("shift.family." + family).replace('\n', ' '),
            family -> Texts.text("shift.family." + family + ".tip"));
    private final Map<Family, Pane> rows = new EnumMap<>(Family.class);
    private final VBox settings = new VBox();
    private final MenuButton stories;
    private final RemedyRow remedies;
    private final Subscription experiment;
    private List<Object> shownFor = List.of();

    ShiftControls(LabViewModel lab, PreparedShift shift) {
        this.lab = lab;
        this.shift = shift;
        getStyleClass().add("shift-controls");
        families.setId("shift-family");
        families.getStyleClass().add("shift-families");
        families.wrap();
        for (Family family : Family.values()) {
            ToggleButton button = families.button(family);
            button.setText(Texts.text("shift.family." + family));
            button.setWrapText(true);
            button.setMinWidth(0);
            button.prefWidthProperty().bind(families.widthProperty().map(this::evenShare));
        }
        families.follow(shift.familyProperty());
        Button now = InstrumentParts.button("shift.now", () -> shift.apply(false));
        now.getStyleClass().add("shift-now");
        Button drift = InstrumentParts.button("shift.drift", () -> shift.apply(true));
        NumberInput steps = ShiftFields.number(
                "steps",
                NumberScale.doubling(1, 8192),
                false,
                1,
                Command.ShiftInputs.MAX_DRIFT,
                shift.driftStepsProperty());
        steps.getStyleClass().remove("shift-short");
        var atOnce = Bindings.createBooleanBinding(
                () -> !shift.familyProperty().get().canDrift(), shift.familyProperty());
        drift.disableProperty().bind(atOnce);
        steps.disableProperty().bind(atOnce);
        stories = Hints.describe(new MenuButton(Texts.text("shift.presets")), "shift.presets");
        stories.setId("shift-presets");
        stories.getStyleClass().add("small-button");
        stories.setOnShown(event -> tellTeachers());
        FlowPane release = InstrumentParts.tools(
                InstrumentParts.group(now, drift, label("shift.over"), steps, label("shift.steps-word")), stories);
        remedies = new RemedyRow(lab);
        getChildren().setAll(families, settings, release, remedies);
        experiment = lab.configProperty().subscribe(this::showExperiment);
        families.valueProperty().addListener(observable -> showFamily());
        showFamily();
    }

    private double evenShare(Number width) {
        int count = Family.values().length;
        return Math.floor((width.doubleValue() - (count - 1) * families.getHgap()) / count);
    }

    void pulse() {
        remedies.pulse();
    }

    private void showExperiment(ExperimentConfig config) {
        List<Object> needed = List.of(config.data(), config.network().layers());
        if (needed.equals(shownFor)) {
            return;
        }
        shownFor = needed;
        for (Family family : Family.values()) {
            rows.put(family, ShiftRows.of(family, shift, config));
        }
        stories.getItems().clear();
        for (Preset preset : Preset.values()) {
            String key = "shift.preset." + preset;
            String again = key + ".again";
            MenuItem item = new MenuItem(Texts.text(shift.startsAgain(preset) && Texts.has(again) ? again : key));
            item.setId("shift-preset-" + preset);
            item.setOnAction(event -> shift.prepare(preset));
            stories.getItems().add(item);
        }
        showFamily();
    }

    /** Only what is on the screen can have a tip. */
    private void tellTeachers() {
        for (Preset preset : Preset.values()) {
            MenuItem item = stories.getItems().get(preset.ordinal());
            if (item.getStyleableNode() != null) {
                Hints.describeAs(
                        item.getStyleableNode(), item.getText(), Texts.text("shift.preset." + preset + ".tip"));
            }
        }
    }

    private void showFamily() {
        settings.getChildren().setAll(rows.get(shift.familyProperty().get()));
    }

    /** Stops following the experiment, which outlives this. */
    void close() {
        experiment.unsubscribe();
    }
}
