package normscope.instrument.shift;

import static normscope.instrument.shift.ShiftFields.choice;
import static normscope.instrument.shift.ShiftFields.label;
import static normscope.instrument.shift.ShiftFields.number;
import static normscope.instrument.shift.ShiftFields.percent;

import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.data.TrueRule;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Json;
import normscope.instrument.InstrumentParts;
import normscope.lab.PreparedKick;
import normscope.lab.PreparedRule;
import normscope.lab.PreparedSelection;
import normscope.lab.PreparedSelection.Which;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedTrait;
import normscope.lab.PreparedTrait.By;
import normscope.lab.PreparedTransform;
import normscope.lab.PreparedTransform.Kind;

/** The settings of what is prepared: those that the data at hand have. */
final class ShiftRows {

    private static final NumberScale MOVES = NumberScale.linear(-5, 5, 0.1);

    private ShiftRows() {}

    static Pane of(PreparedShift.Family family, PreparedShift shift, ExperimentConfig config) {
        Pane row = InstrumentParts.tools();
        DataConfig data = config.data();
        switch (family) {
            case SELECTION -> select(row, shift.selection(), data);
            case TRANSFORM -> transform(row, shift.transform(), data);
            case RULE -> rule(row, shift.rule(), data);
            case KICK -> kick(row, shift.kick(), config.network().layers());
        }
        return row;
    }

    private static void select(Pane row, PreparedSelection selection, DataConfig data) {
        var which = choice(
                "which", PreparedSelection.offered(data), item -> "shift.which." + item, selection.whichProperty());
        HBox by = trait(selection.trait(), data);
        HBox range = range(selection.trait());
        HBox steepness = InstrumentParts.group(
                label("shift.steepness"),
                number("steepness", NumberScale.linear(0.5, 10, 0.5), false, 0.1, 20, selection.steepnessProperty()));
        ObservableValue<Which> chosen = selection.whichProperty();
        Parts.show(by, chosen.map(Which::hasTrait));
        Parts.show(range, chosen.map(now -> now == Which.WINDOW));
        Parts.show(steepness, chosen.map(Which::isSoft));
        row.getChildren().setAll(which, by, range, steepness);
    }

    private static void transform(Pane row, PreparedTransform transform, DataConfig data) {
        var kinds =
                choice("kind", PreparedTransform.offered(data), item -> "shift.kind." + item, transform.kindProperty());
        row.getChildren().add(kinds);
        for (Kind kind : PreparedTransform.offered(data)) {
            Node[] numbers = numbers(kind, transform, data);
            if (numbers.length > 0) {
                HBox group = InstrumentParts.group(numbers);
                Parts.show(group, transform.kindProperty().map(chosen -> chosen == kind));
                row.getChildren().add(group);
            }
        }
    }

    private static Node[] numbers(Kind kind, PreparedTransform transform, DataConfig data) {
        double most = InputShift.MAX_MOVE;
        return switch (kind) {
            case MOVE -> move(transform);
            case SCALE ->
                new Node[] {
                    label("shift.factor"),
                    number(
                            "factor",
                            NumberScale.log(0.1, 100),
                            true,
                            1e-3,
                            InputShift.MAX_FACTOR,
                            transform.factorProperty()),
                    ShiftFields.toggle("shift.one-axis", transform.oneAxisProperty())
                };
            case ROTATE ->
                new Node[] {
                    label("shift.degrees"),
                    number("degrees", NumberScale.linear(-180, 180, 5), true, -360, 360, transform.degreesProperty())
                };
            case CLASS -> {
                Node[] move = move(transform);
                Node classes = ShiftFields.count("shift.class", transform.labelProperty(), data.classes());
                yield new Node[] {label("shift.class"), classes, move[0], move[1], move[2], move[3]};
            }
            case NOISE ->
                new Node[] {
                    label("shift.noise"),
                    number("noise", NumberScale.linear(0, 3, 0.1), true, 0, most, transform.noiseProperty())
                };
            case PAPER ->
                new Node[] {
                    label("shift.grey"),
                    percent("grey", transform.greyProperty()),
                    label("shift.share"),
                    percent("share", transform.shareProperty()),
                    ShiftFields.toggle("shift.varied", transform.variedProperty())
                };
            case NEGATIVE -> new Node[0];
            case PIXELS ->
                new Node[] {
                    label("shift.right"),
                    number("right", NumberScale.linear(-7, 7, 1), false, -7, 7, transform.rightProperty()),
                    label("shift.down"),
                    number("down", NumberScale.linear(-7, 7, 1), false, -7, 7, transform.downProperty())
                };
        };
    }

