package normscope.view.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.app.Themes;
import normscope.experiment.ExperimentConfig;
import normscope.lesson.Lessons;
import normscope.view.FiredEvents;
import normscope.view.Theme;
import normscope.view.WindowActions;
import normscope.view.present.TextSizes.Sized;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LessonViewModel.Phase;
import normscope.viewmodel.LessonsViewModel;
import normscope.viewmodel.PresentViewModel;
import normscope.viewmodel.ProgressStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every cue of the scripts that ship, before and after its action: read from the last row, and by the presenter. */
@ExtendWith(ApplicationExtension.class)
class CuesOnScreenTest {

    private Stage stage;
    private LabViewModel lab;
    private LessonsViewModel lessons;
    private PresentViewModel vm;
    private PresentScreen screen;
    private PresenterWindow presenter;

    @Start
    void open(Stage first) {
        stage = first;
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            presenter.close();
            screen.close();
            lab.close();
            lessons.close();
            // The stage stays for the next test; a script's runs need not.
            stage.setScene(new Scene(new Group(), 1366, 768));
            FiredEvents.forget();
            return null;
        });
    }

    private static <T> T onFx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.asyncFx(call).get(60, TimeUnit.SECONDS);
    }

    private void build(double width, double height) {
        Themes.loadFonts();
        lab = new LabViewModel(ExperimentConfig.defaults());
        lessons = new LessonsViewModel(List::of, () -> Lessons.scripts(Locale.ENGLISH), ProgressStore.NONE);
        vm = new PresentViewModel(lessons, lab, null, false);
        WindowActions actions = new WindowActions(lab, null).elsewhere(Theme.PROJECTOR);
        screen = new PresentScreen(vm, new PresentScale(height), () -> actions);
        stage.setScene(Presenter.dressed(screen.root(), width, height));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        presenter = new PresenterWindow(vm, new PresentKeys(vm, new Presenter(null, null)));
        presenter.moveTo(Screen.getPrimary());
    }

    private void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    vm.pulse();
                    screen.update(System.nanoTime());
                    presenter.update(System.nanoTime());
                    return condition.getAsBoolean();
                }));
    }

    private boolean isDone() {
        return vm.scriptProperty().get().phaseProperty().get() == Phase.DONE;
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 0", "1024, 768, 0", "1024, 768, 1", "1920, 1080, 1"})
    void everyCueIsLargeEnoughAndWithinTheScreen(double width, double height, int script) throws Exception {
        onFx(() -> {
            build(width, height);
            vm.play(vm.scripts().get(script));
            return null;
        });
        int cues = onFx(() -> vm.cues());
        assertThat(cues).isGreaterThan(8);
        for (int cue = 0; cue < cues; cue++) {
            await(() -> vm.waits() || isDone());
            check(height, String.format(Locale.ROOT, "cue %d before its action", cue + 1));
            if (onFx(() -> vm.waits())) {
                onFx(() -> {
                    vm.next();
                    return null;
                });
                await(() -> {
                    vm.shownProperty().get().transport().speedProperty().set(Double.POSITIVE_INFINITY);
                    return isDone();
                });
                check(height, String.format(Locale.ROOT, "cue %d after its action", cue + 1));
            }
            int here = cue;
            onFx(() -> {
                vm.next();
                return null;
            });
            await(() ->
                    here == cues - 1 || vm.scriptProperty().get().pageProperty().get() == here + 1);
        }
    }

    private void check(double height, String what) throws Exception {
        onFx(() -> {
            screen.update(System.nanoTime());
            screen.root().applyCss();
            screen.root().layout();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        List<Sized> texts = onFx(() -> TextSizes.of(screen.root()));
        assertThat(texts).as(what).hasSizeGreaterThan(15);
        assertThat(texts.stream().filter(text -> text.size() < height / 45 - 1e-6))
                .as(what)
                .isEmpty();
        onFx(() -> {
            assertWhole(".present-status .label", what);
            assertWhole(".present-head .text", what);
            assertWhole(".present-thumbnail-name", what);
            assertThat(clippedNotes()).as(what).isFalse();
            return null;
        });
    }

    /** Within the screen, and with all of its words. */
    private void assertWhole(String query, String what) {
        for (Node node : screen.root().lookupAll(query)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            assertThat(bounds.getMinX()).as("%s: %s", what, node).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX())
                    .as("%s: %s", what, node)
                    .isLessThanOrEqualTo(stage.getScene().getWidth());
            assertThat(bounds.getMaxY())
                    .as("%s: %s", what, node)
                    .isLessThanOrEqualTo(stage.getScene().getHeight());
            if (node instanceof Label label && label.lookup(".text") instanceof javafx.scene.text.Text text) {
                assertThat(text.getText()).as(what).isEqualTo(label.getText());
            }
        }
    }

    /** The presenter reads his notes without scrolling. */
    private boolean clippedNotes() {
        Window window = Window.getWindows().stream()
                .filter(each -> each != stage && each.getScene().lookup("#presenter-cue") != null)
                .findFirst()
                .orElseThrow();
        window.getScene().getRoot().applyCss();
        window.getScene().getRoot().layout();
        Node notes = window.getScene().lookup("#present-notes");
        Node view = window.getScene().lookup(".presenter-notes");
        assertThat(((Label) window.getScene().lookup("#presenter-cue")).getText())
                .startsWith("Cue " + (vm.scriptProperty().get().pageProperty().get() + 1) + " of");
        return notes.getLayoutBounds().getHeight() > view.getLayoutBounds().getHeight();
    }
}
