package normscope.present;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.FigureImages;
import normscope.export.FigureFiles;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.shell.Figures;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/**
 * Presenting: opens the projected screen over the window and, if there is a second screen, a window for the presenter;
 * closes both and leaves the window as it was.
 */
public final class Presenter {

    private final Modes modes;
    private final FigureFiles figures;
    private final Supplier<List<Rectangle2D>> screens;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            // A timer that another one stops is still called in that frame.
            if (isOpen()) {
                update(now);
            }
        }
    };
    private Window owner;
    private PresentViewModel vm;
    private PresentScreen screen;
    private PresentKeys keys;
    private PresenterWindow presenterWindow;
    private WindowActions scriptActions;
    private Stage stage;
    private Rectangle2D projector;
    private Rectangle2D other;

    /** Prepares to present what a window shows. */
    public Presenter(Modes modes, FigureFiles figures) {
        this(modes, figures, Presenter::screens);
    }

    /**
     * The same with the screens there are when presenting begins, at least one: the first one is the usual one, and
     * another is projected.
     */
    Presenter(Modes modes, FigureFiles figures, Supplier<List<Rectangle2D>> screens) {
        this.modes = modes;
        this.figures = figures;
        this.screens = screens;
    }

    private static List<Rectangle2D> screens() {
        return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                .distinct()
                .map(Screen::getBounds)
                .toList();
    }

    /**
     * Draws figures with the type of a screen so high, in logical pixels, to nowhere: letters that were never drawn
     * take their time. On any thread.
     */
    public static void warmUp(double screenHeight) {
        FigureImages.warmUp(new PresentScale(screenHeight).charts(), (int) (screenHeight / 2));
    }

    /** Whether a class is looking. */
    public boolean isOpen() {
        return stage != null;
    }

    /** What is presented: null while nothing is. */
    public PresentViewModel vm() {
        return vm;
    }

    /** Begins to present a window. */
    public void open(Window from) {
        if (isOpen()) {
            return;
        }
        owner = from;
        List<Rectangle2D> all = screens.get();
        projector = all.size() > 1 ? all.get(1) : all.get(0);
        other = all.size() > 1 ? all.get(0) : null;
        vm = new PresentViewModel(
                modes.lessons(),
                modes.lab().vm(),
                modes.lab().instrumentProperty().get(),
                modes.showsLesson());
        keys = new PresentKeys(vm, this);
        makeStage(makeScene());
        stage.show();
        stage.setFullScreen(true);
        if (other != null) {
            presenterWindow = new PresenterWindow(vm, keys);
            presenterWindow.moveTo(other);
            stage.requestFocus();
        }
        timer.start();
    }

    /** The projected screen in the size of its projector; a former one is given up. */
    private Scene makeScene() {
        if (screen != null) {
            screen.close();
        }
        screen = new PresentScreen(
                vm, new PresentScale(projector.getHeight()), () -> actions().elsewhere(Theme.PROJECTOR), this::shift);
        vm.pulse();
        screen.update(System.nanoTime());
        Scene scene = dressed(screen.root(), projector.getWidth(), projector.getHeight());
        keys.install(scene);
        return scene;
    }

    private void makeStage(Scene scene) {
        stage = new Stage(StageStyle.UNDECORATED);
        stage.initOwner(owner);
        stage.setTitle(Texts.text("present"));
        stage.setScene(scene);
        cover(stage, projector);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnHidden(event -> close());
    }

    /** Lets a stage cover a screen. */
    static void cover(Stage stage, Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    /** A scene in the colours of the projector theme; sizes come from the screen. */
    static Scene dressed(Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height, Color.WHITE);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(Theme.sheets());
        scene.getStylesheets().add(Presenter.class.getResource("present.css").toExternalForm());
        Theme.PROJECTOR.dress(root);
        return scene;
    }

    private void update(long now) {
        vm.pulse();
        screen.update(now);
        if (presenterWindow != null) {
            presenterWindow.update(now);
        }
    }

    /** Ends presenting; the window is as it was before. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        timer.stop();
        Stage shown = stage;
        stage = null;
        vm.leave();
        screen.close();
        screen = null;
        vm = null;
        keys = null;
        if (presenterWindow != null) {
            presenterWindow.close();
            presenterWindow = null;
        }
        shown.hide();
        // The platform remembers the last stage that was full screen.
        shown.setOnHidden(null);
        shown.setScene(null);
        // Told after the stage has gone, or the platform gives the keyboard to nobody.
        Platform.runLater(owner::requestFocus);
    }

    void toggleTime() {
        screen.toggleTime();
    }

    void toggleUnit() {
        actions().toggleUnit();
    }

    void undo() {
        if (vm.improvisation().begin()) {
            actions().undo();
        }
    }

    void redo() {
        if (vm.improvisation().begin()) {
            actions().redo();
        }
    }

    void toggleNotes() {
        vm.notesProperty().set(!vm.notesProperty().get());
    }

    void toggleAccuracy() {
        var accuracy = vm.shownProperty().get().curves().showAccuracyProperty();
        accuracy.set(!accuracy.get());
    }

    /** Lets happen what is prepared in the shift lab. */
    void shift() {
        if (vm.improvisation().begin()) {
            actions().shift().apply(vm.improvisation().slowlyProperty().get());
        }
    }

    /** Of what is presented: a script, or what the window shows; where that is the list of lessons, the Lab. */
    private WindowActions actions() {
        if (vm.playsScript()) {
            if (scriptActions == null
                    || scriptActions.vm() != vm.shownProperty().get()) {
                scriptActions = new WindowActions(vm.shownProperty().get(), modes.lab());
            }
            return scriptActions;
        }
        return Objects.requireNonNullElse(modes.actionsProperty().get(), modes.lab());
    }

    /** The screen that is projected: null while nothing is. */
    public Scene scene() {
        return isOpen() ? stage.getScene() : null;
    }

    void togglePin() {
        actions().togglePin();
    }

    void changeSpeed(double factor) {
        var transport = vm.shownProperty().get().transport();
        ShowSpeed.change(transport, factor);
        double speed = transport.speedProperty().get();
        screen.say(Texts.text("present.speed", normscope.text.Numbers.rate(speed)));
    }

    /** The projected screen and the presenter's window change places. */
    void swapScreens() {
        if (presenterWindow == null) {
            screen.say(Texts.text("present.one-screen"));
            return;
        }
        Rectangle2D before = projector;
        projector = other;
        other = before;
        stage.setFullScreen(false);
        stage.setScene(makeScene());
        cover(stage, projector);
        stage.setFullScreen(true);
        presenterWindow.moveTo(other);
        stage.requestFocus();
    }

    void saveFigure(boolean all) {
        PresentScreen told = screen;
        LabViewModel lab = vm.shownProperty().get();
        FigureCanvas ofInstrument = all ? null : screen.instrumentFigure();
        ChartTheme theme = Theme.PROJECTOR.charts();
        CompletableFuture<Notice> saved = all
                ? figures.saveAll(lab, theme)
                : ofInstrument == null
                        ? figures.save(lab, panel(), theme)
                        : figures.save(lab, Figures.title(ofInstrument), ofInstrument, theme);
        saved.thenAccept(notice -> Platform.runLater(() -> told.say(notice.text())));
    }

    void copyFigure() {
        FigureCanvas ofInstrument = screen.instrumentFigure();
        ChartTheme theme = Theme.PROJECTOR.charts();
        Notice notice = ofInstrument == null
                ? FigureFiles.copy(vm.shownProperty().get(), panel(), theme)
                : FigureFiles.copy(vm.shownProperty().get(), Figures.title(ofInstrument), ofInstrument, theme);
        screen.say(notice.text());
    }

    private Panel panel() {
        return Panels.of(vm.bigProperty().get()).orElse(Panels.HISTOGRAMS);
    }
}
