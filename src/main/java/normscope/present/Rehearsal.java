package normscope.present;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import normscope.chart.FigureCanvas;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lesson.page.LessonsViewModel;

/**
 * Goes through what a window can show, for nobody, with experiments of its own, so that who opens it finds all classes
 * loaded, all sheets read and all letters drawn. One piece a frame, and only while nothing else moves.
 */
public final class Rehearsal extends AnimationTimer {

    private static final Logger LOG = System.getLogger(Rehearsal.class.getName());

    private final BooleanSupplier idle;
    private final Deque<Runnable> pieces = new ArrayDeque<>();
    private final Deque<Part> open = new ArrayDeque<>();

    /** What is rehearsed by itself, with an experiment of its own. */
    public abstract static class Part {

        /** The lessons and scripts that there are. */
        protected final LessonsViewModel lessons;
        /** Of what is drawn, in logical pixels. */
        protected final double width;
        /** Of what is drawn, in logical pixels. */
        protected final double height;
        /** The experiment; null before the first piece. */
        protected LabViewModel lab;

        /**
         * Prepares it.
         *
         * @param lessons that there are
         * @param width of what is drawn
         * @param height of what is drawn
         */
        protected Part(LessonsViewModel lessons, double width, double height) {
            this.lessons = lessons;
            this.width = width;
            this.height = height;
        }

        /** What there is to do once the experiment is there: in order; each may rely on those before it. */
        protected abstract List<Runnable> pieces();

        /** Lets go of what the pieces have made, however many were done. */
        protected void close() {
            if (lab != null) {
                lab.close();
            }
        }
    }

    /**
     * Prepares it; {@link #start} begins.
     *
     * @param parts in order
     * @param idle whether this is a moment for it
     */
    public Rehearsal(List<Part> parts, BooleanSupplier idle) {
        this.idle = idle;
        for (Part part : parts) {
            open.add(part);
            pieces.add(part.lessons::prepare);
            pieces.add(() -> part.lab = new LabViewModel(ExperimentConfig.defaults()));
            pieces.addAll(part.pieces());
            pieces.add(() -> open.remove().close());
        }
    }

    @Override
    public void handle(long now) {
        if (pieces.isEmpty()) {
            stop();
        } else if (idle.getAsBoolean()) {
            try {
                pieces.remove().run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The rehearsal failed; what the window shows will only take longer.", e);
                end();
            }
        }
    }

    /** Whether there is nothing left to do. */
    public boolean isOver() {
        return pieces.isEmpty();
    }

    /** Ends it, wherever it is. */
    public void end() {
        stop();
        pieces.clear();
        open.forEach(Part::close);
        open.clear();
    }

    /**
     * Lays out and draws all of a scene that no window shows.
     *
     * @param scene modified
     */
    public static void draw(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        FigureCanvas.drawAhead(scene);
        scene.snapshot(null);
    }
}
