package normscope.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import normscope.experiment.ExperimentConfig;

/** The program with its window. */
public final class NormScopeApp extends Application {

    private static final double LARGEST_WIDTH = 1920;
    private static final double LARGEST_HEIGHT = 1080;

    private final UserFolder folder = UserFolder.standard();
    private LabWindow window;

    /** Opens the window and returns when it is closed. */
    static void open() {
        launch(NormScopeApp.class);
    }

    @Override
    public void start(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        window = new LabWindow(
                folder.lastExperiment().orElseGet(ExperimentConfig::defaults),
                Math.min(LARGEST_WIDTH, screen.getWidth()),
                Math.min(LARGEST_HEIGHT, screen.getHeight()));
        Thread.setDefaultUncaughtExceptionHandler(this::tell);
        window.vm().configProperty().addListener((o, old, config) -> folder.keep(config));
        window.show(stage);
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
