package normscope.view;

import static normscope.view.FxThread.await;
import static normscope.view.FxThread.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.app.Themes;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Quantity;
import normscope.instrument.InstrumentSettings;
import normscope.lesson.Lessons;
import normscope.view.control.LiveText;
import normscope.view.control.Timeline;
import normscope.view.present.Presenter;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LessonsViewModel;
import normscope.viewmodel.ProgressStore;
import org.testfx.api.FxRobot;

/** A whole window with real networks behind it, and what tests do with it. */
final class WindowFixture implements AutoCloseable {

    private final LabViewModel vm;
    private final WindowActions actions;
    private final Modes modes;
    private final MainWindow window;
    private final Scene scene;
    private final double width;
    private final double height;
    private final double openingSpeed;
    private Path answer;

    WindowFixture(Stage stage, double width, double height) {
        this.width = width;
        this.height = height;
        Themes.loadFonts();
        vm = new LabViewModel(ExperimentConfig.defaults());
        openingSpeed = vm.transport().speedProperty().get();
        actions = new WindowActions(vm, new FileDialogs() {
            @Override
            public Optional<Path> askOpen(Window owner) {
                return Optional.ofNullable(answer);
            }

            @Override
            public Optional<Path> askLesson(Window owner) {
                return Optional.ofNullable(answer);
            }

            @Override
            public Optional<Path> askSave(Window owner, String suggestedName) {
                return Optional.ofNullable(answer);
            }

            @Override
            public boolean askReplace(Window owner, Theme theme, Path file) {
                throw new AssertionError("No file is written over in this test: " + file);
            }
        });
        modes = new Modes(actions, new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE));
        window = new MainWindow(modes);
        scene = new Scene(window.root(), width, height);
        Themes.follow(scene, actions.themeProperty());
        new KeyBindings(modes).install(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        actions.setWindow(stage);
        stage.show();
        // The stage of the tests before may have been another size; where it is not, no click arrives.
        stage.setWidth(width);
        stage.setHeight(height);
        window.start();
    }

    /**
     * Shows the default experiment at step 0 as a window does that opens, and closes whatever else is open. What an
     * instrument or a lesson keeps, former runs to undo, the file to save to, and text that a field has refused stay.
     */
    void reset() {
        onFx(() -> {
            window.presenter().close();
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> each != scene.getWindow())
                    .forEach(Window::hide);
            modes.lessons().home();
            modes.modeProperty().set(WindowMode.LAB);
            actions.instrumentProperty().set(null);
            vm.layers().oneUnitProperty().set(false);
            vm.layers().unitProperty().set(0);
            vm.layers().afterProperty().set(Quantity.Z_TILDE);
            vm.layers().densityProperty().set(false);
            vm.layers().unpin();
            vm.curves().logAxisProperty().set(true);
            vm.curves().showAccuracyProperty().set(false);
            vm.transport().speedProperty().set(openingSpeed);
            // Two changes: one of the learning rate alone would not begin again.
            vm.edit(ExperimentConfig.defaults()
                    .withSeed(ExperimentConfig.defaults().seed() + 1));
            vm.edit(ExperimentConfig.defaults());
            answer = null;
            return null;
        });
        wear(Theme.LIGHT, width, height);
        FxThread.awaitFrame();
        await(() -> vm.transport().lastStepProperty().get() == 0
                && !vm.transport().playingProperty().get()
                && !vm.transport().busyProperty().get()
                && vm.evaluation().evaluationProperty().get() != null);
        onFx(() -> {
            vm.dismissNotice();
            modes.lessons().dismissNotice();
            return null;
        });
        FxThread.awaitFrame();
    }

    /** Waits until whatever the window can show was drawn once, as it is soon after a start. */
    void rehearse() {
        onFx(() -> {
            window.rehearse();
            return null;
        });
        await(window::isRehearsed);
    }

    /** Shows an instrument and waits until its panel is whole. */
    void show(InstrumentSettings settings) {
        onFx(() -> {
            actions.instrumentProperty().set(settings);
            return null;
        });
        await(() -> {
            Pane place = (Pane) scene.lookup("#instrument-place");
            return place.getChildren().stream()
                    .filter(Node::isVisible)
                    .allMatch(panel ->
                            panel.getOpacity() == 1 && panel.getLayoutBounds().getWidth() > 100);
        });
    }

    /** Takes on a theme and a size. */
    void wear(Theme theme, double width, double height) {
        onFx(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
            actions.themeProperty().set(theme);
            scene.getRoot().requestFocus();
            return null;
        });
    }

    LabViewModel vm() {
        return vm;
    }

    WindowActions actions() {
        return actions;
    }

    MainWindow content() {
        return window;
    }

    Presenter presenter() {
        return window.presenter();
    }

    Modes modes() {
        return modes;
    }

    Scene scene() {
        return scene;
    }

    /** The next file dialog is answered by this file; null cancels. */
    void answerDialogsWith(Path file) {
        answer = file;
    }

    long step() {
        return onFx(() -> vm.transport().stepProperty().get());
    }

    ExperimentConfig config() {
        return onFx(() -> vm.configProperty().get());
    }

    String liveText(String id) {
        return onFx(() -> ((LiveText) scene.lookup(id)).getText());
    }

    Node node(String query) {
        return onFx(() -> scene.lookup(query));
    }

    /** Selects what is in a field, types over it, and commits with Enter. */
    void enter(FxRobot robot, String field, String text) {
        type(robot, field, text);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    /** Selects what is in a field and types over it. */
    void type(FxRobot robot, String field, String text) {
        onFx(() -> {
            TextField input = (TextField) scene.lookup(field);
            input.requestFocus();
            input.selectAll();
            return null;
        });
        robot.write(text);
        FxThread.awaitFrame();
    }

    /** Where a step lies on the screen. */
    Point2D onTimeline(long step) {
        return onFx(() -> {
            Timeline timeline = (Timeline) scene.lookup("#timeline");
            Bounds bounds = timeline.getBoundsInLocal();
            return timeline.localToScreen(timeline.x(step), bounds.getHeight() / 2);
        });
    }

    @Override
    public void close() {
        onFx(() -> {
            window.stop();
            vm.close();
            modes.lessons().close();
            scene.getWindow().hide();
            return null;
        });
    }
}
