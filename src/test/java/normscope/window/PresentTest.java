package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.data.DataKind;
import normscope.experiment.Configs;
import normscope.instrument.proofs.BadgesSettings;
import normscope.lesson.OwnLessons;
import normscope.panel.PanelWord;
import normscope.present.PresentViewModel;
import normscope.present.Presenter;
import normscope.shell.Theme;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Presenting what the window shows, by keys and by mouse. */
class PresentTest extends SharedWindowTestCase {

    private static Scene screen() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Stage stage && "Present".equals(stage.getTitle()))
                .map(Window::getScene)
                .findFirst()
                .orElse(null);
    }

    private static Node node(String query) {
        return screen().lookup(query);
    }

    private Presenter presenter() {
        return window.presenter();
    }

    private PresentViewModel vm() {
        return presenter().vm();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.press(key).release(key);
        }
    }

    private void present(FxRobot robot) {
        press(robot, KeyCode.F5);
        await(() -> screen() != null && node("#present-step") != null);
    }

    @Test
    void theScreenOpensByKeyAndLeavesTheWindowAsItWas(FxRobot robot) {
        onFx(() -> {
            window.actions().themeProperty().set(Theme.DARK);
            return null;
        });
        present(robot);
        assertThat(onFx(() -> screen().getWidth())).isEqualTo(1920);
        press(robot, KeyCode.A, KeyCode.UP, KeyCode.ESCAPE);
        await(() -> screen() == null);

        assertThat(window.actions().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(Theme.DARK.isWornBy(window.scene().getRoot())).isTrue();
        assertThat(window.vm().curves().showAccuracyProperty().get()).isFalse();
        assertThat(window.vm().curves().bandLayerProperty().get()).isEqualTo(3);
        await(() -> window.scene().getWindow().isFocused());
        press(robot, KeyCode.RIGHT);
        await(() -> window.step() == 1);
    }

    @Test
    void spacePlaysAndArrowsStepAsInTheWindow(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.RIGHT, KeyCode.RIGHT);
        await(() -> window.vm().transport().stepProperty().get() == 2);
        await(() -> screen().lookup("#present-step").getAccessibleText().equals("2"));
        press(robot, KeyCode.SPACE);
        await(() -> window.vm().transport().stepProperty().get() > 20);
        press(robot, KeyCode.SPACE);
        await(() -> !window.vm().transport().playingProperty().get());
    }

    @Test
    void aShiftHappensByKeyAsInTheWindow(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.S);
        await(() -> window.vm().events().size() == 1);
    }

    @Test
    void numbersAndClicksZoomPanelsAndBack(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.DIGIT3);
        await(() -> vm().bigProperty().get() == PanelWord.BOUNDARIES
                && !node(".present-thumbnails").isVisible());
        press(robot, KeyCode.DIGIT0);
        await(() -> node(".present-thumbnails").isVisible());
        robot.clickOn(node("#present-thumbnail-2"));
        await(() -> vm().bigProperty().get() == PanelWord.LOSS
                && vm().zoomedProperty().get());
        robot.clickOn(node("#present-place"));
        await(() -> !vm().zoomedProperty().get());
    }

    @Test
    void theInstrumentsThumbnailShowsItAlsoWhileAnotherPanelIsLarge(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.I, KeyCode.DIGIT0);
        await(() -> node(".present-thumbnails").isVisible() && instrumentSeen());
        press(robot, KeyCode.DIGIT2, KeyCode.DIGIT0);
        await(() -> vm().bigProperty().get() == PanelWord.LOSS && instrumentSeen());
    }

    private static boolean instrumentSeen() {
        return node("#present-thumbnail-5 .image-view") instanceof ImageView view && view.getImage() != null;
    }

    @Test
    void theScreenBlanksAndComesBack(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.B);
        await(() -> node("#present-blank").isVisible());
        press(robot, KeyCode.PERIOD);
        await(() -> !node("#present-blank").isVisible());
    }

    @Test
    void theSpotFollowsTheMouseAndNothingPopsUp(FxRobot robot) {
        present(robot);
        robot.moveTo(node("#present-place"));
        robot.moveBy(40, 30);
        await(() -> node("#present-spot").isVisible());
        await(() -> !node("#present-spot").isVisible());

        assertThat(onFx(() ->
                        Window.getWindows().stream().filter(Window::isShowing).count()))
                .isEqualTo(2);
    }

    @Test
    void theInstrumentOfTheLabIsAPanel(FxRobot robot) {
        onFx(() -> {
            window.actions().instrumentProperty().set(BadgesSettings.defaults());
            return null;
        });
        present(robot);
        await(() -> vm().bigProperty().get() == PanelWord.INSTRUMENT);
        press(robot, KeyCode.DIGIT5);
        await(() -> vm().zoomedProperty().get() && node(".present-instrument") != null);
        press(robot, KeyCode.F5);
        await(() -> screen() == null);
    }

    @Test
    void theShiftLabsNumbersAreAsWideAsItsFigures(FxRobot robot) {
        present(robot);
        press(robot, KeyCode.I);
        await(() -> screen().getRoot().lookupAll(".shift-row").size() == 2);
        await(() -> screen().getRoot().lookupAll(".shift-row").stream()
                .allMatch(row -> row.getLayoutBounds().getWidth() > 300
                        && ((Parent) row)
                                .getChildrenUnmodifiable().stream()
                                        .anyMatch(card -> Math.abs(card.getBoundsInParent()
                                                                .getMaxX()
                                                        - row.getLayoutBounds().getWidth())
                                                < 3)));
    }

    @Test
    void whatIsClosedWithinAFrameIsNotUpdatedInThatFrame() {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger framesAfter = new AtomicInteger();
        AnimationTimer closes = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (screen() != null && node("#present-step") != null) {
                    presenter().close();
                } else if (!presenter().isOpen()) {
                    framesAfter.incrementAndGet();
                }
            }
        };
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            closes.start();
            presenter().open(stage);
            framesAfter.set(0);
            return null;
        });
        await(() -> !presenter().isOpen() && framesAfter.get() > 3);
        onFx(() -> {
            closes.stop();
            Thread.currentThread().setUncaughtExceptionHandler(null);
            return null;
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void drawnDataAreAmongThoseToImproviseWith(FxRobot robot) {
        onFx(() -> {
            window.vm().edit(window.config().withData(Configs.drawn(3, 60).data()));
            return null;
        });
        window.train(3);
        present(robot);
        press(robot, KeyCode.E);
        assertThat(onFx(() -> data("Drawn").isSelected())).isTrue();
        robot.clickOn(onFx(() -> data("Moons")));
        await(() -> vm().improvisation().wanted().data().kind() == DataKind.MOONS);
        robot.clickOn(onFx(() -> data("Drawn")));
        await(() -> vm().improvisation().wanted().data().own() != null);
        assertThat(onFx(() -> vm().improvisation().wanted().data()))
                .isEqualTo(Configs.drawn(3, 60).data());
    }

    private static ToggleButton data(String name) {
        return node("#improvise-data").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLabIsPresentedFromTheListOfLessonsToo(FxRobot robot) {
        onFx(() -> {
            window.actions().instrumentProperty().set(BadgesSettings.defaults());
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return null;
        });
        present(robot);
        await(() -> node(".present-instrument") != null);
        press(robot, KeyCode.S);
        await(() -> window.vm().events().size() == 1);
        press(robot, KeyCode.ESCAPE);
        await(() -> screen() == null);
        assertThat(window.modes().modeProperty().get()).isEqualTo(WindowMode.LESSONS);
    }

    @Test
    void aScriptBeginsFromTheListOfLessonsAndLeadsBackThere(FxRobot robot) {
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.LESSONS);
            return null;
        });
        await(() -> window.scene().lookup("#script-same-cats-two-truths") != null);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
        robot.clickOn("#script-same-cats-two-truths");
        await(() -> screen() != null && vm().scriptProperty().get() != null && vm().waits());
        assertThat(onFx(() -> vm().cues())).isEqualTo(9);
        press(robot, KeyCode.ESCAPE);
        await(() -> screen() == null);
        assertThat(window.modes().modeProperty().get()).isEqualTo(WindowMode.LESSONS);
        assertThat(window.modes().lessons().lessonProperty().get()).isNull();
    }

    @Test
    void theButtonPresentsToo(FxRobot robot) {
        robot.clickOn("#present");
        await(() -> screen() != null);
        assertThat(presenter().isOpen()).isTrue();
    }

    @Test
    void anOwnScriptIsListedAtHomeAndInPresentAndPlays(FxRobot robot, @TempDir Path folder) throws IOException {
        OwnLessons.copy("same-cats-two-truths", folder, "own", "A script of my own");
        window.answerDialogsWith(folder);
        robot.clickOn("#file-menu").clickOn("#file-open-lesson");
        await(() -> window.node("#script-own") != null);
        await(() -> ((Label) window.node("#notice-text")).getText().contains("A script of my own"));

        present(robot);
        press(robot, KeyCode.O);
        await(() -> node("#present-script-own") != null);
        // After the five that come with the program.
        press(robot, KeyCode.DIGIT6);
        await(() -> vm().scriptProperty().get() != null && vm().waits());
        assertThat(onFx(() -> vm().scriptProperty().get().lesson().id())).isEqualTo("own");
    }
}
