package normscope.control;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import normscope.text.Texts;

/** Tooltips and spoken names, so that no control is without either. */
public final class Hints {

    private static final Duration DELAY = Duration.millis(400);

    private static final String KEEPS_ARROWS = "normscope.keeps-arrows";

    /** A tooltip is a window with a scene of its own: made only for what the mouse does come to. */
    private static final EventHandler<MouseEvent> MAKE_TOOLTIP = event -> {
        Node node = (Node) event.getSource();
        tooltip(node).setText(node.getAccessibleHelp());
    };

    private Hints() {}

    /** Leaves the arrow keys to a node while it has the focus, in place of the window's own use of them. */
    public static void keepsArrows(Node node) {
        node.getProperties().put(KEEPS_ARROWS, true);
    }

    /** {@return whether arrow keys belong to a node, which may be null, after {@link #keepsArrows}} */
    public static boolean isKeepingArrows(Node node) {
        return node != null && node.getProperties().containsKey(KEEPS_ARROWS);
    }

    /** Gives a node its tooltip and accessible texts: {@code key} names it, {@code key.tip} says what it does. */
    public static <N extends Node> N describe(N node, String key, Object... arguments) {
        return describeAs(node, Texts.text(key, arguments), Texts.text(key + ".tip", arguments));
    }

    /** Gives a node its tooltip and its accessible texts: its name, and one line that says what it does. */
    public static <N extends Node> N describeAs(N node, String name, String tip) {
        node.setAccessibleText(name);
        node.setAccessibleHelp(tip);
        if (node.getProperties().containsKey(Tooltip.class)) {
            tooltip(node).setText(tip);
        }
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, MAKE_TOOLTIP);
        return node;
    }

    private static Tooltip tooltip(Node node) {
        return (Tooltip) node.getProperties().computeIfAbsent(Tooltip.class, key -> {
            Tooltip tooltip = new Tooltip();
            tooltip.setShowDelay(DELAY);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
            Tooltip.install(node, tooltip);
            return tooltip;
        });
    }
}
