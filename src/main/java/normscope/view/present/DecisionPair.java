package normscope.view.present;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.BoundaryFigure;
import normscope.chart.ChartTheme;
import normscope.chart.ConfusionFigure;
import normscope.chart.FigureCanvas;
import normscope.experiment.Arms;
import normscope.runner.Evaluation;
import normscope.text.Numbers;
import normscope.view.FigureFeeds;
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.EvaluationViewModel;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.PresentViewModel;

/** What both arms decide: their regions with the data, or their confusion matrices. */
final class DecisionPair implements Content {

    private final PresentViewModel vm;
    private final HBox node = new HBox();
    private final List<Half> halves;
    private List<EvaluationViewModel.DataPoint> pointsShown;
    private List<BoundaryFigure.DataPoint> points = List.of();

    DecisionPair(PresentViewModel vm, ChartTheme theme, boolean small) {
        this.vm = vm;
        halves = IntStream.range(0, vm.shownProperty().get().curves().arms())
                .mapToObj(arm -> new Half(arm, theme, small))
                .toList();
        node.getStyleClass().add(small ? "present-small-pair" : "present-pair");
        halves.forEach(half -> node.getChildren().add(half.node));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void refresh() {
        LabViewModel lab = vm.shownProperty().get();
        Evaluation now = lab.evaluation().evaluationProperty().get();
        if (now == null) {
            return;
        }
        if (pointsShown != lab.evaluation().points()) {
            pointsShown = lab.evaluation().points();
            points = FigureFeeds.points(lab.evaluation());
        }
        halves.forEach(half -> half.show(lab, now));
    }

    /** One of the arms. */
    private final class Half {
        private final int arm;
        private final VBox node = new VBox();
        private final BoundaryFigure boundary = new BoundaryFigure();
        private final ConfusionFigure confusion = new ConfusionFigure();
        private final FigureCanvas boundaryCanvas = new FigureCanvas(boundary);
        private final FigureCanvas confusionCanvas = new FigureCanvas(confusion);
        private final LiveText accuracy = new LiveText(Numbers.percent(1, 1), Pos.CENTER_LEFT);

        Half(int arm, ChartTheme theme, boolean small) {
            this.arm = arm;
            boundaryCanvas.setTheme(theme);
            confusionCanvas.setTheme(theme);
            StackPane figures = new StackPane(boundaryCanvas, confusionCanvas);
            VBox.setVgrow(figures, Priority.ALWAYS);
            HBox.setHgrow(node, Priority.ALWAYS);
            node.setPrefWidth(0);
            node.setMinWidth(0);
            if (!small) {
                Label name = new Label(Texts.text("present.arm." + Arms.key(arm)));
                name.getStyleClass().addAll("present-arm", FigureFeeds.style(arm));
                Label what = new Label(Texts.text("present.accuracy"));
                what.setMinWidth(Region.USE_PREF_SIZE);
                HBox numbers = new HBox(what, accuracy);
                numbers.getStyleClass().add("present-numbers");
                accuracy.setId("present-accuracy-" + Arms.key(arm));
                node.getChildren().addAll(name);
                node.getChildren().addAll(figures, numbers);
            } else {
                node.getChildren().add(figures);
            }
        }

        void show(LabViewModel lab, Evaluation now) {
            boolean plane = lab.evaluation().twoDimensional();
            boundaryCanvas.setVisible(plane);
            confusionCanvas.setVisible(!plane);
            accuracy.setText(Numbers.percent(now.arm(arm).testAccuracy(), 1));
            if (plane) {
                boundary.setPoints(points);
                boundary.setGrid(FigureFeeds.grid(now, arm, lab.evaluation().classes()));
                boundary.setState(FigureFeeds.end(lab, arm));
                boundaryCanvas.redraw();
            } else {
                confusion.setCounts(now.arm(arm).confusion());
                confusion.setState(FigureFeeds.end(lab, arm));
                confusionCanvas.redraw();
            }
        }
    }
}
