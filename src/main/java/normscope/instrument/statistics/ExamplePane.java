package normscope.instrument.statistics;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import normscope.chart.BoundaryFigure;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.instrument.Stepper;
import normscope.instrument.statistics.RunningStatistics.Answer;
import normscope.instrument.statistics.RunningStatistics.Source;
import normscope.instrument.statistics.RunningStatisticsViewModel.Answers;
import normscope.lab.EvaluationViewModel;
import normscope.panel.DecisionsPanel;
import normscope.runner.Evaluation;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** One example that the user moves in the plane, and what the network says of it with each kind of statistics. */
final class ExamplePane extends VBox {

    private static final double KEY_STEP = 0.02;

    private final RunningStatisticsViewModel vm;
    private final EvaluationViewModel evaluation;
    private final BoundaryFigure figure = new BoundaryFigure();
    private final FigureCanvas canvas;
    private final Circle marker = new Circle(6);
    private final StackPane plane;
    private final Stepper stepper;
    private final Label note = new Label(Texts.text("statistics.alone.note"));
    private final Map<Source, LiveText> chances = new EnumMap<>(Source.class);
    private final Map<Source, LiveText> values = new EnumMap<>(Source.class);
    private final LiveText classHead = new LiveText(Texts.text("statistics.class", 9), Pos.CENTER_RIGHT);
    private final Label title = new Label();
    private Evaluation shown;

