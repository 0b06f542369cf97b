package normscope.window;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
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
        SegmentedChoice<Boolean> metric = Parts.choice("curves.accuracy", List.of(false, true));
        metric.setId("metric");
        metric.follow(curves.showAccuracyProperty());
        ToggleButton log = Hints.describe(new ToggleButton(Texts.text("curves.log")), "curves.log");
        log.setId("log-axis");
        log.setMinWidth(USE_PREF_SIZE);
        log.getStyleClass().add("plain-toggle");
        log.selectedProperty().bindBidirectional(curves.logAxisProperty());
        log.disableProperty().bind(curves.showAccuracyProperty());
        HBox head = Parts.row("card-head", metric, Parts.note(Texts.text("curves.of")), log);
        getChildren().addAll(head, Parts.high(figure));
        Parts.onChange(this::refresh, curves.showAccuracyProperty(), curves.logAxisProperty());
    }

    @Override
    public Panel panel() {
        return Panels.CURVES;
    }

    void refresh() {
        figure.show(vm);
    }
}
