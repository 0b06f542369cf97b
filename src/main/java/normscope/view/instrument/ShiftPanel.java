package normscope.view.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.AftermathFigure;
import normscope.chart.AftermathFigure.Curve;
import normscope.chart.FigureCanvas;
import normscope.chart.MovesFigure;
import normscope.instrument.Aftermath;
import normscope.instrument.InstrumentSettings;
import normscope.view.Figures;
import normscope.view.WindowActions;
import normscope.view.control.Hints;
import normscope.view.control.LiveText;
import normscope.view.text.Numbers;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.ShiftViewModel;

/** Changes the world while the networks run, and shows what that does to both. */
final class ShiftPanel implements Instrument {

    /** Between the two cards of numbers; a little more than the style's gap of half a letter. */
    private static final double GAP = 9;

    private final ShiftViewModel vm;
    private final AftermathFigure aftermath = new AftermathFigure();
    private final MovesFigure moves = new MovesFigure();
    private final FigureCanvas aftermathCanvas;
    private final FigureCanvas movesCanvas;
    private final ShiftTables tables = new ShiftTables();
    private final VBox readings = new VBox(tables.readings());
    private final VBox policies = new VBox(tables.policies());
    private final LiveText event =
            new LiveText(Texts.text("shift.last", Texts.text("shift.longest"), "88 888 888"), Pos.CENTER_LEFT);
    private final VBox node;
    private final ShiftControls controls;
    private ShiftViewModel.Result shown;
    private boolean narrow;
    private double onePair;

    ShiftPanel(LabViewModel lab, WindowActions actions) {
        vm = new ShiftViewModel(lab);
        aftermathCanvas = Figures.canvas(aftermath, actions);
        aftermathCanvas.setId("shift-aftermath");
        movesCanvas = Figures.canvas(moves, actions);
        movesCanvas.setId("shift-moves");
        event.getStyleClass().add("muted");
        event.setId("shift-last");
        VBox left = card("shift.aftermath", aftermathCanvas);
        VBox right = card("shift.moves", movesCanvas);
        left.getStyleClass().add("shift-wide");
        right.getStyleClass().add("shift-narrow");
        HBox figures = new HBox(left, right);
        figures.getStyleClass().add("shift-row");
        figures.setMinSize(0, 0);
        VBox.setVgrow(figures, Priority.ALWAYS);
        for (VBox card : List.of(readings, policies)) {
            card.getStyleClass().addAll("card", "figure-card");
        }
        FlowPane numbers = new FlowPane(readings, policies);
        numbers.getStyleClass().add("shift-row");
        HBox.setHgrow(left, Priority.ALWAYS);
        controls = new ShiftControls(lab, actions.shift(), event);
        node = Panels.panel(controls, figures, numbers);
    }

    private static VBox card(String key, FigureCanvas canvas) {
        Label title = Hints.describe(new Label(Texts.text(key)), key);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        VBox card = Panels.card(title, canvas);
        card.setMinWidth(0);
        return card;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        // There is nothing to set: the shift lab shows the running experiment.
    }

    /** Side by side and as wide as the figures above them; one above the other where that is too narrow. */
    private void fitNumbers() {
        double width = node.getWidth();
        double second = narrow ? onePair : policies.minWidth(-1);
        double first = width - second - GAP;
        boolean now = first < readings.minWidth(-1);
        if (now != narrow) {
            narrow = now;
            onePair = second;
            tables.setPairs(narrow);
        }
        readings.setPrefWidth(narrow ? width : Math.floor(first));
        policies.setPrefWidth(narrow ? width : second);
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        fitNumbers();
        ShiftViewModel.Result result = vm.resultProperty().get();
        if (result != null && result != shown) {
            show(result);
        }
    }

    private void show(ShiftViewModel.Result result) {
        Aftermath.Course course = result.course();
        boolean another = shown == null
                || (shown.course() == null) != (course == null)
                || course != null && shown.course().eventStep() != course.eventStep();
        if (another) {
            aftermath.restart();
            moves.restart();
        }
        shown = result;
        event.setText(
                course == null ? "" : Texts.text("shift.last", result.event(), Numbers.grouped(course.eventStep())));
        aftermath.setSeries(course == null ? List.of() : series(course));
        aftermathCanvas.redraw();
        moves.setMoves(result.moved(), result.movedWith());
        movesCanvas.redraw();
        tables.show(course, result.now(), result.policies());
    }

    private static List<AftermathFigure.Series> series(Aftermath.Course course) {
        List<AftermathFigure.Series> series = new ArrayList<>();
        series.add(series(
                course,
                Curve.WITHOUT_IF_NOT,
                course.not(),
                p -> p.readings().without().loss()));
        series.add(series(
                course,
                Curve.WITH_IF_NOT,
                course.not(),
                p -> p.readings().withEval().loss()));
        series.add(series(
                course,
                Curve.WITHOUT,
                course.happened(),
                p -> p.readings().without().loss()));
        series.add(series(
                course,
                Curve.WITH_EVAL,
                course.happened(),
                p -> p.readings().withEval().loss()));
        series.add(series(
                course,
                Curve.WITH_TRAIN,
                course.happened(),
                p -> p.readings().withTrain().loss()));
        return series;
    }

    private static AftermathFigure.Series series(
            Aftermath.Course course,
            Curve curve,
            List<Aftermath.Point> points,
            ToDoubleFunction<Aftermath.Point> loss) {
        double[] x =
                points.stream().mapToDouble(p -> p.step() - course.eventStep()).toArray();
        return new AftermathFigure.Series(
                curve, x, points.stream().mapToDouble(loss).toArray());
    }

    @Override
    public void close() {
        vm.close();
        controls.close();
    }
}
