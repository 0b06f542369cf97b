package normscope.present;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import normscope.lab.LabViewModel;
import normscope.shell.KeyMap;

/** The keys while presenting. A clicker sends PageDown and PageUp, F5, Esc and a full stop. */
final class PresentKeys {

    private final KeyMap keys = new KeyMap();
    private final PresentViewModel vm;

    /** Binds the keys to a view model, and to what of the presenter is more than that. */
    PresentKeys(PresentViewModel vm, Presenter presenter) {
        Runnable leave = presenter::close;
        keys.bind(KeyCode.SPACE, vm::playOrPause);
        keys.bind(KeyCode.PAGE_DOWN, vm::next);
        keys.bind(KeyCode.PAGE_UP, vm::back);
        keys.bind(KeyCode.UP, orInList(vm, () -> vm.choice().mark(-1), () -> vm.moveLayer(-1)));
        keys.bind(KeyCode.DOWN, orInList(vm, () -> vm.choice().mark(1), () -> vm.moveLayer(1)));
        keys.bind(KeyCode.ENTER, orInList(vm, vm.choice()::choose, () -> {
            if (vm.improvisation().openProperty().get()) {
                vm.improvisation().restart();
            }
        }));
        keys.bind(KeyCode.E, () -> toggle(vm.improvisation().openProperty()));
        keys.bind(KeyCode.RIGHT, () -> {
            if (vm.asks()) {
                vm.next();
            } else {
                lab(vm).transport().stepOnce();
            }
        });
        keys.bind(KeyCode.BACK_SPACE, vm::takeBack);
        keys.bind(KeyCode.Q, () -> vm.zoom(vm.bigProperty().get()));
        keys.bind(KeyCode.LEFT, () -> lab(vm).transport().stepBack());
        keys.bind(KeyCode.RIGHT, () -> lab(vm).transport().stepEpoch(), KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.R, vm::reset);
        keys.bind(KeyCode.L, () -> lab(vm).transport().live());
        keys.bind(KeyCode.S, presenter::shift);
        keys.bind(KeyCode.I, vm::toggleShiftLab);
        keys.bind(KeyCode.P, presenter::togglePin);
        keys.bind(KeyCode.A, presenter::toggleAccuracy);
        keys.bind(KeyCode.B, () -> toggle(vm.blankProperty()));
        keys.bind(KeyCode.PERIOD, () -> toggle(vm.blankProperty()));
        keys.bind(KeyCode.N, presenter::toggleNotes);
        keys.bind(KeyCode.T, presenter::toggleTime);
        keys.bind(KeyCode.O, vm.lists()::toggleScripts);
        keys.bind(KeyCode.G, vm.lists()::toggleCues);
        keys.bind(KeyCode.F1, vm.lists()::toggleKeys);
        keys.bind(KeyCode.U, presenter::toggleUnit);
        keys.bind(KeyCode.Z, presenter::undo, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.Z, presenter::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.X, presenter::swapScreens);
        keys.bind(KeyCode.PLUS, () -> presenter.changeSpeed(2));
        keys.bind(KeyCode.EQUALS, () -> presenter.changeSpeed(2));
        keys.bind(KeyCode.ADD, () -> presenter.changeSpeed(2));
        keys.bind(KeyCode.MINUS, () -> presenter.changeSpeed(0.5));
        keys.bind(KeyCode.SUBTRACT, () -> presenter.changeSpeed(0.5));
        keys.bind(KeyCode.F2, () -> presenter.saveFigure(false));
        keys.bind(KeyCode.F2, () -> presenter.saveFigure(true), KeyCombination.SHIFT_DOWN);
        keys.bind(KeyCode.C, presenter::copyFigure, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.F5, orInList(vm, vm.choice()::close, leave));
        keys.bind(KeyCode.ESCAPE, orInList(vm, vm.choice()::close, leave));
        this.vm = vm;
        for (int i = 0; i <= 9; i++) {
            int digit = i;
            keys.bind(KeyCode.valueOf("DIGIT" + digit), () -> vm.press(digit));
            keys.bind(KeyCode.valueOf("NUMPAD" + digit), () -> vm.press(digit));
        }
    }

    private static Runnable orInList(PresentViewModel vm, Runnable inList, Runnable else_) {
        return () -> (vm.choice().isOpen() ? inList : else_).run();
    }

    private static LabViewModel lab(PresentViewModel vm) {
        return vm.shownProperty().get();
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    /** Lets the keys work in a scene. */
    void install(Scene scene) {
        keys.install(scene, PresentKeys::isKept);
        KeyMap.onQuestionMark(scene, vm.lists()::toggleKeys);
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
