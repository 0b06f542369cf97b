package normscope.window.draw;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import normscope.control.Parts;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.experiment.ExperimentConfig;
import normscope.lab.DrawViewModel;
import normscope.lab.DrawViewModel.Tool;
import normscope.lab.LabViewModel;
import normscope.shell.Appearance;
import normscope.shell.InfoDialogs;
import normscope.shell.KeyMap;

/** The plane with its tools over the window; what was drawn becomes the Lab's data, or nothing changes. */
public final class DrawDialog {

    private final LabViewModel lab;
    private final Appearance appearance;
    private DrawViewModel vm;

    public DrawDialog(LabViewModel lab, Appearance appearance) {
        this.lab = lab;
        this.appearance = appearance;
    }

    /** Opens it over a window. A drawing that was not used is still there. */
    public void open(Window owner) {
        ExperimentConfig config = lab.configProperty().get();
        List<Point> left = vm == null ? List.of() : vm.pointsProperty().get();
        vm = new DrawViewModel(config, left);
        DrawPlane plane = new DrawPlane(vm);
        DrawTools tools = new DrawTools(vm);
        HBox.setHgrow(plane, Priority.ALWAYS);
        HBox content = Parts.row("draw", plane, tools);
        ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
        vm.pointsProperty().subscribe(points -> refused.set(vm.classes().problem()));
        plane.setTheme(appearance.chartsProperty().get());

        DialogPane pane = InfoDialogs.work(owner, appearance, "draw", content, refused, this::use);
        keys().install(pane.getScene(), DrawDialog::isKept);
        plane.requestFocus();
    }

    private void use() {
        ExperimentConfig config = lab.configProperty().get();
        lab.edit(config.withData(vm.data()));
    }

    private KeyMap keys() {
        KeyMap keys = new KeyMap();
        for (int i = 0; i < DrawnPoints.MAX_CLASSES; i++) {
            int label = i;
            keys.bind(
                    KeyCode.getKeyCode(String.valueOf(i + 1)),
                    () -> vm.labelProperty().set(label));
            keys.bind(
                    KeyCode.valueOf("NUMPAD" + (i + 1)),
                    () -> vm.labelProperty().set(label));
        }
        keys.bind(KeyCode.B, () -> take(Tool.SPRAY));
        keys.bind(KeyCode.P, () -> take(Tool.POINT));
        keys.bind(KeyCode.M, () -> take(Tool.MOVE));
        keys.bind(KeyCode.E, () -> take(Tool.ERASE));
        keys.bind(KeyCode.Z, vm::undo, KeyCombination.SHORTCUT_DOWN);
        keys.bind(KeyCode.Z, vm::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        return keys;
    }

    private void take(Tool tool) {
        vm.release();
        vm.toolProperty().set(tool);
    }

    private static boolean isKept(KeyEvent event, Node focused) {
        return focused instanceof TextInputControl;
    }
}