    private static Node[] move(PreparedTransform transform) {
        double most = InputShift.MAX_MOVE;
        return new Node[] {
            label("shift.x"),
            number("x", MOVES, true, -most, most, transform.moveXProperty()),
            label("shift.y"),
            number("y", MOVES, true, -most, most, transform.moveYProperty())
        };
    }

    private static void rule(Pane row, PreparedRule rule, DataConfig data) {
        List<PreparedRule.Change> changes = PreparedRule.offered(data);
        if (changes.size() > 1) {
            row.getChildren().add(choice("rule", changes, item -> "shift.rule." + item, rule.changeProperty()));
        } else {
            row.getChildren().add(label("shift.rule.FLIP"));
        }
        ObservableValue<Boolean> flips = rule.changeProperty().map(now -> now == PreparedRule.Change.FLIP);
        HBox by = trait(rule.region(), data);
        HBox range = range(rule.region());
        HBox truth = InstrumentParts.group(choice(
                "truth", Arrays.asList(TrueRule.values()), item -> "rule." + Json.name(item), rule.truthProperty()));
        Parts.show(by, flips);
        Parts.show(range, flips);
        Parts.show(truth, flips.map(flipping -> !flipping));
        row.getChildren().addAll(by, range, truth);
    }

    private static HBox trait(PreparedTrait trait, DataConfig data) {
        Node by = choice("by", PreparedTrait.offered(data), item -> "shift.by." + item, trait.byProperty());
        Node degrees =
                number("direction", NumberScale.linear(-180, 180, 15), false, -360, 360, trait.degreesProperty());
        Node sign = label("shift.degree-sign");
        Node input = number(
                "input", NumberScale.linear(1, data.inputs(), 1), false, 1, data.inputs(), trait.inputProperty());
        Parts.show(degrees, trait.byProperty().map(now -> now == By.DIRECTION));
        Parts.show(sign, trait.byProperty().map(now -> now == By.DIRECTION));
        Parts.show(input, trait.byProperty().map(now -> now == By.INPUT));
        return InstrumentParts.group(label("shift.by"), by, degrees, sign, input);
    }

    private static HBox range(PreparedTrait trait) {
        return InstrumentParts.group(
                label("shift.from"),
                percent("from", trait.fromProperty()),
                label("shift.to"),
                percent("to", trait.toProperty()),
                label("shift.percent"));
    }

    private static void kick(Pane row, PreparedKick kick, int layers) {
        var what =
                choice("kick", List.of(PreparedKick.Kind.values()), item -> "shift.kick." + item, kick.kindProperty());
        Node factor = number(
                "kick-factor", NumberScale.log(0.1, 100), true, 1e-3, InputShift.MAX_FACTOR, kick.factorProperty());
        Node constant =
                number("constant", NumberScale.linear(-10, 10, 0.5), true, -1000, 1000, kick.constantProperty());
        Parts.show(factor, kick.kindProperty().map(now -> now == PreparedKick.Kind.SCALE));
        Parts.show(constant, kick.kindProperty().map(now -> now == PreparedKick.Kind.ADD));
        row.getChildren()
                .setAll(InstrumentParts.group(
                        label("shift.layer"),
                        ShiftFields.count("shift.layer", kick.layerProperty(), layers),
                        what,
                        factor,
                        constant));
    }
}
