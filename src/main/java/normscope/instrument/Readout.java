package normscope.instrument;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.text.Texts;

/** A number that an instrument shows, under its name. It keeps its width whatever it shows. */
public final class Readout extends VBox {

    private final LiveText value;

    /** Creates an empty readout, wide enough for a sample; {@code key} names it, {@code key.tip} says what it means. */
    public Readout(String key, String sample) {
        getStyleClass().add("readout");
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("caption-note");
        name.setMinWidth(USE_PREF_SIZE);
        value = new LiveText(sample, Pos.CENTER_LEFT);
        value.getStyleClass().add("readout-value");
        value.setId(key.replace('.', '-'));
        Hints.describeAs(this, Texts.text(key), Texts.text(key + ".tip"));
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, value);
    }

    public void setText(String text) {
        value.setText(text);
    }
}
