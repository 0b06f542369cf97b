package normscope.instrument.sweep;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import normscope.chart.FigureCanvas;
import normscope.chart.Role;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.instrument.quantity.Quantity;
import normscope.instrument.quantity.SweepQuantity;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.lab.LabViewModel;
import normscope.shell.WindowActions;
import normscope.sweep.Setting;
import normscope.sweep.SweepResult;
import normscope.text.Texts;

/** Many runs over one setting, with and without batch normalization. */
public final class SweepPanel extends RowsPanel<SweepSettings, SweepViewModel> {

    private static final int NONE = -1;

    private final WindowActions actions;
    private final SweepFigure figure = new SweepFigure();
    private final FigureCanvas canvas;
    private final SegmentedChoice<Setting> setting = InstrumentParts.choice(
            "sweep-setting",
            List.of(Setting.LEARNING_RATE, Setting.INIT_SD, Setting.BATCH_SIZE),
            item -> "sweep.setting." + item);
    private final ComboBox<Metric> metric = Hints.describe(new ComboBox<>(), "sweep.metric");
    private final NumberInput from =
            InstrumentParts.number("sweep.from", NumberScale.log(1e-6, 1000), value -> range(value, to(), count()));
    private final NumberInput to =
            InstrumentParts.number("sweep.to", NumberScale.log(1e-6, 5000), value -> range(from(), value, count()));
    private final NumberInput count = InstrumentParts.number(
            "sweep.count",
            NumberScale.linear(1, SweepSettings.MAX_VALUES, 1),
            value -> range(from(), to(), (int) value));
    private final NumberInput seeds = InstrumentParts.number(
            "sweep.seeds",
            NumberScale.linear(1, SweepSettings.MAX_SEEDS, 1),
            value -> change((int) value, vm.settings().steps()));
    private final NumberInput steps = InstrumentParts.number(
            "sweep.steps",
            NumberScale.log(1, SweepSettings.MAX_STEPS),
            value -> change(vm.settings().seeds(), value));
    private final Button start = InstrumentParts.button("sweep.start", this::startOrCancel);
    private final ProgressBar progress = InstrumentParts.progress("sweep-progress");
    private final Label made = Parts.label("", "caption-note");
    /** The value chosen by keys; before the first key, none. */
    private int chosenValue = NONE;

    private int chosenArm;

    private boolean showing;

    public SweepPanel(LabViewModel lab, WindowActions actions) {
        super("instrument-panel", SweepSettings.class, new SweepViewModel(lab));
        this.actions = actions;
        canvas = InstrumentParts.stage("sweep", figure, actions);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setting.setOnCommit(this::choose);
        metric.setId("sweep-metric");
        metric.getItems().setAll(Metric.values());
        metric.setConverter(SweepForm.METRICS);
        metric.setOnAction(event -> chooseMetric());
        made.setId("sweep-made");
        root.getChildren()
                .setAll(
                        InstrumentParts.tools(setting, InstrumentParts.named("sweep.metric", metric)),
                        InstrumentParts.tools(
                                InstrumentParts.named("sweep.from", from),
                                InstrumentParts.named("sweep.to", to),
                                InstrumentParts.named("sweep.count", count),
                                InstrumentParts.named("sweep.seeds", seeds),
                                InstrumentParts.named("sweep.steps", steps)),
                        InstrumentParts.group(start, progress, made),
                        InstrumentParts.card(canvas),
                        note());
        vm.resultProperty().addListener(observable -> show());
        vm.runningProperty().addListener(observable -> show());
        show();
    }

    private static Label note() {
        Label note = new Label(Texts.text("sweep.note"));
        note.getStyleClass().add("caption-note");
        note.setWrapText(true);
        return note;
    }

    private double from() {
        return vm.settings().values().get(0);
    }

    private double to() {
        return vm.settings().values().get(count() - 1);
    }

    private int count() {
        return vm.settings().values().size();
    }

