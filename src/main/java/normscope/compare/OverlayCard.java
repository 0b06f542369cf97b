package normscope.compare;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.compare.CompareViewModel.View;
import normscope.control.FittingLabel;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** Chosen arms laid over each other: losses, accuracies, borders; and what their settings differ in. */
final class OverlayCard extends VBox {

    private final CompareViewModel vm;
    private final LinesFigure curves = new LinesFigure();
    private final BordersFigure borders = new BordersFigure();
    private final SettingsTable settings = new SettingsTable();
    private final FigureCanvas curvesCanvas;
    private final FigureCanvas bordersCanvas;
    private final Label hint = new Label();
    private final FittingLabel of = Parts.note("");
    private final FittingLabel chosen = new FittingLabel();
    private final SegmentedChoice<Boolean> set;

    OverlayCard(CompareViewModel vm, WindowActions actions) {
        this.vm = vm;
        curvesCanvas = Figures.canvas(curves, actions);
        curvesCanvas.makeZoomable();
        bordersCanvas = Figures.canvas(borders, actions);
        getStyleClass().addAll("card", "figure-card");
        SegmentedChoice<View> view = Parts.choice("compare.view", List.of(View.values()));
        view.setId("run-view");
        view.follow(vm.viewProperty());
        set = Parts.choice("compare.set", List.of(false, true));
        set.setId("run-set");
        set.follow(vm.testSetProperty());
        chosen.getStyleClass().add("caption-note");
        // What the figure is of gives way first; then the choices break into rows.
        HBox.setHgrow(chosen, Priority.SOMETIMES);
        FlowPane choices = new FlowPane(6, 4, view, set);
        var both = view.widthProperty().add(set.widthProperty()).add(choices.getHgap() + 1);
        choices.prefWrapLengthProperty()
                .bind(Bindings.when(set.managedProperty()).then(both).otherwise(view.widthProperty()));
        HBox head = Parts.row("card-head", choices, of, chosen);
        hint.setWrapText(true);
        hint.getStyleClass().add("run-note");
        StackPane stack = new StackPane(curvesCanvas, bordersCanvas, settings, hint);
        getChildren().addAll(head, Parts.high(stack));
        Parts.follow(this::show, vm.overlayProperty(), vm.viewProperty(), vm.testSetProperty());
    }

    private void show() {
        View view = vm.viewProperty().get();
        List<OverlayArm> all = vm.overlayProperty().get();
        List<OverlayArm> read = all.stream().filter(arm -> arm.curves() != null).toList();
        List<OverlayArm> planar = read.stream()
                .filter(arm -> arm.curves().arms().get(arm.arm()).boundary() != null)
                .toList();
        boolean ofCurves = view == View.LOSS || view == View.ACCURACY;
        Parts.show(set, ofCurves);
        of.setWordings(note(view, planar));
        long runs = all.stream().map(arm -> arm.row().run().id()).distinct().count();
        chosen.setWordings(
                all.isEmpty()
                        ? ""
                        : Texts.text("compare.chosen", runs, all.size()) + "|"
                                + Texts.text("compare.chosen.arms", all.size()) + "|");
        if (ofCurves) {
            curves.setLines(
                    read.stream().map(this::line).toList(), view == View.LOSS ? Scale.LOGARITHMIC : Scale.PERCENT);
        } else if (view == View.BOUNDARIES) {
            borders.setArms(planar);
        } else {
            settings.show(all);
        }
        boolean none = view == View.BOUNDARIES ? planar.isEmpty() && read.size() == all.size() : all.isEmpty();
        hint.setText(Texts.text(all.isEmpty() ? "compare.choose" : "compare.boundaries.none"));
        Parts.show(hint, none);
        Parts.show(curvesCanvas, ofCurves && !none);
        Parts.show(bordersCanvas, view == View.BOUNDARIES && !none);
        Parts.show(settings, view == View.SETTINGS && !none);
        curvesCanvas.redraw();
        bordersCanvas.redraw();
    }

    private String note(View view, List<OverlayArm> planar) {
        return switch (view) {
            case LOSS, ACCURACY -> Texts.text("compare.of.eval");
            case BOUNDARIES ->
                planar.isEmpty()
                        ? ""
                        : Texts.text(
                                "compare.of.boundaries", planar.get(0).row().name());
            case SETTINGS -> Texts.text("compare.of.settings");
        };
    }

    private LinesFigure.Line line(OverlayArm arm) {
        boolean test = vm.testSetProperty().get();
        RunCurves.Arm of = arm.curves().arms().get(arm.arm());
        float[] values = vm.viewProperty().get() == View.LOSS
                ? test ? of.testLoss() : of.trainLoss()
                : test ? of.testAccuracy() : of.trainAccuracy();
        return line(arm, values, values);
    }

    /** A line of a figure; steps are as many as there are values. */
    static LinesFigure.Line line(OverlayArm arm, float[] low, float[] high) {
        double[] lower = doubles(low, low.length);
        double[] upper = low == high ? lower : doubles(high, low.length);
        double[] steps = doubles(arm.curves().steps(), low.length);
        return new LinesFigure.Line(
                arm.label(), arm.arm(), arm.variant(), steps, lower, upper, arm.divergedAt() != null);
    }

    private static double[] doubles(float[] values, int count) {
        return IntStream.range(0, count).mapToDouble(i -> values[i]).toArray();
    }
}
