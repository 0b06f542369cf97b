package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import normscope.LongRun;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import normscope.window.LessonWalk.Hand;
import normscope.window.LessonWalk.Look;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** The list of lessons and their pages in the window. {@link LessonsByHandTest} goes through them by mouse and keys. */
class LessonsTest extends WindowTestCase {

    private LessonViewModel lesson() {
        return window.modes().lessons().lessonProperty().get();
    }

    private List<Lesson> lessons() {
        return onFx(() -> window.modes().lessons().lessons());
    }

    private Node focused() {
        return window.scene().getFocusOwner();
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    static Stream<Look> looks() {
        return LongRun.cases(1, Look.values());
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Tag("long")
    void allLessonsKeepTheirWordsWithinTheirRoom(Look look) {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return null;
        });
        LessonsViewModel lessons = window.modes().lessons();
        Hand viewModel = new Hand() {
            @Override
            public void open(Lesson lesson) {
                run(() -> lessons.open(lesson));
            }

            @Override
            public void answer() {
                run(() -> lesson().answer(longest()));
            }

            @Override
            public void act() {
                run(() -> lesson().act());
            }

            @Override
            public void next() {
                run(() -> lesson().next());
            }

            @Override
            public void back() {
                run(() -> lesson().back());
            }

            @Override
            public void home() {
                run(lessons::home);
            }
        };
        new LessonWalk(window, viewModel, look).goThroughAllAndBack();
    }

    /** The answer that takes the most room together with what is said of it. */
    private int longest() {
        Page page = lesson().current();
        Map<String, String> but = lesson().words().texts().but();
        Map<String, String> answers = lesson().words().texts().answers();
        List<String> names = page.prediction().answers();
        return names.indexOf(names.stream()
                .max(Comparator.comparingInt(name ->
                        but.getOrDefault(name, "").length() + answers.get(name).length()))
                .orElseThrow());
    }

    private static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    @Test
    void twoPagesWithTheSameInstrumentShowOnePanel() {
        Lesson byHand = lessons().stream()
                .filter(lesson -> lesson.id().equals("by-hand"))
                .findFirst()
                .orElseThrow();
        int second = IntStream.range(1, byHand.pages().size())
                .filter(page -> instrument(byHand, page) != null && instrument(byHand, page - 1) != null)
                .findFirst()
                .orElseThrow();
        LessonsViewModel lessons = window.modes().lessons();
        run(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            lessons.open(byHand);
            lesson().goTo(second - 1);
        });
        awaitWholePage();
        Pane place = (Pane) window.node("#instrument-place");
        run(lessons::home);
        await(() -> window.node("#lesson-panel") == null);
        run(() -> {
            lessons.open(byHand);
            lesson().next();
        });
        await(() -> lesson().pageProperty().get() == second);
        awaitWholePage();

        assertThat(onFx(() -> List.copyOf(place.getChildren()))).hasSize(1);
    }

    private void awaitWholePage() {
        await(() -> window.scene().lookup("#lesson-panel") != null);
    }

    private static InstrumentSettings instrument(Lesson lesson, int page) {
        return lesson.pages().get(page).instrument();
    }

    @Test
    void whoComesForTheFirstTimeIsToldWhatThisIsAndWhereToStart(FxRobot robot) {
        robot.clickOn("Lessons");
        await(() -> window.node("#start-here") != null);

        assertThat(((Label) window.node("#what-this-is")).getText()).contains("two small neural networks");
        assertThat(onFx(() ->
                        window.node("#lesson-card-" + lessons().get(0).id()).lookup("#start-here")))
                .isNotNull();
        for (Lesson lesson : lessons()) {
            await(() -> window.node("#lesson-card-" + lesson.id()).lookup(".lesson-picture") instanceof Region picture
                    && picture.getHeight() > 60);
        }
        robot.clickOn("#open-" + lessons().get(0).id());
        await(() -> lesson() != null);
        robot.clickOn("#lesson-home");
        await(() -> lesson() == null);

        assertThat(window.node("#start-here")).isNull();
    }

    /** What is below the edge is not found: a small screen shows all lessons with their buttons. */
    @Test
    void aSmallScreenShowsAllLessonsWithoutScrolling(FxRobot robot) {
        window.wear(Theme.LIGHT, 1366, 748);
        robot.clickOn("Lessons");
        await(() -> window.node("#start-here") != null);
        for (Lesson lesson : lessons()) {
            await(() -> window.node("#lesson-card-" + lesson.id()).lookup(".lesson-picture") instanceof Region picture
                    && picture.getHeight() > 60);
            Node button = window.node("#open-" + lesson.id());
            assertThat(onFx(() -> button.localToScene(button.getLayoutBounds()).getMaxY()))
                    .as(lesson.id())
                    .isLessThan(748);
        }
        ScrollPane home = (ScrollPane) window.node(".lesson-home");
        assertThat(onFx(() -> ((Region) home.getContent()).getHeight()))
                .isLessThanOrEqualTo(onFx(() -> home.getViewportBounds().getHeight()));
    }

    @Test
    void arrowKeysGoFromLessonToLesson(FxRobot robot) {
        robot.clickOn("Lessons");
        awaitFocusOnLesson(0);
        type(robot, KeyCode.RIGHT);
        type(robot, KeyCode.RIGHT);
        awaitFocusOnLesson(2);
        type(robot, KeyCode.DOWN);
        awaitFocusOnLesson(7);
        type(robot, KeyCode.SPACE);
        await(() -> lesson() != null && lesson().lesson().equals(lessons().get(7)));
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
        await(() -> window.scene().lookup("#lesson-panel") != null);
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            Node panel = window.scene().lookup("#lesson-panel");
            assertThat(panel.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("low"));
            List<String> changes = new ArrayList<>();
            List<String> styles = List.copyOf(panel.getStyleClass());
            panel.getStyleClass().addListener((Observable changed) -> changes.add("styled anew"));

            Label caption = (Label) panel.lookup(".caption");
            // Equal fonts are not the same: styling makes new ones.
            caption.setFont(
                    Font.font(caption.getFont().getFamily(), caption.getFont().getSize()));

            assertThat(changes).isEmpty();
            assertThat(panel.getStyleClass()).isEqualTo(styles);
            return null;
        });
    }

    @Test
    void eachModeKeepsItsOwnExperimentAndTheOneLeftPauses(FxRobot robot) {
        Lesson first = lessons().get(2);
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
