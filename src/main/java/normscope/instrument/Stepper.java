package normscope.instrument;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A number that goes up and down by one, with its name: two buttons and a text. */
public final class Stepper extends HBox {

    private final LiveText text;

    /**
     * Creates a stepper.
     *
     * @param id prefix of the buttons' ids
     * @param previous key of the button that goes down; with .tip
     * @param next key of the button that goes up; with .tip
     * @param widest the longest text to show
     * @param step is told -1 or 1
     */
    public Stepper(String id, String previous, String next, String widest, IntConsumer step) {
        text = new LiveText(widest, Pos.CENTER_LEFT);
        getStyleClass().add("stepper");
        // Both buttons first: behind a text that keeps room for more digits, the second would stand apart.
        getChildren()
                .addAll(
                        button(id, previous, Feather.CHEVRON_LEFT, -1, step),
                        button(id, next, Feather.CHEVRON_RIGHT, 1, step),
                        text);
    }

    private static Button button(String id, String key, Ikon icon, int by, IntConsumer step) {
        Button button = Hints.describe(new Button("", new FontIcon(icon)), key);
        button.setId(id + key.substring(key.indexOf('.')).replace('.', '-'));
        button.setOnAction(event -> step.accept(by));
        return button;
    }

    public void setText(String shown) {
        text.setText(shown);
    }
}
