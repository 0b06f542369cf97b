package normscope.instrument.update;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.NetworkDrawing;
import normscope.control.FittingLabel;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.instrument.InstrumentParts;
import normscope.instrument.NetworkView;
import normscope.instrument.RowsPanel;
import normscope.instrument.Stepper;
import normscope.instrument.UnitTools;
import normscope.instrument.formula.FormulaLines;
import normscope.instrument.formula.FormulaText;
import normscope.lab.LabViewModel;
import normscope.nn.NormalizerSpec;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The update that the trainer makes next, a press a stage: where it is in the network, and its numbers. */
public final class UpdatePanel extends RowsPanel<UpdateSettings, UpdateViewModel> {

    private static final double LETTERS = 46;
    private static final double NOTE_SIZE = 0.92;
    private static final double WIDE = 56;
    private static final double WIDEST = 66;
    private static final double LOW = 38;
    private static final int MOST_BELOW_NETWORK = 3;
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final WindowActions actions;
    private final UnitTools tools;
    private final Stepper example;
    private final StageBar stages;
    private final NetworkView network;
    private final VBox networkCard;
    private final FittingLabel title = new FittingLabel();
    private final FittingLabel whose = new FittingLabel();
    private final Label shapes = new Label();
    private final Label message = new Label(Texts.text("formula.pending"));
    private final FormulaLines rows = new FormulaLines(60);
    private final BarsFigure bars = new BarsFigure();
    private final FigureCanvas barsCanvas;
    private final FittingLabel barsTitle = new FittingLabel();
    private final LiveText moment = new LiveText(
            Texts.text("update.moment", Numbers.grouped(9_999_999), Numbers.grouped(9_999_999)), Pos.CENTER_LEFT);
    private final FlowPane bar;
    private final HBox foot = new HBox();
    private final VBox barsCard;
    private final VBox main;
    private final HBox content;
    private boolean wide;
    private boolean low;
    private UnitUpdate barsOf;
    private Stage barsAt;

