package normscope.view;

import static normscope.view.WindowFixture.await;
import static normscope.view.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.SweepSettings;
import normscope.lesson.Lesson;
import normscope.viewmodel.LessonViewModel;
import normscope.viewmodel.LessonViewModel.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * All lessons from the first page to the last and back, and what every page must keep: whole words, within its room.
 */
class LessonsTest extends WindowTestCase {

    private static final int MOST_TABS = 60;
    private static final Set<Phase> AT_REST = Set.of(Phase.ASKING, Phase.READY, Phase.DONE);

    private final List<String> problems = new ArrayList<>();

    /** How the user does it. */
    private interface Hand {
        void open(String lesson);

        void answer();

        void act();

        void next();

        void back();

        void home();
    }

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    private int page() {
        return onFx(() -> lesson().pageProperty().get());
    }

    /** Waits until nothing moves any more, as quickly as the networks can, whatever speed the page has set. */
    private void awaitRest() {
        await(() -> {
            window.modes().lessons().experiment().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            return AT_REST.contains(lesson().phaseProperty().get());
        });
    }

    private void goThrough(Lesson lesson, Hand hand) {
        hand.open(lesson.id());
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
            hand.next();
        }
        await(() -> lesson().current() == null);
        awaitRest();
        check(lesson.id(), page());
        for (int page = lesson.pages().size() - 1; page >= 0; page--) {
            int index = page;
            hand.back();
            await(() -> lesson().pageProperty().get() == index);
            awaitRest();
        }
        hand.home();
        await(() -> lesson() == null);
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

    private Phase phase() {
        return onFx(() -> lesson().phaseProperty().get());
    }

