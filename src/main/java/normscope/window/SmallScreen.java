package normscope.window;

import javafx.beans.binding.DoubleExpression;
import javafx.beans.binding.IntegerExpression;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import normscope.control.Parts;

/**
 * Shows the window's content, which has a least size. In a smaller window the content scrolls, and the bar to play,
 * which else has its place in there, stays below it.
 */
final class SmallScreen extends BorderPane {

    /** Of the content, in pixels: a window of 1024x680 has it within a frame. */
    private static final double LEAST_WIDTH = 1000;

    private static final double LEAST_HEIGHT = 640;

    /** How many times larger the content is, as its text is. */
    private final DoubleExpression least;

    private BorderPane usual;
    private Node bar;
    private boolean small;

    SmallScreen(Region content, IntegerExpression textSize) {
        least = textSize.multiply(0.01);
        content.minWidthProperty().bind(least.multiply(LEAST_WIDTH));
        content.minHeightProperty().bind(least.multiply(LEAST_HEIGHT));
        // A press on nothing must not move the keyboard to what scrolls.
        content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        ScrollPane scroll = Parts.styled(Parts.unpictured(new ScrollPane(content)), "small-screen");
        scroll.setId("small-screen");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        Parts.onChange(this::measure, least, widthProperty(), heightProperty());
    }

    /** Gives the bar its place at the bottom while all fits; null if there is nothing to play. */
    void dock(BorderPane place, Node toPlay) {
        if (usual != null && bar != null && small) {
            setBottom(null);
            usual.setBottom(bar);
        }
        usual = place;
        bar = toPlay;
        usual.setBottom(bar);
        show();
    }

    private void measure() {
        boolean now = getWidth() < least.get() * LEAST_WIDTH || getHeight() < least.get() * LEAST_HEIGHT;
        if (now != small) {
            small = now;
            show();
        }
    }

    private void show() {
        if (bar == null) {
            return;
        }
        BorderPane from = small ? usual : this;
        BorderPane to = small ? this : usual;
        if (to.getBottom() != bar) {
            from.setBottom(null);
            to.setBottom(bar);
        }
    }
}
