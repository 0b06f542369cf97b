package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;

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
import normscope.compare.CompareViewModel;
import normscope.compare.RunStore;
import normscope.control.LiveText;
import normscope.control.Timeline;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Quantity;
import normscope.lab.LabViewModel;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.Modes;
import normscope.present.Presenter;
import normscope.shell.Appearance;
import normscope.shell.FileDialogs;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import org.testfx.api.FxRobot;

/** A whole window with real networks behind it, and what tests do with it. */
public final class WindowFixture implements AutoCloseable {

    private final LabViewModel vm;
    private final WindowActions actions;
    private final Modes modes;
    private final MainWindow window;
    private final Scene scene;
    private final double width;
    private final double height;
    private final double openingSpeed;
    private Path answer;

    public WindowFixture(Stage stage, double width, double height) {
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
            public Optional<Path> askSheet(Window owner, String suggestedName) {
                return Optional.ofNullable(answer);
            }

            @Override
            public Optional<Path> askFolder(Window owner, String titleKey) {
                return Optional.ofNullable(answer);
            }

            @Override
            public boolean askReplace(Window owner, Appearance appearance, Path file) {
                throw new AssertionError("No file is written over in this test: " + file);
            }
        });
        modes = new Modes(actions, new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE));
        window = new MainWindow(modes, new CompareViewModel(modes.lab().vm(), RunStore.ofThisStart()));
        scene = new Scene(window.root(), width, height);
        Themes.follow(scene, actions.appearance());
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
    public void reset() {
        onFx(() -> {
            window.presenter().close();
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> each != scene.getWindow())
                    .forEach(Window::hide);
            modes.lessons().home();
            modes.lessons().scriptStage().forget();
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

    /** Shows an instrument and waits until its panel is laid out. */
    public void show(InstrumentSettings settings) {
        onFx(() -> {
            actions.instrumentProperty().set(settings);
            return null;
        });
        await(() -> {
            Pane place = (Pane) scene.lookup("#instrument-place");
            return place.getChildren().stream()
                    .allMatch(panel -> panel.getLayoutBounds().getWidth() > 100);
        });
    }

    /** Trains, and waits until all that is measured of the last step is shown. */
    public void train(int steps) {
        long until = step() + steps;
        onFx(() -> {
            vm.transport().step(steps);
            return null;
        });
        await(() -> step() == until
                && vm.evaluation().evaluationProperty().get() != null
                && vm.evaluation().evaluationProperty().get().step() == until);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
    }

    /** Takes on a theme and a size. */
    public void wear(Theme theme, double width, double height) {
        onFx(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
            actions.themeProperty().set(theme);
            scene.getRoot().requestFocus();
            return null;
        });
    }

    public LabViewModel vm() {
        return vm;
    }

    public WindowActions actions() {
        return actions;
    }

    public MainWindow content() {
        return window;
    }

    public Presenter presenter() {
        return window.presenter();
    }

    public Modes modes() {
        return modes;
    }

    public Scene scene() {
        return scene;
    }

    /** The next file dialog is answered by this file; null cancels. */
    public void answerDialogsWith(Path file) {
        answer = file;
    }

    public long step() {
        return onFx(() -> vm.transport().stepProperty().get());
    }

    public ExperimentConfig config() {
        return onFx(() -> vm.configProperty().get());
    }

    public String liveText(String id) {
        return onFx(() -> ((LiveText) scene.lookup(id)).getText());
    }

    public Node node(String query) {
        return onFx(() -> scene.lookup(query));
    }

    /** Selects what is in a field, types over it, and commits with Enter. */
    public void enter(FxRobot robot, String field, String text) {
        type(robot, field, text);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    /** Selects what is in a field and types over it. */
    public void type(FxRobot robot, String field, String text) {
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
    public Point2D onTimeline(long step) {
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
