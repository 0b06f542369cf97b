package normscope.lesson.page;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A page's question with its answers, one of which is chosen before anything runs. Once the result is known they stay,
 * with a mark at the right one and at the student's own; only not to know yet is no longer a choice.
 */
final class QuestionCard extends VBox {

    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final MarkdownText question = new MarkdownText();
    private final VBox answers = new VBox();
    private List<String> shown = List.of();
    private IntConsumer onAnswer = index -> {};

    QuestionCard() {
        getStyleClass().addAll("question-card");
        question.getStyleClass().add("question");
        answers.getStyleClass().add("answers");
        Parts.collapsing(this);
        getChildren().setAll(question, answers);
        setMinWidth(0);
    }

    void setOnAnswer(IntConsumer handler) {
        onAnswer = handler;
    }

    void show(LessonViewModel lesson) {
        Page page = lesson.current();
        setVisible(page != null && page.prediction() != null);
        if (!isVisible()) {
            return;
        }
        question.setMarkdown(
                Texts.text("lesson.predict") + " " + lesson.words().texts().question());
        List<String> words =
                lesson.words().answers().stream().map(MarkdownText::plain).toList();
        if (!words.equals(shown)) {
            // The same buttons stay as long as the page does: one that is clicked keeps the keyboard.
            shown = words;
            answers.getChildren().clear();
            for (int i = 0; i < words.size(); i++) {
                answers.getChildren().add(answer(i, words.get(i)));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            mark(lesson, i);
        }
        pseudoClassStateChanged(TOLD, lesson.knows());
    }

    private ToggleButton answer(int index, String words) {
        ToggleButton button = answer(new ToggleButton(words), "answer", index);
        button.setMinWidth(0);
        button.setOnAction(event -> {
            button.setSelected(true);
            onAnswer.accept(index);
        });
        return button;
    }

    /** {@return the same button, one of those in a list of answers} */
    static <B extends ButtonBase> B answer(B button, String id, int index) {
        button.setId(id + "-" + (index + 1));
        button.setWrapText(true);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        return Parts.styled(button, "answer");
    }

    private void mark(LessonViewModel lesson, int index) {
        ToggleButton button = (ToggleButton) answers.getChildren().get(index);
        String words = shown.get(index);
        Phase phase = lesson.phaseProperty().get();
        boolean told = lesson.knows();
        boolean chosen = lesson.answerProperty().get() == index;
        boolean right = told && lesson.words().right() == index;
        button.setSelected(chosen);
        button.pseudoClassStateChanged(RIGHT, right);
        // Who left it open was not wrong.
        Feather mark = right ? Feather.CHECK : index < shown.size() - 1 ? Feather.X : null;
        button.setGraphic(told && (chosen || right) ? sign(chosen, mark) : null);
        boolean gone = told && !chosen && index == shown.size() - 1;
        button.setVisible(!gone);
        button.setManaged(!gone);
        boolean over = told || phase == Phase.MEASURING;
        String spoken = chosen && over ? Texts.text("lesson.you-said", words) : words;
        Hints.describeAs(
                button,
                right ? Texts.text("lesson.right.spoken", spoken) : spoken,
                Texts.text(
                        !over ? "lesson.answer.tip" : chosen ? "lesson.answered.tip" : "lesson.other.tip", index + 1));
        boolean open = lesson.isOpen();
        button.setMouseTransparent(!open);
        button.setFocusTraversable(open);
    }

    /** A mark beside an answer, at the right one and at the student's own; null for one that was left open. */
    static Label sign(boolean chosen, Feather mark) {
        Label sign = new Label(Texts.text(chosen ? "lesson.yours" : "lesson.right"));
        sign.setGraphic(mark == null ? null : new FontIcon(mark));
        sign.setContentDisplay(ContentDisplay.RIGHT);
        sign.setMinWidth(USE_PREF_SIZE);
        sign.getStyleClass().add("answer-sign");
        return sign;
    }
}
