package normscope.instrument.formula;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.SegmentedChoice;
import normscope.instrument.InstrumentParts;
import normscope.instrument.RowsPanel;
import normscope.instrument.Stepper;
import normscope.instrument.UnitTools;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The formulas of batch normalization with the numbers of the shown mini-batch in them. */
public final class FormulaPanel extends RowsPanel<FormulaSettings, FormulaViewModel> {

    /** Letters' size beside the window's; six formulas need more room than four. */
    private static final double FORWARD_SIZE = 1.35;

    private static final double BACKWARD_SIZE = 1.12;

    /** So many letters' sizes of width a line of formulas needs; where there is less room, the formulas are smaller. */
    private static final double LETTERS = 49;

    /** The size of notes beside that of the window's other words, as in the style sheet. */
    private static final double NOTE_SIZE = 0.92;

    enum Direction {
        FORWARD,
        BACKWARD
    }

    private final WindowActions actions;
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.FORWARD);
    private final UnitTools tools;
    private final Stepper example;
    private final LiveText moment =
            new LiveText(Texts.text("formula.moment", Numbers.grouped(99_999_999)), Pos.CENTER_LEFT);
    private final BatchStripFigure strip = new BatchStripFigure();
    private final FigureCanvas stripCanvas;
    private final Label message = new Label(Texts.text("formula.pending"));
    private final FittingLabel shapes = new FittingLabel();
    private final FormulaLines rows = new FormulaLines(200);
    private FormulaNumbers stripNumbers;
    private int stripExample = -1;

    public FormulaPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", FormulaSettings.class, new FormulaViewModel(lab));
        this.actions = actions;
        tools = new UnitTools("formula", vm);
        example = new Stepper(
                "formula",
                "formula.previous-example",
                "formula.next-example",
                Texts.text("formula.example", 5000, 5000),
                by -> chooseExample(vm.exampleProperty().get() + by));
        stripCanvas = Figures.canvas(strip, actions);
        SegmentedChoice<Direction> way = InstrumentParts.choice(
                "formula-direction", List.of(Direction.values()), item -> "formula.direction." + item);
        way.follow(direction);
        moment.getStyleClass().add("muted");
        root.setId("formula");
        root.getChildren()
                .setAll(InstrumentParts.tools(new HBox(way), tools.layers(), tools.unit(), example, moment), card());
        direction.subscribe(
                now -> rows.getStyleClass().setAll("formula-rows", now == Direction.FORWARD ? "few" : "many"));
    }

    private VBox card() {
        message.getStyleClass().add("formula-note");
        message.setWrapText(true);
        StackPane formulas = new StackPane(rows, message);
        formulas.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = InstrumentParts.scroll(formulas);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        shapes.getStyleClass().add("formula-note");
        shapes.setMaxWidth(Double.MAX_VALUE);
        VBox card = new VBox(buildStrip(), scroll, shapes);
        card.getStyleClass().addAll("card", "formula-card");
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Region buildStrip() {
        StackPane holder = Hints.describe(new StackPane(stripCanvas), "formula.strip");
        holder.getStyleClass().add("formula-strip");
        holder.setId("formula-strip");
        holder.setMinHeight(Region.USE_PREF_SIZE);
        holder.setFocusTraversable(true);
        holder.prefHeightProperty().bind(tools.layers().heightProperty().multiply(2.9));
        holder.setOnMousePressed(event -> {
            int at = strip.exampleAt(event.getX(), event.getY());
            if (at >= 0) {
                chooseExample(at);
            }
        });
        holder.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                chooseByValue(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
        return holder;
    }

    private void chooseExample(int index) {
        FormulaNumbers numbers = numbers();
        if (numbers != null) {
            vm.exampleProperty().set(Math.floorMod(index, numbers.m()));
        }
    }

    /** The example with the next larger or smaller z. */
    private void chooseByValue(int by) {
        FormulaNumbers numbers = numbers();
        if (numbers != null) {
            Integer[] order = IntStream.range(0, numbers.m()).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(i -> numbers.z()[i]));
            int place = Arrays.asList(order).indexOf(vm.exampleProperty().get());
            chooseExample(order[Math.max(0, Math.min(order.length - 1, place + by))]);
        }
    }

    private FormulaNumbers numbers() {
        FormulaViewModel.Answer answer = vm.answerProperty().get();
        return answer == null ? null : answer.numbers();
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        tools.pulse();
        FormulaViewModel.Answer answer = vm.answerProperty().get();
        int chosen = vm.exampleProperty().get();
        if (answer == null) {
            return;
        }
        moment.setText(Texts.text("formula.moment", Numbers.grouped(answer.step())));
        FormulaNumbers numbers = answer.numbers();
        showStrip(numbers, chosen);
        if (numbers == null) {
            message.setText(answer.diverged() ? Texts.text("formula.diverged") : vm.whyNone());
            rows.setVisible(false);
            message.setVisible(true);
            return;
        }
        example.setText(Texts.text("formula.example", chosen + 1, numbers.m()));
        shapes.setWordings(Texts.text("formula.shapes", answer.layer() + 1, vm.units(), vm.inputs(), numbers.m()));
        boolean forward = direction.get() == Direction.FORWARD;
        double font = Math.min(message.getFont().getSize() / NOTE_SIZE, root.getWidth() / LETTERS);
        double size = (forward ? FORWARD_SIZE : BACKWARD_SIZE) * Math.max(8, font);
        ChartTheme theme = actions.appearance().chartsProperty().get();
        List<FormulaText> texts = FormulaRow.of(forward).stream()
                .map(row -> row.text(numbers, Math.min(chosen, numbers.m() - 1)))
                .toList();
        boolean ready = rows.show(texts, size, theme);
        rows.setVisible(ready);
        message.setVisible(!ready);
    }

    private void showStrip(FormulaNumbers numbers, int chosen) {
        if (numbers == stripNumbers && chosen == stripExample) {
            return;
        }
        stripNumbers = numbers;
        stripExample = chosen;
        if (numbers == null) {
            strip.setValues(new double[0], 0, 0, -1);
        } else {
            strip.setArm(vm.arm());
            strip.setValues(numbers.z(), numbers.mean(), Math.sqrt(numbers.var()), chosen);
        }
        stripCanvas.redraw();
    }

    @Override
    public void close() {
        super.close();
        rows.close();
    }
}
