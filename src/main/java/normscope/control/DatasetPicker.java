package normscope.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.TilePane;
import javafx.scene.shape.SVGPath;

/**
 * A choice of a data set from small pictures of the data. Tab reaches the chosen one, arrow keys choose.
 *
 * @param <T> what stands for a data set
 */
public final class DatasetPicker<T> extends TilePane {

    private static final double THUMB_WIDTH = 44;
    private static final double THUMB_HEIGHT = 24;
    private static final double DOT_RADIUS = 1.15;
    private static final int COLUMNS = 4;

    /** One point of a picture: to the right, up, and its class, from 0. */
    public record Dot(double x, double y, int label) {}

    /**
     * One picture: what is chosen by it, the name of the data set, the line that says what it is, and some points;
     * without points, as of data that isn't points, a short text is shown.
     */
    public record Tile<T>(T item, String name, String tip, List<Dot> dots, String glyph) {}

    private final List<Tile<T>> tiles;
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private Consumer<T> onCommit = item -> {};

    /** Creates a picker of pictures in order; nothing is chosen until {@link #valueProperty()} is set. */
    public DatasetPicker(List<Tile<T>> tiles) {
        this.tiles = List.copyOf(tiles);
        getStyleClass().add("dataset-picker");
        setPrefColumns(COLUMNS);
        for (Tile<T> tile : this.tiles) {
            ToggleButton button = Hints.describeAs(new ToggleButton(), tile.name(), tile.tip());
            button.setId("data-" + tile.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("dataset-tile");
            button.setGraphic(tile.dots().isEmpty() ? glyph(tile.glyph()) : thumbnail(tile.dots()));
            button.setFocusTraversable(false);
            button.setOnAction(event -> choose(tile.item()));
            getChildren().add(button);
        }
        value.addListener((observable, old, item) -> showChosen());
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
    }

    /** The chosen data set. Setting it does not call the handler. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Sets who is told of a choice by the user. */
    public void setOnCommit(Consumer<T> handler) {
        onCommit = handler;
    }

    private void choose(T item) {
        boolean isNew = !item.equals(value.get());
        value.set(item);
        showChosen();
        if (isNew) {
            onCommit.accept(item);
        }
    }

    private int chosen() {
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).item().equals(value.get())) {
                return i;
            }
        }
        return -1;
    }

    private void showChosen() {
        for (int i = 0; i < tiles.size(); i++) {
            ToggleButton button = (ToggleButton) getChildren().get(i);
            button.setSelected(i == chosen());
            button.setFocusTraversable(i == Math.max(0, chosen()));
        }
    }

    private void arrow(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -COLUMNS;
            case DOWN -> COLUMNS;
            default -> 0;
        };
        int next = chosen() + by;
        if (by == 0 || event.isShiftDown()) {
            return;
        }
        event.consume();
        if (next >= 0 && next < tiles.size()) {
            choose(tiles.get(next).item());
            getChildren().get(next).requestFocus();
        }
    }

    private static Node glyph(String text) {
        return Parts.styled(new Label(text), "dataset-glyph");
    }

    /** One path a class instead of one node a point: the style sheet colours it, and it costs next to nothing. */
    private static Node thumbnail(List<Dot> dots) {
        Pane pane = new Pane();
        pane.setPrefSize(THUMB_WIDTH, THUMB_HEIGHT);
        pane.setMinSize(THUMB_WIDTH, THUMB_HEIGHT);
        double minX = dots.stream().mapToDouble(Dot::x).min().orElse(0);
        double maxX = dots.stream().mapToDouble(Dot::x).max().orElse(1);
        double minY = dots.stream().mapToDouble(Dot::y).min().orElse(0);
        double maxY = dots.stream().mapToDouble(Dot::y).max().orElse(1);
        double scale = Math.min(
                (THUMB_WIDTH - 2 * DOT_RADIUS) / (maxX - minX), (THUMB_HEIGHT - 2 * DOT_RADIUS) / (maxY - minY));
        int classes = dots.stream().mapToInt(Dot::label).max().orElse(0) + 1;
        for (int c = 0; c < classes; c++) {
            StringBuilder path = new StringBuilder();
            for (Dot dot : dots) {
                if (dot.label() == c) {
                    double x = THUMB_WIDTH / 2 + scale * (dot.x() - (minX + maxX) / 2);
                    double y = THUMB_HEIGHT / 2 - scale * (dot.y() - (minY + maxY) / 2);
                    path.append(String.format(
                            Locale.ROOT,
                            "M%.2f %.2fa%3$s %3$s 0 1 0 %4$s 0a%3$s %3$s 0 1 0 -%4$s 0z",
                            x - DOT_RADIUS,
                            y,
                            DOT_RADIUS,
                            2 * DOT_RADIUS));
                }
            }
            SVGPath shape = Parts.styled(new SVGPath(), "class-" + c);
            shape.setContent(path.toString());
            // Unmanaged: a path is laid out by its bounds, which would move the points to the corner.
            shape.setManaged(false);
            pane.getChildren().add(shape);
        }
        return pane;
    }
}
