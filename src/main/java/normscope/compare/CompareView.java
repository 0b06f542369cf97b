package normscope.compare;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.shell.WindowActions;

/** The window's content where runs are compared. */
public final class CompareView implements AutoCloseable {

    private static final double FIGURES = 0.38;

    private static final double LOSS_SHARE = 0.6;

    private final CompareViewModel vm;
    private final RunsCard runs;
    private final HBox root = new HBox();
    private boolean first = true;

    /** Builds the content; what stands at the right has a width of its own, null leaves all of it to the runs. */
    public CompareView(CompareViewModel vm, WindowActions actions, Node beside) {
        this.vm = vm;
        runs = new RunsCard(vm, actions);
        OverlayCard overlay = new OverlayCard(vm, actions);
        LayerCard layer = new LayerCard(vm, actions);
        HBox figures = Parts.row("compare-figures", overlay, layer);
        figures.setMinHeight(0);
        VBox column = Parts.column("compare-column", runs, figures);
        column.setMinWidth(0);
        // Neither figure asks for room by what it happens to show.
        overlay.prefWidthProperty().bind(figures.widthProperty().multiply(LOSS_SHARE));
        layer.prefWidthProperty().bind(figures.widthProperty().multiply(1 - LOSS_SHARE));
        overlay.setMinWidth(0);
        layer.setMinWidth(0);
        HBox.setHgrow(layer, Priority.ALWAYS);
        figures.prefHeightProperty().bind(column.heightProperty().multiply(FIGURES));
        runs.setMinHeight(0);
        VBox.setVgrow(runs, Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        root.getStyleClass().addAll("stage-area", "compare");
        root.getChildren().add(column);
        if (beside != null) {
            root.getChildren().add(beside);
        }
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z && !event.isShiftDown()) {
            vm.undo();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            runs.focusFilter();
            event.consume();
        }
    }

    public Parent root() {
        return root;
    }

    /** Gets the content up to date when it is shown, with the keyboard on the table. */
    public void begin() {
        vm.keepNow();
        vm.pulse();
        runs.focusTable();
    }

    /** Shows what is new; called for every frame while visible. */
    public void update() {
        vm.pulse();
        if (first && !vm.shown().isEmpty()) {
            // Nobody has to guess what the figures are for.
            first = false;
            vm.toggleAll(vm.shown().get(0));
            runs.focusTable();
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
