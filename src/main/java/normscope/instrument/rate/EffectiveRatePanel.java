package normscope.instrument.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.TrainingConfig;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.lab.ArmNames;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.nn.NormalizerSpec;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/**
 * The norm of a layer's weights against what it should be, the effective rate, and how far the prediction is off, over
 * the steps, all arms; with the rate and the penalty of the normalized weights alone.
 */
public final class EffectiveRatePanel extends RowsPanel<EffectiveRateSettings, EffectiveRateViewModel> {

    private static final double LEAST = 1e-16;

    /** What has grown so far does not come back, and is not what the axis is for; batch norm stays far below. */
    private static final double RUINED = 1e9;

    private final LabViewModel lab;
    private final WindowActions actions;
    private final LinesFigure growth = new LinesFigure();
    private final LinesFigure effective = new LinesFigure();
    private final LinesFigure error = new LinesFigure();
    private final List<FigureCanvas> canvases = new ArrayList<>();
    private final NumberInput rate = InstrumentParts.slider(
            "rate.weights",
            NumberScale.log(1e-3, TrainingConfig.MAX_NORMALIZED_RATE),
            value -> edit(training -> training.withNormalizedRate(value)));
    private final NumberInput l2 = InstrumentParts.number(
            "rate.l2", NumberScale.logFromZero(1e-4, 1), value -> edit(training -> training.withNormalizedL2(value)));
    private final HBox layerChoice = new HBox();
    private final Label note = InstrumentParts.note("");
    private int offered = -1;
    private EffectiveRateViewModel.Known known;
    private int shown = -1;
    private long cursor = -2;

    public EffectiveRatePanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", EffectiveRateSettings.class, new EffectiveRateViewModel(lab));
        this.lab = lab;
        this.actions = actions;
        rate.getStyleClass().add("rate-slider");
        l2.getStyleClass().add("rate-field");
        layerChoice.getStyleClass().add("tool-group");
        FlowPane bar = InstrumentParts.tools(
                InstrumentParts.named("rate.weights", rate), InstrumentParts.named("rate.l2", l2), layerChoice);
        GridPane grid = InstrumentParts.grid(2, 2);
        error.setLeast(LEAST);
        grid.add(card("rate.growth", growth), 0, 0, 1, 2);
        grid.add(card("rate.effective", effective), 1, 0);
        grid.add(card("rate.error", error), 1, 1);
        root.setId("effective-rate");
        root.getChildren().setAll(bar, grid, note);
        giveWay(note);
        lab.configProperty().addListener(observable -> showSettings());
        showSettings();
    }

    private VBox card(String key, Figure figure) {
        FigureCanvas canvas = InstrumentParts.canvas(key.replace('.', '-'), figure, actions);
        canvases.add(canvas);
        return InstrumentParts.card(key, canvas);
    }

    private void edit(UnaryOperator<TrainingConfig> change) {
        ExperimentConfig config = lab.configProperty().get();
        try {
            lab.edit(config.withTraining(change.apply(config.training())));
        } catch (InvalidSettingException refusal) {
            throw new IllegalArgumentException(
                    refusal.getMessage().substring(refusal.field().length()).strip(), refusal);
        }
    }

    private void showSettings() {
        ExperimentConfig config = lab.configProperty().get();
        TrainingConfig training = config.training();
        boolean any = config.arms().stream().anyMatch(arm -> arm.normalized().contains(true));
        rate.setDisable(!any);
        l2.setDisable(!any);
        rate.valueProperty()
                .set(training.normalizedRate() == null ? training.learningRate() : training.normalizedRate());
        l2.valueProperty().set(training.normalizedL2() == null ? training.l2() : training.normalizedL2());
        note.setText(note(config));
        int layers = config.network().layers();
        if (layers != offered) {
            offered = layers;
            vm.layerProperty().set(FewLayers.nearest(vm.layerProperty().get(), layers));
            SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                    FewLayers.of(layers),
                    layer -> String.valueOf(layer + 1),
                    layer -> Texts.text("rate.layer.tip", layer + 1));
            choice.setId("rate-layer");
            choice.follow(vm.layerProperty());
            layerChoice.getChildren().setAll(new Label(Texts.text("rate.layer")), choice);
        }
    }

    /** What is shown, and where the prediction does not hold in this experiment. */
    private static String note(ExperimentConfig config) {
        List<String> sentences = new ArrayList<>(List.of(Texts.text("rate.note")));
        boolean sgd = config.arms().stream()
                .allMatch(arm ->
                        (arm.optimizer() == null ? config.training().optimizer() : arm.optimizer()).takesGradient());
        if (!sgd) {
            sentences.add(Texts.text("rate.note.optimizer"));
        }
        List<Class<? extends NormalizerSpec>> kinds = config.arms().stream()
                .flatMap(arm -> arm.normalizers().stream())
                .<Class<? extends NormalizerSpec>>map(NormalizerSpec::getClass)
                .distinct()
                .toList();
        if (kinds.contains(NormalizerSpec.None.class)) {
            sentences.add(Texts.text("rate.note.none"));
        }
        if (kinds.contains(NormalizerSpec.Layer.class) || kinds.contains(NormalizerSpec.Rms.class)) {
            sentences.add(Texts.text("rate.note.layer"));
        }
        if (kinds.contains(NormalizerSpec.BatchRenorm.class)) {
            sentences.add(Texts.text("rate.note.renorm"));
        }
        sentences.add(FewLayers.sentence(config.network().layers()));
        return String.join(" ", sentences).strip();
    }

    @Override
    public void configure(InstrumentSettings settings) {
        super.configure(settings);
        offered = -1;
        showSettings();
    }

    @Override
    public void pulse(long nanos) {
        EffectiveRateViewModel.Known now = vm.pulse();
        long at = lab.curves().cursorStep();
        int layer = vm.layerProperty().get();
        if (now == null || now == known && at == cursor && layer == shown) {
            return;
        }
        known = now;
        cursor = at;
        shown = layer;
        show(growth, layer, RateRows.GROWTH, RateRows.PREDICTED);
        show(effective, layer, RateRows.EFFECTIVE);
        show(error, layer, RateRows.ERROR);
        canvases.forEach(FigureCanvas::redraw);
    }

    private void show(LinesFigure figure, int layer, RateRows... rows) {
        ExperimentConfig config = lab.configProperty().get();
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (int arm = 0; arm < config.arms().size(); arm++) {
            for (int row = 0; row < rows.length; row++) {
                lines.add(line(config, arm, layer, rows[row], row));
            }
        }
        figure.setTitle(Texts.text(rows[0].key()), Texts.text("layer", layer + 1));
        figure.setLines(lines, Scale.LOGARITHMIC);
        figure.setCursor(cursor < 0 ? Double.NaN : cursor);
    }

    private LinesFigure.Line line(ExperimentConfig config, int arm, int layer, RateRows row, int variant) {
        List<Rates> some = known.past().stream()
                .filter(rates -> arm < rates.arms().size()
                        && layer < rates.arms().get(arm).size())
                .filter(rates -> row.of(rates.of(arm, layer)) > 0)
                .toList();
        String name = ArmNames.of(config, arm);
        double[] values =
                some.stream().mapToDouble(rates -> row.of(rates.of(arm, layer))).toArray();
        return new LinesFigure.Line(
                variant == 0 ? name : Texts.text("rate.line.predicted", name),
                arm,
                variant,
                some.stream().mapToDouble(Rates::step).toArray(),
                values,
                values,
                DoubleStream.of(values).anyMatch(value -> value > RUINED));
    }
}
