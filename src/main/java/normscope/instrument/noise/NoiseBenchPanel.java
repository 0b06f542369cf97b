package normscope.instrument.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.HistogramFigure;
import normscope.chart.Role;
import normscope.control.FittingLabel;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.InstrumentParts;
import normscope.instrument.Readout;
import normscope.instrument.RowsPanel;
import normscope.instrument.quantity.InstrumentQuantity;
import normscope.instrument.quantity.Quantity;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.stats.Histogram;
import normscope.text.Numbers;
import normscope.text.Texts;

/** How much one example's z_norm varies with the mini-batch it is in: histograms by batch size, and their line. */
public final class NoiseBenchPanel extends RowsPanel<NoiseBenchSettings, NoiseBenchViewModel> {

    /** Histograms in a row where the panel is high, and where it is low. */
    private static final int HIGH_COLUMNS = 2;

    private static final int LOW_COLUMNS = 3;

    /** A panel lower than so many heights of a letter is low. */
    private static final double LOW = 30;

    private final WindowActions actions;
    private final LabViewModel lab;
    private final NoiseLineFigure figure = new NoiseLineFigure();
    private final FigureCanvas canvas;
    private final GridPane histograms = new GridPane();
    private final List<FigureCanvas> bars = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private int columns;
    private final HBox layerPlace = new HBox();
    private final SegmentedChoice<Boolean> replacement =
            InstrumentParts.choice("noise-replacement", List.of(true, false), item -> "noise.replacement." + item);
    private final NumberInput example = InstrumentParts.number(
            "noise.example", NumberScale.linear(1, 5000, 1), value -> vm.setExample((int) value - 1));
    private final NumberInput unit =
            InstrumentParts.number("noise.unit", NumberScale.linear(1, 128, 1), value -> vm.setUnit((int) value - 1));
    private final Label problem = new Label();
    private final Readout slope = new Readout("noise.slope", "\u22128.888");
    private final Readout layerSlope = new Readout("noise.layer-slope", "\u22128.888");
    private final Readout constant = new Readout("noise.constant", "88.888");
    private final Readout step = new Readout("noise.step", "88 888 888");
    private SegmentedChoice<Integer> layer;

    public NoiseBenchPanel(LabViewModel lab, WindowActions actions) {
        super("instrument-panel", NoiseBenchSettings.class, new NoiseBenchViewModel(lab));
        this.actions = actions;
        this.lab = lab;
        canvas = InstrumentParts.canvas("noise-line", figure, actions);
        replacement.setOnCommit(chosen -> vm.configure(vm.settings().withReplacement(chosen)));
        ProgressBar progress = InstrumentParts.progress("noise-progress");
        progress.progressProperty().bind(vm.progressProperty());
        progress.visibleProperty().bind(vm.progressProperty().lessThan(1));
        problem.setWrapText(true);
        problem.getStyleClass().add("diverged");
        Parts.show(problem, problem.textProperty().isNotEmpty());
        histograms.getStyleClass().add("histogram-grid");
        histograms.heightProperty().addListener(observable -> arrange());
        HBox figures = new HBox(histograms, InstrumentParts.card(canvas));
        figures.getStyleClass().add("figure-row");
        figures.setMinSize(0, 0);
        HBox.setHgrow(histograms, Priority.ALWAYS);
        HBox.setHgrow(canvas.getParent(), Priority.ALWAYS);
        VBox.setVgrow(figures, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        InstrumentParts.tools(
                                InstrumentParts.named("noise.layer", layerPlace),
                                InstrumentParts.named("noise.unit", unit),
                                InstrumentParts.named("noise.example", example),
                                InstrumentParts.named("noise.replacement", replacement),
                                InstrumentParts.button("noise.measure", vm::measure)),
                        progress,
                        problem,
                        figures,
                        InstrumentParts.readouts(slope, layerSlope, constant, step));
        vm.layersProperty().addListener(observable -> {
            showLayers();
            showControls();
        });
        vm.shownProperty().addListener(observable -> show());
        vm.problemProperty().addListener(observable -> problem.setText(problemText()));
    }

    /** The field's name is for files; the reason is for everybody. */
    private String problemText() {
        if (vm.problemProperty().get().isEmpty()) {
            return "";
        }
        int layer = vm.settings().layer();
        String why = ArmNames.whyNoBatchNorm(lab.configProperty().get(), layer);
        return why.isEmpty() ? Texts.text("noise.problem", layer + 1) : why;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        super.configure(settings);
        showLayers();
        showControls();
    }

