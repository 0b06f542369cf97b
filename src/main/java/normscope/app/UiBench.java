package normscope.app;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import normscope.cli.BenchCommand.WindowBench;
import normscope.experiment.ExperimentConfig;
import normscope.runner.Session;

/**
 * Measures the window while it trains.
 *
 * <p>A frame's time is that of the whole pulse on the JavaFX thread: from its first animation timer to the moment when
 * the thread is free again, so with layout, drawing of the figures, and waiting for the renderer.
 */
final class UiBench implements WindowBench {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final double NANOS = 1e9;
    private static final int MOST_FRAMES = 100_000;

    private boolean started;

    @Override
    public Times measure(double warmUp, double seconds, double stepsPerSecond) {
        CompletableFuture<Times> result = new CompletableFuture<>();
        Runnable open = () -> {
            try {
                new Measurement(warmUp, seconds, result).open(stepsPerSecond);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        };
        if (started) {
            Platform.runLater(open);
        } else {
            started = true;
            Platform.setImplicitExit(false);
            Platform.startup(open);
        }
        return result.join();
    }

    /** One window from opening to closing. */
    private static final class Measurement extends AnimationTimer {
        private final double warmUp;
        private final double seconds;
        private final CompletableFuture<Times> result;
        private final double[] millis = new double[MOST_FRAMES];
        private final LabWindow lab = new LabWindow(new Session(ExperimentConfig.defaults()), WIDTH, HEIGHT);
        private final Stage stage = new Stage();
        private int frames;
        private long begin;
        private long firstStep;

        Measurement(double warmUp, double seconds, CompletableFuture<Times> result) {
            this.warmUp = warmUp;
            this.seconds = seconds;
            this.result = result;
        }

        void open(double stepsPerSecond) {
            // First, so that its time comes before everything else that happens in a frame.
            start();
            lab.show(stage);
            lab.vm().transport().speedProperty().set(stepsPerSecond);
            lab.vm().transport().play();
        }

        @Override
        public void handle(long now) {
            long start = System.nanoTime();
            if (begin == 0) {
                begin = start;
            }
            double elapsed = (start - begin) / NANOS;
            if (elapsed < warmUp) {
                firstStep = lab.vm().transport().lastStepProperty().get();
            } else if (elapsed < warmUp + seconds && frames < MOST_FRAMES - 1) {
                // Runs when the thread has finished with this frame.
                Platform.runLater(() -> millis[frames++] = (System.nanoTime() - start) / 1e6);
            } else {
                stop();
                finish(elapsed - warmUp);
            }
        }

        private void finish(double measured) {
            long steps = lab.vm().transport().lastStepProperty().get() - firstStep;
            lab.close();
            stage.hide();
            double[] sorted = Arrays.copyOf(millis, frames);
            Arrays.sort(sorted);
            result.complete(
                    new Times(frames / measured, sorted[frames / 2], sorted[(int) (frames * 0.99)], steps / measured));
        }
    }
}
