package normscope.present;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.LongRun;
import normscope.app.Themes;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.TextSizes.Sized;
import normscope.shell.FileDialogs;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.window.FxThread;
import normscope.window.StageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cue of the scripts that ship, before and after its action: read from the last row of two screens, and by the
 * presenter. {@code PageStateTest} goes back, {@code ScriptsByClickerTest} plays them by the clicker's keys.
 */
@Tag("window")
@ExtendWith(StageExtension.class)
@Tag("long")
class CuesOnScreenTest {

    private final List<PresentScreen> screens = new ArrayList<>();
    private LabViewModel lab;
    private LessonsViewModel lessons;
    private PresentViewModel vm;
    private PresenterWindow presenter;

    @BeforeEach
    void open(Stage primary) {
        onFx(() -> {
            Themes.loadFonts();
            lab = new LabViewModel(ExperimentConfig.defaults());
            lessons = new LessonsViewModel(List::of, () -> Lessons.scripts(Locale.ENGLISH), ProgressStore.NONE);
            vm = new PresentViewModel(lessons, lab, null, false);
            show(primary, 1920, 1080);
            show(new Stage(), 1024, 768);
            presenter = new PresenterWindow(vm, new PresentKeys(vm, new Presenter(null, null)));
            presenter.moveTo(Screen.getPrimary().getBounds());
            return null;
        });
    }

    private void show(Stage stage, double width, double height) {
        WindowActions actions = new WindowActions(lab, (FileDialogs) null).elsewhere(Theme.PROJECTOR);
        PresentScreen screen = new PresentScreen(vm, new PresentScale(height), () -> actions, () -> {});
        screens.add(screen);
        stage.setScene(Presenter.dressed(screen.root(), width, height));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close(Stage primary) {
        onFx(() -> {
            presenter.close();
            screens.forEach(PresentScreen::close);
            lab.close();
            lessons.close();
            // The stage stays for the next test; a script's runs need not.
            primary.setScene(new Scene(new Group(), 1366, 768));
            return null;
        });
    }

    private void update() {
        screens.forEach(screen -> screen.update(System.nanoTime()));
        presenter.update(System.nanoTime());
    }

    private void pulseUntil(BooleanSupplier condition) {
        await(() -> {
            vm.pulse();
            update();
            return condition.getAsBoolean();
        });
    }

    private static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    private boolean isDone() {
        return vm.scriptProperty().get().phaseProperty().get() == Phase.DONE;
    }

    /** A click while the cue is still on its way there is not taken. */
    private boolean isReached() {
        Phase phase = vm.scriptProperty().get().phaseProperty().get();
        return phase == Phase.ASKING || phase == Phase.READY || phase == Phase.DONE;
    }

    private int cue() {
        return vm.scriptProperty().get().pageProperty().get();
    }

    static Stream<Integer> scripts() {
        return LongRun.cases(1, 0, 1, 2, 3, 4);
    }

    @Test
    void noScriptIsLeftOut() {
        assertThat(onFx(() -> vm.scripts())).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyCueIsLargeEnoughAndWithinBothScreens(int script) {
        run(() -> vm.play(vm.scripts().get(script)));
        int cues = onFx(() -> vm.cues());
        assertThat(cues).isGreaterThan(4);
        for (int cue = 0; cue < cues; cue++) {
            int here = cue;
            pulseUntil(() -> cue() == here && isReached());
            check("cue " + (cue + 1) + " before its action");
            if (onFx(() -> vm.asks() || vm.waits())) {
                run(vm::next);
                pulseUntil(() -> {
                    vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
                    return isDone();
                });
                check("cue " + (cue + 1) + " after its action");
            }
            String result = onFx(() -> vm.scriptProperty().get().words().result());
            assertThat(result).doesNotContain("NaN").doesNotMatch(".*\\{[a-z-]+-[a-z-]+}.*");
            if (cue < cues - 1) {
                run(vm::next);
            }
        }
    }

    private void check(String what) {
        run(() -> {
            update();
            for (PresentScreen screen : screens) {
                screen.root().applyCss();
                screen.root().layout();
            }
        });
        FxThread.awaitFrame();
        run(() -> {
            screens.forEach(screen -> check(screen.root().getScene(), what));
            assertThat(clippedNotes()).as(what).isFalse();
        });
    }

    private static void check(Scene screen, String what) {
        List<Sized> texts = TextSizes.of(screen.getRoot());
        assertThat(texts).as(what).hasSizeGreaterThan(15);
        assertThat(texts.stream().filter(text -> text.size() < screen.getHeight() / 45 - 1e-6))
                .as(what)
                .isEmpty();
        assertWhole(screen, ".present-status .label", what);
        assertWhole(screen, ".present-head .text", what);
        assertWhole(screen, ".present-thumbnail-name", what);
    }

    /** Within the screen, and with all of its words. */
    private static void assertWhole(Scene screen, String query, String what) {
        for (Node node : screen.getRoot().lookupAll(query)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            assertThat(bounds.getMinX()).as("%s: %s", what, node).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX()).as("%s: %s", what, node).isLessThanOrEqualTo(screen.getWidth());
            assertThat(bounds.getMaxY()).as("%s: %s", what, node).isLessThanOrEqualTo(screen.getHeight());
            if (node instanceof Label label && label.lookup(".text") instanceof javafx.scene.text.Text text) {
                assertThat(text.getText()).as(what).isEqualTo(label.getText());
            }
        }
    }

    /** The presenter reads his notes without scrolling. */
    private boolean clippedNotes() {
        Scene scene = Window.getWindows().stream()
                .map(Window::getScene)
                .filter(each -> each.lookup("#presenter-cue") != null)
                .findFirst()
                .orElseThrow();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Node notes = scene.lookup("#present-notes");
        Node view = scene.lookup(".presenter-notes");
        assertThat(((Label) scene.lookup("#presenter-cue")).getText()).startsWith("Cue " + (cue() + 1) + " of");
        return notes.getLayoutBounds().getHeight() > view.getLayoutBounds().getHeight();
    }
}
