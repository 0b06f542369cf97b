package normscope.control;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.scene.control.Slider;

/** Sliders whose track is filled up to the thumb, from 0 to 1. */
final class FilledSlider {

    private FilledSlider() {}

    static Slider create() {
        Slider slider = Parts.styled(new Slider(0, 1, 0), "progress-slider", "filled-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMinWidth(40);
        slider.setPrefWidth(40);
        slider.setMaxWidth(Double.MAX_VALUE);
        return slider;
    }
}
