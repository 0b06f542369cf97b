package normscope.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text that may change many times a second without the window being laid out again.
 *
 * <p>Its size comes from a sample (the longest text it will have to show), never from what it shows now. A label would
 * ask its parents for a new layout at every change.
 */
public final class LiveText extends Region {

    private final Text content = Parts.styled(new Text(), "content");
    private final Text sample = new Text();
    private final boolean toTheRight;

    /** Creates an empty text as wide as the longest to be shown; a shorter one sits at the left or at the right. */
    public LiveText(String sample, Pos alignment) {
        this.toTheRight = alignment.getHpos() == HPos.RIGHT;
        this.sample.setText(sample);
        this.sample.setVisible(false);
        getStyleClass().add("live-text");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (Text text : new Text[] {content, this.sample}) {
            text.setTextOrigin(VPos.TOP);
            text.setManaged(false);
            getChildren().add(text);
        }
        this.sample.layoutBoundsProperty().addListener(observable -> requestLayout());
    }

    /** Shows a text, if it is another than before. */
    public void setText(String text) {
        if (!text.equals(content.getText())) {
            content.setText(text);
            setAccessibleText(text);
            place();
        }
    }

    public String getText() {
        return content.getText();
    }

    /** What is shown, to wait for in a test. */
    public ReadOnlyStringProperty textProperty() {
        return content.textProperty();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(sample.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(sample.getLayoutBounds().getHeight());
    }

    @Override
    public double getBaselineOffset() {
        return sample.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double slack = toTheRight ? getWidth() - content.getLayoutBounds().getWidth() : 0;
        content.setLayoutX(snapPositionX(slack));
    }
}
