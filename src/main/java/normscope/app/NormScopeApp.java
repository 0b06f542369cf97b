package normscope.app;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import normscope.experiment.ExperimentConfig;
import normscope.view.KeyBindings;
import normscope.view.MainWindow;
import normscope.view.SystemFileDialogs;
import normscope.view.WindowActions;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;

/** The program with its window. */
public final class NormScopeApp extends Application {

    private static final double LARGEST_WIDTH = 1600;
    private static final double LARGEST_HEIGHT = 1000;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    private LabViewModel vm;
    private MainWindow window;

    @Override
    public void start(Stage stage) {
        Themes.loadFonts();
        vm = new LabViewModel(ExperimentConfig.defaults());
        WindowActions actions = new WindowActions(vm, new SystemFileDialogs());
        window = new MainWindow(actions);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                window.root(),
                Math.min(LARGEST_WIDTH, screen.getWidth()),
                Math.min(LARGEST_HEIGHT, screen.getHeight()));
        Themes.follow(scene, actions.themeProperty());
        new KeyBindings(actions).install(scene);
        stage.setScene(scene);
        stage.setTitle(Texts.text("app.name"));
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        actions.setWindow(stage);
        stage.show();
        window.start();
    }

    @Override
    public void stop() {
        if (window != null) {
            window.stop();
            vm.close();
        }
    }
}
