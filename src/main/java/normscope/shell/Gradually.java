package normscope.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Does a little of its work in each frame: what is new in a scene has to be styled, and all at once would take too
 * long. If there are several, one after the other.
 */
public final class Gradually extends AnimationTimer {

    /** Putting a piece there is the smaller part: most of its styles are found in the frame's own pass. */
    private static final long SLICE_NANOS = 4_000_000;

    /** The frame that was the last one to have something done. */
    private static long busyFrame;

    private final Deque<Runnable> pieces;
    private boolean begun;

    /**
     * Prepares it; {@link #start} begins with the coming frame.
     *
     * @param pieces in order, at least one
     */
    public Gradually(List<Runnable> pieces) {
        this.pieces = new ArrayDeque<>(pieces);
    }

    /**
     * Takes panels apart and puts them together again in the coming frames; they can't be seen before all are whole.
     * Where nobody looks, nothing happens.
     *
     * @param scene where they are about to be shown; may be null
     * @param panels modified; one may lie within another that stands before it
     */
    public static void fill(Scene scene, Region... panels) {
        boolean seen =
                scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
        if (!seen) {
            return;
        }
        List<Runnable> pieces = new ArrayList<>();
        for (Region panel : panels) {
            finish(panel);
            if ((panel instanceof ScrollPane scroll ? scroll.getContent() : panel) instanceof Pane pane) {
                takeApart(pane, pieces);
            }
        }
        pieces.add(() -> Arrays.stream(panels).forEach(panel -> panel.setOpacity(1)));
        Gradually filling = new Gradually(pieces);
        for (Region panel : panels) {
            panel.setOpacity(0);
            panel.getProperties().put(Gradually.class, filling);
        }
        filling.start();
    }

    /**
     * Whether nothing is missing from a panel, and all of it was styled.
     *
     * @param panel any panel
     * @return false while {@link #fill} is at work
     */
    public static boolean isWhole(Region panel) {
        return !(panel.getProperties().get(Gradually.class) instanceof Gradually filling) || filling.pieces.isEmpty();
    }

    /** Puts together at once whatever {@link #fill} has still to do for a panel, and for those named with it. */
    public static void finish(Region panel) {
        if (!isWhole(panel)) {
            Gradually filling = (Gradually) panel.getProperties().get(Gradually.class);
            filling.stop();
            filling.pieces.forEach(Runnable::run);
            filling.pieces.clear();
        }
    }

    /** Rows of rows are put back row by row. A pane whose owner gives it other children meanwhile keeps those. */
    private static void takeApart(Pane pane, List<Runnable> pieces) {
        finish(pane);
        ObservableList<Node> children = pane.getChildren();
        List<Node> all = List.copyOf(children);
        boolean[] given = new boolean[1];
        for (int i = 0; i < all.size(); i++) {
            Node child = all.get(i);
            List<Node> before = all.subList(0, i);
            pieces.add(() -> {
                given[0] |= !children.equals(before);
                if (!given[0]) {
                    children.add(child);
                }
            });
            if (isSimple(child)) {
                takeApart((Pane) child, pieces);
            }
        }
        children.clear();
    }

    /** Whether it only holds rows, below or over each other. */
    private static boolean isSimple(Node node) {
        return node instanceof VBox
                || node instanceof FlowPane
                || node instanceof GridPane
                || node instanceof StackPane;
    }

    /** Whether another one has worked in this frame; if not, it is taken now. */
    private static boolean isTaken(long frame) {
        boolean taken = frame == busyFrame;
        busyFrame = frame;
        return taken;
    }

    @Override
    public void handle(long now) {
        if (isTaken(now)) {
            return;
        }
        // In the first frame one piece alone: what is scrolled comes into the scene with the skin around it, and before
        // that takes no time.
        long end = System.nanoTime() + (begun ? SLICE_NANOS : 0);
        begun = true;
        // Who is finished by another timer is still called in that frame.
        Runnable piece = pieces.poll();
        while (piece != null) {
            piece.run();
            piece = System.nanoTime() < end ? pieces.poll() : null;
        }
        if (pieces.isEmpty()) {
            stop();
        }
    }
}
