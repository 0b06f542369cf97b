package normscope.present;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import normscope.control.Parts;

/**
 * The spot that shows a class where the mouse is, as large as a hand holds a pointer's. It is there while the mouse
 * moves or is pressed, and goes by itself: a presenter has no key to spare for it.
 */
final class PointerSpot extends Pane {

    private static final double SIZE = 1.0 / 36;
    private static final long STAYS_NANOS = 1_500_000_000L;

    private final Circle spot = Parts.named(new Circle(), "present-spot", "present-spot");
    private boolean moved;
    private boolean pressed;
    private long until;

    PointerSpot(double screenHeight) {
        setMouseTransparent(true);
        spot.setRadius(screenHeight * SIZE);
        spot.setStrokeWidth(screenHeight / 240);
        spot.setManaged(false);
        spot.setVisible(false);
        getChildren().setAll(spot);
    }

    /** Follows the mouse over a node, which shows no other pointer. */
    void follow(javafx.scene.Node over) {
        over.setCursor(Cursor.NONE);
        over.addEventFilter(MouseEvent.ANY, event -> {
            boolean moves =
                    event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
            if (moves || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                spot.setCenterX(event.getSceneX());
                spot.setCenterY(event.getSceneY());
                moved = true;
            }
            pressed = event.isPrimaryButtonDown();
        });
    }

    /** Lets the spot come and go; once a frame. */
    void pulse(long nanos) {
        if (moved || pressed) {
            until = nanos + STAYS_NANOS;
            moved = false;
        }
        spot.setVisible(nanos < until);
    }
}
