package normscope.view;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.CurvesFigure;
import normscope.chart.FigureCanvas;
import normscope.view.control.Hints;
import normscope.view.control.SegmentedChoice;
import normscope.view.text.Texts;
import normscope.viewmodel.CurvesViewModel;
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
        canvas.makeZoomable();
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
        // A point for every two pixels or so, with its range: twice as many cost twice the time and look the same.
        int columns = Math.max(50, (int) (0.6 * canvas.getWidth() * figure.enlargement()));
        FigureFeeds.feed(figure, vm, curves.showAccuracyProperty().get(), columns);
        canvas.redraw();
    }
}
