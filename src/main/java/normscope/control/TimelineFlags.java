package normscope.control;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The flags above a timeline and their labels below it. Flags too near to another are left out, and so are labels. */
final class TimelineFlags extends Pane {

    private static final double NEAREST = 10;
    private static final double ABOVE = 11;
    private static final double BELOW = 10;

    TimelineFlags() {
        setMouseTransparent(true);
    }

    void show(List<Timeline.Flag> flags, LongToDoubleFunction x, double width, double lineY) {
        getChildren().clear();
        double lastFlag = Double.NEGATIVE_INFINITY;
        double lastLabelEnd = Double.NEGATIVE_INFINITY;
        for (Timeline.Flag flag : flags) {
            double at = Math.rint(x.applyAsDouble(flag.step()));
            if (at - lastFlag < NEAREST) {
                continue;
            }
            lastFlag = at;
            FontIcon icon = new FontIcon(Feather.FLAG);
            icon.getStyleClass().add("flag");
            icon.setManaged(false);
            icon.relocate(at - 2, lineY - ABOVE - icon.getLayoutBounds().getHeight());
            Label label = new Label(flag.label());
            label.getStyleClass().add("flag-label");
            label.setManaged(false);
            getChildren().addAll(icon, label);
            label.applyCss();
            label.autosize();
            double left = Math.max(0, Math.min(width - label.getWidth(), at - label.getWidth() / 2));
            if (left < lastLabelEnd + 6) {
                getChildren().remove(label);
                continue;
            }
            lastLabelEnd = left + label.getWidth();
            label.relocate(Math.rint(left), lineY + BELOW);
        }
    }
}
