package normscope.present;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import normscope.lesson.page.LessonsViewModel;
import normscope.panel.PanelWord;
import normscope.shell.FileDialogs;
import normscope.shell.Theme;
import normscope.shell.WindowActions;

/** Rehearses a projected screen with each of its panels. */
final class PresentRehearsal extends Rehearsal.Part {

    private PresentViewModel vm;
    private PresentScreen screen;
    private Scene scene;

    /**
     * Prepares it.
     *
     * @param lessons whose scripts are read
     * @param width of the screen
     * @param height of the screen
     */
    PresentRehearsal(LessonsViewModel lessons, double width, double height) {
        super(lessons, width, height);
    }

    @Override
    protected List<Runnable> pieces() {
        List<Runnable> pieces = new ArrayList<>();
        pieces.add(() -> {
            vm = new PresentViewModel(lessons, lab, null, false);
            WindowActions actions = new WindowActions(lab, (FileDialogs) null);
            screen = new PresentScreen(vm, new PresentScale(height), () -> actions.elsewhere(Theme.PROJECTOR));
        });
        pieces.add(() -> {
            scene = Presenter.dressed(screen.root(), width, height);
            scene.getRoot().applyCss();
        });
        pieces.add(this::draw);
        for (PanelWord panel : new PanelWord[] {PanelWord.LOSS, PanelWord.BOUNDARIES, PanelWord.BANDS}) {
            pieces.add(() -> vm.bigProperty().set(panel));
            pieces.add(this::draw);
        }
        pieces.add(() -> vm.toggleShiftLab());
        pieces.add(this::draw);
        pieces.add(() -> {
            vm.toggleChoosing();
            vm.notesProperty().set(true);
        });
        pieces.add(this::draw);
        return pieces;
    }

    private void draw() {
        vm.pulse();
        screen.update(System.nanoTime());
        Rehearsal.draw(scene);
    }

    @Override
    protected void close() {
        if (screen != null) {
            screen.close();
        }
        super.close();
    }
}
