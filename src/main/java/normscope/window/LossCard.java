package normscope.window;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.SegmentedChoice;
import normscope.lab.CurvesViewModel;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.present.WindowFigures;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** Loss or accuracy of both arms over all steps. */
final class LossCard extends VBox implements WindowFigures.Card {

    private final LabViewModel vm;
    private final FigureView figure;

    LossCard(WindowActions actions) {
        vm = actions.vm();
        CurvesViewModel curves = vm.curves();
        figure = new FigureView(panel().figures(vm, Panel.Look.CARD).get(0), chart -> Figures.canvas(chart, actions));
        figure.makeZoomable();
        getStyleClass().addAll("card", "figure-card");
        SegmentedChoice<Boolean> metric = new SegmentedChoice<>(
                List.of(false, true),
                accuracy -> Texts.text("curves.accuracy." + accuracy),
                accuracy -> Texts.text("curves.accuracy." + accuracy + ".tip"));
        metric.setId("metric");
        metric.follow(curves.showAccuracyProperty());
        ToggleButton log = Hints.describe(new ToggleButton(Texts.text("curves.log")), "curves.log");
        log.setId("log-axis");
        log.setMinWidth(USE_PREF_SIZE);
        log.getStyleClass().add("plain-toggle");
        log.selectedProperty().bindBidirectional(curves.logAxisProperty());
        log.disableProperty().bind(curves.showAccuracyProperty());
        FittingLabel of = new FittingLabel();
        of.getStyleClass().add("column-note");
        of.setWordings(Texts.text("curves.of"));
        of.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(of, Priority.ALWAYS);
        HBox head = new HBox(metric, of, log);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(figure, Priority.ALWAYS);
        getChildren().addAll(head, figure);
        curves.showAccuracyProperty().addListener(observable -> refresh());
        curves.logAxisProperty().addListener(observable -> refresh());
    }

    @Override
    public Panel panel() {
        return Panels.CURVES;
    }

    /** Shows the curves as recorded by now. */
    void refresh() {
        figure.show(vm);
    }
}
