package normscope.app;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import normscope.experiment.ExperimentConfig;

/**
 * Measures the window while it trains: the default experiment at unlimited speed at 1440x900.
 *
 * <p>A frame's time is that of the whole pulse on the JavaFX thread: from its first animation timer to the moment when
 * the thread is free again, so with layout, drawing of the figures, and waiting for the renderer.
 */
final class UiBench {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final double NANOS = 1e9;

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final double warmUp;
    private final double seconds;
    private double[] millis = new double[100_000];
    private int frames;

    /**
     * What was measured.
     *
     * @param framesPerSecond frames a second
     * @param medianMillis the median of the time of a frame on the JavaFX thread
     * @param p99Millis the 99th percentile of it
     * @param stepsPerSecond training steps of both arms a second meanwhile
     */
    record Result(double framesPerSecond, double medianMillis, double p99Millis, double stepsPerSecond) {}

    private UiBench(double warmUp, double seconds) {
        this.warmUp = warmUp;
        this.seconds = seconds;
    }

    /**
     * Opens a window, trains in it, and closes it.
     *
     * @param warmUp seconds before measuring
     * @param seconds seconds of measuring
     * @return the times
     */
    static Result run(double warmUp, double seconds) {
        UiBench bench = new UiBench(warmUp, seconds);
        Platform.startup(bench::open);
        Result result = bench.result.join();
        Platform.exit();
        return result;
    }

    private void open() {
        try {
            LabWindow lab = new LabWindow(ExperimentConfig.defaults(), WIDTH, HEIGHT);
            Stage stage = new Stage();
            measure(lab, stage);
            lab.show(stage);
            lab.vm().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            lab.vm().transport().play();
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void measure(LabWindow lab, Stage stage) {
        new AnimationTimer() {
            private long begin;
            private long firstStep;

            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                if (begin == 0) {
                    begin = start;
                }
                double elapsed = (start - begin) / NANOS;
                if (elapsed < warmUp) {
                    firstStep = lab.vm().transport().lastStepProperty().get();
                } else if (elapsed < warmUp + seconds && frames < millis.length) {
                    Platform.runLater(() -> millis[frames++] = (System.nanoTime() - start) / 1e6);
                } else {
                    stop();
                    double measured = elapsed - warmUp;
                    long steps = lab.vm().transport().lastStepProperty().get() - firstStep;
                    lab.close();
                    stage.hide();
                    finish(measured, steps);
                }
            }
        }.start();
    }

    private void finish(double measured, long steps) {
        millis = Arrays.copyOf(millis, frames);
        Arrays.sort(millis);
        result.complete(
                new Result(frames / measured, millis[frames / 2], millis[(int) (frames * 0.99)], steps / measured));
    }
}
