package normscope.present;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Regions of the same size, side by side, or one below the other where the place is higher than it is wide. */
final class Pair extends Pane {

    private final double gap;

    /** Puts regions together, so many pixels apart. */
    Pair(double gap, List<Region> parts) {
        this.gap = gap;
        setMinSize(0, 0);
        getChildren().setAll(parts);
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = getManagedChildren();
        boolean beside = getWidth() >= getHeight();
        int gaps = parts.size() - 1;
        double width = beside ? (getWidth() - gaps * gap) / parts.size() : getWidth();
        double height = beside ? getHeight() : (getHeight() - gaps * gap) / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            double x = beside ? i * (width + gap) : 0;
            double y = beside ? 0 : i * (height + gap);
            parts.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
        }
    }
}
