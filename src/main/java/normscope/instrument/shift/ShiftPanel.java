package normscope.instrument.shift;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.instrument.shift.AftermathFigure.Curve;
import normscope.instrument.shift.MovesFigure.Meter;
import normscope.instrument.statistics.Statistics.Score;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Changes the world while the networks run, and shows what that does to both. */
public final class ShiftPanel extends RowsPanel<ShiftSettings, ShiftViewModel> {

    /** Between the two cards of numbers; a little more than the style's gap of half a letter. */
    private static final double GAP = 9;

    /** So many letters high, and there is no room for everything. */
    private static final double SHORT = 32;

    /** So many letters high, the figures can be read. */
    private static final double FIGURES = 11;

    /** So many steps behind go unnoticed. */
    private static final long NOT_WORTH_TELLING = 100;

    private final AftermathFigure aftermath = new AftermathFigure();
    private final MovesFigure moves = new MovesFigure();
    private final FigureCanvas aftermathCanvas;
    private final FigureCanvas movesCanvas;
    private final ShiftTables tables;
    private final HBox figures;
    private final VBox readings;
    private final VBox policies;
    private final FittingLabel since = new FittingLabel();
    private final ShiftControls controls;
    private final ObjectProperty<Meter> meter = new SimpleObjectProperty<>(this, "meter", Meter.SINGLE);
    private final LabViewModel lab;
    private List<ArmConfig> arms = List.of();
    private ShiftViewModel.Result shown;
    private List<Double> fittedTo = List.of();

    public ShiftPanel(LabViewModel lab, WindowActions actions) {
        super("instrument-panel", ShiftSettings.class, new ShiftViewModel(lab));
        this.lab = lab;
        tables = new ShiftTables(vm.examplesProperty(), lab.configProperty().get());
        readings = new VBox(tables.readings());
        policies = new VBox(tables.policies());
        aftermathCanvas = InstrumentParts.canvas("shift-aftermath", aftermath, actions);
        movesCanvas = InstrumentParts.canvas("shift-moves", moves, actions);
        since.setId("shift-last");
        since.setWordings(Texts.text("shift.aftermath"));
        since.setMaxWidth(Double.MAX_VALUE);
        Control moved = meterMenu();
        VBox left = card("shift.aftermath", since, aftermathCanvas);
        VBox right = card("shift.moves", moved, movesCanvas);
        left.getStyleClass().add("shift-wide");
        right.getStyleClass().add("shift-narrow");
        figures = new HBox(left, right);
        figures.getStyleClass().add("shift-row");
        figures.setMinSize(0, 0);
        VBox.setVgrow(figures, Priority.ALWAYS);
        for (VBox card : List.of(readings, policies)) {
            card.getStyleClass().addAll("card", "figure-card");
        }
        FlowPane numbers = new FlowPane(readings, policies);
        numbers.getStyleClass().add("shift-row");
        HBox.setHgrow(left, Priority.ALWAYS);
        controls = new ShiftControls(lab, actions.shift());
        root.getChildren().setAll(controls, figures, numbers);
    }

    private static VBox card(String key, Control title, FigureCanvas canvas) {
        Hints.describe(title, key);
        title.getStyleClass().add("card-title");
        VBox card = InstrumentParts.card(title, canvas);
        card.setMinWidth(0);
        return card;
    }

    /**
     * Side by side and as wide as the figures above them; one above the other where that is too narrow. Where height is
     * short, too, as before a class on a screen of 4 : 3, the losses go: there they stand in the line at the bottom.
     * Where the figures would not have room enough, what can be done without learning goes; or, if that is not enough
     * either, the figures do.
     */
    private void fitNumbers() {
        double letters = since.getFont().getSize();
        List<Double> room = List.of(root.getWidth(), root.getHeight(), letters, controls.getHeight());
        if (room.equals(fittedTo)) {
            return;
        }
        fittedTo = room;
        double width = root.getWidth();
        tables.setPairs(false);
        int losses = ShiftTables.LOSSES.size();
        tables.setLossesShown(losses);
        boolean beside = besideEachOther(width);
        if (!beside && root.getHeight() < SHORT * letters) {
            tables.setLossesShown(0);
            beside = besideEachOther(width);
            losses = beside ? 0 : losses;
        }
        for (tables.setLossesShown(losses); losses > 0 && readings.minWidth(-1) > width; losses--) {
            tables.setLossesShown(losses - 1);
        }
        tables.setPairs(!beside);
        double second = policies.minWidth(-1);
        readings.setPrefWidth(beside ? Math.floor(width - second - GAP) : width);
        policies.setPrefWidth(beside ? second : width);
        double rest = root.getHeight() - controls.getHeight() - readings.prefHeight(width);
        boolean all = beside || rest - policies.prefHeight(width) > FIGURES * letters;
        boolean drawn = all || rest > FIGURES * letters;
        Parts.show(figures, drawn);
        Parts.show(policies, all || !drawn);
    }

