package normscope.lesson.page;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Questions from earlier lessons before another one begins: question, answers, and the verdict, without a run. */
public final class RecallView extends ScrollPane {

    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private Recall recall;
    private final Label place = new Label();
    private final Label title = Parts.paragraph("", "lesson-title");
    private final MarkdownText text = new MarkdownText();
    private final MarkdownText question = new MarkdownText();
    private final VBox answers = new VBox();
    private final VBox asked = new VBox(question, answers);
    private final MarkdownText verdict = new MarkdownText();
    private final Button skip = Parts.button("recall-skip", "recall.skip", () -> recall.skip());
    private final Button next = new Button();
    private final InvalidationListener turn = observable -> showQuestion();

    /** Shows nothing before {@link #follow}. */
    public RecallView() {
        getStyleClass().add("lesson-home");
        setId("recall");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        place.getStyleClass().add("caption");
        question.getStyleClass().add("question");
        answers.getStyleClass().add("answers");
        asked.getStyleClass().add("question-card");
        verdict.setId("recall-verdict");
        next.setId("recall-next");
        next.getStyleClass().add("main-action");
        next.setOnAction(event -> recall.next());
        HBox buttons = Parts.row("lesson-buttons", skip, next);
        VBox card = Parts.styled(new VBox(place, title, text, asked, verdict, buttons), "card", "recall-card");
        VBox box = Parts.column(
                "recall",
                Parts.paragraph(Texts.text("recall.title"), "lesson-home-title"),
                Parts.paragraph(Texts.text("recall.line"), "lesson-home-line"),
                card);
        StackPane middle = new StackPane(box);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        setContent(middle);
    }

    /** Asks these questions from now on. */
    public void follow(Recall asking) {
        recall = asking;
        recall.indexProperty().addListener(turn);
        recall.answerProperty().addListener(turn);
        // Without its skin the content is not yet in the scene, and nothing in it can have the keyboard.
        applyCss();
        showQuestion();
    }

    private void showQuestion() {
        Recall.Question shown = recall.current();
        place.setText(Texts.text(
                "recall.place",
                recall.indexProperty().get() + 1,
                recall.questions().size(),
                shown.lesson().texts().title()));
        title.setText(shown.words().texts().title());
        text.setMarkdown(shown.words().texts().text());
        question.setMarkdown(shown.words().texts().question());
        int answer = recall.answerProperty().get();
        boolean told = answer >= 0;
        answers.getChildren().clear();
        List<String> words =
                shown.words().answers().stream().map(MarkdownText::plain).toList();
        for (int i = 0; i < words.size(); i++) {
            answers.getChildren().add(choice(words.get(i), i, told, shown));
        }
        asked.pseudoClassStateChanged(TOLD, told);
        verdict.setMarkdown(
                told ? shown.words().verdict(answer) + "\n\n" + shown.words().explanation() : "");
        boolean last = recall.indexProperty().get() == recall.questions().size() - 1;
        String key = last ? "recall.begin" : "recall.next";
        next.setText(Texts.text(key));
        Hints.describe(next, key);
        next.setVisible(told);
        // Before its first style pass nothing of this is in the window yet, and the tabs would take the keyboard.
        applyCss();
        if (told) {
            next.requestFocus();
        } else {
            answers.getChildren().get(0).requestFocus();
        }
    }

    private Button choice(String words, int index, boolean told, Recall.Question shown) {
        Button choice = QuestionCard.answer(new Button(words), "recall", index);
        boolean right = told && index == shown.words().right();
        choice.pseudoClassStateChanged(RIGHT, right);
        boolean chosen = told && index == recall.answerProperty().get();
        choice.setGraphic(right || chosen ? QuestionCard.sign(chosen, right ? Feather.CHECK : Feather.X) : null);
        String spoken = chosen ? Texts.text("lesson.you-said", words) : words;
        Hints.describeAs(
                choice,
                right ? Texts.text("lesson.right.spoken", spoken) : spoken,
                Texts.text("recall.answer.tip", index + 1));
        choice.setMouseTransparent(told);
        choice.setFocusTraversable(!told);
        choice.setOnAction(event -> recall.answer(index));
        return choice;
    }
}
