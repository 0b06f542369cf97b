package normscope.instrument.smoothness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.control.Hints;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.InstrumentParts;
import normscope.instrument.OverSteps;
import normscope.instrument.RowsPanel;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What walks along the gradient meet over the steps, both arms, with the line of the shown moment beside it. */
public final class SmoothnessPanel extends RowsPanel<SmoothnessSettings, SmoothnessViewModel> {

    private static final List<SmoothnessRows> SHOWN = List.of(
            SmoothnessRows.LOSS_RATIO,
            SmoothnessRows.GRADIENT_CHANGE,
            SmoothnessRows.COSINE,
            SmoothnessRows.SHIFT,
            SmoothnessRows.SHIFT_COSINE);
    private static final int COLUMNS = 3;

    private final LabViewModel lab;
    private final WindowActions actions;
    private final List<LinesFigure> figures = new ArrayList<>();
    private final AlongFigure along = new AlongFigure();
    private final List<FigureCanvas> canvases = new ArrayList<>();
    private final HBox choice = new HBox();
    private final VBox test = new VBox();
    private OverSteps.Known<SmoothnessSettings, Smoothness> known;
    private long cursor = -2;
    private SmoothnessViewModel.Answered answered;

    public SmoothnessPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", SmoothnessSettings.class, new SmoothnessViewModel(lab));
        this.lab = lab;
        this.actions = actions;
        choice.getStyleClass().add("tool-group");
        GridPane grid = InstrumentParts.grid(COLUMNS, 2);
        for (int i = 0; i < SHOWN.size(); i++) {
            LinesFigure figure = new LinesFigure();
            figure.setTitle(Texts.text(SHOWN.get(i).key()), null);
            figure.setGuide(SHOWN.get(i).guide());
            figures.add(figure);
            grid.add(card(SHOWN.get(i).key(), figure), i % COLUMNS, i / COLUMNS);
        }
        grid.add(card("smoothness.now", along), COLUMNS - 1, 1);
        Label note = InstrumentParts.note(Texts.text("smoothness.note"));
        for (int arm = 0; arm < lab.configProperty().get().arms().size(); arm++) {
            Label line = InstrumentParts.note("");
            line.setId("smoothness-test-" + arm);
            test.getChildren().add(line);
        }
        test.managedProperty().bind(test.visibleProperty());
        giveWay(note);
        root.setId("smoothness");
        root.getChildren().setAll(InstrumentParts.tools(choice), grid, test, note);
    }

    private VBox card(String key, Figure figure) {
        FigureCanvas canvas = InstrumentParts.canvas(key.replace('.', '-'), figure, actions);
        canvases.add(canvas);
        return InstrumentParts.card(key, canvas);
    }

    @Override
    public void configure(InstrumentSettings settings) {
        super.configure(settings);
        List<Double> offered = InstrumentParts.offered(vm.mostProperty().get(), 1.0, 4.0, 16.0);
        SegmentedChoice<Double> most = new SegmentedChoice<>(
                offered,
                each -> Texts.text("smoothness.times", Numbers.plain(each)),
                each -> Texts.text("smoothness.most.tip"));
        most.setId("smoothness-most");
        most.follow(vm.mostProperty());
        Label name = Hints.describe(new Label(Texts.text("smoothness.most")), "smoothness.most");
        choice.getChildren().setAll(name, most);
    }

    @Override
    public void pulse(long nanos) {
        showTest();
        OverSteps.Known<SmoothnessSettings, Smoothness> now = vm.pulse();
        long at = lab.curves().cursorStep();
        if (now == null || now == known && at == cursor) {
            return;
        }
        known = now;
        cursor = at;
        ExperimentConfig config = lab.configProperty().get();
        List<String> names = IntStream.range(0, config.arms().size())
                .mapToObj(arm -> ArmNames.of(config, arm))
                .toList();
        for (int i = 0; i < figures.size(); i++) {
            SmoothnessRows row = SHOWN.get(i);
            figures.get(i)
                    .setLines(lines(now.past(), row, names), row.isLogarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
            figures.get(i).setCursor(at < 0 ? Double.NaN : at);
        }
        showLine(now, names);
        canvases.forEach(FigureCanvas::redraw);
    }

    /** Where neither noise nor dropout is drawn in training, the accuracies say what stands elsewhere. */
    private void showTest() {
        ExperimentConfig config = lab.configProperty().get();
        boolean drawn = IntStream.range(0, config.arms().size())
                .anyMatch(arm -> config.arms().get(arm).noiseStrength() > 0
                        || config.training(arm).dropout() > 0);
        test.setVisible(drawn);
        SmoothnessViewModel.Answered now = vm.answered(drawn);
        if (now == null || now == answered || now.arms().size() != config.arms().size()) {
            return;
        }
        answered = now;
        for (int arm = 0; arm < now.arms().size(); arm++) {
            Accuracies of = now.arms().get(arm);
            String text = Texts.text(
                    "smoothness.test",
                    ArmNames.of(config, arm),
                    Numbers.percent(of.eval(), 1),
                    Numbers.percent(of.reestimated(), 1),
                    Numbers.percent(of.train(), 1));
            Label line = (Label) test.getChildren().get(arm);
            line.setText(text);
            Hints.describeAs(line, text, Texts.text("smoothness.test.tip"));
        }
    }

    private void showLine(OverSteps.Known<SmoothnessSettings, Smoothness> now, List<String> names) {
        double[] places = withBeginning(
                0, now.how().places().stream().mapToDouble(each -> each).toArray());
        List<double[]> losses = now.shown().arms().stream()
                .map(walk -> walk == null ? null : withBeginning(1, walk.losses()))
                .toList();
        along.setLosses(places, losses, names);
    }

    private static double[] withBeginning(double first, double[] rest) {
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(rest))
                .toArray();
    }

    private static List<LinesFigure.Line> lines(List<Smoothness> past, SmoothnessRows row, List<String> names) {
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (int arm = 0; arm < names.size(); arm++) {
            int of = arm;
            List<Smoothness> alive = past.stream()
                    .filter(each -> Double.isFinite(row.of(each.arms().get(of))))
                    .toList();
            lines.add(LinesFigure.Line.smoothed(
                    names.get(arm),
                    arm,
                    0,
                    alive.stream().mapToDouble(Smoothness::step).toArray(),
                    alive.stream()
                            .mapToDouble(each -> row.of(each.arms().get(of)))
                            .toArray()));
        }
        return lines;
    }
}
