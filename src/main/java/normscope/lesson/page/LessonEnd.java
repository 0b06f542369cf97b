package normscope.lesson.page;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
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
        Button lab = action("try-in-lab", toLab);
        lab.getStyleClass().add("main-action");
        VBox toTry = card("lesson.try", tries);
        goals.getStyleClass().add("goals");
        toTry.getChildren().addAll(Parts.collapsing(goals), Parts.high(new Region()), lab);
        VBox toNotice = card("lesson.notice", notice);
        toNotice.getChildren().addAll(Parts.high(new Region()), action("save-sheet", saveSheet));
        VBox box = new VBox(Parts.row("lesson-end-cards", toNotice, toTry), card("lesson.sources", sources));
        box.getStyleClass().addAll("lesson-end-cards", "lesson-end-box");
        setContent(box);
    }

    private static Button action(String id, Runnable action) {
        Button button = Parts.styled(Parts.button(id, "lesson." + id, action), "lesson-action");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private HBox line(Lesson lesson, Goal goal) {
        boolean done = reached.test(lesson, goal);
        String sentence =
                MarkdownText.plain(lesson.texts().goals().get(goal.id()).goal());
        Label state = Parts.label(Texts.text(done ? "goal.done" : "goal.not-yet"), "goal-state");
        state.pseudoClassStateChanged(DONE, done);
        Label text = Parts.wide(Parts.paragraph(sentence));
        text.setMaxWidth(Double.MAX_VALUE);
        Button begin = new Button(Texts.text("goal.try"));
        begin.setId("goal-" + goal.id());
        begin.setMinWidth(USE_PREF_SIZE);
        Hints.describeAs(begin, Texts.text("goal.try") + ": " + sentence, Texts.text("goal.try.tip"));
        begin.setOnAction(event -> pursue.accept(lesson, goal));
        return Parts.row("goal-line", state, text, begin);
    }

    private static VBox card(String key, MarkdownText text) {
        Label caption = Parts.styled(new Label(Texts.text(key)), "caption");
        VBox card = Parts.styled(new VBox(caption, text), "card", "lesson-end-card");
        card.setMinWidth(0);
        card.setPrefWidth(0);
        return Parts.wide(card);
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