    /** Notes what does not fit on the open page. */
    private void check(String lesson, int page) {
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            window.scene().getRoot().layout();
            String place = String.format(
                    Locale.ROOT,
                    "%s, page %d, %s: ",
                    lesson,
                    page + 1,
                    lesson().phaseProperty().get());
            for (String id : List.of("#lesson-scroll", "#lesson-end")) {
                ScrollPane scroll = (ScrollPane) window.scene().lookup(id);
                double over = scroll == null
                        ? 0
                        : scroll.getContent().getLayoutBounds().getHeight()
                                - scroll.getViewportBounds().getHeight();
                if (over > 1) {
                    problems.add(place + String.format(Locale.ROOT, "the text is %.0f pixels too high", over));
                }
            }
            Node panel = window.scene().lookup("#lesson-panel");
            Bounds room = panel.localToScene(panel.getLayoutBounds());
            for (Node node : visible(panel, new ArrayList<>())) {
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                if (node instanceof Text text && bounds.getMaxX() > room.getMaxX() + 1) {
                    problems.add(place + "beyond the right edge: " + text.getText());
                }
            }
            for (Node node : visible(window.scene().getRoot(), new ArrayList<>())) {
                if (node instanceof Labeled label
                        && label.lookup(".text") instanceof Text shown
                        && !label.getText().isEmpty()
                        && shown.getText().endsWith("...")
                        && !label.getText().endsWith("...")) {
                    problems.add(place + "broken off: " + label.getText());
                }
            }
            return null;
        });
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

    private List<Lesson> lessons() {
        return onFx(() -> window.modes().lessons().lessons());
    }

    @Test
    void allLessonsByMouseOnASmallScreen(FxRobot robot) {
        robot.clickOn("Lessons");
        await(() -> window.modes().modeProperty().get() == WindowMode.LESSONS);
        Hand mouse = new Hand() {
            @Override
            public void open(String lesson) {
                click(robot, "#open-" + lesson);
            }

            @Override
            public void answer() {
                click(robot, "#answer-1");
            }

            @Override
            public void act() {
                click(robot, "#lesson-action");
            }

            @Override
            public void next() {
                click(robot, "#lesson-next");
            }

            @Override
            public void back() {
                click(robot, "#lesson-back");
            }

            @Override
            public void home() {
                click(robot, "#lesson-home");
            }
        };
        lessons().forEach(lesson -> goThrough(lesson, mouse));
        assertThat(problems).isEmpty();
    }

    @Test
    void allLessonsByKeysOnAProjector(FxRobot robot) {
        onFx(() -> {
            stage.setWidth(1920);
            stage.setHeight(1080);
            window.actions().themeProperty().set(Theme.PROJECTOR);
            window.scene().getRoot().requestFocus();
            return null;
        });
        tabTo(
                robot,
                () -> focused() != null
                        && focused().getParent() == window.scene().lookup("#mode-switch"));
        type(robot, KeyCode.LEFT);
        await(() -> window.modes().modeProperty().get() == WindowMode.LESSONS);
        Hand keys = new Hand() {
            @Override
            public void open(String lesson) {
                tabTo(
                        robot,
                        () -> focused() != null
                                && ("open-" + lesson).equals(focused().getId()));
                type(robot, KeyCode.SPACE);
            }

            @Override
            public void answer() {
                type(robot, KeyCode.DIGIT2);
            }

            @Override
            public void act() {
                type(robot, KeyCode.SPACE);
            }

            @Override
            public void next() {
                type(robot, KeyCode.PAGE_DOWN);
            }

            @Override
            public void back() {
                type(robot, KeyCode.PAGE_UP);
            }

            @Override
            public void home() {
                type(robot, KeyCode.ESCAPE);
            }
        };
        lessons().forEach(lesson -> goThrough(lesson, keys));
        assertThat(problems).isEmpty();
    }

    private Node focused() {
        return window.scene().getFocusOwner();
    }

    private static void tabTo(FxRobot robot, Callable<Boolean> there) {
        for (int i = 0; i < MOST_TABS && !onFx(there); i++) {
            type(robot, KeyCode.TAB);
        }
        assertThat(onFx(there)).isTrue();
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    /** A click on the middle of a control. The mouse is there at once: its way would take longer than all the rest. */
    private void click(FxRobot robot, String query) {
        Point2D middle = onFx(() -> {
            Node node = window.scene().lookup(query);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
        robot.robotContext().getMouseRobot().move(middle);
        robot.clickOn(MouseButton.PRIMARY);
    }

    @Test
    void arrowKeysGoFromLessonToLesson(FxRobot robot) {
        robot.clickOn("Lessons");
        awaitFocusOnLesson(0);
        type(robot, KeyCode.RIGHT);
        type(robot, KeyCode.RIGHT);
        awaitFocusOnLesson(2);
        type(robot, KeyCode.DOWN);
        awaitFocusOnLesson(6);
        type(robot, KeyCode.SPACE);
        await(() -> lesson() != null && lesson().number() == 7);
    }

    private void awaitFocusOnLesson(int index) {
        String button = "open-" + lessons().get(index).id();
        await(() -> focused() != null && button.equals(focused().getId()));
    }

    @Test
    void aPageWithLittleRoomIsNotStyledAnewForEveryNewFont() {
        onFx(() -> {
            window.actions().themeProperty().set(Theme.PROJECTOR);
            window.modes().modeProperty().set(WindowMode.LESSONS);
            window.modes().lessons().open(lessons().get(0));
            return null;
        });
        await(() -> Gradually.isWhole((Region) window.scene().lookup("#lesson-panel")));
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            Node panel = window.scene().lookup("#lesson-panel");
            assertThat(panel.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("low"));
            List<String> styles = List.copyOf(panel.getStyleClass());
            panel.getStyleClass().addListener((Observable changed) -> problems.add("styled anew"));

            Label caption = (Label) panel.lookup(".caption");
            // Equal fonts are not the same: styling makes new ones.
            caption.setFont(
                    Font.font(caption.getFont().getFamily(), caption.getFont().getSize()));

            assertThat(problems).isEmpty();
            assertThat(panel.getStyleClass()).isEqualTo(styles);
            return null;
        });
    }

    @Test
    void eachModeKeepsItsOwnExperimentAndTheOneLeftPauses(FxRobot robot) {
        Lesson first = lessons().get(0);
        type(robot, KeyCode.SPACE);
        await(() -> window.vm().transport().playingProperty().get());
        robot.clickOn("Lessons");
        robot.clickOn("#open-" + first.id());
        await(() -> lesson() != null && lesson().phaseProperty().get() != Phase.ARRIVING);
        robot.clickOn("Lab");
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB);
        await(() -> !window.vm().transport().playingProperty().get());

        assertThat(window.config()).isEqualTo(ExperimentConfig.defaults());
        robot.clickOn("Lessons");
        await(() -> window.node("#lesson-panel") != null);
        robot.clickOn("#lesson-lab");
        await(() -> window.modes().modeProperty().get() == WindowMode.LAB
                && window.config().data().equals(first.experiment().data()));
    }

    @Test
    void aFolderWithoutALessonIsTold(FxRobot robot, @TempDir Path folder) {
        window.answerDialogsWith(folder);
        robot.clickOn("#file-menu").clickOn("#file-open-lesson");
        await(() -> window.node("#notice").isVisible());

        assertThat(((Label) window.node("#notice-text")).getText()).contains("lesson.json");
    }
}