    private void range(double low, double high, int points) {
        Setting varied = vm.settings().setting();
        vm.change(vm.settings().withValues(varied, SweepViewModel.between(varied, low, high, points)));
    }

    private void change(int newSeeds, double newSteps) {
        vm.change(vm.settings().withRuns(newSeeds, (long) Math.rint(newSteps)));
    }

    /** With another setting comes the range that shows something of it. */
    private void choose(Setting next) {
        chosenValue = NONE;
        List<Double> values = switch (next) {
            case LEARNING_RATE -> SweepSettings.defaults().values();
            case INIT_SD -> List.of(1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.5, 1.0);
            case BATCH_SIZE -> List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
            default -> throw new IllegalArgumentException(next.name());
        };
        vm.change(vm.settings().withValues(next, values));
    }

    private void chooseMetric() {
        if (!showing && metric.getValue() != vm.settings().metric()) {
            vm.change(vm.settings().withMetric(metric.getValue()));
        }
    }

    private void startOrCancel() {
        if (vm.runningProperty().get()) {
            vm.cancel();
        } else {
            vm.start();
        }
    }

    /** Opens the first seed's run: all seeds are alike but for chance. */
    private void click(MouseEvent event) {
        SweepFigure.Place place = figure.placeAt(event.getX(), event.getY());
        if (place != null && event.isStillSincePress()) {
            open(place);
        }
    }

    private void open(SweepFigure.Place place) {
        vm.open(place.value(), 0);
        actions.closeInstrument();
    }

    /** Left and right go from value to value, up and down from arm to arm, Enter opens. */
    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> choose(chosenValue - 1, chosenArm);
            case RIGHT -> choose(chosenValue + 1, chosenArm);
            case UP -> choose(chosenValue, chosenArm + 1);
            case DOWN -> choose(chosenValue, chosenArm - 1);
            case ENTER -> openChosen();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int value, int arm) {
        chosenValue = Math.max(0, Math.min(count() - 1, value));
        chosenArm = Math.floorMod(arm, arms());
        figure.setPointed(chosen());
        canvas.redraw();
    }

    private void openChosen() {
        if (chosenValue != NONE && chosenValue < count()) {
            open(chosen());
        }
    }

    private SweepFigure.Place chosen() {
        return new SweepFigure.Place(Role.of(chosenArm), chosenValue);
    }

    private int arms() {
        return vm.settings().base().arms().size();
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
    }

    @Override
    public void start() {
        vm.start();
    }

    @Override
    public void recall() {
        vm.recall();
    }

    @Override
    public boolean isGivenUp() {
        return !vm.resultProperty().get().complete();
    }

    /** What the runs that are shown have come to, whichever values and seeds the user has chosen. */
    @Override
    public OptionalDouble read(Quantity quantity) {
        SweepResult result = vm.resultProperty().get();
        return quantity instanceof SweepQuantity of && of.isOf(vm.settings()) && result.complete()
                ? OptionalDouble.of(of.tell(result))
                : OptionalDouble.empty();
    }

    private void show() {
        SweepResult result = vm.resultProperty().get();
        SweepSettings settings = vm.settings();
        boolean running = vm.runningProperty().get();
        showing = true;
        setting.valueProperty().set(settings.setting());
        metric.setValue(settings.metric());
        from.valueProperty().set(from());
        to.valueProperty().set(to());
        count.valueProperty().set(count());
        seeds.valueProperty().set(settings.seeds());
        steps.valueProperty().set(settings.steps());
        showing = false;
        start.setText(Texts.text(running ? "sweep.cancel" : "sweep.start"));
        progress.setProgress((double) result.made() / result.sweep().runs());
        made.setText(Texts.text("sweep.made", result.made(), result.sweep().runs()));
        SweepFigures.feed(figure, result, new SweepResult.Shown(0, 0));
        figure.setPointed(chosen());
        canvas.redraw();
    }
}
