package normscope.lesson.page;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import normscope.control.Hints;
import normscope.text.Texts;

/** A dot for each page of a lesson; a click opens the page. */
final class PageDots extends HBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final InvalidationListener turn = observable -> showPage();
    private LessonViewModel lesson;

    PageDots() {
        getStyleClass().add("page-dots");
    }

    void follow(LessonViewModel opened) {
        if (lesson != null) {
            lesson.pageProperty().removeListener(turn);
        }
        lesson = opened;
        getChildren().clear();
        for (int i = 0; i < lesson.pages(); i++) {
            int page = i;
            Region dot = new Region();
            dot.getStyleClass().add("dot");
            Button button = new Button("", dot);
            button.setId("page-" + (i + 1));
            button.getStyleClass().add("page-dot");
            String title = i < lesson.pages() - 1 ? lesson.title(i) : Texts.text("lesson.end");
            Hints.describeAs(button, Texts.text("lesson.dot", i + 1, title), Texts.text("lesson.dot", i + 1, title));
            button.setOnAction(event -> lesson.goTo(page));
            getChildren().add(button);
        }
        lesson.pageProperty().addListener(turn);
        showPage();
    }

    private void showPage() {
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren()
                    .get(i)
                    .pseudoClassStateChanged(CURRENT, i == lesson.pageProperty().get());
        }
    }
}
