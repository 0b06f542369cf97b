package normscope.instrument.shift;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.experiment.Importance;
import normscope.experiment.LearnFrom;
import normscope.instrument.InstrumentParts;
import normscope.lab.LabViewModel;
import normscope.lab.Remedies;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The remedies beside the changes, as switches; and what importance weights would be worth. */
final class RemedyRow extends FlowPane {

    private static final double HALF = 50;

    private final Remedies remedies;
    private final ToggleButton labels = InstrumentParts.toggle("shift.labels");
    private final ToggleButton replay = InstrumentParts.toggle("shift.replay");
    private final NumberInput fraction = ShiftFields.number("fraction", NumberScale.linear(5, 100, 5), false, 1, 100);
    private final ToggleButton weighted = InstrumentParts.toggle("shift.weighted");
    private final FittingLabel worth = new FittingLabel();

    RemedyRow(LabViewModel lab) {
        remedies = new Remedies(lab);
        getStyleClass().addAll("histogram-toolbar", "shift-remedies");
        Button anew = InstrumentParts.button("shift.reestimate", remedies::reestimate);
        labels.setOnAction(event -> remedies.setLabels(labels.isSelected()));
        replay.setOnAction(event -> remedies.setReplay(replay.isSelected() ? fraction() : 0));
        weighted.setOnAction(event -> remedies.setWeighted(weighted.isSelected()));
        fraction.valueProperty().set(HALF);
        fraction.valueProperty().addListener(observable -> {
            if (replay.isSelected()) {
                remedies.setReplay(fraction());
            }
        });
        worth.setId("shift-worth");
        worth.managedProperty().bind(worth.visibleProperty());
        Hints.describe(worth, "shift.worth");
        getChildren()
                .setAll(
                        anew,
                        labels,
                        InstrumentParts.group(replay, fraction, ShiftFields.label("shift.percent")),
                        weighted,
                        worth);
        for (Node each : List.of(labels, replay, fraction, weighted)) {
            each.disableProperty().bind(remedies.changedProperty().not());
        }
        remedies.changedProperty().addListener(observable -> showWorth());
        remedies.sourceProperty().addListener(observable -> showSource());
        remedies.importanceProperty().addListener(observable -> showWorth());
        showSource();
        showWorth();
    }

    private double fraction() {
        return fraction.valueProperty().get() / 100;
    }

    void pulse() {
        remedies.pulse();
    }

    private void showSource() {
        LearnFrom source = remedies.sourceProperty().get();
        labels.setSelected(source.labels());
        weighted.setSelected(source.weighted());
        // First the number: it is asked for again only while the switch is on.
        replay.setSelected(false);
        if (source.replay() > 0) {
            fraction.valueProperty().set(Numbers.round(100 * source.replay(), 6));
        }
        replay.setSelected(source.replay() > 0);
    }

    private void showWorth() {
        Importance importance = remedies.importanceProperty().get();
        boolean changed = remedies.changedProperty().get();
        worth.setVisible(importance != null || !changed);
        if (!changed) {
            worth.setWordings(Texts.text("shift.worth.unchanged"));
        } else if (importance != null) {
            worth.setWordings(Texts.text(
                    "shift.worth.of",
                    Numbers.percent(importance.overlap(), 0),
                    Math.round(importance.effectiveSize()),
                    remedies.examples()));
        }
    }
}
