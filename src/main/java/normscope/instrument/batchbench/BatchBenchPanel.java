package normscope.instrument.batchbench;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import normscope.chart.FigureCanvas;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.instrument.InstrumentParts;
import normscope.instrument.Readout;
import normscope.instrument.RowsPanel;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** One unit and one mini-batch whose values the user drags, types or moves with the arrow keys. */
public final class BatchBenchPanel extends RowsPanel<BatchBenchSettings, BatchBenchViewModel> {

    private final BatchBenchFigure figure = new BatchBenchFigure();
    private final FigureCanvas canvas;
    private final NumberInput value =
            InstrumentParts.number("bench.value", NumberScale.linear(-1000, 1000, 0.1), vm::setValue);
    private final NumberInput gamma =
            InstrumentParts.slider("bench.gamma", NumberScale.linear(-4, 4, 0.05), vm::setGamma);
    private final NumberInput beta =
            InstrumentParts.slider("bench.beta", NumberScale.linear(-10, 10, 0.1), vm::setBeta);
    private final Button add = InstrumentParts.button("bench.add", vm::add);
    private final Button remove = InstrumentParts.button("bench.remove", vm::remove);
    private final Label example = Parts.label("");
    private final Readout mean = new Readout("bench.mean", "\u2212888.88");
    private final Readout variance = new Readout("bench.variance", "888 888.8");
    private final Readout zNorm = new Readout("bench.z-norm", "\u22128.8888");
    private final Button identity = InstrumentParts.button("bench.identity", vm::identity);
    private final HBox sliders;
    private final Button plain = InstrumentParts.button("bench.plain", vm::plain);
    private final Readout ceiling = new Readout("bench.ceiling", "8.8888");
    private final Readout outputMean = new Readout("bench.output-mean", "\u2212888.88");
    private final Readout outputSd = new Readout("bench.output-sd", "888.888");
    private boolean dragged;

    public BatchBenchPanel(WindowActions actions) {
        super("instrument-panel", BatchBenchSettings.class, new BatchBenchViewModel());
        canvas = InstrumentParts.stage("bench", figure, actions);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        sliders = InstrumentParts.group(
                new Label(Texts.text("bench.gamma")), gamma, new Label(Texts.text("bench.beta")), beta);
        root.getChildren()
                .setAll(
                        InstrumentParts.tools(
                                InstrumentParts.group(example, value),
                                InstrumentParts.group(add, remove),
                                InstrumentParts.group(identity, plain)),
                        InstrumentParts.card(canvas),
                        sliders,
                        InstrumentParts.readouts(mean, variance, zNorm, ceiling, outputMean, outputSd));
        for (Node part : new Node[] {ceiling, identity, plain, sliders, outputMean, outputSd}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        vm.benchProperty().addListener(observable -> show());
        vm.selectedProperty().addListener(observable -> show());
        show();
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        int hit = figure.exampleAt(event.getX(), event.getY());
        if (hit >= 0) {
            vm.selectedProperty().set(hit);
            vm.beginDrag();
            dragged = true;
        }
    }

    private void drag(MouseEvent event) {
        if (dragged) {
            vm.setValue(figure.valueAt(event.getX()));
        }
    }

    private void release(MouseEvent event) {
        if (dragged) {
            dragged = false;
            vm.endDrag();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> vm.nudge(-1, event.isShiftDown());
            case RIGHT -> vm.nudge(1, event.isShiftDown());
            case UP -> vm.select(-1);
            case DOWN -> vm.select(1);
            case INSERT, PLUS, ADD -> vm.add();
            case DELETE, MINUS, SUBTRACT -> vm.remove();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void pulse(long nanos) {
        // Nothing moves by itself.
    }

    private void show() {
        BatchBench bench = vm.benchProperty().get();
        int chosen = Math.min(vm.selectedProperty().get(), bench.size() - 1);
        double[][] lines = new double[3][bench.size()];
        double normMean = 0;
        for (int i = 0; i < bench.size(); i++) {
            lines[0][i] = bench.settings().values().get(i);
            lines[1][i] = bench.zNorm(i);
            lines[2][i] = bench.zTilde(i);
            normMean += bench.zNorm(i) / bench.size();
        }
        double sigma = Math.sqrt(bench.variance());
        figure.setLine(0, lines[0], bench.mean(), sigma);
        figure.setLine(1, lines[1], normMean, sigma / bench.deviation());
        figure.setLine(2, lines[2], bench.outputMean(), bench.outputSd());
        figure.setAxis(vm.low(), vm.high());
        figure.setOutputAxis(vm.outputAxis(figure.reach()));
        figure.setBounded(bench.settings().limit());
        figure.setSigmoid(bench.settings().sigmoid());
        ceiling.setVisible(bench.settings().limit());
        identity.setVisible(bench.settings().identity());
        figure.setOutput(bench.settings().output());
        for (Node part : new Node[] {plain, sliders, outputMean, outputSd}) {
            part.setVisible(bench.settings().output());
        }
        figure.setSelected(chosen);
        figure.setNote(note(bench));
        example.setText(Texts.text("bench.example", chosen + 1, bench.size()));
        value.valueProperty().set(lines[0][chosen]);
        gamma.valueProperty().set(Numbers.round(bench.settings().gamma(), 4));
        beta.valueProperty().set(Numbers.round(bench.settings().beta(), 4));
        add.setDisable(bench.size() == BatchBenchSettings.MAX_VALUES);
        remove.setDisable(bench.size() == 1);
        mean.setText(Numbers.measured(withoutRounding(bench.mean())));
        variance.setText(Numbers.measured(bench.variance()));
        zNorm.setText(Numbers.measured(bench.zNorm(chosen)));
        ceiling.setText(Numbers.measured(bench.ceiling()));
        outputMean.setText(Numbers.measured(withoutRounding(bench.outputMean())));
        outputSd.setText(Numbers.measured(bench.outputSd()));
        canvas.redraw();
    }

    /** What is 0 but for rounding is shown as 0. */
    private static double withoutRounding(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }

    private static String note(BatchBench bench) {
        if (bench.size() == 1) {
            return Texts.text("bench.note-one");
        }
        return bench.variance() == 0 ? Texts.text("bench.note-equal") : "";
    }
}
