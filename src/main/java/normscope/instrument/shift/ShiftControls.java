package normscope.instrument.shift;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.Check;
import normscope.experiment.Command;
import normscope.experiment.InputShift;
import normscope.instrument.Panels;
import normscope.lab.LabViewModel;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedShift.KickKind;
import normscope.lab.PreparedShift.Kind;
import normscope.lab.PreparedShift.Preset;
import normscope.text.Texts;

/** Prepares a shift or a kick, and lets it happen. */
final class ShiftControls extends VBox {

    private final LabViewModel lab;
    private final PreparedShift shift;
    private final SegmentedChoice<Kind> kinds = new SegmentedChoice<>(
            List.of(Kind.values()),
            kind -> Texts.text("shift.kind." + kind),
            kind -> Texts.text("shift.kind." + kind + ".tip"));
    private final Map<Kind, HBox> lines = new EnumMap<>(Kind.class);

    private final HBox classes = new HBox();
    private final HBox layers = new HBox();
    private final NumberInput steps =
            input("steps", NumberScale.doubling(1, 8192), false, 1, Command.ShiftInputs.MAX_DRIFT);
    private final Button drift;
    private final Subscription experiment;

    ShiftControls(LabViewModel lab, PreparedShift shift) {
        this.lab = lab;
        this.shift = shift;
        getStyleClass().add("shift-controls");
        kinds.setId("shift-kind");
        kinds.follow(shift.kindProperty());
        Button now = Panels.button("shift.now", () -> shift.apply(false));
        now.getStyleClass().add("shift-now");
        drift = Panels.button("shift.drift", () -> shift.apply(true));
        follow(steps, shift.driftStepsProperty());
        steps.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane settings = new StackPane();
        for (Kind kind : Kind.values()) {
            HBox line = Panels.group(settings(kind));
            lines.put(kind, line);
            settings.getChildren().add(line);
        }
        FlowPane last = Panels.tools(Panels.group(now, drift, label("shift.over"), steps, label("shift.steps-word")));
        getChildren().setAll(Panels.tools(kinds, presets()), settings, last);
        kinds.valueProperty().addListener(observable -> showKind());
        experiment = lab.configProperty().subscribe(config -> showExperiment());
        showKind();
    }

    private MenuButton presets() {
        MenuButton menu = Hints.describe(new MenuButton(Texts.text("shift.presets")), "shift.presets");
        menu.setId("shift-presets");
        menu.getStyleClass().add("small-button");
        for (Preset preset : Preset.values()) {
            MenuItem item = new MenuItem(Texts.text("shift.preset." + preset));
            item.setId("shift-preset-" + preset);
            item.setOnAction(event -> shift.prepare(preset));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node[] settings(Kind kind) {
        NumberScale moves = NumberScale.linear(-5, 5, 0.1);
        double most = InputShift.MAX_MOVE;
        return switch (kind) {
            case MOVE ->
                new Node[] {
                    label("shift.x"),
                    follow(input("x", moves, true, -most, most), shift.moveXProperty()),
                    label("shift.y"),
                    follow(input("y", moves, true, -most, most), shift.moveYProperty())
                };
            case SCALE ->
                new Node[] {
                    label("shift.factor"),
                    follow(
                            input("factor", NumberScale.log(0.1, 100), true, 1e-3, InputShift.MAX_FACTOR),
                            shift.factorProperty()),
                    oneAxis()
                };
            case ROTATE ->
                new Node[] {
                    label("shift.degrees"),
                    follow(input("degrees", NumberScale.linear(-180, 180, 5), true, -360, 360), shift.degreesProperty())
                };
            case CLASS ->
                new Node[] {
                    label("shift.class"),
                    classes,
                    label("shift.x"),
                    follow(input("x", moves, true, -most, most), shift.moveXProperty()),
                    label("shift.y"),
                    follow(input("y", moves, true, -most, most), shift.moveYProperty())
                };
            case NOISE ->
                new Node[] {
                    label("shift.noise"),
                    follow(input("noise", NumberScale.linear(0, 3, 0.1), true, 0, most), shift.noiseProperty())
                };
            case KICK -> kick();
        };
    }

    private ToggleButton oneAxis() {
        ToggleButton toggle = Panels.toggle("shift.one-axis");
        toggle.selectedProperty().bindBidirectional(shift.oneAxisProperty());
        return toggle;
    }

    private Node[] kick() {
        SegmentedChoice<KickKind> what = new SegmentedChoice<>(
                List.of(KickKind.values()),
                kind -> Texts.text("shift.kick." + kind),
                kind -> Texts.text("shift.kick." + kind + ".tip"));
        what.setId("shift-kick");
        what.follow(shift.kickProperty());
        NumberInput factor = follow(
                input("kick-factor", NumberScale.log(0.1, 100), true, 1e-3, InputShift.MAX_FACTOR),
                shift.kickFactorProperty());
        NumberInput constant = follow(
                input("constant", NumberScale.linear(-10, 10, 0.5), true, -1000, 1000), shift.constantProperty());
        StackPane number = new StackPane(factor, constant);
        HBox.setHgrow(number, Priority.ALWAYS);
        factor.visibleProperty().bind(shift.kickProperty().isEqualTo(KickKind.SCALE));
        constant.visibleProperty().bind(shift.kickProperty().isEqualTo(KickKind.ADD));
        return new Node[] {label("shift.layer"), layers, what, number};
    }

    private static Label label(String key) {
        Label label = new Label(Texts.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static NumberInput input(String key, NumberScale scale, boolean slider, double least, double most) {
        String name = Texts.text("shift." + key);
        NumberInput input = new NumberInput(name, Texts.text("shift." + key + ".tip"), scale, slider);
        input.field().setId("shift-" + key);
        input.setOnCommit(value -> Check.within(name, value, least, most));
        HBox.setHgrow(input, Priority.ALWAYS);
        return input;
    }

    private static NumberInput follow(NumberInput input, DoubleProperty property) {
        input.valueProperty().bindBidirectional(property);
        input.show();
        return input;
    }

    /** One of a few numbers, counted from 1. */
    private static void choose(HBox place, String key, IntegerProperty property, int count) {
        SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                IntStream.range(0, count).boxed().toList(),
                i -> Texts.text(key + ".number", i + 1),
                i -> Texts.text(key + ".number.tip", i + 1));
        choice.setId(key.replace('.', '-'));
        choice.valueProperty().set(Math.min(property.get(), count - 1));
        choice.setOnCommit(property::set);
        place.getChildren().setAll(choice);
    }

    private void showExperiment() {
        var config = lab.configProperty().get();
        choose(
                classes,
                "shift.class",
                shift.labelProperty(),
                config.data().kind().classes());
        choose(layers, "shift.layer", shift.layerProperty(), config.network().layers());
        kinds.button(Kind.ROTATE).setDisable(!shift.applies(Kind.ROTATE));
    }

    /** Stops following the experiment, which outlives this. */
    void close() {
        experiment.unsubscribe();
    }

    private void showKind() {
        Kind shown = shift.kindProperty().get();
        lines.forEach((kind, line) -> line.setVisible(kind == shown));
        drift.setDisable(shown == Kind.KICK);
        steps.setDisable(shown == Kind.KICK);
    }
}
