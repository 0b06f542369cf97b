package normscope.present;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.MarkdownText;

/** The answers to the question that stands, each with its letter and with the hands that were raised for it. */
final class QuestionBoard extends VBox {

    private final PresentViewModel vm;
    private final List<Row> rows = new ArrayList<>();
    private List<String> shown = List.of();

    QuestionBoard(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-question");
        setId("present-question");
        setMinSize(0, 0);
    }

    /** {@return the letter of an answer, from 0} */
    static String letter(int answer) {
        return String.valueOf((char) ('A' + answer));
    }

    void refresh() {
        LessonViewModel lesson = vm.scriptProperty().get();
        if (lesson == null || lesson.words() == null) {
            return;
        }
        List<String> answers = lesson.words().answers();
        if (!answers.equals(shown)) {
            shown = answers;
            rows.clear();
            for (int i = 0; i < answers.size(); i++) {
                rows.add(new Row(i, answers.get(i)));
            }
            getChildren().setAll(rows.stream().map(Row::node).toList());
        }
        int page = lesson.pageProperty().get();
        int all = lesson.hands().all(page);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(lesson.hands().of(page, i), all);
        }
    }

    /** One answer. */
    private static final class Row {
        private final Region bar = Parts.styled(new Region(), "bar");
        private final Label count = new Label("0");
        private final HBox node;
        private double share;

        Row(int index, String answer) {
            Label letter = Parts.label(letter(index), "present-letter");
            letter.setMaxHeight(Double.MAX_VALUE);
            MarkdownText words = Parts.styled(new MarkdownText(), "present-answer");
            words.setMarkdown(answer);
            Pane track = new Pane(bar) {
                @Override
                protected void layoutChildren() {
                    bar.resizeRelocate(0, 0, share * getWidth(), getHeight());
                }
            };
            track.getStyleClass().add("present-track");
            VBox middle = Parts.styled(new VBox(words, track), "present-answer-box");
            middle.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(middle, Priority.ALWAYS);
            count.getStyleClass().add("present-count");
            count.setId("present-hands-" + letter(index));
            count.setMinWidth(Region.USE_PREF_SIZE);
            count.setAlignment(Pos.CENTER_RIGHT);
            node = new HBox(letter, middle, count);
            node.setAlignment(Pos.CENTER_LEFT);
            node.getStyleClass().add("present-answer-row");
            node.setMinHeight(0);
            VBox.setVgrow(node, Priority.ALWAYS);
        }

        HBox node() {
            return node;
        }

        void show(int hands, int all) {
            String text = String.valueOf(hands);
            double next = all == 0 ? 0 : (double) hands / all;
            if (!text.equals(count.getText()) || Double.compare(next, share) != 0) {
                share = next;
                count.setText(text);
                bar.getParent().requestLayout();
            }
        }
    }
}
