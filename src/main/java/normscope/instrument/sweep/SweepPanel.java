package normscope.instrument.sweep;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import normscope.chart.FigureCanvas;
import normscope.chart.Role;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instrument;
import normscope.instrument.Panels;
import normscope.instrument.quantity.Quantity;
import normscope.instrument.quantity.SweepQuantity;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.sweep.Setting;
import normscope.sweep.SweepResult;
import normscope.text.Texts;

/** Many runs over one setting, with and without batch normalization. */
public final class SweepPanel implements Instrument {

    private final SweepViewModel vm;
    private final WindowActions actions;
    private final SweepFigure figure = new SweepFigure();
    private final FigureCanvas canvas;
    private final SegmentedChoice<Setting> setting = new SegmentedChoice<>(
            List.of(Setting.LEARNING_RATE, Setting.INIT_SD, Setting.BATCH_SIZE),
            item -> Texts.text("sweep.setting." + item),
            item -> Texts.text("sweep.setting." + item + ".tip"));
    private final ComboBox<Metric> metric = Hints.describe(new ComboBox<>(), "sweep.metric");
    private final NumberInput from =
            number("sweep.from", NumberScale.log(1e-6, 1000), value -> range(value, to(), count()));
    private final NumberInput to =
            number("sweep.to", NumberScale.log(1e-6, 5000), value -> range(from(), value, count()));
    private final NumberInput count = number(
            "sweep.count",
            NumberScale.linear(1, SweepSettings.MAX_VALUES, 1),
            value -> range(from(), to(), (int) value));
    private final NumberInput seeds = number(
            "sweep.seeds",
            NumberScale.linear(1, SweepSettings.MAX_SEEDS, 1),
            value -> change((int) value, vm().settings().steps()));
    private final NumberInput steps = number(
            "sweep.steps",
            NumberScale.log(1, SweepSettings.MAX_STEPS),
            value -> change(vm().settings().seeds(), value));
    private static final int NONE = -1;

    private final Button start = Panels.button("sweep.start", this::startOrCancel);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label made = new Label();
    private final VBox node;
    /** The value chosen by keys; before the first key, none. */
    private int chosenValue = NONE;

    private int chosenArm;

    private boolean showing;

    public SweepPanel(LabViewModel lab, WindowActions actions) {
        vm = new SweepViewModel(lab);
        this.actions = actions;
        canvas = Figures.canvas(figure, actions);
        canvas.setId("sweep");
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        canvas.setFocusTraversable(true);
        canvas.getStyleClass().add("figure-stage");
        Hints.keepsArrows(canvas);
        setting.setId("sweep-setting");
        setting.setOnCommit(this::choose);
        metric.setId("sweep-metric");
        metric.getItems().setAll(Metric.values());
        metric.setConverter(new StringConverter<>() {
            @Override
            public String toString(Metric item) {
                return item == null ? "" : Texts.text("sweep.metric." + item);
            }

            @Override
            public Metric fromString(String text) {
                throw new UnsupportedOperationException("The list is not editable.");
            }
        });
        metric.setOnAction(event -> chooseMetric());
        progress.setId("sweep-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small-progress");
        HBox.setHgrow(progress, Priority.ALWAYS);
        made.setId("sweep-made");
        made.setMinWidth(Region.USE_PREF_SIZE);
        made.getStyleClass().add("caption-note");
        node = Panels.panel(
                Panels.tools(setting, named("sweep.metric", metric)),
                Panels.tools(
                        named("sweep.from", from),
                        named("sweep.to", to),
                        named("sweep.count", count),
                        named("sweep.seeds", seeds),
                        named("sweep.steps", steps)),
                Panels.group(start, progress, made),
                Panels.card(canvas),
                note());
        vm.resultProperty().addListener(observable -> show());
        vm.runningProperty().addListener(observable -> show());
        show();
    }

    private static NumberInput number(String key, NumberScale scale, DoubleConsumer handler) {
        NumberInput input = new NumberInput(Texts.text(key), Texts.text(key + ".tip"), scale, false);
        input.field().setId(key.replace('.', '-'));
        input.setOnCommit(handler);
        input.setMaxWidth(Region.USE_PREF_SIZE);
        return input;
    }

    private static HBox named(String key, Node control) {
        return Panels.group(new Label(Texts.text(key)), control);
    }

    private static Label note() {
        Label note = new Label(Texts.text("sweep.note"));
        note.getStyleClass().add("caption-note");
        note.setWrapText(true);
        return note;
    }

    /** Handlers are made before the view model is. */
    private SweepViewModel vm() {
        return vm;
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
        SweepSettings now = vm.settings();
        vm.change(new SweepSettings(
                now.base(),
                now.setting(),
                SweepViewModel.between(now.setting(), low, high, points),
                now.seeds(),
                now.steps(),
                now.metric()));
    }

    private void change(int newSeeds, double newSteps) {
        SweepSettings now = vm.settings();
        vm.change(new SweepSettings(
                now.base(), now.setting(), now.values(), newSeeds, (long) Math.rint(newSteps), now.metric()));
    }

    /** With another setting comes the range that shows something of it. */
    private void choose(Setting next) {
        chosenValue = NONE;
        SweepSettings now = vm.settings();
        List<Double> values = switch (next) {
            case LEARNING_RATE -> SweepSettings.defaults().values();
            case INIT_SD -> List.of(1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.5, 1.0);
            case BATCH_SIZE -> List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
            default -> throw new IllegalArgumentException(next.name());
        };
        vm.change(new SweepSettings(now.base(), next, values, now.seeds(), now.steps(), now.metric()));
    }

    private void chooseMetric() {
        SweepSettings now = vm.settings();
        if (!showing && metric.getValue() != now.metric()) {
            vm.change(new SweepSettings(
                    now.base(), now.setting(), now.values(), now.seeds(), now.steps(), metric.getValue()));
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
    public Region node() {
        return node;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        vm.configure((SweepSettings) settings);
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
    public boolean isBusy() {
        return vm.runningProperty().get();
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

    @Override
    public void close() {
        vm.close();
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
