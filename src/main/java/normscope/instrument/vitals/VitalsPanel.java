package normscope.instrument.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.control.SegmentedChoice;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentParts;
import normscope.instrument.OverSteps;
import normscope.instrument.RowsPanel;
import normscope.lab.ArmNames;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** One of the vital signs, layer by layer over the steps: one figure an arm, on the same axis. */
public final class VitalsPanel extends RowsPanel<VitalsSettings, VitalsViewModel> {

    private final LabViewModel lab;
    private final List<LinesFigure> figures = new ArrayList<>();
    private final List<FigureCanvas> canvases = new ArrayList<>();
    private final Label note = InstrumentParts.note("");
    private OverSteps.Known<Boolean, Vitals> known;
    private Sign shown;
    private long cursor = -2;

    private final InvalidationListener changed = observable -> showNote();

    public VitalsPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", VitalsSettings.class, new VitalsViewModel(lab));
        this.lab = lab;
        SegmentedChoice<Sign> choice = InstrumentParts.choice("vitals-sign", List.of(Sign.values()), Sign::key);
        choice.follow(vm.signProperty());
        HBox cards = InstrumentParts.beside();
        for (int arm = 0; arm < lab.configProperty().get().arms().size(); arm++) {
            LinesFigure figure = new LinesFigure();
            FigureCanvas canvas = InstrumentParts.canvas("vitals-" + arm, figure, actions);
            VBox card = InstrumentParts.card(canvas);
            card.setPrefWidth(100);
            HBox.setHgrow(card, Priority.ALWAYS);
            figures.add(figure);
            canvases.add(canvas);
            cards.getChildren().add(card);
        }
        vm.signProperty().addListener(observable -> showNote());
        lab.configProperty().addListener(changed);
        showNote();
        root.setId("vitals");
        root.getChildren().setAll(InstrumentParts.tools(choice), cards, note);
        giveWay(note);
    }

    @Override
    public void pulse(long nanos) {
        OverSteps.Known<Boolean, Vitals> now = vm.pulse();
        Sign sign = vm.signProperty().get();
        long at = lab.curves().cursorStep();
        if (now == null || now == known && sign == shown && at == cursor) {
            return;
        }
        known = now;
        shown = sign;
        cursor = at;
        ExperimentConfig config = lab.configProperty().get();
        int layers = config.network().layers();
        double[] all = now.past().stream()
                .flatMap(vitals -> vitals.arms().stream())
                .flatMap(List::stream)
                .mapToDouble(sign::of)
                .filter(Double::isFinite)
                .toArray();
        for (int arm = 0; arm < figures.size(); arm++) {
            LinesFigure figure = figures.get(arm);
            figure.setTitle(Texts.text(sign.key()), ArmNames.of(config, arm));
            figure.setGuide(sign.guide());
            figure.setAlso(
                    DoubleStream.of(all).min().orElse(Double.NaN),
                    DoubleStream.of(all).max().orElse(Double.NaN));
            figure.setLines(
                    lines(now.past(), arm, sign, layers), sign.isLogarithmic() ? Scale.LOGARITHMIC : Scale.LINEAR);
            figure.setCursor(at < 0 ? Double.NaN : at);
            canvases.get(arm).redraw();
        }
    }

    private void showNote() {
        Sign sign = vm.signProperty().get();
        ExperimentConfig config = lab.configProperty().get();
        String few = FewLayers.sentence(config.network().layers());
        note.setText(
                String.join(" ", Texts.text(sign.note(config.network().activation())), Texts.text("vitals.note"), few)
                        .strip());
    }

    private static List<LinesFigure.Line> lines(List<Vitals> past, int arm, Sign sign, int hidden) {
        List<Integer> layers = new ArrayList<>(FewLayers.of(hidden));
        if (!sign.isOfActivations()) {
            layers.add(hidden);
        }
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (int layer : layers) {
            List<Vitals> of = past.stream()
                    .filter(vitals -> layer < vitals.arms().get(arm).size())
                    .toList();
            String label = layer == hidden ? Texts.text("vitals.output") : String.valueOf(layer + 1);
            lines.add(LinesFigure.Line.smoothed(
                    label,
                    arm,
                    lines.size(),
                    of.stream().mapToDouble(Vitals::step).toArray(),
                    of.stream()
                            .mapToDouble(
                                    vitals -> sign.of(vitals.arms().get(arm).get(layer)))
                            .toArray()));
        }
        return lines;
    }

    @Override
    public void close() {
        lab.configProperty().removeListener(changed);
        super.close();
    }
}
