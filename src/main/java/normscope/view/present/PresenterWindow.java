package normscope.view.present;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import normscope.view.Theme;
import normscope.view.text.Texts;
import normscope.viewmodel.LessonViewModel;
import normscope.viewmodel.PresentViewModel;

/** The presenter's own window on another screen: the cue, the next one, notes, the time, and the time gone by. */
final class PresenterWindow {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.getDefault());

    private static final double NANOS = 1e9;
    private static final double LETTERS = 1.0 / 34;

    private final PresentViewModel vm;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Label clock = new Label();
    private final Label elapsed = new Label();
    private final Label cue = new Label();
    private final CueNotes notes;
    private final VBox root;
    private long began;

    PresenterWindow(PresentViewModel vm) {
        this.vm = vm;
        notes = new CueNotes(vm);
        VBox.setVgrow(notes, Priority.ALWAYS);
        notes.setMaxHeight(Double.MAX_VALUE);
        clock.getStyleClass().add("presenter-clock");
        elapsed.getStyleClass().add("presenter-clock");
        cue.getStyleClass().add("present-strong");
        cue.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        root = new VBox(new HBox(clock, gap, elapsed), cue, notes);
        root.getStyleClass().addAll("present", "presenter");
    }

    /** Shows it on a screen, with the keys of the projected one. */
    void open(Screen screen, PresentKeys keys, Iterable<String> sheets, String base) {
        Rectangle2D bounds = screen.getBounds();
        root.setStyle("-fx-font-size: " + Math.round(bounds.getHeight() * LETTERS) + "px");
        Scene scene = new Scene(root, bounds.getWidth(), bounds.getHeight());
        scene.setUserAgentStylesheet(base);
        sheets.forEach(scene.getStylesheets()::add);
        Theme.PROJECTOR.dress(root);
        keys.install(scene);
        stage.setTitle(Texts.text("present.presenter"));
        stage.setScene(scene);
        moveTo(screen);
        stage.show();
    }

    void moveTo(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    /** Shows what is new; once a frame. */
    void update(long nanos) {
        if (began == 0) {
            began = nanos;
        }
        long seconds = (long) ((nanos - began) / NANOS);
        clock.setText(CLOCK.format(LocalTime.now()));
        elapsed.setText(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
        LessonViewModel script = vm.scriptProperty().get();
        int number = script == null ? 0 : script.pageProperty().get() + 1;
        cue.setText(
                script == null || script.current() == null
                        ? ""
                        : Texts.text("present.cue", number, vm.cues()) + "   " + script.title(number - 1));
        notes.refresh();
    }

    void close() {
        stage.hide();
    }
}