    ExamplePane(RunningStatisticsViewModel vm, EvaluationViewModel evaluation, WindowActions actions) {
        this.vm = vm;
        this.evaluation = evaluation;
        canvas = Figures.canvas(figure, actions);
        Pane over = new Pane(marker);
        over.setMouseTransparent(true);
        marker.getStyleClass().add("example-marker");
        marker.setManaged(false);
        plane = Hints.describe(new StackPane(canvas, over), "statistics.plane");
        plane.setId("statistics-plane");
        plane.getStyleClass().add("example-plane");
        plane.setFocusTraversable(true);
        Hints.keepsArrows(plane);
        plane.setOnMousePressed(event -> moveTo(event.getX(), event.getY()));
        plane.setOnMouseDragged(event -> moveTo(event.getX(), event.getY()));
        plane.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        stepper = new Stepper(
                "statistics",
                "formula.previous-example",
                "formula.next-example",
                Texts.text("statistics.example", 5000),
                by -> vm.indexProperty().set(vm.indexProperty().get() + by));
        title.getStyleClass().add("card-title");
        HBox.setHgrow(plane, Priority.ALWAYS);
        note.getStyleClass().add("formula-note");
        note.setWrapText(true);
        // As wide as the table above it.
        note.setPrefWidth(1);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinHeight(0);
        // Half a line says nothing; the tooltips say it all.
        note.opacityProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> note.getHeight() + 1 < note.prefHeight(note.getWidth()) ? 0.0 : 1.0,
                        note.layoutBoundsProperty()));
        VBox side = new VBox(stepper, table(), note);
        side.getStyleClass().add("example-side");
        HBox content = new HBox(plane, side);
        content.getStyleClass().add("example-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().addAll("card", "figure-card");
        getChildren().addAll(title, content);
        setMinSize(0, 0);
    }

    /** Leaves the explanation to the tooltip where there is no room for it. */
    void setNarrow(boolean narrow) {
        Parts.show(note, !narrow);
    }

    private GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("example-table");
        Label z = Hints.describe(new Label(Texts.text("statistics.z-tilde")), "statistics.z-tilde");
        z.getStyleClass().add("caption-note");
        classHead.getStyleClass().add("caption-note");
        GridPane.setHalignment(z, HPos.RIGHT);
        GridPane.setHalignment(classHead, HPos.RIGHT);
        table.addRow(0, new Label(), classHead, z);
        int row = 1;
        for (Source source : Source.values()) {
            Label name = Hints.describe(Parts.label(Texts.text("statistics." + source)), "statistics." + source);
            LiveText chance = new LiveText("0.000", Pos.CENTER_RIGHT);
            chance.setId("statistics-" + source);
            LiveText value = new LiveText("\u2212000.0", Pos.CENTER_RIGHT);
            chances.put(source, chance);
            values.put(source, value);
            table.addRow(row++, name, chance, value);
        }
        return table;
    }

    private void moveTo(double x, double y) {
        if (shown != null && shown.grid() != null) {
            Evaluation.Grid g = shown.grid();
            double side = side();
            double u = (x - (plane.getWidth() - side) / 2) / side;
            double v = (y - (plane.getHeight() - side) / 2) / side;
            vm.xProperty().set(g.x0() + clamp(u) * (g.x1() - g.x0()));
            vm.yProperty().set(g.y1() - clamp(v) * (g.y1() - g.y0()));
        }
    }

    private void press(KeyEvent event) {
        double dx = 0;
        double dy = 0;
        switch (event.getCode()) {
            case LEFT -> dx = -KEY_STEP;
            case RIGHT -> dx = KEY_STEP;
            case UP -> dy = -KEY_STEP;
            case DOWN -> dy = KEY_STEP;
            default -> {
                return;
            }
        }
        double faster = event.isShiftDown() ? 5 : 1;
        moveTo(marker.getCenterX() + faster * dx * side(), marker.getCenterY() + faster * dy * side());
        placeMarker();
        event.consume();
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** The plane is drawn as the largest square in the middle. */
    private double side() {
        return Math.max(1, Math.min(plane.getWidth(), plane.getHeight()));
    }

    void pulse() {
        boolean planar = evaluation.twoDimensional();
        title.setText(Texts.text(planar ? "statistics.one-example" : "statistics.one-of-many"));
        Parts.show(plane, planar);
        Parts.show(stepper, !planar);
        stepper.setText(Texts.text("statistics.example", vm.indexProperty().get() + 1));
        Evaluation latest = evaluation.evaluationProperty().get();
        if (latest != shown && latest != null) {
            shown = latest;
            figure.setGrid(DecisionsPanel.grid(latest, vm.arm()));
            figure.setPoints(DecisionsPanel.points(evaluation.points()));
            canvas.redraw();
        }
        placeMarker();
        showAnswers(vm.answersProperty().get());
    }

    private void placeMarker() {
        boolean placed = shown != null
                && shown.grid() != null
                && !Double.isNaN(vm.xProperty().get());
        marker.setVisible(placed);
        if (placed) {
            Evaluation.Grid g = shown.grid();
            double side = side();
            double u = clamp((vm.xProperty().get() - g.x0()) / (g.x1() - g.x0()));
            double v = clamp((g.y1() - vm.yProperty().get()) / (g.y1() - g.y0()));
            marker.setCenterX((plane.getWidth() - side) / 2 + u * side);
            marker.setCenterY((plane.getHeight() - side) / 2 + v * side);
        }
    }

    private void showAnswers(Answers answers) {
        int label = answers == null ? 1 : label(answers.exact().probabilities());
        classHead.setText(Texts.text("statistics.class", label));
        show(Source.RUNNING, answers == null ? null : answers.running(), label);
        show(Source.EXACT, answers == null ? null : answers.exact(), label);
        show(Source.IN_BATCH, answers == null ? null : answers.inBatch(), label);
        show(Source.ALONE, answers == null ? null : answers.alone(), label);
    }

    /** Of two classes the second, as usual; else the one that is the most probable by the exact statistics. */
    private static int label(double[] probabilities) {
        int best = 1;
        for (int k = 0; probabilities.length > 2 && k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    private void show(Source source, Answer answer, int label) {
        String none = "\u2013";
        chances.get(source).setText(answer == null ? none : Numbers.fixed(answer.probabilities()[label], 3));
        values.get(source).setText(answer == null ? none : Numbers.fixed(answer.zTilde(), 2));
    }
}
