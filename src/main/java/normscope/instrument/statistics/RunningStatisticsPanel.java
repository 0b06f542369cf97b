package normscope.instrument.statistics;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.instrument.InstrumentParts;
import normscope.instrument.OverSteps.Known;
import normscope.instrument.RowsPanel;
import normscope.instrument.UnitTools;
import normscope.instrument.statistics.StatisticsFigure.Kind;
import normscope.instrument.statistics.StatisticsFigure.Series;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Batch, running and exact statistics of a unit over the steps, the losses with each, and one example. */
public final class RunningStatisticsPanel extends RowsPanel<RunningStatisticsSettings, RunningStatisticsViewModel> {

    /** The grid's columns: two figures share them evenly above, below the example needs more than the loss. */
    private static final int COLUMNS = 20;

    private static final int LOSS_COLUMNS = 7;

    private final LabViewModel lab;
    private final StatisticsFigure mean = new StatisticsFigure(Texts.text("statistics.mean"), false);
    private final StatisticsFigure variance = new StatisticsFigure(Texts.text("statistics.variance"), false);
    private final StatisticsFigure loss = new StatisticsFigure(Texts.text("statistics.loss"), true);
    private final List<FigureCanvas> canvases;
    private final UnitTools tools;
    private final LiveText accuracies = new LiveText(accuracies(Numbers.percent(1, 1)), Pos.CENTER_LEFT);
    private final ExamplePane example;
    private final Label message = new Label();
    private final GridPane grid = InstrumentParts.grid(COLUMNS, 2);
    private Known<Boolean, Statistics> shown;
    private int shownUnit = -1;
    private long shownCursor = -2;

    public RunningStatisticsPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", RunningStatisticsSettings.class, new RunningStatisticsViewModel(lab));
        this.lab = lab;
        tools = new UnitTools("statistics", vm);
        example = new ExamplePane(vm, lab.evaluation(), actions);
        FigureCanvas meanCanvas = Figures.canvas(mean, actions);
        FigureCanvas varianceCanvas = Figures.canvas(variance, actions);
        FigureCanvas lossCanvas = Figures.canvas(loss, actions);
        canvases = List.of(meanCanvas, varianceCanvas, lossCanvas);
        accuracies.getStyleClass().add("caption-note");
        Hints.describeAs(accuracies, Texts.text("statistics.accuracy"), Texts.text("statistics.accuracy.tip"));
        grid.add(InstrumentParts.card("statistics.mean", meanCanvas), 0, 0, COLUMNS / 2, 1);
        grid.add(InstrumentParts.card("statistics.variance", varianceCanvas), COLUMNS / 2, 0, COLUMNS / 2, 1);
        grid.add(InstrumentParts.card("statistics.loss", lossCanvas), 0, 1, LOSS_COLUMNS, 1);
        grid.add(example, LOSS_COLUMNS, 1, COLUMNS - LOSS_COLUMNS, 1);
        message.getStyleClass().add("formula-note");
        message.setWrapText(true);
        message.setVisible(false);
        StackPane body = new StackPane(grid, message);
        body.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.setId("running-statistics");
        root.setMinHeight(Region.USE_COMPUTED_SIZE);
        root.getChildren().setAll(InstrumentParts.tools(tools.layers(), tools.unit(), accuracies), body);
        InstrumentParts.followNarrow(root, example::setNarrow);
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        tools.pulse();
        example.pulse();
        Known<Boolean, Statistics> timeline = vm.timelineProperty().get();
        int unit = vm.layerProperty().get() * 1000 + vm.unitProperty().get();
        long cursor = lab.curves().cursorStep();
        if (timeline == null || timeline == shown && unit == shownUnit && cursor == shownCursor) {
            return;
        }
        shown = timeline;
        shownUnit = unit;
        shownCursor = cursor;
        boolean any = timeline.shown() != null;
        grid.setVisible(any);
        message.setVisible(!any);
        String why = ArmNames.whyNoBatchNorm(lab.configProperty().get(), -1);
        message.setText(why.isEmpty() ? Texts.text("statistics.none") : why);
        if (any) {
            show(timeline.past());
            showAccuracies(timeline.shown());
            double at = cursor < 0 ? Double.NaN : timeline.shown().step();
            List.of(mean, variance, loss).forEach(figure -> figure.setCursor(at));
            canvases.forEach(FigureCanvas::redraw);
        }
    }

    private void show(List<Statistics> past) {
        int arm = lab.configProperty().get().batchNormArm();
        List.of(mean, variance, loss).forEach(figure -> figure.setArm(arm));
        int layer = vm.layerProperty().get();
        int unit = vm.unitProperty().get();
        List<Statistics> with = past.stream()
                .filter(s -> layer < s.layers().size() && s.layers().get(layer) != null)
                .filter(s -> unit < s.layers().get(layer).batchMean().length)
                .toList();
        mean.setSeries(List.of(
                series(Kind.BATCH, with, s -> s.layers().get(layer).batchMean()[unit]),
                series(Kind.RUNNING, with, s -> s.layers().get(layer).runningMean()[unit]),
                series(Kind.EXACT, with, s -> s.layers().get(layer).exactMean()[unit])));
        variance.setSeries(List.of(
                series(Kind.BATCH, with, s -> s.layers().get(layer).batchVar()[unit]),
                series(Kind.RUNNING, with, s -> s.layers().get(layer).runningVar()[unit]),
                series(Kind.EXACT, with, s -> s.layers().get(layer).exactVar()[unit])));
        loss.setSeries(List.of(
                loss(Kind.BATCH, past, Statistics::batch),
                loss(Kind.RUNNING, past, Statistics::running),
                loss(Kind.EXACT, past, Statistics::exact)));
    }

    private static Series series(Kind kind, List<Statistics> past, ToDoubleFunction<Statistics> value) {
        return named(kind, "statistics.kind." + kind, past, value);
    }

    private static Series loss(Kind kind, List<Statistics> past, Function<Statistics, Statistics.Score> score) {
        return named(kind, "statistics.loss." + kind, past, s -> score.apply(s).loss());
    }

    private static Series named(Kind kind, String key, List<Statistics> past, ToDoubleFunction<Statistics> value) {
        double[] x = past.stream().mapToDouble(Statistics::step).toArray();
        return new Series(
                kind, Texts.text(key), x, past.stream().mapToDouble(value).toArray());
    }

    private void showAccuracies(Statistics now) {
        accuracies.setText(Texts.text(
                "statistics.accuracies",
                Numbers.percent(now.batch().accuracy(), 1),
                Numbers.percent(now.running().accuracy(), 1),
                Numbers.percent(now.exact().accuracy(), 1)));
    }

    private static String accuracies(String sample) {
        return Texts.text("statistics.accuracies", sample, sample, sample);
    }
}
