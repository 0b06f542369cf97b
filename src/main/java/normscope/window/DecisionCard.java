package normscope.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.experiment.Arms;
import normscope.experiment.Selection;
import normscope.lab.EventFlags;
import normscope.lab.LabViewModel;
import normscope.panel.DecisionsPanel;
import normscope.panel.Panel;
import normscope.panel.PanelFigure;
import normscope.panel.PanelFigure.Reading;
import normscope.panel.Panels;
import normscope.present.WindowFigures;
import normscope.runner.Evaluation;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What one arm decides: its regions with the data in the plane, or its confusion matrix; and its test accuracy. */
final class DecisionCard extends VBox implements WindowFigures.Card {

    private final LabViewModel vm;
    private final int arm;
    private final Reading reading;
    private final FigureView view;
    private final Label diverged = new Label(Texts.text("decision.diverged"));
    private final FittingLabel name = new FittingLabel();
    private final FittingLabel of = new FittingLabel();
    private final LiveText accuracy;

    DecisionCard(WindowActions actions, PanelFigure figure) {
        vm = actions.vm();
        arm = figure.arm();
        reading = figure.readings().get(0);
        accuracy = new LiveText(reading.widest(), Pos.CENTER_RIGHT);
        getStyleClass().addAll("card", "figure-card");
        name.getStyleClass().addAll("card-title", Figures.style(arm));
        of.getStyleClass().add("column-note");
        accuracy.setId("accuracy-" + Arms.key(arm));
        Hints.describe(accuracy, "decision.accuracy");
        HBox head = Parts.row("decision-head", of, Parts.gap(), accuracy);
        view = new FigureView(figure, chart -> Figures.canvas(chart, actions));
        StackPane figures = new StackPane(view, diverged);
        diverged.getStyleClass().addAll("decision-note", "diverged");
        getChildren().addAll(name, head, Parts.high(figures));
        // Both cards alike, whatever the words in their heads.
        setMinWidth(0);
        setPrefWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        of.setWordings(Texts.text("decision.of"));
        Parts.follow(this::showName, vm.configProperty());
        Parts.follow(
                this::refresh,
                vm.evaluation().evaluationProperty(),
                vm.evaluation().labelsShownProperty());
    }

    @Override
    public Panel panel() {
        return Panels.DECISIONS;
    }

    private void showName() {
        String arms = DecisionsPanel.name(vm, arm).replace('|', '/');
        Selection selection = vm.evaluation().selection();
        String drawn = selection == null ? "" : EventFlags.selection(selection);
        name.setWordings(selection == null ? arms : Texts.text("decision.drawn", arms, drawn));
        String tip = selection == null ? Texts.text("decision.drawn.all.tip") : Texts.text("decision.drawn.tip", drawn);
        Hints.describeAs(name, name.longest(), tip);
    }

    /** Says which moment the map is of, while it is another one than that of everything else. */
    private void showMoment(Evaluation now) {
        boolean behind = now.step() != vm.transport().stepProperty().get();
        of.setWordings(
                behind ? Texts.text("decision.of.behind", Numbers.grouped(now.step())) : Texts.text("decision.of"));
    }

    private void refresh() {
        Evaluation now = vm.evaluation().evaluationProperty().get();
        boolean answers = now == null || !Double.isNaN(now.arm(arm).testAccuracy());
        view.setVisible(answers);
        diverged.setVisible(!answers);
        view.show(vm);
        if (now != null) {
            showName();
            showMoment(now);
            accuracy.setText(reading.value().apply(vm));
        }
    }
}
