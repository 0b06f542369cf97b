package normscope.window;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import normscope.control.Parts;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonEnd;
import normscope.lesson.page.LessonHome;
import normscope.lesson.page.LessonPanel;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.Recall;
import normscope.lesson.page.RecallView;
import normscope.lesson.page.TermLinks;
import normscope.present.Modes;
import normscope.shell.WindowMode;

/** The Lessons mode: the list of lessons, or the page of one beside its experiment. */
final class LessonsView {

    private final Modes modes;
    private final LessonsViewModel lessons;
    private final Region window;
    private final SmallScreen screen;
    private final BorderPane root = new BorderPane();
    /** Beside the page's text, which keeps its height and so its buttons' places, whatever stands here. */
    private final BorderPane beside = new BorderPane();

    private final LessonHome home;
    private final InvalidationListener turn = observable -> showPage();
    private final LessonEnd end;
    private final TermLinks links;
    private final RecallView asking = new RecallView();
    private LessonViewModel shown;
    private LessonPanel panel;
    private LessonStage stage;

    LessonsView(Modes modes, Region window, SmallScreen screen) {
        this.modes = modes;
        this.lessons = modes.lessons();
        this.window = window;
        this.screen = screen;
        root.getStyleClass().add("lessons");
        links = TermLinks.builtIn(entries -> modes.lab().showPage("glossary", entries));
        home = new LessonHome(
                lessons, modes::present, modes::openInLab, modes.lab().themeProperty(), links::showAll);
        end = new LessonEnd(modes::openInLab, modes::pursue, modes.goals()::isReached, modes.papers()::saveSheet);
        Parts.onChange(home::refresh, lessons.allProperty());
        Parts.follow(this::show, lessons.lessonProperty(), lessons.recallProperty());
    }

    Node root() {
        return root;
    }

    private void show() {
        LessonViewModel lesson = lessons.lessonProperty().get();
        if (lesson != null && lesson.lesson().kind() == Lesson.Kind.SCRIPT) {
            // It is played on a screen for a class, over this window.
            return;
        }
        if (shown != null) {
            shown.pageProperty().removeListener(turn);
        }
        shown = lesson;
        if (lesson == null) {
            home.refresh();
            root.setLeft(null);
            Recall recall = lessons.recallProperty().get();
            root.setCenter(recall == null ? home : asking);
            dockBar();
            requestFocus();
            if (recall != null) {
                asking.follow(recall);
            }
            return;
        }
        if (stage == null) {
            stage = new LessonStage(modes.actionsProperty().get(), window, lessons.figures());
            panel = new LessonPanel(modes.actionsProperty().get(), lessons::home, modes::openInLab, links);
        }
        stage.follow(lesson);
        panel.follow(lesson);
        lesson.pageProperty().addListener(turn);
        root.setLeft(panel);
        showPage();
        requestFocus();
    }

    /**
     * Gives the keyboard to the list of lessons, where arrow keys go from one to the next; on a page to no control: the
     * button that was pressed is gone, and whatever comes next must not take its place.
     */
    void requestFocus() {
        if (shown != null && shown.current() == null) {
            // Goals may have been reached in the Lab meanwhile.
            end.show(shown.lesson());
        }
        if (shown == null) {
            home.requestFocus();
        } else {
            window.requestFocus();
        }
    }

    /**
     * At the end of a lesson its last words take the place of the experiment. What has the keyboard beside the text may
     * go with the page.
     */
    private void showPage() {
        if (panel.getScene() != null && !panel.isFocusWithin()) {
            requestFocus();
        }
        boolean atEnd = shown.current() == null;
        if (atEnd) {
            end.show(shown.lesson());
        }
        beside.setCenter(atEnd ? end : stage.node());
        root.setCenter(beside);
        dockBar();
    }

    /** Gives the page's bar to play its place; there is none at home and at the end of a lesson. */
    void dockBar() {
        if (modes.modeProperty().get() == WindowMode.LESSONS) {
            screen.dock(beside, shown == null || shown.current() == null ? null : stage.transport());
        }
    }

    /** Goes on after what was shown to a class. */
    void resume() {
        if (stage != null && shown != null) {
            stage.resume();
        }
    }

    void update(long now) {
        lessons.pulse();
        if (stage != null && lessons.lessonProperty().get() != null) {
            stage.update(now);
        }
    }

    void close() {
        if (stage != null) {
            stage.close();
        }
        if (panel != null) {
            panel.close();
        }
    }
}
