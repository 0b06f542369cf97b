package normscope.present;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.MarkdownText;
import normscope.text.Texts;

/** Once a question has been put to the test: how the class voted, and beside it what was measured. */
final class VerdictStrip extends HBox {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final PresentViewModel vm;
    private final Segments voted = new Segments();
    private final Label right = Parts.named(new Label(), "present-right", "present-right");
    private final MarkdownText answer = Parts.named(new MarkdownText(), "present-right-answer", "present-answer");
    private final VBox measured;
    private Object shown;

    VerdictStrip(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-verdict");
        setId("present-verdict");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(answer, Priority.ALWAYS);
        HBox line = Parts.styled(new HBox(right, answer), "present-verdict-line");
        line.setAlignment(Pos.CENTER_LEFT);
        measured = new VBox(caption("present.measured"), line);
        VBox votes = new VBox(caption("present.voted"), voted);
        VBox.setVgrow(voted, Priority.ALWAYS);
        for (VBox part : List.of(votes, measured)) {
            part.setMinWidth(0);
            part.setPrefWidth(0);
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        getChildren().setAll(votes, measured);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static Label caption(String key) {
        Label label = Parts.styled(new Label(Texts.text(key)), "present-quiet");
        return label;
    }

    void refresh() {
        LessonViewModel lesson = vm.scriptProperty().get();
        boolean asked =
                lesson != null && lesson.current() != null && lesson.current().prediction() != null && !lesson.asks();
        setVisible(asked);
        if (!asked) {
            shown = null;
            return;
        }
        int page = lesson.pageProperty().get();
        measured.setOpacity(lesson.aside().isAsMeasured() ? 1 : CueHead.FAINT);
        boolean done = lesson.phaseProperty().get() == Phase.DONE;
        List<Object> now = List.of(lesson, page, done);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        var prediction = lesson.current().prediction();
        int index = prediction.answers().indexOf(prediction.right());
        measured.setVisible(done);
        right.setText(Texts.text("present.right", QuestionBoard.letter(index)));
        answer.setMarkdown(lesson.words().answers().get(index));
        voted.show(lesson, page, done ? index : -1);
    }

    /** A segment an answer, as wide as the hands that were raised for it. */
    private static final class Segments extends Pane {
        private static final double GAP = 4;

        private List<Label> labels = List.of();
        private List<Integer> hands = List.of();

        Segments() {
            getStyleClass().add("present-segments");
            setMinWidth(0);
        }

        void show(LessonViewModel lesson, int page, int right) {
            int answers = lesson.words().answers().size();
            List<Integer> chosen = java.util.stream.IntStream.range(0, answers)
                    .filter(each -> lesson.hands().of(page, each) > 0)
                    .boxed()
                    .toList();
            hands = chosen.stream().map(each -> lesson.hands().of(page, each)).toList();
            labels = chosen.stream()
                    .map(each -> {
                        Label label = new Label(Texts.text(
                                "present.votes",
                                QuestionBoard.letter(each),
                                lesson.hands().of(page, each)));
                        label.getStyleClass().add("present-segment");
                        label.setAlignment(Pos.CENTER);
                        label.pseudoClassStateChanged(RIGHT, each == right);
                        return label;
                    })
                    .toList();
            if (labels.isEmpty()) {
                getChildren().setAll(new Label(Texts.text("present.votes.none")));
            } else {
                getChildren().setAll(labels);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return getChildren().stream()
                    .mapToDouble(each -> each.prefHeight(-1))
                    .max()
                    .orElse(0);
        }

        @Override
        protected void layoutChildren() {
            if (labels.isEmpty()) {
                super.layoutChildren();
                return;
            }
            // A single hand keeps room for its letter.
            List<Double> least =
                    labels.stream().map(label -> label.minWidth(-1)).toList();
            double all = hands.stream().mapToInt(each -> each).sum();
            double room = getWidth()
                    - GAP * (labels.size() - 1)
                    - least.stream().mapToDouble(each -> each).sum();
            double x = 0;
            for (int i = 0; i < labels.size(); i++) {
                double width = least.get(i) + Math.max(0, room) * hands.get(i) / all;
                labels.get(i).resizeRelocate(x, 0, width, labels.get(i).prefHeight(-1));
                x += width + GAP;
            }
        }
    }
}
