package normscope.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import normscope.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What panels are put together of, dressed, named and put in its place in one line each. */
public final class Parts {

    private Parts() {}

    /** {@return a node with classes of the style sheet} */
    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    public static HBox row(String style, Node... nodes) {
        return styled(new HBox(nodes), style);
    }

    public static VBox column(String style, Node... nodes) {
        return styled(new VBox(nodes), style);
    }

    /** {@return the same node, which takes what room is left in its row} */
    public static <N extends Node> N wide(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /** {@return the same node, which takes what room is left in its column} */
    public static <N extends Node> N high(N node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /** {@return the same node, which is never narrower than it would like} */
    public static <R extends Region> R whole(R region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    /**
     * {@return the same pane, which does not keep a picture of its content for scrolling, as its skin would: content
     * that changes in every frame would be painted twice}
     */
    public static <S extends ScrollPane> S unpictured(S pane) {
        pane.skinProperty().addListener(observable -> pane.lookup(".viewport").setCache(false));
        return pane;
    }

    /** Gives a grid columns of the same width. */
    public static void divide(GridPane grid, int columns) {
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
    }

    /** {@return what keeps the two ends of a row apart} */
    public static Region gap() {
        return wide(new Region());
    }

    /** {@return a line of settings: what a key calls it, and its control, which takes what room is left} */
    public static HBox setting(String key, Node control) {
        Label name = styled(new Label(Texts.text(key)), "setting-name");
        name.setLabelFor(control);
        return row("setting", name, wide(control));
    }

    /** {@return words that are never cut} */
    public static Label label(String words, String... classes) {
        return whole(styled(new Label(words), classes));
    }

    /** {@return a label that goes on in a next line where its words do not fit} */
    public static Label wrapped(String words, String... classes) {
        Label label = styled(new Label(words), classes);
        label.setWrapText(true);
        return label;
    }

    /** {@return a label whose text goes on in further lines, none of which is ever cut off} */
    public static Label paragraph(String text, String... classes) {
        Label label = wrapped(text, classes);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** {@return what stands beside a title, as long as there is room} */
    public static FittingLabel note(String wordings) {
        FittingLabel note = styled(wide(new FittingLabel()), "column-note");
        note.setWordings(wordings);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    /** {@return the node, with an id and classes of the style sheet} */
    public static <N extends Node> N named(N node, String id, String... classes) {
        node.setId(id);
        return styled(node, classes);
    }

    /** {@return a button with a key's words and hints, and these classes; its id is the key with hyphens} */
    public static Button button(String key, String... classes) {
        return named(Hints.describe(new Button(Texts.text(key)), key), key.replace('.', '-'), classes);
    }

    /** {@return a box to be ticked, likewise} */
    public static CheckBox box(String key) {
        return named(Hints.describe(new CheckBox(Texts.text(key)), key), key.replace('.', '-'));
    }

    /** {@return a line for what is wrong, which takes room only while it says something} */
    static Label errorLine() {
        Label error = collapsing(wrapped("", "input-error"));
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        return error;
    }

    /** {@return a button with the words of a key} */
    public static Button button(String id, String key, Runnable action) {
        return acting(Hints.describe(new Button(Texts.text(key)), key), id, action);
    }

    /** {@return a button with a picture, which a key describes} */
    public static Button button(String id, String key, Ikon icon, Runnable action) {
        return acting(Hints.describe(new Button("", new FontIcon(icon)), key), id, action);
    }

    private static <B extends ButtonBase> B acting(B button, String id, Runnable action) {
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** {@return a choice whose alternatives have the texts KEY.NAME and KEY.NAME.tip} */
    public static <T> SegmentedChoice<T> choice(String key, List<T> items, Function<T, Object> name) {
        return new SegmentedChoice<>(
                items,
                item -> Texts.text(key + "." + name.apply(item)),
                item -> Texts.text(key + "." + name.apply(item) + ".tip"));
    }

    public static <T> SegmentedChoice<T> choice(String key, List<T> items) {
        return choice(key, items, String::valueOf);
    }

    /** {@return what writes the values of a list that is not editable; no value is written as nothing} */
    public static <T> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list isn't editable");
            }
        };
    }

    /** Shows a node in its place, or lets the others have that. */
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /** Shows a node in its place where it has a use. Holds what tells it for as long as it is there. */
    public static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        collapsing(node);
    }

    /** {@return the same node, whose place the others have whenever it is not visible} */
    public static <N extends Node> N collapsing(N node) {
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /** Does something whenever one of these changes. */
    public static void onChange(Runnable action, Observable... watched) {
        for (Observable each : watched) {
            each.addListener(observable -> action.run());
        }
    }

    /** Shows what these say now, and again whenever one of them changes. */
    public static void follow(Runnable show, Observable... shown) {
        onChange(show, shown);
        show.run();
    }
}
