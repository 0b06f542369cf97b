package normscope.lesson.page;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.text.Texts;

/** A page's question with its answers, one of which is chosen before anything runs; afterwards, the one chosen. */
final class QuestionCard extends VBox {

    private final MarkdownText question = new MarkdownText();
    private final VBox answers = new VBox();
    private IntConsumer onAnswer = index -> {};

    QuestionCard() {
        getStyleClass().addAll("question-card");
        question.getStyleClass().add("question");
        answers.getStyleClass().add("answers");
        managedProperty().bind(visibleProperty());
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
        Phase phase = lesson.phaseProperty().get();
        boolean over = phase == Phase.DONE || phase == Phase.MEASURING;
        question.setMarkdown(
                Texts.text("lesson.predict") + " " + lesson.words().texts().question());
        List<String> words = lesson.words().answers();
        answers.getChildren().clear();
        for (int i = 0; i < words.size(); i++) {
            boolean chosen = lesson.answerProperty().get() == i;
            if (!over || chosen) {
                answers.getChildren().add(answer(i, words.get(i), chosen, phase, over));
            }
        }
    }

    private ToggleButton answer(int index, String words, boolean chosen, Phase phase, boolean over) {
        String spoken = MarkdownText.plain(words);
        ToggleButton button = new ToggleButton(spoken);
        button.setWrapText(true);
        button.setId("answer-" + (index + 1));
        button.getStyleClass().add("answer");
        button.setSelected(chosen);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setMinHeight(USE_PREF_SIZE);
        Hints.describeAs(
                button,
                over ? Texts.text("lesson.you-said", spoken) : spoken,
                Texts.text(over ? "lesson.answered.tip" : "lesson.answer.tip", index + 1));
        button.setOnAction(event -> {
            button.setSelected(true);
            onAnswer.accept(index);
        });
        boolean open = phase == Phase.ASKING || phase == Phase.READY;
        button.setMouseTransparent(!open);
        button.setFocusTraversable(open);
        return button;
    }
}
