package normscope.window;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import normscope.control.Parts;
import normscope.experiment.ExperimentConfig;
import normscope.export.FigureSheets;
import normscope.lesson.page.LessonViewModel;
import normscope.present.Modes;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import normscope.text.Texts;

/** What the title bar says: the experiment and its file, with a mark if it is not saved as it is; or the lesson. */
public final class WindowTitle {

    private final Modes modes;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text");

    public WindowTitle(Modes modes) {
        this.modes = modes;
        WindowActions lab = modes.lab();
        Parts.follow(
                this::show,
                modes.modeProperty(),
                modes.lessons().lessonProperty(),
                lab.vm().configProperty(),
                lab.fileProperty(),
                lab.savedProperty());
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    private void show() {
        text.set(modes.modeProperty().get() == WindowMode.LAB ? ofLab() : ofLessons());
    }

    private String ofLab() {
        WindowActions lab = modes.lab();
        ExperimentConfig config = lab.vm().configProperty().get();
        String mark = config.equals(lab.savedProperty().get()) ? "" : Texts.text("title.unsaved");
        String name = FigureSheets.name(config);
        return lab.fileProperty().get() == null
                ? Texts.text("title", mark, name)
                : Texts.text("title.file", mark, lab.fileProperty().get().getFileName(), name);
    }

    private String ofLessons() {
        LessonViewModel lesson = modes.lessons().lessonProperty().get();
        return lesson == null
                ? Texts.text("app.name")
                : Texts.text("title", "", lesson.lesson().texts().title());
    }
}