    private boolean besideEachOther(double width) {
        return readings.minWidth(-1) + GAP + policies.minWidth(-1) <= width;
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        controls.pulse();
        rename();
        fitNumbers();
        ShiftViewModel.Result result = vm.resultProperty().get();
        if (result != null && result != shown) {
            show(result);
        }
    }

    /** Calls the arms as they are called now. */
    private void rename() {
        ExperimentConfig config = lab.configProperty().get();
        if (!config.arms().equals(arms)) {
            arms = config.arms();
            tables.rename(config);
            aftermath.setNames(ArmNames.ofPair(config));
            moves.setNames(List.of(ArmNames.of(config, 0), ArmNames.of(config, 1)));
            aftermathCanvas.redraw();
            movesCanvas.redraw();
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
        since.setWordings(course == null ? Texts.text("shift.aftermath") : since(result));
        aftermath.setSeries(course == null ? List.of() : series(course));
        aftermathCanvas.redraw();
        showMoves(result);
        tables.show(course, result.now(), result.policies());
    }

    /** What the layers' card is called is what it measures, and can be chosen there. */
    private MenuButton meterMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("shift-meter");
        menu.getStyleClass().add("shift-examples");
        menu.setMinWidth(0);
        menu.textProperty().bind(meter.map(chosen -> Texts.text("shift.meter." + chosen)));
        for (Meter choice : Meter.values()) {
            MenuItem item = new MenuItem(Texts.text("shift.meter." + choice));
            item.setId("shift-meter-" + choice);
            item.setOnAction(event -> {
                meter.set(choice);
                showMoves(shown);
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private void showMoves(ShiftViewModel.Result result) {
        boolean single = meter.get() == Meter.SINGLE;
        moves.setMeter(meter.get());
        if (result != null) {
            moves.setMoves(result.moved().stream()
                    .map(moved -> single ? moved.single() : points(moved.lost()))
                    .toList());
        }
        movesCanvas.redraw();
    }

    private static List<Double> points(List<Double> fractions) {
        return fractions.stream().map(fraction -> 100 * fraction).toList();
    }

    /** At full speed the two runs are followed less quickly than the networks train; then it says how far. */
    private static String since(ShiftViewModel.Result result) {
        Aftermath.Course course = result.course();
        String step = Numbers.grouped(course.eventStep());
        boolean behind = result.step() - course.reachedStep() > NOT_WORTH_TELLING;
        return behind
                ? Texts.text("shift.since.behind", result.event(), step, Numbers.grouped(course.reachedStep()))
                : Texts.text("shift.since", result.event(), step);
    }

    private static List<AftermathFigure.Series> series(Aftermath.Course course) {
        return List.of(
                series(course, Curve.WITHOUT_IF_NOT, course.not(), Readings::plain),
                series(course, Curve.WITH_IF_NOT, course.not(), Readings::eval),
                series(course, Curve.WITHOUT, course.happened(), Readings::plain),
                series(course, Curve.WITH_EVAL, course.happened(), Readings::eval),
                series(course, Curve.WITH_TRAIN, course.happened(), Readings::train));
    }

    private static AftermathFigure.Series series(
            Aftermath.Course course, Curve curve, List<Aftermath.Point> points, Function<Readings, Score> reading) {
        return new AftermathFigure.Series(
                curve,
                points.stream().mapToDouble(p -> p.step() - course.eventStep()).toArray(),
                points.stream()
                        .mapToDouble(p -> reading.apply(p.readings()).loss())
                        .toArray());
    }

    @Override
    public void close() {
        super.close();
        controls.close();
    }
}