    /** There are as many layers to choose from as the experiment has. */
    private void showLayers() {
        int layers = vm.layersProperty().get();
        List<Integer> all = IntStream.range(0, layers).boxed().toList();
        layer = new SegmentedChoice<>(
                all, item -> Integer.toString(item + 1), item -> Texts.text("noise.layer.tip", item + 1));
        layer.setId("noise-layer");
        layer.setOnCommit(chosen -> {
            vm.configure(vm.settings().withLayer(chosen));
            showControls();
        });
        layerPlace.getChildren().setAll(layer);
    }

    private void showControls() {
        replacement.valueProperty().set(vm.settings().replacement());
        layer.valueProperty().set(vm.settings().layer());
        unit.valueProperty().set(vm.unit() + 1);
        example.valueProperty().set(vm.example() + 1);
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
    }

    @Override
    public void start() {
        vm.measure();
    }

    @Override
    public void refresh() {
        vm.refresh();
    }

    /** The very measurement that is shown, if it is of the same settings. */
    @Override
    public OptionalDouble read(Quantity quantity) {
        NoiseBenchViewModel.Shown shown = vm.shownProperty().get();
        return quantity instanceof InstrumentQuantity.OfNoise of && shown != null && of.isOf(shown.result())
                ? OptionalDouble.of(of.tell(shown.result()))
                : OptionalDouble.empty();
    }

    private void show() {
        NoiseBenchViewModel.Shown shown = vm.shownProperty().get();
        if (shown == null) {
            histograms.getChildren().clear();
            bars.clear();
            figure.setPoints(new double[0], new double[0], Double.NaN);
            canvas.redraw();
            return;
        }
        NoiseResult result = shown.result();
        showHistograms(shown);
        double[] sizes = new double[result.sizes()];
        double[] sds = new double[result.sizes()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = result.batchSize(i);
            sds[i] = result.sd(i);
        }
        figure.setArm(vm.arm());
        figure.setPoints(sizes, sds, result.slope());
        canvas.redraw();
        slope.setText(Numbers.measured(result.slope()));
        layerSlope.setText(Numbers.measured(result.layerSlope()));
        constant.setText(Numbers.measured(result.sdTimesSqrtM()));
        step.setText(Numbers.grouped(shown.step()));
        showControls();
    }

    private void showHistograms(NoiseBenchViewModel.Shown shown) {
        if (bars.size() != shown.histograms().size()) {
            layOut(shown.histograms().size());
        }
        for (int i = 0; i < bars.size(); i++) {
            Histogram bins = shown.histograms().get(i);
            HistogramFigure bar = (HistogramFigure) bars.get(i).figure();
            titles.get(i).setText(Texts.text("noise.size", shown.result().batchSize(i)));
            bar.setAxis(bins.lo(), bins.hi());
            bar.setHistogram(bins);
            bars.get(i).redraw();
        }
    }

    private void layOut(int count) {
        bars.clear();
        titles.clear();
        histograms.getChildren().clear();
        for (int i = 0; i < count; i++) {
            HistogramFigure bar = new HistogramFigure(Role.of(vm.arm()));
            bars.add(Figures.canvas(bar, actions));
            titles.add(Parts.label("", "card-title"));
            FittingLabel of = Parts.styled(new FittingLabel(), "caption-note");
            of.setWordings(Texts.text("noise.of"));
            HBox title = InstrumentParts.group(titles.get(i), of);
            histograms.getChildren().add(InstrumentParts.card(title, bars.get(i)));
        }
        columns = 0;
        arrange();
    }

    /** Puts the histograms where each is as high as may be. */
    private void arrange() {
        int count = bars.size();
        if (count == 0) {
            return;
        }
        double letter = titles.get(0).getFont().getSize();
        int wanted = histograms.getHeight() < LOW * letter ? LOW_COLUMNS : HIGH_COLUMNS;
        if (wanted != columns) {
            columns = wanted;
            for (int i = 0; i < count; i++) {
                GridPane.setConstraints(histograms.getChildren().get(i), i % columns, i / columns);
            }
            InstrumentParts.divide(histograms, columns, (count + columns - 1) / columns);
        }
    }
}
