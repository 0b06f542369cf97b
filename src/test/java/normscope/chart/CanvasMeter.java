package normscope.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartCanvas;

/**
 * Compares two ways of showing curves and bands that get new data a few times a second: JFreeChart's own canvas, and
 * pixels shared by AWT and JavaFX. Both in one run, in turn. Not a test: run it by hand under a display.
 */
public final class CanvasMeter extends Application {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 4;
    private static final int FRAMES = 400;
    /** One of both figures is drawn in every so many frames. */
    private static final int EVERY = 4;

    private static final int VARIANTS = 60;

    private final Pane root = new Pane();
    private final List<Runnable> draws = new ArrayList<>();
    private final double[] drawing = new double[FRAMES];
    private int phase = -1;
    private int frame = FRAMES;
    private long fxStart;
    private long rendererStart;

    /** On the class path JavaFX refuses a main class that is an Application. */
    public static final class Main {

        private Main() {}

        /**
         * Runs it.
         *
         * @param args none
         */
        public static void main(String[] args) {
            launch(CanvasMeter.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(root, 800, 600));
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (frame == FRAMES) {
                    next();
                }
                long start = THREADS.getCurrentThreadCpuTime();
                if (frame % EVERY == 0) {
                    draws.get(frame / EVERY % draws.size()).run();
                }
                drawing[frame++] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }.start();
    }

    /** Prints the phase that has ended, and begins the other way. The first round warms up. */
    private void next() {
        if (phase >= 2) {
            double drawn = Arrays.stream(drawing).sum() * EVERY / FRAMES;
            System.out.printf(
                    Locale.ROOT,
                    "%-13s a drawing %.2f ms, FX thread %.2f ms a frame, render thread %.2f ms a frame%n",
                    phase % 2 == 0 ? "ChartCanvas" : "shared pixels",
                    drawn,
                    (THREADS.getCurrentThreadCpuTime() - fxStart) / 1e6 / FRAMES,
                    (rendererTime() - rendererStart) / 1e6 / FRAMES);
        }
        phase++;
        if (phase == 2 * ROUNDS) {
            Platform.exit();
        }
        fill(phase % 2 == 0);
        frame = 0;
        fxStart = THREADS.getCurrentThreadCpuTime();
        rendererStart = rendererTime();
    }

    private static long rendererTime() {
        return Arrays.stream(THREADS.getAllThreadIds())
                .filter(id -> THREADS.getThreadInfo(id).getThreadName().startsWith("QuantumRenderer"))
                .map(THREADS::getThreadCpuTime)
                .sum();
    }

    private void fill(boolean canvas) {
        root.getChildren().clear();
        draws.clear();
        Random random = new Random(1);
        CurvesFigure curves = new CurvesFigure();
        List<List<CurvesFigure.Series>> losses = IntStream.range(0, VARIANTS)
                .mapToObj(k -> SampleFigures.losses(random, 330, 8 + 0.1 * k))
                .toList();
        add(canvas, curves, 280, () -> curves.setSeries(losses.get(frame % VARIANTS)));
        BandsFigure bands = new BandsFigure();
        List<List<BandsFigure.Band>> percentiles = IntStream.range(0, VARIANTS)
                .mapToObj(k -> SampleFigures.bands(random, 330, 8 + 0.1 * k))
                .toList();
        add(canvas, bands, 200, () -> bands.setBands(percentiles.get(frame % VARIANTS)));
    }

    private void add(boolean canvas, XYFigure figure, double height, Runnable feed) {
        double width = 350;
        Node node;
        Runnable draw;
        if (canvas) {
            ChartCanvas shown = new ChartCanvas(figure.chart(width, height));
            shown.setWidth(width);
            shown.setHeight(height);
            node = shown;
            draw = () -> {
                figure.chart(width, height);
                shown.draw();
            };
        } else {
            PixelSurface surface = new PixelSurface((int) width, (int) height);
            node = new ImageView(surface.image());
            draw = () -> surface.draw(figure, width, height, 1);
        }
        node.relocate(20, draws.isEmpty() ? 20 : 320);
        root.getChildren().add(node);
        draws.add(() -> {
            feed.run();
            draw.run();
        });
    }
}
