package normscope.instrument.answers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.BoundaryFigure;
import normscope.chart.DensityFigure;
import normscope.chart.FigureCanvas;
import normscope.chart.PicturesFigure;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.data.TrueRule;
import normscope.experiment.ArmConfig;
import normscope.experiment.Json;
import normscope.experiment.Trait;
import normscope.instrument.InstrumentParts;
import normscope.instrument.Reading;
import normscope.instrument.RowsPanel;
import normscope.lab.ArmNames;
import normscope.lab.EvaluationViewModel;
import normscope.lab.EventFlags;
import normscope.lab.LabViewModel;
import normscope.panel.DecisionsPanel;
import normscope.runner.Evaluation;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The map of one reading with the examples drawn now, their density, and how much each reading gets right. */
public final class AnswersPanel extends RowsPanel<AnswersSettings, AnswersViewModel> {

    private static final List<Reading> COLUMNS = List.of(Reading.WITH_TRAIN, Reading.WITHOUT, Reading.WITH_EVAL);

    private final BoundaryFigure map = new BoundaryFigure();
    private final DensityFigure density = new DensityFigure(true);
    private final FigureCanvas mapCanvas;
    private final PicturesFigure pictures = new PicturesFigure();
    private final FigureCanvas picturesCanvas;
    private final FigureCanvas densityCanvas;
    private final GridPane table = new GridPane();
    private final List<Map<Reading, Bar>> bars = new ArrayList<>();
    private final Label note = InstrumentParts.note("");
    private List<String> rows = List.of();
    private final LabViewModel lab;
    private final SegmentedChoice<Reading> choice;
    private List<ArmConfig> arms = List.of();
    private Answers shown;
    private boolean judged = true;

    /** A number with a bar as long as it is. */
    private static final class Bar extends VBox {
        private final LiveText number = new LiveText("100 %", Pos.CENTER_LEFT);
        private final Region part = new Region();
        private double fraction;

        Bar(Reading reading) {
            getStyleClass().addAll("answers-bar", "answers-" + Json.name(reading));
            number.getStyleClass().add("readout-value");
            part.getStyleClass().add("answers-part");
            part.setManaged(false);
            StackPane whole = new StackPane(part);
            whole.getStyleClass().add("answers-whole");
            whole.widthProperty().addListener(observable -> fit(whole));
            whole.heightProperty().addListener(observable -> fit(whole));
            getChildren().addAll(number, whole);
            setMinWidth(0);
        }

        private void fit(Region whole) {
            part.resizeRelocate(0, 0, fraction * whole.getWidth(), whole.getHeight());
        }

        void show(Double right) {
            boolean told = right != null && !Double.isNaN(right);
            fraction = told ? right : 0;
            number.setText(right == null ? "?" : told ? Numbers.percent(right, 0) : "–");
            fit((Region) part.getParent());
        }
    }

    public AnswersPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", AnswersSettings.class, new AnswersViewModel(lab));
        mapCanvas = InstrumentParts.canvas("answers-map", map, actions);
        picturesCanvas = InstrumentParts.canvas("answers-pictures", pictures, actions);
        densityCanvas = Figures.canvas(density, actions);
        densityCanvas.getStyleClass().add("answers-density");
        this.lab = lab;
        choice = new SegmentedChoice<>(
                COLUMNS, this::word, reading -> Texts.text("answers." + Json.name(reading) + ".tip"));
        choice.wrap();
        choice.valueProperty().bindBidirectional(vm.mapProperty());
        HBox head = new HBox(Hints.describe(Parts.label(Texts.text("answers.map")), "answers.map"), choice);
        head.getStyleClass().add("answers-head-bar");
        VBox.setVgrow(mapCanvas, Priority.ALWAYS);
        VBox.setVgrow(picturesCanvas, Priority.ALWAYS);
        VBox plane = new VBox(head, mapCanvas, picturesCanvas, densityCanvas);
        plane.getStyleClass().addAll("card", "figure-card", "answers-plane");
        table.getStyleClass().add("answers-table");
        VBox side = new VBox(table, note);
        side.getStyleClass().addAll("card", "figure-card", "answers-side");
        for (VBox half : List.of(plane, side)) {
            half.setMinSize(0, 0);
            half.setPrefWidth(100);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        root.setId("answers");
        root.getStyleClass().add("answers");
        root.getChildren().setAll(InstrumentParts.beside(plane, side));
        InstrumentParts.followNarrow(root, narrow -> note.setManaged(!narrow));
    }

    private String word(Reading reading) {
        return Texts.text(
                "answers." + Json.name(reading),
                ArmNames.ofPair(lab.configProperty().get()).toArray());
    }

