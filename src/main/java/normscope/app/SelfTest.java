package normscope.app;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.stage.Screen;
import javafx.stage.Stage;
import normscope.chart.ChartTheme;
import normscope.cli.FixtureCheck;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.ExperimentConfig;
import normscope.export.FigureSheets;
import normscope.instrument.InstrumentKind;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.runner.Evaluation;
import normscope.runner.Session;

/**
 * {@code normscope --selftest}: whether the program works where it is installed. Opens the window, or draws it into
 * memory where there is no display; draws every panel and every instrument; trains some steps; computes two fixtures.
 * Prints one line a check. Reads and writes nothing of the user's.
 */
final class SelfTest {

    private static final int STEPS = 10;
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final long SECONDS = 300;
    private static final long POLL_NANOS = 20_000_000;

    /** An empty panel has a background and a border; letters alone make more colours than this. */
    private static final int FEWEST_COLOURS = 12;

    private final PrintWriter out;
    private LabWindow window;
    private Stage stage;
    private boolean failed;

    SelfTest(PrintWriter out) {
        this.out = out;
    }

    /** What is done, and what there is to say of it. */
    @FunctionalInterface
    private interface Step {
        String run() throws Exception;
    }

    /** Makes all checks: 0 if all hold, else 1. */
    int run() {
        out.printf(
                Locale.ROOT,
                "NormScope %s, Java %s, %s %s%n",
                About.version(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        check("window", this::open);
        if (window != null) {
            check("training", this::train);
            for (Panel panel : Panels.ALL) {
                check("panel " + panel.id(window.vm()), () -> draw(panel));
            }
            for (InstrumentKind kind : InstrumentKind.values()) {
                check("instrument " + kind.id(), () -> draw(kind));
            }
        }
        for (String name : FixtureCheck.NAMES) {
            check("fixture " + name, () -> FixtureCheck.check(name) + " numbers as expected");
        }
        if (window != null) {
            check("end", this::close);
        }
        out.println(failed ? "Not all checks hold." : "All checks hold.");
        return failed ? 1 : 0;
    }

    private void check(String what, Step step) {
        String said;
        boolean holds = false;
        try {
            said = step.run();
            holds = true;
        } catch (ExecutionException e) {
            said = String.valueOf(e.getCause());
        } catch (TimeoutException e) {
            said = "nothing came in " + SECONDS + " seconds";
        } catch (Exception | LinkageError e) {
            said = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        failed |= !holds;
        out.printf(Locale.ROOT, "%-6s  %s: %s%n", holds ? "ok" : "FAILED", what, said);
        out.flush();
    }

    private String open() throws Exception {
        DisplayCheck.Result display = DisplayCheck.check();
        if (display instanceof DisplayCheck.MissingLibrary missing) {
            throw new IllegalStateException(missing.sentence());
        }
        boolean shown = display instanceof DisplayCheck.Ok;
        if (!shown) {
            Screenshots.drawIntoMemory();
        }
        Session first = new Session(ExperimentConfig.defaults());
        CompletableFuture<LabWindow> opened = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> complete(opened, () -> show(first)));
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    DisplayCheck.explain(e).map(SelfTest::sentence).orElseGet(() -> StartFailure.sentence(e)), e);
        }
        window = opened.get(SECONDS, TimeUnit.SECONDS);
        String size = onFx(() -> String.format(
                Locale.ROOT,
                "%.0fx%.0f",
                window.scene().getWidth(),
                window.scene().getHeight()));
        return size + (shown ? " on the screen" : " in memory. " + sentence(display));
    }

    private LabWindow show(Session first) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        LabWindow made = new LabWindow(first, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        stage = new Stage();
        made.show(stage);
        return made;
    }

    private static String sentence(DisplayCheck.Result result) {
        if (result instanceof DisplayCheck.NoDisplay none) {
            return none.sentence();
        }
        return result instanceof DisplayCheck.MissingLibrary missing ? missing.sentence() : "";
    }

    private String train() throws Exception {
        LabViewModel vm = window.vm();
        doOnFx(() -> vm.transport().step(STEPS));
        await(() -> {
            Evaluation evaluation = vm.evaluation().evaluationProperty().get();
            return vm.transport().lastStepProperty().get() == STEPS && evaluation != null && evaluation.step() == STEPS;
        });
        Session same = new Session(ExperimentConfig.defaults());
        for (int i = 0; i < STEPS; i++) {
            same.advance();
        }
        StringBuilder losses = new StringBuilder();
        for (ArmMeasurement arm : same.experiment().measure().arms()) {
            if (!Double.isFinite(arm.trainLoss())) {
                throw new IllegalStateException("a loss is " + arm.trainLoss());
            }
            losses.append(String.format(Locale.ROOT, ", loss %.6f", arm.trainLoss()));
        }
        return STEPS + " steps" + losses;
    }

    private String draw(Panel panel) throws Exception {
        if (!onFx(() ->
                isDrawn(FigureSheets.page(window.vm(), panel, ChartTheme.LIGHT).fxImage(1)))) {
            throw new IllegalStateException("it stays empty");
        }
        return "drawn";
    }

    private String draw(InstrumentKind kind) throws Exception {
        doOnFx(() -> window.actions().instrumentProperty().set(kind.defaults()));
        await(() -> isDrawn(window.scene().lookup("#instrument-place").snapshot(null, null)));
        return "drawn";
    }

    private static boolean isDrawn(Image image) {
        PixelReader pixels = image.getPixelReader();
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight() && colours.size() < FEWEST_COLOURS; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(pixels.getArgb(x, y));
            }
        }
        return colours.size() >= FEWEST_COLOURS;
    }

    private String close() throws Exception {
        doOnFx(() -> {
            window.close();
            stage.hide();
        });
        return "the window is closed";
    }

    private static <T> T onFx(Callable<T> call) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> complete(result, call));
        return result.get(SECONDS, TimeUnit.SECONDS);
    }

    private static void doOnFx(Runnable action) throws Exception {
        onFx(Executors.callable(action));
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> call) {
        try {
            result.complete(call.call());
        } catch (Exception | LinkageError e) {
            result.completeExceptionally(e);
        }
    }

    /** Waits until something holds on the FX thread. */
    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!onFx(condition)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
