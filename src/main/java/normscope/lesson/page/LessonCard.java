package normscope.lesson.page;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.lesson.Lesson;
import normscope.shell.Theme;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One lesson in the list: what it is about, how long it takes, how far the user has come. */
final class LessonCard extends VBox {

    LessonCard(Lesson lesson, int number, LessonsViewModel lessons, ObservableValue<Theme> theme) {
        getStyleClass().add("lesson-card");
        setId("lesson-card-" + lesson.id());
        setMinWidth(0);
        String name = lesson.texts().title();
        LessonProgress progress = lessons.progress(lesson.id());
        Label badge = new Label(progress.finished() ? "" : String.valueOf(number));
        badge.getStyleClass().add("lesson-number");
        if (progress.finished()) {
            badge.setGraphic(new FontIcon(Feather.CHECK));
            badge.getStyleClass().add("finished");
        }
        Label title = Parts.wide(Parts.paragraph(name, "lesson-card-title"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = Parts.row("lesson-card-head", badge, title);
        Label line = Parts.paragraph(lesson.texts().line(), "lesson-card-line");
        HBox buttons = buttons(lesson, name, lessons);
        if (number == 1 && lessons.nothingBegun()) {
            Label here = Parts.label(Texts.text("lessons.start-here"), "start-here");
            here.setId("start-here");
            buttons.getChildren().add(here);
        }
        if (lesson.picture() != null) {
            getChildren().add(new LessonPicture(lesson, theme));
        }
        getChildren().addAll(head, line, Parts.high(new Region()), progressBar(lesson, progress), buttons);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                lessons.open(lesson);
            }
        });
    }

    /** Gives the keyboard to the button that opens the lesson. */
    void focus() {
        lookup(".main-action").requestFocus();
    }

    private static HBox progressBar(Lesson lesson, LessonProgress progress) {
        int pages = LessonsViewModel.pages(lesson);
        boolean begun = progress.begun();
        String words = progress.finished()
                ? Texts.text("lessons.finished")
                : begun
                        ? Texts.text("lessons.progress", progress.page() + 1, pages)
                        : Texts.text("lessons.pages", pages);
        Region done = Parts.styled(new Region(), "lesson-progress-done");
        StackPane bar = Parts.wide(Parts.styled(new StackPane(done), "lesson-progress"));
        double share = progress.finished() ? 1 : progress.fraction(lesson);
        done.maxWidthProperty().bind(bar.widthProperty().multiply(share));
        StackPane.setAlignment(done, Pos.CENTER_LEFT);
        return Parts.row(
                "lesson-progress-box",
                Parts.label(words, "lesson-progress-words"),
                bar,
                Parts.label(Texts.text("lessons.minutes", lesson.minutes()), "lesson-minutes"));
    }

    private static HBox buttons(Lesson lesson, String name, LessonsViewModel lessons) {
        LessonProgress progress = lessons.progress(lesson.id());
        String key = progress.finished() ? "lessons.again" : progress.begun() ? "lessons.resume" : "lessons.start";
        Button open = button(key, name, () -> lessons.open(lesson));
        open.setId("open-" + lesson.id());
        open.getStyleClass().add("main-action");
        HBox buttons = Parts.row("lesson-buttons", open);
        if (progress.begun()) {
            Button over = button("lessons.start-over", name, () -> lessons.startOver(lesson));
            over.setId("start-over-" + lesson.id());
            buttons.getChildren().add(over);
        }
        return buttons;
    }

    private static Button button(String key, String name, Runnable action) {
        Button button = new Button(Texts.text(key));
        Hints.describeAs(button, Texts.text(key) + ": " + name, Texts.text(key + ".tip", name));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Hints.keepsArrows(button);
        return button;
    }
}
