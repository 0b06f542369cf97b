package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import normscope.LongRun;
import normscope.instrument.sweep.SweepSettings;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.Recall;
import normscope.shell.Theme;

/**
 * Goes through lessons from the first page to the last and back, and looks on every page whether its words are whole
 * and within their room.
 */
public final class LessonWalk {

    /** What the system takes of a screen for a maximized window's own title. */
    private static final int TITLE_BAR = 20;

    private static final Set<Phase> AT_REST = Set.of(Phase.ASKING, Phase.READY, Phase.DONE);

    private final WindowFixture window;
    private final Hand hand;
    private final Look look;
    private final List<String> problems = new ArrayList<>();

    /** How large the window is, and in which theme. */
    public enum Look {
        SMALL_SCREEN(Theme.LIGHT, 1366, 768 - TITLE_BAR),
        PROJECTOR(Theme.PROJECTOR, 1920, 1080);

        private final Theme theme;
        private final double width;
        private final double height;

        Look(Theme theme, double width, double height) {
            this.theme = theme;
            this.width = width;
            this.height = height;
        }
    }

    /** How the user does it. */
    public interface Hand {
        void open(Lesson lesson);

        void answer();

        void act();

        void next();

        void back();

        void home();
    }

    public LessonWalk(WindowFixture window, Hand hand, Look look) {
        this.window = window;
        this.hand = hand;
        this.look = look;
    }

    /** Goes through every lesson, by default through the first ones, and home again from its end. */
    public void goThroughAll() {
        goThroughAll(false);
    }

    /** Goes through every lesson, then back page by page to its first. */
    public void goThroughAllAndBack() {
        goThroughAll(true);
    }

    private void goThroughAll(boolean andBack) {
        List<Lesson> lessons = onFx(() -> window.modes().lessons().lessons());
        assertThat(lessons).isNotEmpty();
        window.wear(look.theme, look.width, look.height);
        for (Lesson lesson : LongRun.cases(4, lessons).toList()) {
            goThrough(lesson);
            if (andBack) {
                goBack(lesson);
            }
            hand.home();
            await(() -> lesson() == null);
        }
        assertThat(problems).isEmpty();
    }

    private Recall recall() {
        return window.modes().lessons().recallProperty().get();
    }

    private void goBack(Lesson lesson) {
        for (int page = lesson.pages().size() - 1; page >= 0; page--) {
            int index = page;
            hand.back();
            await(() -> lesson().pageProperty().get() == index);
            awaitRest();
            check(lesson.id() + ", again", page);
        }
    }

    private void goThrough(Lesson lesson) {
        hand.open(lesson);
        await(() -> lesson() != null || recall() != null);
        if (recall() != null) {
            onFx(() -> {
                recall().skip();
                return null;
            });
        }
        await(() -> lesson() != null);
        for (int page = 0; page < lesson.pages().size(); page++) {
            int index = page;
            await(() -> lesson().pageProperty().get() == index);
            awaitRest();
            check(lesson.id(), page);
            if (phase() == Phase.ASKING) {
                hand.answer();
                await(() -> lesson().phaseProperty().get() != Phase.ASKING);
                awaitRest();
            }
            if (phase() == Phase.READY) {
                check(lesson.id(), page);
                shortenSweep();
                hand.act();
                await(() -> lesson().phaseProperty().get() != Phase.READY);
                awaitRest();
            }
            assertThat(phase()).isEqualTo(Phase.DONE);
            check(lesson.id(), page);
            if (onFx(() -> lesson().reflection().asksWhatWasSeen())) {
                hand.answer();
                await(() -> lesson().knows());
                check(lesson.id(), page);
            }
            hand.next();
        }
        await(() -> lesson().current() == null);
        awaitRest();
        check(lesson.id(), lesson.pages().size());
    }

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    private Phase phase() {
        return onFx(() -> lesson().phaseProperty().get());
    }

    /** Waits until nothing moves any more, as quickly as the networks can, whatever speed the page has set. */
    private void awaitRest() {
        await(() -> {
            window.modes().lessons().experiment().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return AT_REST.contains(lesson().phaseProperty().get());
        });
    }

    /** Three runs say as much of a sweep's page as twenty-seven. */
    private void shortenSweep() {
        if (lesson().current().instrument() instanceof SweepSettings) {
            onFx(() -> {
                for (String[] fewer : new String[][] {{"#sweep-seeds", "1"}, {"#sweep-count", "3"}}) {
                    TextField field = (TextField) window.scene().lookup(fewer[0]);
                    field.setText(fewer[1]);
                    field.getOnAction().handle(new ActionEvent());
                }
                window.scene().getRoot().requestFocus();
                return null;
            });
        }
    }

    /** Notes what does not fit on the open page. */
    private void check(String lesson, int page) {
        String place = lesson + ", page " + (page + 1) + ", " + phase() + ": ";
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            window.scene().getRoot().layout();
            checkHeights(place);
            checkRightEdge(place);
            checkLabels(place);
            return null;
        });
    }

    private void checkHeights(String place) {
        for (String id : List.of("#lesson-scroll", "#lesson-end")) {
            ScrollPane scroll = (ScrollPane) window.scene().lookup(id);
            double over = scroll == null
                    ? 0
                    : scroll.getContent().getLayoutBounds().getHeight()
                            - scroll.getViewportBounds().getHeight();
            if (over > 1) {
                problems.add(place + "the text is " + Math.round(over) + " pixels too high");
            }
        }
    }

    private void checkRightEdge(String place) {
        Node panel = window.scene().lookup("#lesson-panel");
        Bounds room = panel.localToScene(panel.getLayoutBounds());
        for (Node node : visible(panel, new ArrayList<>())) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (node instanceof Text text && bounds.getMaxX() > room.getMaxX() + 1) {
                problems.add(place + "beyond the right edge: " + text.getText());
            }
        }
    }

    private void checkLabels(String place) {
        for (Node node : visible(window.scene().getRoot(), new ArrayList<>())) {
            if (node instanceof Labeled label
                    && label.lookup(".text") instanceof Text shown
                    && !label.getText().isEmpty()
                    && shown.getText().endsWith("...")
                    && !label.getText().endsWith("...")) {
                problems.add(place + "broken off: " + label.getText());
            }
        }
    }

    private static List<Node> visible(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visible(child, found));
            }
        }
        return found;
    }
}
