package normscope.present;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import normscope.control.Parts;
import normscope.lesson.page.LessonViewModel;
import normscope.text.Texts;

/** The presenter's own window on another screen: the cue, notes, the next one, the time, and the time gone by. */
final class PresenterWindow {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.getDefault());

    private static final double LETTERS = 1.0 / 34;

    private final PresentViewModel vm;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Label clock = Parts.named(new Label(), "presenter-clock", "presenter-clock");
    private final Label elapsed = Parts.named(new Label(), "presenter-elapsed", "presenter-clock");
    private final Label cue = Parts.named(new Label(), "presenter-cue", "presenter-cue");
    private final CueNotes notes;
    private final VBox root;
    private long began;

    /** Makes the window, in which the keys of the projected screen work, too; {@link #moveTo} shows it. */
    PresenterWindow(PresentViewModel vm, PresentKeys keys) {
        this.vm = vm;
        notes = new CueNotes(vm);
        cue.setWrapText(true);
        cue.setMinHeight(Region.USE_PREF_SIZE);
        // An instructor's own notes may be as long as he likes.
        ScrollPane scroll = Parts.styled(new ScrollPane(notes), "presenter-notes");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label help = Parts.wrapped(Texts.text("present.presenter.keys"), "present-quiet");
        help.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(new HBox(clock, Parts.gap(), elapsed), cue, scroll, help);
        root.getStyleClass().addAll("present", "presenter");
        stage.setTitle(Texts.text("present.presenter"));
        stage.setScene(Presenter.dressed(root, 1, 1));
        keys.install(stage.getScene());
    }

    /** Shows it on a screen, in letters of that screen's size. */
    void moveTo(Rectangle2D screen) {
        root.setStyle("-fx-font-size: " + Math.round(screen.getHeight() * LETTERS) + "px");
        Presenter.cover(stage, screen);
        stage.show();
    }

    void update(long nanos) {
        if (began == 0) {
            began = nanos;
        }
        clock.setText(CLOCK.format(LocalTime.now()));
        elapsed.setText(SettingsBar.elapsed(nanos - began));
        LessonViewModel script = vm.scriptProperty().get();
        int number = script == null ? 0 : script.pageProperty().get() + 1;
        cue.setText(
                script == null || script.current() == null
                        ? ""
                        : Texts.text("present.presenter.cue", number, vm.cues(), script.title(number - 1)));
        notes.refresh();
    }

    void close() {
        stage.hide();
        // The platform may remember the stage; what was presented it need not.
        stage.setScene(null);
    }
}
