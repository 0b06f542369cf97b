package normscope.view.present;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import normscope.experiment.ExperimentConfig;
import normscope.lesson.Panel;
import normscope.view.Theme;
import normscope.view.WindowActions;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.LessonsViewModel;
import normscope.viewmodel.PresentViewModel;

/**
 * Makes and draws a projected screen for nobody, with an experiment of its own, so that the first one for a class finds
 * all classes loaded, all sheets read and all letters drawn. One piece a frame, and only while nothing else moves.
 */
final class PresentWarmUp extends AnimationTimer {

    private final BooleanSupplier idle;
    private final Deque<Runnable> pieces = new ArrayDeque<>();
    private LabViewModel lab;
    private PresentViewModel vm;
    private PresentScreen screen;
    private Scene scene;

    /**
     * Prepares it; {@link #start} begins.
     *
     * @param lessons whose scripts are read
     * @param width of the screen
     * @param height of the screen
     * @param idle whether this is a moment for it
     */
    PresentWarmUp(LessonsViewModel lessons, double width, double height, BooleanSupplier idle) {
        this.idle = idle;
        pieces.add(lessons::scripts);
        pieces.add(() -> lab = new LabViewModel(ExperimentConfig.defaults()));
        pieces.add(() -> {
            vm = new PresentViewModel(lessons, lab, null, false);
            WindowActions actions = new WindowActions(lab, null);
            screen = new PresentScreen(vm, new PresentScale(height), () -> actions.elsewhere(Theme.PROJECTOR));
        });
        pieces.add(() -> {
            scene = Presenter.dressed(screen.root(), width, height);
            scene.getRoot().applyCss();
        });
        pieces.add(this::show);
        for (Panel panel : new Panel[] {Panel.LOSS, Panel.BOUNDARIES, Panel.BANDS}) {
            pieces.add(() -> vm.bigProperty().set(panel));
            pieces.add(this::show);
        }
        pieces.add(() -> vm.toggleShiftLab());
        pieces.add(this::show);
    }

    private void show() {
        vm.pulse();
        screen.update(System.nanoTime());
        Presenter.drawAhead(scene, 1);
    }

    @Override
    public void handle(long now) {
        if (!pieces.isEmpty() && idle.getAsBoolean()) {
            pieces.remove().run();
        } else if (pieces.isEmpty()) {
            end();
        }
    }

    /** Ends it, wherever it is. */
    void end() {
        stop();
        pieces.clear();
        if (screen != null) {
            screen.close();
            screen = null;
        }
        if (lab != null) {
            lab.close();
            lab = null;
        }
    }
}
