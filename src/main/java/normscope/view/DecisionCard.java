package normscope.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.BoundaryFigure;
import normscope.chart.ConfusionFigure;
import normscope.chart.FigureCanvas;
import normscope.experiment.Arms;
import normscope.runner.Evaluation;
import normscope.text.Numbers;
import normscope.view.control.Hints;
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.EvaluationViewModel;

/** What one arm decides: its regions with the data in the plane, or its confusion matrix; and its test accuracy. */
final class DecisionCard extends VBox {

    private final int arm;
    private final EvaluationViewModel evaluation;
    private final BoundaryFigure boundary = new BoundaryFigure();
    private final ConfusionFigure confusion = new ConfusionFigure();
    private final FigureCanvas boundaryCanvas;
    private final FigureCanvas confusionCanvas;
    private List<EvaluationViewModel.DataPoint> pointsShown;
    private List<BoundaryFigure.DataPoint> points = List.of();
    private List<BoundaryFigure.DataPoint> former = List.of();
    private final Label diverged = new Label(Texts.text("decision.diverged"));
    private final LiveText accuracy = new LiveText(Numbers.percent(1, 1), Pos.CENTER_RIGHT);

    DecisionCard(WindowActions actions, int arm) {
        this.arm = arm;
        evaluation = actions.vm().evaluation();
        getStyleClass().addAll("card", "figure-card");
        String key = "decision." + Arms.key(arm);
        Label name = new Label(Texts.text(key));
        name.getStyleClass().addAll("card-title", FigureFeeds.style(arm));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        accuracy.setId("accuracy-" + Arms.key(arm));
        Hints.describe(accuracy, "decision.accuracy");
        HBox head = new HBox(name, gap, accuracy);
        head.getStyleClass().add("decision-head");
        name.setMinWidth(USE_PREF_SIZE);
        boundaryCanvas = Figures.canvas(boundary, actions);
        confusionCanvas = Figures.canvas(confusion, actions);
        StackPane figures = new StackPane(boundaryCanvas, confusionCanvas, diverged);
        diverged.getStyleClass().addAll("decision-note", "diverged");
        VBox.setVgrow(figures, Priority.ALWAYS);
        getChildren().addAll(head, figures);
        // Both cards alike, whatever the words in their heads.
        setMinWidth(0);
        setPrefWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        evaluation.evaluationProperty().addListener(observable -> refresh());
        refresh();
    }

    private void refresh() {
        Evaluation now = evaluation.evaluationProperty().get();
        Evaluation.Arm mine = now == null ? null : now.arm(arm);
        boolean plane = evaluation.twoDimensional();
        boolean answers = mine == null || !Double.isNaN(mine.testAccuracy());
        boundaryCanvas.setVisible(plane && answers);
        confusionCanvas.setVisible(!plane && answers);
        diverged.setVisible(!answers);
        if (mine == null) {
            // The picture of a moment ago stays until the next one is ready: a blank would flicker.
            return;
        }
        accuracy.setText(Numbers.percent(mine.testAccuracy(), 1));
        if (plane) {
            boundary.setPoints(points());
            boundary.setFormer(former);
            boundary.setGrid(FigureFeeds.grid(now, arm, evaluation.classes()));
            boundaryCanvas.redraw();
        } else {
            confusion.setCounts(mine.confusion());
            confusionCanvas.redraw();
        }
    }

    private List<BoundaryFigure.DataPoint> points() {
        // The figure keeps its picture of the points as long as it gets the same list.
        if (pointsShown != evaluation.points()) {
            pointsShown = evaluation.points();
            points = pointsShown.stream()
                    .map(point -> new BoundaryFigure.DataPoint(point.x(), point.y(), point.label(), point.test()))
                    .toList();
            former = FigureFeeds.former(evaluation);
        }
        return points;
    }
}
