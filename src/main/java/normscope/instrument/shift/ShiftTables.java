package normscope.instrument.shift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Reading;
import normscope.instrument.statistics.Statistics;
import normscope.lab.ArmNames;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The numbers of the shift lab: how each reading fared, and what could be done without learning. */
final class ShiftTables {

    private static final String NONE = "\u2013";
    private static final List<String> COLUMNS =
            List.of("before", "at-once", "one-step", "now", "loss", "worst", "recovered");
    /** The first is left out first where room is short. */
    static final List<String> LOSSES = List.of("loss", "worst");

    private static final List<String> POLICIES = List.of("plain", "frozen", "reestimated", "own-batch");

    /** The longest of the words on recovery. */
    private static final String WIDEST = Stream.of(RecoveryWatch.State.values())
            .filter(state -> state != RecoveryWatch.State.RECOVERED)
            .map(ShiftTables::word)
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();

    private final Map<Reading, List<LiveText>> cells = new EnumMap<>(Reading.class);
    private final Map<String, List<Node>> losses = Map.of("loss", new ArrayList<>(), "worst", new ArrayList<>());
    private final Map<String, Label> named = new HashMap<>();
    private final List<Node> policyNames = new ArrayList<>();
    private final List<LiveText> policies = new ArrayList<>();
    private final GridPane readings = grid();
    private final GridPane choices = grid();

    /** Makes empty tables; the number of examples that statistics are re-estimated on can be chosen here. */
    ShiftTables(IntegerProperty examples, ExperimentConfig config) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            Label head = head("shift.column." + COLUMNS.get(i));
            readings.add(head, i + 1, 0);
            if (LOSSES.contains(COLUMNS.get(i))) {
                losses.get(COLUMNS.get(i)).add(head);
            }
        }
        for (Reading reading : Reading.values()) {
            int row = reading.ordinal() + 1;
            String arm = Figures.style(reading.arm(config));
            Label name = name("shift.reading." + reading, arm);
            named.put("shift.reading." + reading, name);
            readings.add(name, 0, row);
            List<LiveText> line = new ArrayList<>();
            for (String column : COLUMNS) {
                String widest = "recovered".equals(column) ? WIDEST : "100.0 %";
                LiveText cell = cell(widest, "shift-" + reading + "-" + column);
                line.add(cell);
                if (LOSSES.contains(column)) {
                    losses.get(column).add(cell);
                }
                readings.add(cell, line.size(), row);
            }
            cells.put(reading, line);
        }
        choices.add(head("shift.policy"), 1, 0);
        for (int i = 0; i < POLICIES.size(); i++) {
            String policy = POLICIES.get(i);
            Label label =
                    name("shift.policy." + policy, Figures.style(i == 0 ? config.plainArm() : config.batchNormArm()));
            named.put("shift.policy." + policy, label);
            Node name = "reestimated".equals(policy) ? new HBox(label, count(examples)) : label;
            name.getStyleClass().add("shift-policy");
            policyNames.add(name);
            choices.add(name, 0, i + 1);
            LiveText cell = cell("100.0 %", "shift-policy-" + policy);
            policies.add(cell);
            choices.add(cell, 1, i + 1);
        }
        show(null, null, null);
        rename(config);
    }

    /** Calls the arms as they are called now. */
    void rename(ExperimentConfig config) {
        Object[] arms = ArmNames.ofPair(config).toArray();
        named.forEach((key, label) -> label.setText(Texts.text(key, arms)));
    }

    private static MenuButton count(IntegerProperty examples) {
        MenuButton count = Hints.describe(new MenuButton(), "shift.examples");
        count.setId("shift-examples");
        count.getStyleClass().add("shift-examples");
        count.setMinWidth(Region.USE_PREF_SIZE);
        for (int choice : ShiftViewModel.EXAMPLES) {
            MenuItem item = new MenuItem(Numbers.grouped(choice));
            item.setId("shift-examples-" + choice);
            item.setOnAction(event -> examples.set(choice));
            count.getItems().add(item);
        }
        count.textProperty().bind(examples.map(number -> Numbers.grouped(number.longValue())));
        return count;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shift-grid");
        return grid;
    }

    private static Label head(String key) {
        Label head = Hints.describe(Parts.label(Texts.text(key), "caption-note"), key);
        GridPane.setHalignment(head, HPos.RIGHT);
        return head;
    }

    private static Label name(String key, String arm) {
        return Hints.describe(Parts.label(Texts.text(key), arm), key);
    }

    private static LiveText cell(String sample, String id) {
        LiveText cell = new LiveText(sample, Pos.CENTER_RIGHT);
        cell.setId(id);
        GridPane.setHalignment(cell, HPos.RIGHT);
        return cell;
    }

    /** Before, at once, one step later and now: accuracy. Then losses, and steps until recovered. */
    GridPane readings() {
        return readings;
    }

    /** Shows so many of the columns of losses; with one the worst, which stands nowhere else, is left. */
    void setLossesShown(int columns) {
        for (int i = 0; i < LOSSES.size(); i++) {
            boolean shown = i >= LOSSES.size() - columns;
            losses.get(LOSSES.get(i)).forEach(each -> Parts.show(each, shown));
        }
    }

    /** Puts the policies beside each other in pairs, which takes less height, or one below the other. */
    void setPairs(boolean pairs) {
        for (int i = 0; i < POLICIES.size(); i++) {
            int column = pairs ? 2 * (i % 2) : 0;
            int row = pairs ? i / 2 + 1 : i + 1;
            GridPane.setConstraints(policyNames.get(i), column, row);
            GridPane.setConstraints(policies.get(i), column + 1, row);
        }
    }

    /** Test accuracy by where batch norm takes its statistics from. */
    GridPane policies() {
        return choices;
    }

    void show(Aftermath.Course course, Readings now, TestTimePolicies choice) {
        for (Reading reading : Reading.values()) {
            List<String> texts = course == null
                    ? Collections.nCopies(COLUMNS.size(), NONE)
                    : texts(course, reading, now.get(reading));
            for (int i = 0; i < texts.size(); i++) {
                cells.get(reading).get(i).setText(texts.get(i));
            }
        }
        double[] values = choice == null
                ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}
                : new double[] {choice.plain(), choice.frozen(), choice.reestimated(), choice.ownBatch()};
        for (int i = 0; i < values.length; i++) {
            policies.get(i).setText(Double.isNaN(values[i]) ? NONE : Numbers.percent(values[i], 1));
        }
    }

    private static List<String> texts(Aftermath.Course course, Reading reading, Statistics.Score now) {
        List<Aftermath.Point> points = course.happened();
        RecoveryWatch.Outcome outcome = course.recovered().get(reading);
        boolean counted = outcome.state() == RecoveryWatch.State.RECOVERED;
        return List.of(
                accuracy(course.before().get(reading)),
                accuracy(points.get(0).readings().get(reading)),
                points.size() < 2 ? NONE : accuracy(points.get(1).readings().get(reading)),
                accuracy(now),
                loss(now.loss()),
                loss(outcome.worst()),
                counted ? Numbers.grouped(outcome.steps()) : word(outcome.state()));
    }

    private static String word(RecoveryWatch.State state) {
        return Texts.text("shift.recovery." + state);
    }

    private static String loss(double value) {
        return Double.isFinite(value) ? Numbers.measured(value) : NONE;
    }

    private static String accuracy(Statistics.Score score) {
        return Double.isNaN(score.accuracy()) ? NONE : Numbers.percent(score.accuracy(), 1);
    }
}
