package normscope.window;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import normscope.control.DatasetPicker;
import normscope.control.Hints;
import normscope.control.SegmentedChoice;
import normscope.control.Timeline;
import normscope.lab.TransportViewModel;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.Recall;
import normscope.present.Modes;
import normscope.shell.KeyMap;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;

/**
 * The keys of the window.
 *
 * <p>A text field keeps every key it can use. A control that the keyboard has moved to keeps Space and Enter; one that
 * was only clicked does not, so that Space plays after a click on a switch; neither does the chosen answer to a
 * lesson's question. Controls that arrow keys move keep those.
 */
public final class KeyBindings {

    private static final List<KeyCode> ANSWERS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);

    /** What works wherever the keyboard is among the runs. */
    private static final Set<KeyCode> WINDOW_KEYS = Set.of(KeyCode.T, KeyCode.F1, KeyCode.F5, KeyCode.O, KeyCode.Q);

    private final KeyMap keys = new KeyMap();
    private final Modes modes;
    private final Runnable showKeys;

    /** Binds the keys to the visible mode. */
    public KeyBindings(Modes modes) {
        this.modes = modes;
        WindowActions window = modes.lab();
        keys.bind(KeyCode.SPACE, modes::actOrPlay);
        keys.bind(KeyCode.RIGHT, onTransport(TransportViewModel::stepOnce));
        keys.bind(KeyCode.LEFT, onTransport(TransportViewModel::stepBack));
        keys.bind(KeyCode.RIGHT, onTransport(TransportViewModel::stepEpoch), KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.R, visible(WindowActions::reset));
        keys.bind(KeyCode.L, visible(WindowActions::live));
        keys.bind(KeyCode.C, visible(WindowActions::continueFromHere));
        keys.bind(KeyCode.T, window::nextTheme);
        keys.bind(KeyCode.U, visible(WindowActions::toggleUnit));
        keys.bind(KeyCode.P, visible(WindowActions::togglePin));
        keys.bind(KeyCode.S, visible(actions -> actions.shift().apply(false)));
        keys.bind(KeyCode.ESCAPE, modes::leave);
        keys.bind(KeyCode.F1, window::showKeys);
        keys.bind(KeyCode.F2, modes.figures()::save);
        keys.bind(KeyCode.F2, modes.figures()::saveAll, KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.C, modes.figures()::copy, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.DIGIT0, modes.figures()::showWhole, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.F5, modes::present);
        keys.bind(KeyCode.Z, modes::undo, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.Z, modes::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.O, modes::open, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.D, modes::openData, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.S, modes::save, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.Q, window::exit, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.S, modes::saveAs, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        this.showKeys = window::showKeys;
        bindLesson();
    }

    /** A clicker sends the page keys. */
    private void bindLesson() {
        keys.bind(KeyCode.PAGE_DOWN, onLesson(LessonViewModel::next, Recall::next));
        keys.bind(KeyCode.PAGE_UP, onLesson(LessonViewModel::back, asked -> {}));
        for (int i = 0; i < ANSWERS.size(); i++) {
            int answer = i;
            keys.bind(ANSWERS.get(i), onLesson(lesson -> lesson.answer(answer), asked -> asked.answer(answer)));
        }
        keys.bind(KeyCode.ENTER, onLesson(KeyBindings::actOrGoOn, Recall::next));
    }

    /** At the end of a lesson all that is left to do is to go on to the next. */
    private static void actOrGoOn(LessonViewModel lesson) {
        if (lesson.current() == null) {
            lesson.finish();
        } else {
            lesson.act();
        }
    }

    private Runnable visible(Consumer<WindowActions> action) {
        return () -> modes.act(action);
    }

    private Runnable onTransport(Consumer<TransportViewModel> action) {
        return () -> modes.act(actions -> action.accept(actions.vm().transport()));
    }

    private Runnable onLesson(Consumer<LessonViewModel> action, Consumer<Recall> before) {
        return () -> {
            if (modes.showsLesson()) {
                action.accept(modes.lessons().lessonProperty().get());
            } else if (modes.asksBefore()) {
                before.accept(modes.lessons().recallProperty().get());
            }
        };
    }

    public void install(Scene scene) {
        keys.install(scene, this::isKept);
        KeyMap.onQuestionMark(scene, showKeys);
    }

    private boolean isKept(KeyEvent event, Node focused) {
        if (focused instanceof TextInputControl) {
            // Undo in a field undoes typing, and copying copies text.
            return !event.isShortcutDown() && !event.getCode().isFunctionKey()
                    || event.getCode() == KeyCode.Z
                    || event.getCode() == KeyCode.C;
        }
        if (modes.modeProperty().get() == WindowMode.COMPARE) {
            // No experiment is there: keys are for the table, but for those of the whole window.
            return !WINDOW_KEYS.contains(event.getCode()) || event.getCode() == KeyCode.O && !event.isShortcutDown();
        }
        return switch (event.getCode()) {
            // Where there is nothing to play, Space is for what has the keyboard.
            case SPACE ->
                isActivatedBySpace(focused)
                        && (focused.isFocusVisible() || modes.actionsProperty().get() == null);
            case ENTER ->
                !modes.showsLesson() && !modes.asksBefore()
                        || focused instanceof ButtonBase && focused.isFocusVisible() && !isChosenAnswer(focused);
            // In a lesson a clicker must turn pages, whatever was clicked before.
            case PAGE_UP, PAGE_DOWN -> !modes.showsLesson() && !modes.asksBefore();
            case LEFT, RIGHT -> !event.isShortcutDown() && isMovedByArrows(focused);
            default -> false;
        };
    }

    private static boolean isActivatedBySpace(Node focused) {
        return focused instanceof ButtonBase && !isOneOfMany(focused) && !isChosenAnswer(focused)
                || focused instanceof ComboBoxBase;
    }

    /** Whoever has answered by keys goes on by keys. */
    private static boolean isChosenAnswer(Node focused) {
        return focused instanceof ToggleButton toggle
                && toggle.isSelected()
                && toggle.getStyleClass().contains("answer");
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
}
