package normscope.view;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import normscope.view.control.DatasetPicker;
import normscope.view.control.Hints;
import normscope.view.control.SegmentedChoice;
import normscope.view.control.Timeline;
import normscope.viewmodel.TransportViewModel;

/**
 * The keys of the window.
 *
 * <p>A text field keeps every key it can use. A control that the keyboard has moved to keeps Space and Enter; one that
 * was only clicked does not, so that Space plays after a click on a switch. Controls that arrow keys move keep those.
 */
public final class KeyBindings {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private final Runnable showKeys;

    /**
     * Creates the bindings.
     *
     * @param actions what the keys do
     */
    public KeyBindings(WindowActions actions) {
        TransportViewModel transport = actions.vm().transport();
        bind(KeyCode.SPACE, transport::togglePlay);
        bind(KeyCode.RIGHT, transport::stepOnce);
        bind(KeyCode.LEFT, transport::stepBack);
        keys.put(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN), transport::stepEpoch);
        bind(KeyCode.R, transport::reset);
        bind(KeyCode.L, actions::live);
        bind(KeyCode.C, actions::continueFromHere);
        bind(KeyCode.T, actions::nextTheme);
        bind(KeyCode.U, actions::toggleUnit);
        bind(KeyCode.P, actions::togglePin);
        bind(KeyCode.ESCAPE, actions::closeInstrument);
        bind(KeyCode.F1, actions::showKeys);
        withShortcut(KeyCode.Z, actions::undo);
        withShortcut(KeyCode.O, actions::open);
        withShortcut(KeyCode.S, actions::save);
        withShortcut(KeyCode.Q, actions::exit);
        keys.put(
                new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                actions::saveAs);
        this.showKeys = actions::showKeys;
    }

    /**
     * Lets the keys work in a scene.
     *
     * @param scene modified
     */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, scene.getFocusOwner()));
        // A question mark sits on another key in every country: it is known only as a typed character.
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
                showKeys.run();
                event.consume();
            }
        });
    }

    private void press(KeyEvent event, Node focused) {
        if (isKept(event, focused)) {
            return;
        }
        for (Map.Entry<KeyCombination, Runnable> key : keys.entrySet()) {
            if (key.getKey().match(event)) {
                event.consume();
                key.getValue().run();
                return;
            }
        }
    }

    private static boolean isKept(KeyEvent event, Node focused) {
        if (focused instanceof TextInputControl) {
            // Undo in a field undoes typing.
            return !event.isShortcutDown() && event.getCode() != KeyCode.F1 || event.getCode() == KeyCode.Z;
        }
        return switch (event.getCode()) {
            case SPACE -> isActivatedBySpace(focused) && focused.isFocusVisible();
            case LEFT, RIGHT -> !event.isShortcutDown() && isMovedByArrows(focused);
            default -> false;
        };
    }

    private static boolean isActivatedBySpace(Node focused) {
        return focused instanceof ButtonBase && !isOneOfMany(focused) || focused instanceof ComboBoxBase;
    }

    private static boolean isMovedByArrows(Node focused) {
        return focused instanceof Slider
                || focused instanceof Timeline
                || isOneOfMany(focused)
                || Hints.isKeepingArrows(focused);
    }

    /**
     * Such a choice gets the focus by keys alone, never by a click. Arrow keys choose; Space has nothing to do there.
     */
    private static boolean isOneOfMany(Node focused) {
        return focused instanceof ToggleButton
                && (focused.getParent() instanceof SegmentedChoice || focused.getParent() instanceof DatasetPicker);
    }

    private void bind(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code), action);
    }

    private void withShortcut(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }
}
