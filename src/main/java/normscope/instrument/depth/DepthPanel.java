package normscope.instrument.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.LayersFigure;
import normscope.chart.LinesFigure.Line;
import normscope.chart.XYFigure.Scale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.instrument.depth.Depth.OfArm;
import normscope.instrument.depth.DepthSettings.Inputs;
import normscope.instrument.depth.DepthSettings.Show;
import normscope.instrument.sweep.SweepFigure;
import normscope.instrument.sweep.SweepFigures;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepWords;
import normscope.text.Numbers;
import normscope.text.Texts;

/** Signals and gradients by layer at the start, in both networks; and beside it the table of rates. */
public final class DepthPanel extends RowsPanel<DepthSettings, DepthViewModel> {

    private final List<LayersFigure> figures = new ArrayList<>();
    private final List<FigureCanvas> canvases = new ArrayList<>();
    private final HBox depthPlace = new HBox();
    private final Label growth = note("depth-growth");
    private final Label best = note("depth-best");
    private final RatesTable table;
    private final SweepFigure curves = new SweepFigure();
    private final FigureCanvas curvesCanvas;
    private final ProgressBar progress = InstrumentParts.progress(null);
    private final Button make;
    private final Button cancel;
    private final Sweep sweep;
    private DepthViewModel.Known known;
    private SegmentedChoice<Integer> depth;

