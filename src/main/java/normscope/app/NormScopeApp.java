package normscope.app;

import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import normscope.chart.FigureImages;
import normscope.experiment.ExperimentConfig;
import normscope.runner.Session;

/** The program with its window. */
public final class NormScopeApp extends Application {

    private static final double LARGEST_WIDTH = 1920;
    private static final double LARGEST_HEIGHT = 1080;

    /** Steps that let the compiler get to know the training loop, so that the first Play does not stutter. */
    private static final int WARM_UP_STEPS = 300;

    private static final UserFolder FOLDER = UserFolder.standard();

    private static CompletableFuture<Session> first;

    private LabWindow window;

    /** Opens the window and returns when it is closed. */
    static void open() {
        // Beside the start of JavaFX, which takes about as long.
        CompletableFuture.runAsync(FigureImages::warmUp);
        first = CompletableFuture.supplyAsync(
                () -> new Session(FOLDER.lastExperiment().orElseGet(ExperimentConfig::defaults)));
        launch(NormScopeApp.class);
    }

    @Override
    public void start(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        window = new LabWindow(
                first.join(), Math.min(LARGEST_WIDTH, screen.getWidth()), Math.min(LARGEST_HEIGHT, screen.getHeight()));
        Thread.setDefaultUncaughtExceptionHandler(this::tell);
        window.vm().configProperty().addListener((o, old, config) -> FOLDER.keep(config));
        window.show(stage);
        Thread warmUp = new Thread(NormScopeApp::warmUp, "warm-up");
        warmUp.setDaemon(true);
        warmUp.setPriority(Thread.MIN_PRIORITY);
        warmUp.start();
    }

    private static void warmUp() {
        Session session = new Session(ExperimentConfig.defaults());
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            session.advance();
        }
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
