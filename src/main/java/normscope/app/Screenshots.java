package normscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import normscope.chart.FigureImages;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.present.Modes;
import normscope.runner.Evaluation;
import normscope.runner.Session;
import normscope.shell.Theme;

/** Takes every picture of the README, of the real window, one after the other. Works without a display. */
final class Screenshots {

    /** Frames that nothing has changed before the picture is taken. */
    private static final int CALM_FRAMES = 5;

    /**
     * One picture.
     *
     * @param name of the file, without ending
     * @param theme the theme; null for the screen that a class sees
     * @param acts what the user does, each once the window shows what the one before led to
     */
    record Picture(String name, Dimension2D size, Theme theme, ExperimentConfig config, List<Act> acts, Shot shot) {

        Picture(String name, Dimension2D size, Theme theme, ExperimentConfig config, Act... acts) {
            this(name, size, theme, config, List.of(acts), Screenshots::whole);
        }

        /** A picture of the lessons: their home page, or the page of one, with its action done. */
        static Picture ofLesson(String name, Dimension2D size, String lesson, int page) {
            Act open = new Act(vm -> {}, 0, modes -> LessonShot.open(modes, lesson, page), LessonShot::isReady);
            return new Picture(name, size, Theme.LIGHT, ExperimentConfig.defaults(), open);
        }

        Picture shotBy(Shot other) {
            return new Picture(name, size, theme, config, acts, other);
        }
    }

    /**
     * Something that the user does.
     *
     * @param step the step that the Lab's networks are at afterwards
     * @param elsewhere what is done outside the Lab
     * @param done whether that has led to what it should; asked once a frame
     */
    record Act(Consumer<LabViewModel> action, long step, Consumer<Modes> elsewhere, Predicate<Modes> done) {
        Act(Consumer<LabViewModel> action, long step) {
            this(action, step, modes -> {}, modes -> true);
        }
    }

    /** What is taken of a window once it shows what it should. */
    @FunctionalInterface
    interface Shot {
        /** Writes one picture or several, whose names begin with that of the picture. */
        void take(Scene scene, Path picture) throws IOException;
    }

    private static void whole(Scene scene, Path picture) throws IOException {
        FigureImages.writePng(scene.snapshot(null), picture.resolveSibling(picture.getFileName() + ".png"));
    }

    private final Deque<Picture> pictures;
    private final Path folder;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Screenshots(List<Picture> pictures, Path folder) {
        this.pictures = new ArrayDeque<>(pictures);
        this.folder = folder;
    }

    /** Makes JavaFX draw into memory, for machines without a display; must come before its start. */
    static void drawIntoMemory() {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("headless.geometry", "1920x1080-32");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.text", "t2k");
    }

    /** Takes pictures into an existing folder. */
    static void take(List<Picture> pictures, Path folder) {
        Screenshots screenshots = new Screenshots(pictures, folder);
        Platform.startup(screenshots::next);
        screenshots.done.join();
        Platform.exit();
    }

    private void next() {
        Picture picture = pictures.poll();
        if (picture == null) {
            done.complete(null);
            return;
        }
        try {
            Dimension2D size = picture.size();
            LabWindow window = new LabWindow(new Session(picture.config()), size.getWidth(), size.getHeight());
            if (picture.theme() != null) {
                window.actions().themeProperty().set(picture.theme());
            }
            Stage stage = new Stage();
            window.show(stage);
            if (picture.theme() == null) {
                window.content().presenter().open(stage);
            }
            new Photographer(picture, window, stage).start();
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Waits until the window shows what it should, does the next act, and at last takes the picture. */
    private final class Photographer extends AnimationTimer {
        private final Picture picture;
        private final LabWindow window;
        private final Stage stage;
        private final Deque<Act> acts;
        private long step;
        private Predicate<Modes> arrived = modes -> true;
        private long frame = -1;
        private int calm;

        Photographer(Picture picture, LabWindow window, Stage stage) {
            this.picture = picture;
            this.window = window;
            this.stage = stage;
            this.acts = new ArrayDeque<>(picture.acts());
        }

        @Override
        public void handle(long now) {
            LabViewModel vm = window.vm();
            Evaluation evaluation = vm.evaluation().evaluationProperty().get();
            boolean still = vm.frame() == frame
                    && vm.transport().lastStepProperty().get() == step
                    && evaluation != null
                    && evaluation.step() == vm.transport().stepProperty().get();
            still &= arrived.test(window.modes());
            frame = vm.frame();
            calm = still ? calm + 1 : 0;
            if (calm < CALM_FRAMES) {
                return;
            }
            calm = 0;
            if (acts.isEmpty()) {
                stop();
                shoot();
            } else {
                Act act = acts.poll();
                step = act.step();
                arrived = act.done();
                act.action().accept(vm);
                act.elsewhere().accept(window.modes());
            }
        }

        private void shoot() {
            Scene presented = window.content().presenter().scene();
            Scene scene = presented == null ? window.scene() : presented;
            try {
                picture.shot().take(scene, folder.resolve(picture.name()));
            } catch (IOException e) {
                done.completeExceptionally(new UncheckedIOException(e));
                return;
            }
            window.close();
            stage.hide();
            Platform.runLater(Screenshots.this::next);
        }
    }
}
