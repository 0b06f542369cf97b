package normscope.view.present;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.PresentViewModel;

/** The keys while presenting. A clicker sends PageDown and PageUp, F5, Esc and a full stop. */
final class PresentKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private final Runnable leave;

    /**
     * Creates the bindings.
     *
     * @param vm what they act on
     * @param presenter what is more than the view model
     */
    PresentKeys(PresentViewModel vm, Presenter presenter) {
        leave = presenter::close;
        bind(KeyCode.SPACE, vm::playOrPause);
        bind(KeyCode.PAGE_DOWN, vm::next);
        bind(KeyCode.PAGE_UP, vm::back);
        bind(KeyCode.UP, () -> vm.moveLayer(-1));
        bind(KeyCode.DOWN, () -> vm.moveLayer(1));
        bind(KeyCode.RIGHT, () -> lab(vm).transport().stepOnce());
        bind(KeyCode.LEFT, () -> lab(vm).transport().stepBack());
        keys.put(
                new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN),
                () -> lab(vm).transport().stepEpoch());
        bind(KeyCode.R, vm::reset);
        bind(KeyCode.L, () -> lab(vm).transport().live());
        bind(KeyCode.S, presenter::shift);
        bind(KeyCode.I, vm::toggleShiftLab);
        bind(KeyCode.P, presenter::togglePin);
        bind(KeyCode.A, presenter::toggleAccuracy);
        bind(KeyCode.B, () -> toggle(vm.blankProperty()));
        bind(KeyCode.PERIOD, () -> toggle(vm.blankProperty()));
        bind(KeyCode.N, presenter::toggleNotes);
        bind(KeyCode.O, vm::toggleChoosing);
        bind(KeyCode.X, presenter::swapScreens);
        bind(KeyCode.PLUS, () -> presenter.changeSpeed(2));
        bind(KeyCode.EQUALS, () -> presenter.changeSpeed(2));
        bind(KeyCode.ADD, () -> presenter.changeSpeed(2));
        bind(KeyCode.MINUS, () -> presenter.changeSpeed(0.5));
        bind(KeyCode.SUBTRACT, () -> presenter.changeSpeed(0.5));
        bind(KeyCode.F2, () -> presenter.saveFigure(false));
        keys.put(new KeyCodeCombination(KeyCode.F2, KeyCombination.SHIFT_DOWN), () -> presenter.saveFigure(true));
        keys.put(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN), presenter::copyFigure);
        bind(KeyCode.F5, leave);
        bind(KeyCode.ESCAPE, () -> {
            if (vm.choosingProperty().get()) {
                vm.choosingProperty().set(false);
            } else {
                leave.run();
            }
        });
        KeyCode[] digits = {
            KeyCode.DIGIT0, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9
        };
        KeyCode[] pad = {
            KeyCode.NUMPAD0, KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4,
            KeyCode.NUMPAD5, KeyCode.NUMPAD6, KeyCode.NUMPAD7, KeyCode.NUMPAD8, KeyCode.NUMPAD9
        };
        for (int i = 0; i < digits.length; i++) {
            int digit = i;
            bind(digits[i], () -> vm.press(digit));
            bind(pad[i], () -> vm.press(digit));
        }
    }

    private static LabViewModel lab(PresentViewModel vm) {
        return vm.shownProperty().get();
    }

    private static void toggle(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private void bind(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code), action);
    }

    /**
     * Lets the keys work in a scene.
     *
     * @param scene modified
     */
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, scene.getFocusOwner()));
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

    /** An instrument's fields and sliders keep what they need; the clicker's keys are never theirs. */
    private static boolean isKept(KeyEvent event, Node focused) {
        return switch (event.getCode()) {
            case F5, ESCAPE, PAGE_DOWN, PAGE_UP -> false;
            case LEFT, RIGHT, UP, DOWN -> focused instanceof Slider || focused instanceof TextInputControl;
            default -> focused instanceof TextInputControl;
        };
    }
}
