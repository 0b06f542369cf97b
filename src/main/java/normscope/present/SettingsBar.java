package normscope.present;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.lab.SettingsLine;
import normscope.text.Texts;

/** The last line of the screen: what runs, and what of it is not the script's. */
final class SettingsBar extends HBox {

    private static final long NANOS = 1_000_000_000L;

    private final PresentViewModel vm;
    private final Label differs = Parts.named(new Label(), "present-differs", "present-differs");
    private final Label settings = Parts.named(new Label(), "present-settings", "present-quiet");
    private final LiveText time =
            Parts.named(new LiveText("000:00", Pos.CENTER_RIGHT), "present-time", "present-quiet");
    private long began;

    SettingsBar(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-settings");
        setAlignment(Pos.BASELINE_LEFT);
        Parts.collapsing(differs);
        differs.setMinWidth(USE_PREF_SIZE);
        settings.setMinWidth(0);
        time.setVisible(false);
        Parts.collapsing(time);
        getChildren().setAll(differs, settings, Parts.gap(), time);
    }

    /** {@return a time in minutes and seconds} */
    static String elapsed(long nanos) {
        long seconds = nanos / NANOS;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** Shows how much time has gone by, or hides it. */
    void toggleTime() {
        time.setVisible(!time.isVisible());
    }

    void refresh(long nanos) {
        began = began == 0 ? nanos : began;
        time.setText(elapsed(nanos - began));
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
