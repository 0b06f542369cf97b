package normscope.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import normscope.control.Parts;
import normscope.lesson.Lesson;
import normscope.shell.Theme;
import normscope.text.Texts;

/** The list of lessons: one card each, with how far the user has come. */
public final class LessonHome extends ScrollPane {

    private static final int MOST_COLUMNS = 5;
    /** The narrowest card, in ems. */
    private static final double NARROWEST = 18;

    private final LessonsViewModel lessons;
    private final Consumer<Lesson> present;
    private final Consumer<Lesson> openInLab;
    private final ObservableValue<Theme> theme;
    private final GridPane grid = new GridPane();
    private final Label title = new Label(Texts.text("lessons.title"));
    private List<Node> cards = List.of();

    /** Shows the lessons, with what presents a script, opens its experiment in the Lab, and shows all terms. */
    public LessonHome(
            LessonsViewModel lessons,
            Consumer<Lesson> present,
            Consumer<Lesson> openInLab,
            ObservableValue<Theme> theme,
            Runnable glossary) {
        this.lessons = lessons;
        this.present = present;
        this.openInLab = openInLab;
        this.theme = theme;
        getStyleClass().add("lesson-home");
        title.getStyleClass().add("lesson-home-title");
        Label what = Parts.paragraph(Texts.text("lessons.what"), "lesson-home-line");
        what.setId("what-this-is");
        Label line = Parts.paragraph(Texts.text("lessons.line"), "lesson-home-line");
        grid.getStyleClass().add("lesson-grid");
        Button words = Parts.button("glossary", "glossary", glossary);
        words.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, Parts.gap(), words);
        setContent(Parts.column("lesson-home-box", head, what, line, grid));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        widthProperty().addListener(observable -> arrange());
        title.fontProperty().addListener(observable -> arrange());
        refresh();
    }

    /** Shows lessons and progress as they are now. */
    public void refresh() {
        List<Node> made = new ArrayList<>();
        for (Lesson lesson : lessons.lessons()) {
            made.add(new LessonCard(lesson, made.size() + 1, lessons, theme));
        }
        if (!lessons.scripts().isEmpty()) {
            made.add(new ScriptCard(lessons.scripts(), present, openInLab));
        }
        cards = made;
        grid.getChildren().setAll(cards);
        arrange();
    }

    /** Gives the keyboard to the lesson that comes next: the first one that is not finished. */
    @Override
    public void requestFocus() {
        List<Lesson> all = lessons.lessons();
        int next = 0;
        while (next < all.size() - 1 && lessons.progress(all.get(next).id()).finished()) {
            next++;
        }
        // Before its first style pass the list is not in the window yet.
        applyCss();
        if (next < cards.size() && cards.get(next) instanceof LessonCard card) {
            card.focus();
        }
    }

    private void arrange() {
        double em = title.getFont().getSize() / 2;
        int columns = (int) Math.max(1, Math.min(MOST_COLUMNS, getWidth() / (NARROWEST * em)));
        Parts.divide(grid, columns);
        grid.getRowConstraints().clear();
        for (int i = 0; i < cards.size(); i++) {
            if (i % columns == 0) {
                RowConstraints row = new RowConstraints();
                row.setVgrow(Priority.ALWAYS);
                row.setFillHeight(true);
                grid.getRowConstraints().add(row);
            }
            GridPane.setConstraints(cards.get(i), i % columns, i / columns);
        }
    }
}
