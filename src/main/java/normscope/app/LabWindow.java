package normscope.app;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import normscope.compare.CompareViewModel;
import normscope.compare.RunStore;
import normscope.lab.LabViewModel;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.Modes;
import normscope.runner.Session;
import normscope.shell.Appearance;
import normscope.shell.RecentFiles;
import normscope.shell.WindowActions;
import normscope.text.Texts;
import normscope.window.KeyBindings;
import normscope.window.MainWindow;
import normscope.window.SystemFileDialogs;
import normscope.window.WindowTitle;

/** The window put together: view model, content, theme, keys and icon. On the JavaFX thread. */
final class LabWindow implements AutoCloseable {

    private static final String ICONS = "/normscope/assets/icons/normscope-%d.png";
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};
    /** Below it the window scrolls, but a bar to play must still have room. */
    static final double SMALLEST_WIDTH = 640;

    static final double SMALLEST_HEIGHT = 360;

    private final LabViewModel vm;
    private final WindowActions actions;
    private final LessonsViewModel lessons;
    private final Modes modes;
    private final MainWindow content;
    private final Scene scene;
    private final WindowTitle title;

    /** What is kept between two starts. */
    record Kept(ProgressStore progress, RecentFiles recent, Appearance appearance, RunStore runs) {

        static Kept nothing() {
            return new Kept(ProgressStore.NONE, new RecentFiles(null), new Appearance(null), RunStore.ofThisStart());
        }
    }

    /** Puts a window together that keeps nothing. */
    LabWindow(Session first, double width, double height) {
        this(first, width, height, () -> Lessons.builtIn(Texts.language()), Kept.nothing());
    }

    /** Puts a window with content of this size together; the lessons are asked for when they are first shown. */
    LabWindow(Session first, double width, double height, LessonsViewModel.Library lessons, Kept kept) {
        Themes.loadFonts();
        vm = new LabViewModel(first);
        actions = new WindowActions(vm, new SystemFileDialogs(), kept.appearance());
        actions.setVersion(About.version());
        actions.setRecent(kept.recent());
        this.lessons = new LessonsViewModel(lessons, kept.progress());
        modes = new Modes(actions, this.lessons);
        content = new MainWindow(modes, new CompareViewModel(vm, kept.runs()));
        title = new WindowTitle(modes);
        scene = new Scene(content.root(), width, height);
        Themes.follow(scene, kept.appearance());
        new KeyBindings(modes).install(scene);
    }

    LabViewModel vm() {
        return vm;
    }

    WindowActions actions() {
        return actions;
    }

    Modes modes() {
        return modes;
    }

    Scene scene() {
        return scene;
    }

    MainWindow content() {
        return content;
    }

    /** Shows the window, of the size of its content, on a stage and starts to follow the view model. */
    void show(Stage stage) {
        show(stage, () -> WindowPlace.size(stage, scene.getWidth(), scene.getHeight()));
    }

    /**
     * Shows the window on a stage and starts to follow the view model. The stage is put into its place only then, as
     * its least size would change that again.
     */
    void show(Stage stage, Runnable place) {
        for (int size : ICON_SIZES) {
            stage.getIcons()
                    .add(new Image(LabWindow.class.getResourceAsStream(String.format(Locale.ROOT, ICONS, size))));
        }
        stage.setScene(scene);
        stage.titleProperty().bind(title.textProperty());
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, scene.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, scene.getHeight()));
        actions.setWindow(stage);
        place.run();
        stage.show();
        content.start();
    }

    @Override
    public void close() {
        content.stop();
        vm.close();
        lessons.close();
        modes.papers().close();
        modes.films().close();
    }
}
