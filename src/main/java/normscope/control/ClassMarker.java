package normscope.control;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;

/** The mark of a class, in its colour and shape as the figures draw its points; as large as the letters beside it. */
public final class ClassMarker extends Pane {

    /** Circle, triangle, square, diamond; about 10 wide. */
    private static final List<String> SHAPES = List.of(
            "M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
            "M5 -0.3L9.6 7.6L0.4 7.6z",
            "M1.4 1.4H8.6V8.6H1.4z",
            "M5 0L10 5L5 10L0 5z");

    private static final double SIZE = 10;

    /** Makes the mark of a class, 0 … 3. */
    public ClassMarker(int label) {
        SVGPath shape = Parts.styled(new SVGPath(), "class-" + label);
        shape.setContent(SHAPES.get(label));
        // A path is laid out by its bounds, and each would sit elsewhere.
        shape.setManaged(false);
        getChildren().add(shape);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }
}
