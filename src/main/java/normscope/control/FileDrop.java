package normscope.control;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file or folder dropped on the window. */
public final class FileDrop {

    private FileDrop() {}

    /** Lets files be dropped on a node; {@code open} gets the first one. */
    public static void accept(Node node, Consumer<Path> open) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean some = event.getDragboard().hasFiles();
            if (some) {
                open.accept(event.getDragboard().getFiles().get(0).toPath());
                event.consume();
            }
            event.setDropCompleted(some);
        });
    }
}
