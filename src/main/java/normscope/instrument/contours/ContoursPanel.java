package normscope.instrument.contours;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import normscope.chart.FigureCanvas;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.instrument.InstrumentParts;
import normscope.instrument.Readout;
import normscope.instrument.RowsPanel;
import normscope.instrument.contours.ContoursSettings.Inputs;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The loss over two weights, and how gradient descent gets down, for inputs that are normalized or not. */
public final class ContoursPanel extends RowsPanel<ContoursSettings, ContoursViewModel> {

    private static final double LIMIT = 2;

    private final ContoursFigure figure = new ContoursFigure();
    private final FigureCanvas canvas;
    private final SegmentedChoice<Inputs> inputs =
            InstrumentParts.choice("contours-inputs", List.of(Inputs.values()), item -> "contours.inputs." + item);
    private final NumberInput rate = InstrumentParts.slider(
            "contours.rate",
            NumberScale.linear(0.05, ContoursSettings.MAX_RATE, 0.05),
            value -> vm.configure(settings().withRateTimesLambdaMax(value)));
    private final Button run = InstrumentParts.button("contours.run", vm::toggleRun);
    private final Readout condition = new Readout("contours.condition", "88 888 888");
    private final Readout needed = new Readout("contours.needed", "88 888 888");
    private final Readout rateValue = new Readout("contours.rate-value", "8.8 \u00d7 10\u207b\u2078");
    private final Readout steps = new Readout("contours.steps", "88 888 888");
    private final Readout improvement = new Readout("contours.improvement", Texts.text("contours.diverged"));
    private final Readout bias = new Readout("contours.bias", "\u22128.8 \u00d7 10\u2078\u2078");
    private long shownFrame = -1;

    public ContoursPanel(WindowActions actions) {
        super("instrument-panel", ContoursSettings.class, new ContoursViewModel());
        canvas = InstrumentParts.canvas("contours", figure, actions);
        inputs.setOnCommit(chosen -> vm.configure(settings().withInputs(chosen)));
        rate.setMark(LIMIT, Texts.text("contours.limit"));
        ToggleButton proportions = InstrumentParts.toggle("contours.proportions");
        proportions.selectedProperty().addListener((observable, old, on) -> {
            vm.magnifiedProperty().set(!on);
            show();
        });
        HBox rateLine = InstrumentParts.group(Parts.label(Texts.text("contours.rate")), rate);
        rateLine.getStyleClass().add("slider-line");
        root.getChildren()
                .setAll(
                        InstrumentParts.tools(InstrumentParts.named("contours.inputs", inputs)),
                        rateLine,
                        InstrumentParts.card(canvas),
                        InstrumentParts.tools(
                                InstrumentParts.group(
                                        run,
                                        InstrumentParts.button("contours.step", vm::step),
                                        InstrumentParts.button("contours.reset", vm::reset)),
                                proportions),
                        InstrumentParts.readouts(condition, needed, rateValue, steps, improvement, bias));
        needed.managedProperty().bind(needed.visibleProperty());
        vm.runningProperty()
                .addListener((observable, old, on) -> run.setText(Texts.text(on ? "contours.pause" : "contours.run")));
        vm.problemProperty().addListener(observable -> showProblem());
        showProblem();
    }

    private ContoursSettings settings() {
        return vm.problemProperty().get().settings();
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse(nanos);
        if (vm.frame() != shownFrame) {
            show();
        }
    }

    @Override
    public void start() {
        vm.run();
    }

    private void showProblem() {
        Contours problem = vm.problemProperty().get();
        double[][] hessian = problem.hessian();
        figure.setProblem(hessian[0][0], hessian[0][1], hessian[1][1], problem.optimum(), problem.firstFloor());
        inputs.valueProperty().set(settings().inputs());
        rate.valueProperty().set(settings().rateTimesLambdaMax());
        rate.setMarkVisible(settings().limit());
        needed.setVisible(settings().limit());
        double number = problem.conditionNumber();
        condition.setText(number < 1000 ? Numbers.measured(number) : Numbers.grouped(Math.round(number)));
        long steps = problem.stepsToImprovement(ContoursViewModel.WANTED);
        needed.setText(
                steps == Long.MAX_VALUE
                        ? Texts.text("contours.never")
                        : steps > 99_999_999 ? Numbers.measured(steps) : Numbers.grouped(steps));
        rateValue.setText(Numbers.measured(problem.rate()));
    }

    private void show() {
        shownFrame = vm.frame();
        Descent descent = vm.descent();
        double[] w = descent.w();
        figure.setMagnified(vm.magnifiedProperty().get());
        figure.setDescent(descent.path());
        steps.setText(Numbers.grouped(descent.steps()));
        String made = descent.diverged()
                ? Texts.text("contours.diverged")
                : descent.improvement() < -1e-9
                        ? Texts.text("contours.grows")
                        : Numbers.percent(Math.max(0, descent.improvement()), 1);
        improvement.setText(made);
        bias.setText(Numbers.measured(w[2]));
        figure.setState(Texts.text("contours.state", Numbers.grouped(descent.steps()), made));
        canvas.redraw();
    }
}
