package normscope.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import normscope.chart.FigureImages;
import normscope.chart.FormulaImage;
import normscope.compare.RunStore;
import normscope.experiment.ExperimentConfig;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.present.Presenter;
import normscope.runner.QuietThread;
import normscope.runner.Session;
import normscope.shell.Appearance;
import normscope.shell.RecentFiles;
import normscope.shell.WindowMode;
import normscope.text.Texts;

/** The program with its window. */
public final class NormScopeApp extends Application {

    private static final Logger LOG = System.getLogger(NormScopeApp.class.getName());

    /** Steps that let the compiler get to know the training loop, so that the first Play does not stutter. */
    private static final int WARM_UP_STEPS = 300;

    private static final String RUNS = "runs";

    private static final UserFolder FOLDER = UserFolder.standard();

    private static CompletableFuture<Session> first;
    private static CompletableFuture<ProgressFile> progress;
    private static ToOpen toOpen;

    private LabWindow window;

    /**
     * What the command line wants to see: lessons of one's own, a file or folder, a lesson at a page from 0; or null.
     */
    record ToOpen(Path lessonFolder, Path file, String lesson, int page) {

        static final ToOpen NOTHING = new ToOpen(null, null, null, 0);
    }

    /** Opens the window and returns when it is closed. */
    static void open(ToOpen wanted) {
        toOpen = wanted;
        // Beside the start of JavaFX, which takes about as long.
        CompletableFuture.runAsync(FigureImages::warmUp);
        first = CompletableFuture.supplyAsync(
                () -> new Session(FOLDER.lastExperiment().orElseGet(ExperimentConfig::defaults)));
        progress = CompletableFuture.supplyAsync(() -> new ProgressFile(FOLDER.folder()));
        progress.thenAcceptAsync(file -> {
            if (file.mode() == WindowMode.LESSONS) {
                readLessons();
            }
        });
        launch(NormScopeApp.class);
    }

    @Override
    public void start(Stage stage) {
        WindowPlace place = WindowPlace.now(FOLDER.folder(), LabWindow.SMALLEST_WIDTH, LabWindow.SMALLEST_HEIGHT);
        ProgressFile kept = progress.join();
        window = new LabWindow(
                first.join(),
                place.bounds().getWidth(),
                place.bounds().getHeight(),
                NormScopeApp::lessons,
                new LabWindow.Kept(
                        kept,
                        new RecentFiles(FOLDER.folder().resolve("recent.json")),
                        new Appearance(FOLDER.folder().resolve("appearance.json")),
                        RunStore.in(FOLDER.folder().resolve(RUNS))));
        window.modes().modeProperty().set(toOpen.lessonFolder() == null ? kept.mode() : WindowMode.LESSONS);
        window.modes().modeProperty().addListener((o, old, mode) -> kept.keep(mode));
        Thread.setDefaultUncaughtExceptionHandler(this::tell);
        window.vm().configProperty().addListener((o, old, config) -> FOLDER.keep(config));
        window.show(stage, () -> place.apply(stage, FOLDER.folder()));
        if (toOpen.lessonFolder() != null) {
            window.modes().lessons().add(toOpen.lessonFolder());
        }
        if (toOpen.lesson() != null) {
            window.modes().open(toOpen.lesson(), toOpen.page());
        }
        if (toOpen.file() != null) {
            window.modes().open(toOpen.file());
        }
        double screenHeight = Screen.getPrimary().getBounds().getHeight();
        QuietThread.of("warm-up", () -> warmUp(screenHeight)).start();
    }

    private static List<Lesson> lessons() throws LessonException {
        return Lessons.builtIn(Texts.language());
    }

    /** Reads lessons and scripts, so that whoever wants them finds them read. */
    private static void readLessons() {
        try {
            lessons();
            Lessons.scripts(Texts.language());
        } catch (LessonException e) {
            LOG.log(Level.DEBUG, "the lessons can't be read; whoever opens them is told", e);
        }
    }

    private void warmUp(double screenHeight) {
        Session session = new Session(ExperimentConfig.defaults());
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            session.advance();
        }
        FormulaImage.warmUp();
        readLessons();
        Presenter.warmUp(screenHeight);
        Platform.runLater(() -> window.modes().lessons().prepare());
    }

    private void tell(Thread thread, Throwable failure) {
        Platform.runLater(() -> window.vm().tell(failure));
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