    @Override
    public void pulse(long nanos) {
        Answers now = vm.pulse();
        if (!arms.equals(lab.configProperty().get().arms())) {
            arms = lab.configProperty().get().arms();
            choice.relabel(this::word);
            rows = List.of();
            shown = null;
        }
        if (now == null || now == shown && judged == vm.labelsShown()) {
            return;
        }
        shown = now;
        judged = vm.labelsShown();
        showPlane(now);
        showTable(now);
    }

    private void showPlane(Answers now) {
        boolean planar = now.grid() != null;
        Parts.show(mapCanvas, planar);
        Parts.show(picturesCanvas, !planar && !now.pictures().isEmpty());
        if (planar) {
            Evaluation.Grid g = now.grid();
            map.setGrid(
                    now.map() == null
                            ? null
                            : new BoundaryFigure.Grid(g.x0(), g.x1(), g.y0(), g.y1(), g.n(), now.map()));
            map.setState(now.map() == null ? Texts.text("event.diverged") : null);
            map.setPoints(points(now.points()));
            map.setFormer(points(now.former()));
            TrueRule rule = vm.rule();
            map.setRule(rule == null ? null : DecisionsPanel.ruleOf(rule));
            mapCanvas.redraw();
        } else {
            pictures.setPictures(now.pictures().stream()
                    .map(each -> new PicturesFigure.Picture(each.ink(), each.label(), each.answer(), judged))
                    .toList());
            picturesCanvas.redraw();
        }
        // Of pictures, an amount of ink is of interest where they are chosen by it.
        Parts.show(densityCanvas, planar || now.traits().before().length > 0);
        Trait by = now.traits().by();
        boolean across = planar && by instanceof Trait.Input input && input.index() == 0;
        density.set(
                EventFlags.trait(by),
                DensityFigure.Against.BEFORE,
                now.traits().before(),
                now.traits().now(),
                across ? new double[] {now.grid().x0(), now.grid().x1()} : null);
        densityCanvas.redraw();
    }

    private List<BoundaryFigure.DataPoint> points(List<Answers.Point> points) {
        return points.stream()
                .map(point -> new BoundaryFigure.DataPoint(
                        point.x(),
                        point.y(),
                        judged ? point.label() : EvaluationViewModel.HIDDEN,
                        false,
                        judged && point.wrong()))
                .toList();
    }

    private void showTable(Answers now) {
        // What may be true is told with the labels: that there are several truths would say already how much is known.
        List<Answers.Row> told = judged ? now.rows() : List.of(new Answers.Row(Answers.Judged.NOW, null, Map.of()));
        List<String> wanted = told.stream().map(AnswersPanel::name).toList();
        if (!wanted.equals(rows)) {
            rows = wanted;
            build(told);
        }
        for (int i = 0; i < bars.size(); i++) {
            Map<Reading, Double> right = told.get(i).right();
            bars.get(i).forEach((reading, bar) -> bar.show(judged ? right.get(reading) : null));
        }
        note.setText(Texts.text(judged ? "answers.note" : "answers.note.hidden"));
    }

    private static String name(Answers.Row row) {
        return row.truth() == null
                ? Texts.text("answers." + Json.name(row.of()))
                : Texts.text("truth." + Json.name(row.truth()));
    }

    private void build(List<Answers.Row> now) {
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        bars.clear();
        for (int column = 0; column < COLUMNS.size(); column++) {
            Reading reading = COLUMNS.get(column);
            Label name = Parts.label(word(reading), "answers-head", "answers-" + Json.name(reading));
            table.add(Hints.describe(name, "answers." + Json.name(reading)), column, 0);
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(column == 0 ? 38 : 31);
            third.setHalignment(HPos.LEFT);
            table.getColumnConstraints().add(third);
        }
        for (int i = 0; i < now.size(); i++) {
            Label name = new Label(name(now.get(i)));
            name.getStyleClass().add("card-title");
            name.setMinHeight(Region.USE_PREF_SIZE);
            name.setWrapText(true);
            table.add(name, 0, 2 * i + 1, COLUMNS.size(), 1);
            Map<Reading, Bar> row = new EnumMap<>(Reading.class);
            for (int column = 0; column < COLUMNS.size(); column++) {
                Bar bar = new Bar(COLUMNS.get(column));
                bar.number.setId("answers-" + i + "-" + Json.name(COLUMNS.get(column)));
                row.put(COLUMNS.get(column), bar);
                table.add(bar, column, 2 * i + 2);
            }
            bars.add(row);
        }
    }
}
