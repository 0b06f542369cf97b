package normscope.lesson.page;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.lesson.Goal;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.text.Texts;

/** The end of a lesson, in the place of its panels: what to notice, what to try in the Lab, and the sources. */
public final class LessonEnd extends ScrollPane {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final BiConsumer<Lesson, Goal> pursue;
    private final BiPredicate<Lesson, Goal> reached;
    private final MarkdownText notice = new MarkdownText();
    private final MarkdownText tries = new MarkdownText();
    private final VBox goals = new VBox();
    private final MarkdownText sources = new MarkdownText();

    /** Creates the page, with what its buttons do; {@link #show} gives it its words. */
    public LessonEnd(
            Runnable toLab, BiConsumer<Lesson, Goal> pursue, BiPredicate<Lesson, Goal> reached, Runnable saveSheet) {
        this.pursue = pursue;
        this.reached = reached;
        getStyleClass().add("lesson-end");
        setId("lesson-end");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sources.getStyleClass().add("sources");
        Button lab = Hints.describe(new Button(Texts.text("lesson.try-in-lab")), "lesson.try-in-lab");
        lab.setId("try-in-lab");
        lab.getStyleClass().addAll("lesson-action", "main-action");
        lab.setMaxWidth(Double.MAX_VALUE);
        lab.setOnAction(event -> toLab.run());
        Button sheet = Hints.describe(new Button(Texts.text("lesson.save-sheet")), "lesson.save-sheet");
        sheet.setId("save-sheet");
        sheet.getStyleClass().add("lesson-action");
        sheet.setMaxWidth(Double.MAX_VALUE);
        sheet.setOnAction(event -> saveSheet.run());
        VBox toTry = card("lesson.try", tries);
        goals.getStyleClass().add("goals");
        goals.managedProperty().bind(goals.visibleProperty());
        toTry.getChildren().addAll(goals, gap(), lab);
        VBox toNotice = card("lesson.notice", notice);
        toNotice.getChildren().addAll(gap(), sheet);
        HBox pair = new HBox(toNotice, toTry);
        pair.getStyleClass().add("lesson-end-cards");
        VBox box = new VBox(pair, card("lesson.sources", sources));
        box.getStyleClass().addAll("lesson-end-cards", "lesson-end-box");
        setContent(box);
    }

    private static Region gap() {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private HBox line(Lesson lesson, Goal goal) {
        boolean done = reached.test(lesson, goal);
        String sentence =
                MarkdownText.plain(lesson.texts().goals().get(goal.id()).goal());
        Label state = new Label(Texts.text(done ? "goal.done" : "goal.not-yet"));
        state.getStyleClass().add("goal-state");
        state.pseudoClassStateChanged(DONE, done);
        state.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button begin = new Button(Texts.text("goal.try"));
        begin.setId("goal-" + goal.id());
        begin.setMinWidth(USE_PREF_SIZE);
        Hints.describeAs(begin, Texts.text("goal.try") + ": " + sentence, Texts.text("goal.try.tip"));
        begin.setOnAction(event -> pursue.accept(lesson, goal));
        HBox line = new HBox(state, text, begin);
        line.getStyleClass().add("goal-line");
        return line;
    }

    private static VBox card(String key, MarkdownText text) {
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("caption");
        VBox card = new VBox(caption, text);
        card.getStyleClass().addAll("card", "lesson-end-card");
        card.setMinWidth(0);
        card.setPrefWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** Shows a lesson's last words, and which of its goals are reached. */
    public void show(Lesson lesson) {
        LessonTexts texts = lesson.texts();
        goals.getChildren()
                .setAll(lesson.goals().stream().map(goal -> line(lesson, goal)).toList());
        goals.setVisible(!lesson.goals().isEmpty());
        notice.setMarkdown(texts.notice());
        tries.setMarkdown(texts.tryThis());
        sources.setMarkdown(texts.sources());
    }
}
