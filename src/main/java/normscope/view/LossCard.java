package normscope.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.CurvesFigure;
import normscope.chart.FigureCanvas;
import normscope.chart.Mark;
import normscope.chart.Role;
import normscope.experiment.ArmId;
import normscope.experiment.Divergence;
import normscope.history.Series.Curve;
import normscope.view.control.Hints;
import normscope.view.control.SegmentedChoice;
import normscope.view.text.Texts;
import normscope.viewmodel.CurvesViewModel;
import normscope.viewmodel.CurvesViewModel.Metric;
import normscope.viewmodel.LabViewModel;

/** Loss or accuracy of both arms over all steps. */
final class LossCard extends VBox {

    private final LabViewModel vm;
    private final CurvesViewModel curves;
    private final CurvesFigure figure = new CurvesFigure();
    private final FigureCanvas canvas;

    LossCard(WindowActions actions) {
        vm = actions.vm();
        curves = vm.curves();
        canvas = Figures.canvas(figure, actions);
        getStyleClass().addAll("card", "figure-card");
        SegmentedChoice<Boolean> metric = new SegmentedChoice<>(
                List.of(false, true),
                accuracy -> Texts.text("curves.accuracy." + accuracy),
                accuracy -> Texts.text("curves.accuracy." + accuracy + ".tip"));
        metric.setId("metric");
        metric.follow(curves.showAccuracyProperty());
        ToggleButton log = Hints.describe(new ToggleButton(Texts.text("curves.log")), "curves.log");
        log.setId("log-axis");
        log.getStyleClass().add("plain-toggle");
        log.selectedProperty().bindBidirectional(curves.logAxisProperty());
        log.disableProperty().bind(curves.showAccuracyProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(metric, gap, log);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(head, canvas);
        curves.showAccuracyProperty().addListener(observable -> refresh());
        curves.logAxisProperty().addListener(observable -> refresh());
    }

    /** Shows the curves as recorded by now. */
    void refresh() {
        boolean accuracy = curves.showAccuracyProperty().get();
        figure.setMetric(accuracy ? CurvesFigure.Metric.ACCURACY : CurvesFigure.Metric.LOSS);
        figure.setLogAxis(curves.logAxisProperty().get());
        int columns = Math.max(50, (int) canvas.getWidth());
        List<CurvesFigure.Series> series = new ArrayList<>();
        List<normscope.chart.Divergence> divergences = new ArrayList<>();
        for (ArmId arm : ArmId.values()) {
            if (!accuracy) {
                series.add(series(arm, CurvesFigure.Kind.BATCH_TRAIN, curves.batchLoss(arm, columns)));
            }
            Metric train = accuracy ? Metric.TRAIN_ACCURACY : Metric.TRAIN_LOSS;
            Metric test = accuracy ? Metric.TEST_ACCURACY : Metric.TEST_LOSS;
            series.add(series(arm, CurvesFigure.Kind.TRAIN_EVAL, curves.wholeSet(arm, train)));
            series.add(series(arm, CurvesFigure.Kind.TEST_EVAL, curves.wholeSet(arm, test)));
            Divergence divergence = curves.divergence(arm);
            if (divergence != null) {
                divergences.add(new normscope.chart.Divergence(role(arm), divergence.step(), divergence.layer() + 1));
            }
        }
        figure.setSeries(series);
        figure.setDivergences(divergences);
        figure.setMarks(marks(vm));
        figure.setCursor(cursor(curves));
        canvas.redraw();
    }

    private static CurvesFigure.Series series(ArmId arm, CurvesFigure.Kind kind, Curve curve) {
        return new CurvesFigure.Series(role(arm), kind, curve.x(), curve.min(), curve.max(), curve.mean());
    }

    static Role role(ArmId arm) {
        return arm == ArmId.WITHOUT ? Role.WITHOUT : Role.WITH;
    }

    static List<Mark> marks(LabViewModel vm) {
        return vm.events().stream()
                .map(event -> new Mark(event.step(), event.label()))
                .toList();
    }

    static double cursor(CurvesViewModel curves) {
        return curves.cursorStep() < 0 ? Double.NaN : curves.cursorStep();
    }
}
