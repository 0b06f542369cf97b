package normscope.window.draw;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.control.ClassMarker;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.Check;
import normscope.experiment.DrawnPoints;
import normscope.lab.DrawViewModel;
import normscope.lab.DrawViewModel.Tool;
import normscope.lab.DrawnClasses;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The tools beside the plane, and what is to be said of the points. */
final class DrawTools extends VBox {

    private final DrawViewModel vm;
    private final SegmentedChoice<Integer> classes = new SegmentedChoice<>(
            IntStream.range(0, DrawnPoints.MAX_CLASSES).boxed().toList(),
            String::valueOf,
            label -> Texts.text("draw.class.one.tip", label, label + 1));
    /** Kept here, since a bound property does not keep it. */
    private final ObjectProperty<Integer> chosen;

    private final Label total = Parts.paragraph("", "draw-total");
    private final Label remark = Parts.paragraph("", "draw-remark");
    private final Button undo;
    private final Button redo;
    private final Button clear;

    DrawTools(DrawViewModel vm) {
        this.vm = vm;
        getStyleClass().add("draw-tools");
        SegmentedChoice<Tool> tools = Parts.choice("draw.tool", List.of(Tool.values()));
        List.of(Tool.values()).forEach(tool -> tools.button(tool).setId("draw-" + tool.name()));
        tools.follow(vm.toolProperty());
        tools.setOnCommit(tool -> vm.release());
        tools.wrap();
        add("draw.tool", tools);
        for (int label = 0; label < DrawnPoints.MAX_CLASSES; label++) {
            classes.button(label).setGraphic(new ClassMarker(label));
            classes.button(label).setId("draw-class-" + label);
        }
        classes.wrap();
        chosen = vm.labelProperty().asObject();
        classes.follow(chosen);
        add("draw.class", classes);
        add("draw.radius", number("draw.radius", 0.05, 1, 0.05, vm.radiusProperty(), vm.radiusProperty()::set));
        add(
                "draw.density",
                number(
                        "draw.density",
                        1,
                        20,
                        1,
                        vm.densityProperty(),
                        value -> vm.densityProperty().set((int) value)));
        add("draw.noise", number("draw.noise", 0, 1, 0.01, vm.noiseProperty(), vm.noiseProperty()::set));
        undo = Parts.button("draw-undo", "draw.undo", vm::undo);
        redo = Parts.button("draw-redo", "draw.redo", vm::redo);
        clear = Parts.button("draw-clear", "draw.clear", vm::clear);
        undo.disableProperty().bind(vm.canUndoProperty().not());
        redo.disableProperty().bind(vm.canRedoProperty().not());
        total.setId("draw-total");
        remark.setId("draw-remark");
        Label keys = Parts.paragraph(Texts.text("draw.plane.tip"), "caption-note");
        keys.setId("draw-keys");
        getChildren().addAll(Parts.row("draw-buttons", undo, redo, clear), begin(), total, remark, keys);
        Parts.follow(this::showPoints, vm.pointsProperty());
    }

    /** Other data to begin with; those that are drawn are here already. */
    private VBox begin() {
        VBox box = Parts.column("draw-begin");
        if (vm.isOfDrawn()) {
            box.setManaged(false);
            return box;
        }
        String why = vm.whyNotPresent();
        Button button = new Button(Texts.text("draw.begin", vm.presentName()));
        button.setId("draw-begin");
        Hints.describeAs(button, button.getText(), Texts.text("draw.begin.tip"));
        button.setDisable(why != null);
        button.setOnAction(event -> vm.takePresent());
        box.getChildren().add(button);
        if (why != null) {
            box.getChildren().add(Parts.paragraph(why, "caption-note"));
        }
        return box;
    }

    private void add(String key, Node control) {
        getChildren().add(Parts.setting(key, control));
    }

    private static NumberInput number(
            String key, double least, double most, double step, ObservableNumberValue shown, DoubleConsumer set) {
        String name = Texts.text(key);
        NumberInput input =
                new NumberInput(name, Texts.text(key + ".tip"), NumberScale.linear(least, most, step), true);
        input.field().setId(key.replace('.', '-'));
        input.valueProperty().set(shown.doubleValue());
        shown.addListener(observable -> input.valueProperty().set(shown.doubleValue()));
        input.setOnCommit(value -> {
            Check.within(name, value, least, most);
            set.accept(value);
        });
        return input;
    }

    private void showPoints() {
        DrawnClasses drawn = vm.classes();
        List<Integer> counts = drawn.counts();
        for (int label = 0; label < counts.size(); label++) {
            classes.button(label).setAccessibleText(Texts.text("draw.class.one", label, counts.get(label)));
        }
        String each = IntStream.range(0, counts.size())
                .filter(label -> counts.get(label) > 0)
                .mapToObj(label -> Texts.text("draw.total.class", Numbers.grouped(counts.get(label)), label))
                .collect(Collectors.joining(", "));
        int all = vm.pointsProperty().get().size();
        total.setText(Texts.text("draw.total", all, each));
        clear.setDisable(all == 0);
        String problem = drawn.problem();
        remark.setText(problem.isEmpty() ? drawn.remark() : problem);
    }
}
