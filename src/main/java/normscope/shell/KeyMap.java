package normscope.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the keys of a window do, unless what has the keyboard needs them itself. */
public final class KeyMap {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /** Gives a key something to do while these modifiers are down too, and no others. */
    public void bind(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        keys.put(new KeyCodeCombination(code, modifiers), action);
    }

    /** Lets the keys work in a scene, but for those kept for the node that has the keyboard, which may be null. */
    public void install(Scene scene, BiPredicate<KeyEvent, Node> kept) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!kept.test(event, scene.getFocusOwner())) {
                press(event);
            }
        });
    }

    /**
     * Gives the question mark something to do, but in a field where one types. It sits on another key in every country:
     * it is known only as a typed character.
     */
    public static void onQuestionMark(Scene scene, Runnable action) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
                action.run();
                event.consume();
            }
        });
    }

    private void press(KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> key : keys.entrySet()) {
            if (key.getKey().match(event)) {
                event.consume();
                key.getValue().run();
                return;
            }
        }
    }
}
