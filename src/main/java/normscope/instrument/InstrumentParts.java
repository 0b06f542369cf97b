package normscope.instrument;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.experiment.Arms;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** What instruments' panels are put together of, beside {@link Parts}. */
public final class InstrumentParts {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 600;

    private InstrumentParts() {}

    /** A row of controls that breaks where it must. */
    public static FlowPane tools(Node... groups) {
        return Parts.styled(new FlowPane(groups), "histogram-toolbar");
    }

    public static HBox group(Node... nodes) {
        return Parts.row("tool-group", nodes);
    }

    /** A row of readouts that breaks where it must. */
    public static FlowPane readouts(Node... readouts) {
        return Parts.styled(new FlowPane(readouts), "readouts");
    }

    /** A card that takes the room that is left. */
    public static VBox card(Node... content) {
        Parts.high(content[content.length - 1]);
        VBox card = Parts.high(Parts.styled(new VBox(content), "card", "figure-card"));
        card.setMinSize(0, 0);
        return card;
    }

    /** Cards in columns and rows of the same size. */
    public static GridPane grid(int columns, int rows) {
        GridPane grid = Parts.high(Parts.styled(new GridPane(), "statistics-grid"));
        divide(grid, columns, rows);
        return grid;
    }

    /** Gives columns and rows of a grid the same size. */
    public static void divide(GridPane grid, int columns, int rows) {
        Parts.divide(grid, columns);
        grid.getRowConstraints().clear();
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
    }

    /** Sentences below the figures, which are never cut. */
    public static Label note(String text) {
        return Parts.paragraph(text, "formula-note");
    }

    /** The card of a figure; {@code key.tip} helps who cannot see it. */
    public static VBox card(String key, FigureCanvas canvas) {
        VBox card = card(canvas);
        card.setAccessibleHelp(Texts.text(key + ".tip"));
        return card;
    }

    /** A button of words; its id is the key with hyphens. */
    public static Button button(String key, Runnable action) {
        return Parts.whole(Parts.styled(Parts.button(key.replace('.', '-'), key, action), "small-button"));
    }

    /** A switch of words; its id is the key with hyphens. */
    public static ToggleButton toggle(String key) {
        ToggleButton toggle = Hints.describe(new ToggleButton(Texts.text(key)), key);
        toggle.setId(key.replace('.', '-'));
        return Parts.whole(Parts.styled(toggle, "plain-toggle"));
    }

    /** A figure in the window's theme. */
    public static FigureCanvas canvas(String id, Figure figure, WindowActions actions) {
        FigureCanvas canvas = Figures.canvas(figure, actions);
        canvas.setId(id);
        return canvas;
    }

    /** A figure that is worked with by mouse and keys. */
    public static FigureCanvas stage(String id, Figure figure, WindowActions actions) {
        FigureCanvas canvas = Parts.styled(canvas(id, figure, actions), "figure-stage");
        canvas.setFocusTraversable(true);
        Hints.keepsArrows(canvas);
        return canvas;
    }

    /** Cards beside each other, which take the room that is left. */
    public static HBox beside(Node... cards) {
        HBox beside = Parts.high(Parts.row("example-content", cards));
        beside.setMinSize(0, 0);
        return beside;
    }

    /** Rows that may be higher than the room they have, but are as wide. */
    public static ScrollPane scroll(Node rows) {
        ScrollPane scroll = Parts.styled(Parts.unpictured(new ScrollPane(rows)), "rows-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** How far something is that takes a while, as wide as there is room. */
    public static ProgressBar progress(String id) {
        ProgressBar progress = Parts.wide(Parts.styled(new ProgressBar(0), "small-progress"));
        progress.setId(id);
        progress.setMaxWidth(Double.MAX_VALUE);
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
        return Parts.wide(number(key, scale, true, handler));
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
        SegmentedChoice<Integer> choice = choice(id + "-arm", List.of(0, 1), InstrumentParts::armKey);
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
}
