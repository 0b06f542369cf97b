package normscope.present;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.lab.SettingsLine;
import normscope.text.Texts;

/** The last line of the screen: what runs, and what of it is not the script's. */
final class SettingsBar extends HBox {

    private final PresentViewModel vm;
    private final Label differs = new Label();
    private final Label settings = new Label();

    SettingsBar(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-settings");
        setAlignment(Pos.BASELINE_LEFT);
        differs.getStyleClass().add("present-differs");
        differs.setId("present-differs");
        differs.managedProperty().bind(differs.visibleProperty());
        differs.setMinWidth(USE_PREF_SIZE);
        settings.getStyleClass().add("present-quiet");
        settings.setId("present-settings");
        settings.setMinWidth(0);
        getChildren().setAll(differs, settings);
    }

    /** Shows what is new; once a frame. */
    void refresh() {
        settings.setText(SettingsLine.of(vm.shownProperty().get()));
        Improvisation improvisation = vm.improvisation();
        differs.setVisible(improvisation.isOn());
        if (differs.isVisible()) {
            List<String> parts = improvisation.differences();
            differs.setText(
                    parts.isEmpty()
                            ? Texts.text("improvise.off")
                            : Texts.text("improvise.differs", String.join(", ", parts)));
        }
    }
}
