package normscope.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The flags above a timeline and their labels below it. Flags too near to another are left out, and so are labels. */
final class TimelineFlags extends Pane {

    private static final double NEAREST = 10;
    private static final double ABOVE = 11;
    private static final double BELOW = 10;

    /** So far from its middle a flag is hit. */
    private static final double HIT = 8;

    /** What is drawn of a flag: its icon's and its label's place. */
    private record Drawn(int index, Bounds icon, Bounds label) {
        boolean isAt(double x, double y) {
            return icon.contains(x, y) || label != null && label.contains(x, y);
        }
    }

    private final List<Drawn> drawn = new ArrayList<>();

    TimelineFlags() {
        setMouseTransparent(true);
    }

    /** Which flag, from 0, is at a point; -1 for none. */
    int at(double x, double y) {
        return drawn.stream()
                .filter(flag -> flag.isAt(x, y))
                .findFirst()
                .map(Drawn::index)
                .orElse(-1);
    }

    void show(List<Timeline.Flag> flags, LongToDoubleFunction x, double width, double lineY) {
        getChildren().clear();
        drawn.clear();
        double lastFlag = Double.NEGATIVE_INFINITY;
        double lastLabelEnd = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < flags.size(); index++) {
            Timeline.Flag flag = flags.get(index);
            double at = Math.rint(x.applyAsDouble(flag.step()));
            if (at - lastFlag < NEAREST) {
                continue;
            }
            lastFlag = at;
            FontIcon icon = Parts.styled(new FontIcon(Feather.FLAG), "flag");
            icon.setManaged(false);
            icon.relocate(at - 2, lineY - ABOVE - icon.getLayoutBounds().getHeight());
            double height = icon.getLayoutBounds().getHeight();
            Bounds hit = new BoundingBox(at - HIT, lineY - ABOVE - height, 2 * HIT, height + 2);
            Label label = Parts.styled(new Label(flag.label()), "flag-label");
            label.setManaged(false);
            getChildren().addAll(icon, label);
            label.applyCss();
            label.autosize();
            double left = Math.max(0, Math.min(width - label.getWidth(), at - label.getWidth() / 2));
            if (left < lastLabelEnd + 6) {
                getChildren().remove(label);
                drawn.add(new Drawn(index, hit, null));
                continue;
            }
            lastLabelEnd = left + label.getWidth();
            label.relocate(Math.rint(left), lineY + BELOW);
            drawn.add(new Drawn(index, hit, label.getBoundsInParent()));
        }
    }
}