    public UpdatePanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", UpdateSettings.class, new UpdateViewModel(lab));
        this.actions = actions;
        tools = new UnitTools("update", vm.lookedAt());
        example = new Stepper(
                "update",
                "formula.previous-example",
                "formula.next-example",
                Texts.text("formula.example", 500, 500),
                by -> chooseExample(vm.exampleProperty().get() + by));
        stages = new StageBar(vm);
        network = new NetworkView("update-network", vm.lookedAt(), actions);
        barsCanvas = InstrumentParts.canvas("update-bars", bars, actions);
        barsCanvas.setOnMouseClicked(event -> clickBar(event.getX()));
        moment.getStyleClass().add("muted");
        bar = InstrumentParts.tools(
                InstrumentParts.arms("update", vm.armProperty(), lab), tools.layers(), tools.unit(), example, moment);
        bar.getStyleClass().add("update-tools");
        networkCard = new VBox(network);
        networkCard.getStyleClass().addAll("card", "network-card");
        networkCard.setMinSize(0, 0);
        VBox.setVgrow(networkCard, Priority.ALWAYS);
        main = new VBox(networkCard, formulas());
        main.setMinSize(0, 0);
        HBox.setHgrow(main, Priority.ALWAYS);
        barsTitle.getStyleClass().add("card-title");
        VBox.setVgrow(barsCanvas, Priority.ALWAYS);
        barsCard = new VBox(barsTitle, barsCanvas);
        barsCard.getStyleClass().addAll("card", "update-bars");
        content = InstrumentParts.beside(main);
        root.setId("update");
        root.getStyleClass().add("update-panel");
        root.getChildren().setAll(bar, stages, content);
        root.widthProperty().addListener(observable -> place());
        root.heightProperty().addListener(observable -> place());
        place();
    }

    private Region formulas() {
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        whose.getStyleClass().add("formula-note");
        shapes.getStyleClass().add("formula-note");
        shapes.setId("update-shapes");
        shapes.setMinWidth(0);
        message.getStyleClass().add("formula-note");
        message.setWrapText(true);
        rows.getStyleClass().add("update-rows");
        HBox head = new HBox(title, Parts.gap(), whose);
        head.getStyleClass().add("update-head");
        foot.getChildren().setAll(shapes, Parts.gap(), Parts.label(Texts.text("update.columns"), "formula-note"));
        foot.getStyleClass().add("update-head");
        StackPane place = new StackPane(rows, message);
        place.setAlignment(Pos.TOP_LEFT);
        ScrollPane scroll = InstrumentParts.scroll(place);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(head, scroll, foot);
        card.getStyleClass().addAll("card", "update-formulas");
        card.setMinWidth(0);
        return card;
    }

    /** The bars stand beside the formulas where there is room, else below them; before a class there is none. */
    private void place() {
        double em = message.getFont().getSize() / NOTE_SIZE;
        wide = root.getWidth() > WIDE * em;
        low = root.getHeight() < LOW * em;
        Parts.show(moment, root.getWidth() > WIDEST * em);
        Parts.show(bar, !low);
        Parts.show(foot, !low);
        Parts.show(barsCard, wide || !low);
        main.getStyleClass().setAll("update-main", wide ? "wide" : low ? "low" : "narrow");
        barsCard.getStyleClass().remove("beside");
        if (wide) {
            barsCard.getStyleClass().add("beside");
        }
        Pane home = wide ? content : main;
        if (barsCard.getParent() != home) {
            content.getChildren().remove(barsCard);
            main.getChildren().remove(barsCard);
            home.getChildren().add(barsCard);
        }
    }

    private void chooseExample(int index) {
        UpdateViewModel.Answer answer = vm.answerProperty().get();
        if (answer != null && answer.numbers() != null) {
            vm.exampleProperty().set(Math.floorMod(index, answer.numbers().m()));
        }
    }

    private void clickBar(double x) {
        int bar = bars.barAt(x);
        if (bar >= 0 && !UpdateBars.isOfInputs(vm.stage().kind())) {
            chooseExample(bar);
        }
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        tools.pulse();
        UpdateViewModel.Answer answer = vm.answerProperty().get();
        if (answer == null) {
            return;
        }
        moment.setText(Texts.text("update.moment", Numbers.grouped(answer.step()), Numbers.grouped(answer.step() + 1)));
        UnitUpdate numbers = answer.numbers();
        ChartTheme theme = actions.appearance().chartsProperty().get();
        stages.pulse(theme, numbers == null ? 1 : numbers.batch());
        NetworkDrawing drawing = vm.drawing();
        network.setVisible(drawing != null);
        if (numbers == null) {
            message.setText(Texts.text("network.diverged"));
            message.setVisible(true);
            rows.setVisible(false);
            return;
        }
        network.show(drawing);
        example.setText(Texts.text("formula.example", numbers.example() + 1, numbers.m()));
        showNumbers(numbers, theme);
    }

    private void showNumbers(UnitUpdate numbers, ChartTheme theme) {
        Stage stage = vm.stage();
        title.setWordings(Texts.text("update.kind." + stage.kind()));
        String layer = numbers.isOutput() ? Texts.text("update.outputs") : Texts.text("row.layer", numbers.layer() + 1);
        whose.setWordings(Texts.text(
                "update.whose",
                vm.armName(),
                layer,
                numbers.unit() + 1,
                numbers.example() + 1,
                String.format(Locale.ROOT, "X{%d}", numbers.batch()),
                numbers.m()));
        String key = "update.shapes." + stage.kind();
        boolean plain = numbers.box() == null && Texts.has(key + ".plain");
        shapes.setText(Texts.text(
                plain ? key + ".plain" : key,
                numbers.layer() + 1,
                numbers.layer(),
                numbers.units(),
                numbers.w().length,
                numbers.m()));
        NormalizerSpec other = vm.other(numbers.layer());
        if (other != null && (stage.kind().isOfLayer() || stage.kind() == Stage.Kind.UPDATE)) {
            message.setText(Texts.text("update.other", Texts.text("normalizer." + other.kind())));
            message.setVisible(true);
            rows.setVisible(false);
            showBars(numbers, stage);
            return;
        }
        message.setText(Texts.text("formula.pending"));
        double font = Math.min(message.getFont().getSize() / NOTE_SIZE, main.getWidth() / LETTERS);
        List<FormulaText> texts = UpdateRows.of(stage.kind(), numbers);
        boolean many = texts.size() > 2;
        // Before a class four rows with fractions need all the room: a network of a finger's height would tell nothing.
        boolean alone = low && texts.size() > MOST_BELOW_NETWORK;
        Parts.show(networkCard, !alone);
        main.pseudoClassStateChanged(ALONE, alone);
        // In four rows, sums as high as fractions find room.
        double size = (!many ? 1.15 : low ? 0.9 : 1.05) * Math.max(8, font);
        rows.setNotes(wide || !many || alone);
        boolean ready = rows.show(many ? texts.stream().map(FormulaText::low).toList() : texts, size, theme);
        rows.setVisible(ready);
        message.setVisible(!ready);
        showBars(numbers, stage);
    }

    private void showBars(UnitUpdate numbers, Stage stage) {
        if (numbers == barsOf && stage.equals(barsAt)) {
            return;
        }
        barsOf = numbers;
        barsAt = stage;
        boolean ofInputs = UpdateBars.isOfInputs(stage.kind());
        List<BarsFigure.Row> wanted = UpdateBars.of(stage.kind(), numbers);
        boolean alike = stage.kind() == Stage.Kind.D_Z;
        String across = Texts.text(ofInputs ? "update.bars.input" : "update.bars.example");
        bars.set(
                wanted,
                across,
                ofInputs ? numbers.from() : numbers.example(),
                vm.armProperty().get(),
                alike);
        String what = stage.kind() == Stage.Kind.LOSS
                ? "losses"
                : stage.kind().part().name().toLowerCase(Locale.ROOT);
        barsTitle.setWordings(Texts.text("update.bars.title." + what, numbers.unit() + 1));
        barsCanvas.redraw();
    }

    @Override
    public void close() {
        super.close();
        rows.close();
    }
}
