package normscope.control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** A wrapped text that takes at most so many lines of the layout. Where it is cut off, its tooltip has all of it. */
public final class ClampedLabel extends Label {

    private static final double TOOLTIP_WIDTH = 560;

    private final ReadOnlyBooleanWrapper cut = new ReadOnlyBooleanWrapper(this, "cut");
    private final Text lines;

    /** Creates an empty label of so many lines at most. */
    public ClampedLabel(int most) {
        lines = new Text("X" + "\nX".repeat(most - 1));
        lines.fontProperty().bind(fontProperty());
        lines.lineSpacingProperty().bind(lineSpacingProperty());
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        cut.addListener((observable, old, now) -> setTooltip(now ? whole() : null));
    }

    private Tooltip whole() {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(textProperty());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    /** Whether not all of the text is shown. */
    public ReadOnlyBooleanProperty cutProperty() {
        return cut.getReadOnlyProperty();
    }

    @Override
    protected double computePrefHeight(double width) {
        double most = lines.getLayoutBounds().getHeight() + snappedTopInset() + snappedBottomInset();
        return Math.min(super.computePrefHeight(width), Math.ceil(most));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        cut.set(lookup(".text") instanceof Text shown && !shown.getText().equals(getText()));
    }
}
