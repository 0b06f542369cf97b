package normscope.present;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.app.Themes;
import normscope.experiment.Configs;
import normscope.lab.LabViewModel;
import normscope.lab.SampleScripts;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.shell.FileDialogs;
import normscope.shell.WindowActions;
import normscope.window.StageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** The presenter's window on a second screen, which the test makes up, and the screens' changing places. */
@Tag("window")
@ExtendWith(StageExtension.class)
class TwoScreensTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1366, 768);
    private static final Rectangle2D PROJECTOR = new Rectangle2D(1366, 0, 1024, 768);

    private Stage stage;
    private LabViewModel lab;
    private LessonsViewModel lessons;
    private Presenter presenter;

    @BeforeEach
    void prepare(Stage primary) {
        stage = primary;
        onFx(() -> {
            Themes.loadFonts();
            lab = new LabViewModel(Configs.small());
            lessons = new LessonsViewModel(List::of, () -> List.of(SampleScripts.asking("asking")), ProgressStore.NONE);
            stage.setScene(new Scene(new Group(), 600, 400));
            stage.show();
            return null;
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            presenter.close();
            lab.close();
            lessons.close();
            return null;
        });
    }

    private void present(Rectangle2D... screens) {
        onFx(() -> {
            Modes modes = new Modes(new WindowActions(lab, (FileDialogs) null), lessons);
            presenter = new Presenter(modes, null, () -> List.of(screens));
            presenter.open(stage);
            return null;
        });
        await(() -> presenter.scene().lookup("#present-step") != null);
    }

    private static Optional<Stage> notes() {
        return Window.getWindows().stream()
                .filter(each -> each.getScene() != null && each.getScene().lookup("#presenter-cue") != null)
                .map(Stage.class::cast)
                .findFirst();
    }

    private static String text(String query) {
        return ((Label) notes().orElseThrow().getScene().lookup(query)).getText();
    }

    private static double left(Window window) {
        return onFx(window::getX);
    }

    @Test
    void thePresenterHasNotesOnTheLaptopAndTheProjectorHasTheRest(FxRobot robot) {
        present(LAPTOP, PROJECTOR);
        // In letters for the projector, whatever the only screen of this machine is.
        assertThat(onFx(() -> presenter.scene().getRoot().getStyle())).contains("18.0px");
        assertThat(left(notes().orElseThrow())).isZero();
        onFx(() -> {
            presenter.vm().play(presenter.vm().scripts().get(0));
            return null;
        });
        await(() -> text("#presenter-cue").equals("Cue 1 of 3: Cue train")
                && presenter.vm().waits());
        assertThat(onFx(() -> text("#presenter-elapsed"))).matches("\\d:\\d\\d");
        assertThat(onFx(() -> notes().orElseThrow()
                        .getScene()
                        .lookup("#present-notes")
                        .lookupAll(".text")
                        .toString()))
                .contains("Next click: Go");

        robot.press(KeyCode.G).release(KeyCode.G);
        robot.press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        await(() -> text("#presenter-cue").startsWith("Cue 2 of 3"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !presenter.isOpen() && notes().isEmpty());
    }

    @Test
    void theScreensChangePlacesAndBack(FxRobot robot) {
        present(LAPTOP, PROJECTOR);
        robot.press(KeyCode.X).release(KeyCode.X);
        await(() -> notes().orElseThrow().getX() == PROJECTOR.getMinX());
        assertThat(onFx(() -> presenter.scene().lookup("#present-step"))).isNotNull();
        robot.press(KeyCode.X).release(KeyCode.X);
        await(() -> notes().orElseThrow().getX() == LAPTOP.getMinX());
    }

    @Test
    void withOneScreenThereAreNoNotesAndTheKeySaysSo(FxRobot robot) {
        present(LAPTOP);
        assertThat(onFx(TwoScreensTest::notes)).isEmpty();
        robot.press(KeyCode.X).release(KeyCode.X);
        await(() -> ((Label) presenter.scene().lookup("#present-cue")).getText().contains("one screen"));
    }
}
