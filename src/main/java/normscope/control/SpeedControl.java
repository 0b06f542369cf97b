package normscope.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The training speed: a logarithmic slider from one step a second to unlimited, and the measured speed. */
public final class SpeedControl extends VBox {

    private static final double FASTEST = 10_000;
    /** Above this place of the slider the speed is unlimited. */
    private static final double LIMITED_PART = 0.93;

    private final NumberScale scale = NumberScale.log(1, FASTEST);
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Double.POSITIVE_INFINITY);
    private final Slider slider = FilledSlider.create();
    private final LiveText target =
            Parts.styled(new LiveText(Texts.text("speed.unlimited"), Pos.CENTER_RIGHT), "muted");
    private final LiveText measured = new LiveText(Texts.text("speed.measured", 10_000), Pos.CENTER_LEFT);
    private boolean showing;

    /** Creates the control at unlimited speed. */
    public SpeedControl() {
        getStyleClass().add("speed-control");
        Label caption = Parts.styled(new Label(Texts.text("speed")), "caption");
        measured.getStyleClass().add("speed-measured");
        slider.setId("speed");
        Hints.describe(slider, "speed");
        HBox top = new HBox(caption, Parts.gap(), target);
        top.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(top, slider, measured);
        slider.valueProperty().addListener((observable, old, at) -> {
            if (!showing) {
                speed.set(
                        at.doubleValue() > LIMITED_PART
                                ? Double.POSITIVE_INFINITY
                                : scale.valueAt(at.doubleValue() / LIMITED_PART));
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        speed.addListener(observable -> show());
        show();
        showMeasured(0);
    }

    /** The wanted speed in steps a second; positive infinity is unlimited. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Shows the speed as measured, in steps a second. */
    public void showMeasured(double perSecond) {
        measured.setText(Texts.text("speed.measured", Numbers.rate(perSecond)));
    }

    private void show() {
        double wanted = speed.get();
        target.setText(
                Double.isInfinite(wanted)
                        ? Texts.text("speed.unlimited")
                        : Texts.text("speed.target", Numbers.rate(wanted)));
        showing = true;
        if (!slider.isValueChanging()) {
            slider.setValue(Double.isInfinite(wanted) ? 1 : scale.positionOf(wanted) * LIMITED_PART);
        }
        showing = false;
    }

    private void key(KeyEvent event) {
        double now = speed.get();
        boolean fastest = Double.isInfinite(now);
        switch (event.getCode()) {
            case RIGHT, UP ->
                speed.set(
                        fastest || now >= FASTEST ? Double.POSITIVE_INFINITY : scale.next(now, 1, event.isShiftDown()));
            case LEFT, DOWN -> speed.set(fastest ? FASTEST : scale.next(now, -1, event.isShiftDown()));
            case HOME -> speed.set(1);
            case END -> speed.set(Double.POSITIVE_INFINITY);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