    public DepthPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", DepthSettings.class, new DepthViewModel(lab));
        FlowPane bar = InstrumentParts.tools(
                choice("show", List.of(Show.values()), vm.showProperty()),
                InstrumentParts.named("depth.layers", depthPlace),
                InstrumentParts.named("depth.inputs", choice("inputs", List.of(Inputs.values()), vm.inputsProperty())),
                InstrumentParts.named("depth.linear", choice("linear", List.of(false, true), vm.linearProperty())));
        GridPane grid = grid(actions);
        Label note = words("depth.note");
        giveWay(note);
        VBox start = new VBox(grid, growth, note);
        sweep = DepthViewModel.sweep();
        table = new RatesTable(sweep);
        make = InstrumentParts.button("depth.make", vm::makeRates);
        cancel = InstrumentParts.button("depth.cancel", vm::cancel);
        HBox running = InstrumentParts.group(make, cancel, progress);
        running.getStyleClass().add("sweep-progress");
        // No number is cut off where letters are large and the window is small.
        ScrollPane wide = new ScrollPane(table);
        wide.getStyleClass().add("rows-scroll");
        wide.setFitToWidth(true);
        wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        wide.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(wide);
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.getStyleClass().addAll("card", "figure-card");
        curves.setOpens(false);
        curvesCanvas = InstrumentParts.canvas("depth-curves", curves, actions);
        VBox rates = new VBox(
                words("depth.rates"),
                running,
                card,
                best,
                InstrumentParts.card("depth.rates", curvesCanvas),
                words("depth.rates.note"));
        for (VBox part : List.of(start, rates)) {
            part.getStyleClass().add("formula-panel");
            part.setMinSize(0, 0);
            VBox.setVgrow(part, Priority.ALWAYS);
        }
        for (Node group : bar.getChildren().subList(1, bar.getChildren().size())) {
            Parts.show(group, vm.showProperty().isEqualTo(Show.START));
        }
        Parts.show(start, vm.showProperty().isEqualTo(Show.START));
        Parts.show(rates, vm.showProperty().isEqualTo(Show.RATES));
        vm.ratesProperty().addListener(observable -> showRates());
        vm.runningProperty().addListener(observable -> showRates());
        showRates();
        root.setId("depth");
        root.getChildren().setAll(bar, start, rates);
    }

    private static <T> SegmentedChoice<T> choice(String name, List<T> items, Property<T> chosen) {
        SegmentedChoice<T> choice =
                InstrumentParts.choice("depth-" + name, items, item -> "depth." + name + "." + word(item));
        choice.follow(chosen);
        return choice;
    }

    private static String word(Object item) {
        return item instanceof Enum<?> constant ? Json.name(constant) : String.valueOf(item);
    }

    private static Label words(String key) {
        Label words = note(key.replace('.', '-'));
        words.setText(Texts.text(key));
        return words;
    }

    private static Label note(String id) {
        Label note = InstrumentParts.note("");
        note.setId(id);
        return note;
    }

    private GridPane grid(WindowActions actions) {
        GridPane grid = InstrumentParts.grid(2, 2);
        for (DepthNumber number : DepthNumber.values()) {
            LayersFigure figure = new LayersFigure();
            figure.setTitle(Texts.text("measure.start", Texts.text(number.key())));
            FigureCanvas canvas = InstrumentParts.canvas(number.key().replace('.', '-'), figure, actions);
            figures.add(figure);
            canvases.add(canvas);
            grid.add(InstrumentParts.card(number.key(), canvas), number.ordinal() % 2, number.ordinal() / 2);
        }
        return grid;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        super.configure(settings);
        List<Integer> offered = InstrumentParts.offered(vm.layersProperty().get(), DepthViewModel.OWN, 5, 10, 20, 50);
        depth = new SegmentedChoice<>(
                offered,
                each -> each == DepthViewModel.OWN ? Texts.text("depth.layers.own") : Integer.toString(each),
                each -> Texts.text(each == DepthViewModel.OWN ? "depth.layers.own.tip" : "depth.layers.tip", each));
        depth.setId("depth-layers");
        depth.wrap();
        depth.follow(vm.layersProperty());
        depthPlace.getChildren().setAll(depth);
    }

    @Override
    public void pulse(long nanos) {
        DepthViewModel.Known now = vm.pulse();
        if (now == null || now == known) {
            return;
        }
        known = now;
        List<String> names = IntStream.range(0, now.depth().arms().size())
                .mapToObj(arm -> ArmNames.of(now.config(), arm))
                .toList();
        for (DepthNumber number : DepthNumber.values()) {
            List<Line> lines = new ArrayList<>();
            for (int arm = 0; arm < names.size(); arm++) {
                OfArm of = now.depth().arms().get(arm);
                double[] y = of.layers().stream().mapToDouble(number::of).toArray();
                lines.add(line(names.get(arm), arm, 0, y));
                if (number == DepthNumber.GRADIENT && Double.isFinite(of.theory())) {
                    String theory = Texts.text("depth.theory.line");
                    lines.add(line(theory, arm, 2, now.depth().expected(arm)));
                }
            }
            figures.get(number.ordinal()).setLines(lines, number.isLogarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
        }
        growth.setText(growthText(now.depth(), names));
        canvases.forEach(FigureCanvas::redraw);
    }

    private static Line line(String name, int arm, int variant, double[] y) {
        return Line.curve(
                name,
                arm,
                variant,
                IntStream.rangeClosed(1, y.length).mapToDouble(layer -> layer).toArray(),
                y);
    }

    private static String growthText(Depth depth, List<String> names) {
        int[] middle = Depth.middle(depth.arms().get(0).layers().size());
        List<String> parts = new ArrayList<>();
        for (int arm = 0; arm < names.size(); arm++) {
            double growth = depth.arms().get(arm).growth();
            if (Double.isFinite(growth)) {
                parts.add(Texts.text("depth.growth.arm", names.get(arm), Numbers.fixed(growth, 3)));
            }
        }
        if (parts.isEmpty()) {
            return Texts.text("depth.growth.none");
        }
        boolean theory = depth.arms().stream().anyMatch(arm -> Double.isFinite(arm.theory()));
        return Texts.text("depth.growth.text", middle[1], middle[0], String.join("; ", parts))
                + " "
                + Texts.text(theory ? "depth.theory" : "depth.theory.none", Numbers.fixed(Depth.THEORY, 3));
    }

    private void showRates() {
        SweepResult result = vm.ratesProperty().get();
        boolean running = vm.runningProperty().get();
        table.show(result);
        SweepFigures.feed(curves, result == null ? SweepResult.none(sweep) : result, RatesTable.SHOWN);
        curvesCanvas.redraw();
        progress.setVisible(running);
        progress.setProgress(
                result == null ? 0 : (double) result.made() / result.sweep().runs());
        make.setDisable(running);
        cancel.setDisable(!running);
        best.setText(result == null ? "" : SweepWords.best(result, RatesTable.SHOWN));
        best.setManaged(!best.getText().isEmpty());
    }

    @Override
    public void start() {
        if (vm.showProperty().get() == Show.RATES) {
            vm.makeRates();
        }
    }

    @Override
    public void recall() {
        vm.recall();
    }

    @Override
    public boolean isGivenUp() {
        SweepResult result = vm.ratesProperty().get();
        return !vm.runningProperty().get() && result != null && !result.complete();
    }
}
