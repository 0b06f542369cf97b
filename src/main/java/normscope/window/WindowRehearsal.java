package normscope.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import normscope.instrument.Instruments;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.present.Modes;
import normscope.present.Rehearsal;
import normscope.shell.FileDialogs;
import normscope.shell.InfoDialogs;
import normscope.shell.Theme;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;

/** Rehearses the list of lessons, a lesson's page and every instrument in a window of the same kind. */
final class WindowRehearsal extends Rehearsal.Part {

    private LessonsViewModel own;
    private Modes modes;
    private MainWindow window;
    private Scene scene;

    /**
     * Prepares it.
     *
     * @param lessons that there are
     * @param width of the window's content
     * @param height of the window's content
     */
    WindowRehearsal(LessonsViewModel lessons, double width, double height) {
        super(lessons, width, height);
    }

    @Override
    protected List<Runnable> pieces() {
        List<Runnable> pieces = new ArrayList<>();
        pieces.add(this::build);
        pieces.add(this::style);
        pieces.add(this::draw);
        show(pieces, () -> modes.modeProperty().set(WindowMode.LESSONS));
        show(pieces, () -> own.lessons().stream().findFirst().ifPresent(own::open));
        show(pieces, () -> modes.modeProperty().set(WindowMode.LAB));
        for (Instruments.Entry entry : Instruments.all()) {
            show(pieces, () -> modes.lab().instrumentProperty().set(entry.kind().defaults()));
        }
        pieces.add(() -> InfoDialogs.panes().forEach(pane -> Rehearsal.draw(new Scene(pane))));
        return pieces;
    }

    private void show(List<Runnable> pieces, Runnable first) {
        pieces.add(first);
        pieces.add(this::style);
        pieces.add(this::draw);
    }

    private void build() {
        own = new LessonsViewModel(lessons::lessons, lessons::scripts, ProgressStore.NONE);
        modes = new Modes(new WindowActions(lab, (FileDialogs) null), own);
        window = new MainWindow(modes);
        scene = new Scene(window.root(), width, height);
        scene.getStylesheets().setAll(Theme.sheets());
        Theme.LIGHT.dress(window.root());
    }

    private void style() {
        scene.getRoot().applyCss();
    }

    private void draw() {
        window.update(System.nanoTime());
        Rehearsal.draw(scene);
    }

    @Override
    protected void close() {
        if (window != null) {
            window.stop();
            own.close();
        }
        super.close();
    }
}
