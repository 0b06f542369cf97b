package normscope.instrument;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.experiment.Arms;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** What the panels are put together from. */
public final class Parts {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 600;

    private Parts() {}

    /** A row of controls that breaks where it must. */
    public static FlowPane tools(Node... groups) {
        FlowPane tools = new FlowPane(groups);
        tools.getStyleClass().add("histogram-toolbar");
        return tools;
    }

    public static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("tool-group");
        return group;
    }

    /** A row of readouts that breaks where it must. */
    public static FlowPane readouts(Node... readouts) {
        FlowPane row = new FlowPane(readouts);
        row.getStyleClass().add("readouts");
        return row;
    }

    /** A card that takes the room that is left. */
    public static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().addAll("card", "figure-card");
        card.setMinSize(0, 0);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(content[content.length - 1], Priority.ALWAYS);
        return card;
    }

    /** Cards in columns and rows of the same size. */
    public static GridPane grid(int columns, int rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("statistics-grid");
        divide(grid, columns, rows);
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    /** Gives columns and rows of a grid the same size. */
    public static void divide(GridPane grid, int columns, int rows) {
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
    }

    /** Sentences below the figures, which are never cut. */
    public static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("formula-note");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    /** The card of a figure; {@code key.tip} helps who cannot see it. */
    public static VBox card(String key, FigureCanvas canvas) {
        VBox card = card(canvas);
        card.setAccessibleHelp(Texts.text(key + ".tip"));
        return card;
    }

    /** A button of words; its id is the key with hyphens. */
    public static Button button(String key, Runnable action) {
        Button button = Hints.describe(new Button(Texts.text(key)), key);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A switch of words; its id is the key with hyphens. */
    public static ToggleButton toggle(String key) {
        ToggleButton toggle = Hints.describe(new ToggleButton(Texts.text(key)), key);
        toggle.setId(key.replace('.', '-'));
        toggle.getStyleClass().add("plain-toggle");
        toggle.setMinWidth(ToggleButton.USE_PREF_SIZE);
        return toggle;
    }

    /** A figure in the window's theme. */
    public static FigureCanvas canvas(String id, Figure figure, WindowActions actions) {
        FigureCanvas canvas = Figures.canvas(figure, actions);
        canvas.setId(id);
        return canvas;
    }

    /** A figure that is worked with by mouse and keys. */
    public static FigureCanvas stage(String id, Figure figure, WindowActions actions) {
        FigureCanvas canvas = canvas(id, figure, actions);
        canvas.setFocusTraversable(true);
        canvas.getStyleClass().add("figure-stage");
        Hints.keepsArrows(canvas);
        return canvas;
    }

    /** Cards beside each other, which take the room that is left. */
    public static HBox beside(Node... cards) {
        HBox beside = new HBox(cards);
        beside.getStyleClass().add("example-content");
        beside.setMinSize(0, 0);
        VBox.setVgrow(beside, Priority.ALWAYS);
        return beside;
    }

    /** Rows that may be higher than the room they have, but are as wide. */
    public static ScrollPane scroll(Node rows) {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("rows-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** How far something is that takes a while, as wide as there is room. */
    public static ProgressBar progress(String id) {
        ProgressBar progress = new ProgressBar(0);
        progress.setId(id);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small-progress");
        HBox.setHgrow(progress, Priority.ALWAYS);
        return progress;
    }

    /** A number in a field as wide as numbers are; its id is the key with hyphens. */
    public static NumberInput number(String key, NumberScale scale, DoubleConsumer handler) {
        NumberInput input = number(key, scale, false, handler);
        input.setMaxWidth(Region.USE_PREF_SIZE);
        return input;
    }

    /** A number with a slider, which takes the room that is left; its id is the key with hyphens. */
    public static NumberInput slider(String key, NumberScale scale, DoubleConsumer handler) {
        NumberInput input = number(key, scale, true, handler);
        HBox.setHgrow(input, Priority.ALWAYS);
        return input;
    }

    private static NumberInput number(String key, NumberScale scale, boolean slider, DoubleConsumer handler) {
        NumberInput input = new NumberInput(Texts.text(key), Texts.text(key + ".tip"), scale, slider);
        input.field().setId(key.replace('.', '-'));
        input.setOnCommit(handler);
        return input;
    }

    /** A choice whose words are at a key that each item has, and at the same with {@code .tip}. */
    public static <T> SegmentedChoice<T> choice(String id, List<T> items, Function<T, String> key) {
        SegmentedChoice<T> choice = new SegmentedChoice<>(
                items, item -> Texts.text(key.apply(item)), item -> Texts.text(key.apply(item) + ".tip"));
        choice.setId(id);
        return choice;
    }

    /** {@return what is usually offered, and what is chosen, ascending} */
    @SafeVarargs
    public static <T extends Comparable<T>> List<T> offered(T chosen, T... usual) {
        return Stream.concat(Stream.of(usual), Stream.of(chosen))
                .distinct()
                .sorted()
                .toList();
    }

    /** A choice of the arm, from 0, that an instrument shows. */
    public static SegmentedChoice<Integer> arms(String id, Property<Integer> arm, LabViewModel lab) {
        SegmentedChoice<Integer> choice = choice(id + "-arm", List.of(0, 1), Parts::armKey);
        choice.follow(arm);
        // A panel lives as long as the window.
        lab.configProperty()
                .subscribe(config -> choice.relabel(each -> ArmNames.of(config, each, Texts.text(armKey(each)))));
        return choice;
    }

    private static String armKey(int arm) {
        return "arm.choice." + Arms.key(arm);
    }

    /** A control behind its name. */
    public static HBox named(String key, Node control) {
        Label name = new Label(Texts.text(key));
        name.setLabelFor(control instanceof NumberInput input ? input.field() : control);
        return group(name, control);
    }

    /** Words that are never cut. */
    public static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What keeps apart what is left of it and what is right of it. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /**
     * Gives a panel, as wide as the centre of the window, smaller words where that is narrow: with the projector's type
     * on a small screen it has the pseudo-class {@code narrow}.
     */
    public static void followNarrow(Region panel, Consumer<Boolean> also) {
        panel.widthProperty().addListener((observable, old, width) -> {
            boolean narrow = width.doubleValue() < NARROW_WIDTH;
            panel.pseudoClassStateChanged(NARROW, narrow);
            also.accept(narrow);
        });
    }

    /** Shows something, or leaves no gap where it was. */
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /** Shows something where it has a use. Holds what tells it for as long as it is there. */
    public static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
