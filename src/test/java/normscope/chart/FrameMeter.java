package normscope.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import normscope.stats.Histogram;
import org.jfree.fx.FXGraphics2D;

/**
 * Measures frames of a window full of figures with new data in every frame. Not a test: run it by hand under a display.
 *
 * <p>Argument: {@code pixels} (figures drawn by AWT into shared pixels), {@code canvas} (through FXGraphics2D) or
 * {@code none} (an empty window, the floor). Prints per frame the FX thread's drawing time, and the interval between
 * frames, which includes the render thread.
 */
public final class FrameMeter extends Application {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 200;
    private static final int FRAMES = 900;
    private static final int VARIANTS = 60;

    private final Random random = new Random(1);
    private final List<Runnable> updates = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final double[] work = new double[FRAMES];
    private final double[] interval = new double[FRAMES];
    private final double[] processor = new double[FRAMES];
    private long layoutStart;
    private long processorStart;
    private long rendererStart;
    private int frame = -WARM_UP;
    private long last;

    /** On the class path JavaFX refuses a main class that is an Application. */
    public static final class Main {

        private Main() {}

        /**
         * Runs it.
         *
         * @param args one of pixels, canvas, none
         */
        public static void main(String[] args) {
            launch(FrameMeter.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        String how = getParameters().getRaw().get(0);
        Pane root = new Pane();
        if (!how.equals("none")) {
            fill(root, how.equals("pixels") ? this::pixels : this::canvas);
        }
        Scene scene = new Scene(root, 1440, 900);
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                layoutStart = start;
                processorStart = THREADS.getCurrentThreadCpuTime();
                updates.forEach(Runnable::run);
                interval(start);
                root.requestLayout();
            }
        }.start();
        scene.addPostLayoutPulseListener(() -> Platform.requestNextPulse());
        // Added anew after every redraw, so that it comes after the figures' own listeners.
        Runnable[] stop = new Runnable[1];
        stop[0] = () -> {
            if (frame >= 0 && frame < FRAMES) {
                work[frame] = (System.nanoTime() - layoutStart) / 1e6;
                processor[frame] = (THREADS.getCurrentThreadCpuTime() - processorStart) / 1e6;
            }
            scene.removePostLayoutPulseListener(stop[0]);
        };
        updates.add(() -> scene.addPostLayoutPulseListener(stop[0]));
    }

    private void interval(long start) {
        if (frame >= 0 && frame < FRAMES) {
            interval[frame] = (start - last) / 1e6;
        }
        last = start;
        if (frame == 0) {
            rendererStart = rendererTime();
        }
        if (++frame == FRAMES) {
            print("FX thread, ms", work);
            print("FX processor, ms", processor);
            System.out.printf(
                    Locale.ROOT,
                    "render thread        mean %.2f ms of processor a frame%n",
                    (rendererTime() - rendererStart) / 1e6 / FRAMES);
            print("between frames, ms", interval);
            Platform.exit();
        }
    }

    private static long rendererTime() {
        for (long id : THREADS.getAllThreadIds()) {
            if (THREADS.getThreadInfo(id).getThreadName().startsWith("QuantumRenderer")) {
                return THREADS.getThreadCpuTime(id);
            }
        }
        return 0;
    }

    private static void print(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-20s median %.2f  90%% %.2f  99%% %.2f  max %.2f%n",
                name,
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    private Runnable pixels(FigurePlace place) {
        FigureCanvas canvas = new FigureCanvas(place.figure);
        canvas.setPrefSize(place.w, place.h);
        canvas.relocate(place.x, place.y);
        nodes.add(canvas);
        return canvas::redraw;
    }

    private Runnable canvas(FigurePlace place) {
        Canvas canvas = new Canvas(place.w, place.h);
        canvas.relocate(place.x, place.y);
        nodes.add(canvas);
        GraphicsContext context = canvas.getGraphicsContext2D();
        FXGraphics2D g = new FXGraphics2D(context);
        return () -> {
            context.clearRect(0, 0, place.w, place.h);
            place.figure.draw(g, place.w, place.h);
        };
    }

    /** Data made beforehand, so that making it isn't measured. */
    private static <T> List<T> varied(IntFunction<T> maker) {
        return IntStream.range(0, VARIANTS).mapToObj(maker).toList();
    }

    private <T> T now(List<T> variants) {
        return variants.get(Math.floorMod(frame, VARIANTS));
    }

    private record FigurePlace(Figure figure, double x, double y, double w, double h) {}

    private void fill(Pane root, Function<FigurePlace, Runnable> maker) {
        Role[] roles = {Role.WITHOUT, Role.WITH_BEFORE, Role.WITH};
        for (int i = 0; i < 12; i++) {
            HistogramFigure figure = new HistogramFigure(roles[i % 3]);
            figure.setAxis(-6, 6);
            figure.setOutline(SampleFigures.histogram(random, 0, 1));
            Runnable draw = maker.apply(new FigurePlace(figure, 20 + 200 * (i % 3), 100 + 175 * (i / 3), 172, 145));
            List<Histogram> data = varied(k -> SampleFigures.histogram(random, Math.sin(k / 10.0), 1.5));
            updates.add(() -> {
                figure.setHistogram(now(data));
                draw.run();
            });
        }
        CurvesFigure curves = new CurvesFigure();
        curves.setTitle("Training loss", "log scale");
        Runnable drawCurves = maker.apply(new FigurePlace(curves, 700, 20, 350, 280));
        List<List<CurvesFigure.Series>> losses = varied(k -> SampleFigures.losses(random, 330, 8 + 0.1 * k));
        updates.add(() -> {
            curves.setSeries(now(losses));
            drawCurves.run();
        });
        BandsFigure bands = new BandsFigure();
        bands.setTitle("Layer 4", "15 \u00b7 50 \u00b7 85 %");
        Runnable drawBands = maker.apply(new FigurePlace(bands, 700, 500, 350, 200));
        List<List<BandsFigure.Band>> percentiles = varied(k -> SampleFigures.bands(random, 330, 8 + 0.1 * k));
        updates.add(() -> {
            bands.setBands(now(percentiles));
            drawBands.run();
        });
        for (int i = 0; i < 2; i++) {
            BoundaryFigure boundary = new BoundaryFigure();
            boundary.setPoints(SampleFigures.points(random, 500, 2));
            Runnable draw = maker.apply(new FigurePlace(boundary, 700 + 180 * i, 320, 155, 155));
            List<BoundaryFigure.Grid> grids = varied(k -> SampleFigures.grid(50, 2, 4 + Math.sin(k / 5.0)));
            updates.add(() -> {
                // The evaluator answers a few times a second, not in every frame.
                if (frame % 6 == 0) {
                    boundary.setGrid(now(grids));
                }
                draw.run();
            });
        }
        root.getChildren().addAll(nodes);
    }
}
