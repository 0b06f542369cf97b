package normscope.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import normscope.experiment.ExperimentConfig;
import normscope.viewmodel.Notice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * A seeded monkey clicks, drags and types at random while both networks train at unlimited speed. Run by {@code mvn -P
 * soak test}; {@code -Dsoak.seconds} and {@code -Dsoak.seed} change it.
 */
@Tag("soak")
@ExtendWith(ApplicationExtension.class)
class SoakTest {

    private static final double SECONDS = Double.parseDouble(System.getProperty("soak.seconds", "600"));
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final double STALL_MILLIS = 100;
    private static final long LARGEST_HEAP = 300L << 20;
    private static final int ACTIONS_A_ROUND = 25;
    private static final int STACK_SHOWN = 40;

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.SPACE,
            KeyCode.RIGHT,
            KeyCode.LEFT,
            KeyCode.R,
            KeyCode.L,
            KeyCode.C,
            KeyCode.P,
            KeyCode.U,
            KeyCode.T,
            KeyCode.TAB,
            KeyCode.ENTER);

    private static final List<String> NUMBERS =
            List.of("0", "1", "0.1", "0.5", "7", "64", "1e-3", "128", "-4", "x", "1e9");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> delays = Collections.synchronizedList(new ArrayList<>());
    private final List<String> stalls = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> heaps = new ArrayList<>();
    private final List<String> held = Collections.synchronizedList(new ArrayList<>());
    private volatile long answered = Long.MAX_VALUE;
    private Thread fxThread;
    private volatile String lastAction = "start";
    private WindowFixture window;

    @Start
    void start(Stage stage) {
        fxThread = Thread.currentThread();
        window = new WindowFixture(stage, 1366, 768);
        window.vm().noticeProperty().addListener((o, old, notice) -> {
            if (notice != null && notice.kind() == Notice.Kind.ERROR) {
                failures.add(new AssertionError(notice.text() + "\n" + notice.details()));
            }
        });
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void nothingBreaksWhateverIsClicked(FxRobot robot) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor();
        heartbeat.scheduleAtFixedRate(this::beat, 0, 20, TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        long nextHeap = 0;
        long actions = 0;
        while (System.nanoTime() < end && failures.isEmpty()) {
            goOnTraining();
            for (int i = 0; i < ACTIONS_A_ROUND; i++) {
                act(robot);
                actions++;
            }
            if (System.nanoTime() > nextHeap) {
                heaps.add(usedHeap());
                nextHeap = System.nanoTime() + (long) (SECONDS / 10 * 1e9);
            }
        }
        heartbeat.shutdownNow();
        report(actions);
        assertThat(failures).isEmpty();
        assertThat(heaps).allSatisfy(bytes -> assertThat(bytes).isLessThan(LARGEST_HEAP));
    }

    private void goOnTraining() {
        WindowFixture.onFx(() -> {
            window.vm().transport().speedProperty().set(Double.POSITIVE_INFINITY);
            window.vm().transport().play();
            return null;
        });
    }

    private void act(FxRobot robot) {
        double what = random.nextDouble();
        if (what < 0.25) {
            KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
            lastAction = "key " + key;
            robot.press(key).release(key);
        } else if (what < 0.35) {
            lastAction = "timeline";
            clickWithin(robot, window.node("#timeline"));
        } else {
            List<Node> controls = WindowFixture.onFx(this::controls);
            Node control = controls.get(random.nextInt(controls.size()));
            lastAction = control.getClass().getSimpleName() + " " + control.getId() + " " + control.getAccessibleText();
            clickWithin(robot, control);
            if (control instanceof TextField && WindowFixture.onFx(control::isFocused)) {
                robot.push(KeyCode.CONTROL, KeyCode.A);
                robot.write(NUMBERS.get(random.nextInt(NUMBERS.size())), 0);
                robot.push(KeyCode.ENTER);
            }
        }
        // Closes a menu, a list or a dialog that this may have opened.
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    private void clickWithin(FxRobot robot, Node node) {
        Point2D at = WindowFixture.onFx(() -> {
            Bounds bounds = node.getBoundsInLocal();
            return node.localToScreen(
                    bounds.getMinX() + bounds.getWidth() * (0.05 + 0.9 * random.nextDouble()),
                    bounds.getMinY() + bounds.getHeight() * (0.2 + 0.6 * random.nextDouble()));
        });
        if (at != null) {
            robot.clickOn(at);
        }
    }

    /** What can be clicked; menus are left out, for one of their items closes the window. */
    private List<Node> controls() {
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase || node instanceof Control && node.isFocusTraversable())
                .filter(node -> !(node instanceof MenuButton) && !node.isDisabled() && visible(node))
                .toList();
    }

    private boolean visible(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return bounds.getHeight() > 0
                && window.scene().getRoot().getBoundsInLocal().contains(bounds);
    }

    /** How long the FX thread lets something wait that was given to it now, and what it does meanwhile. */
    private void beat() {
        long asked = System.nanoTime();
        String during = lastAction;
        if (asked - answered > STALL_MILLIS * 1e6) {
            held.add(whereTheFxThreadIs());
        }
        Platform.runLater(() -> {
            answered = System.nanoTime();
            double millis = (System.nanoTime() - asked) / 1e6;
            delays.add(millis);
            if (millis > STALL_MILLIS) {
                stalls.add("%.0f ms: %s".formatted(millis, during));
            }
        });
    }

    private String whereTheFxThreadIs() {
        return Arrays.stream(fxThread.getStackTrace())
                .limit(STACK_SHOWN)
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                .collect(Collectors.joining(" < "));
    }

    /** Of the same experiment each time, or it would tell how large the last one was. */
    private long usedHeap() {
        WindowFixture.onFx(() -> {
            window.vm().edit(ExperimentConfig.defaults().withSeed(random.nextInt(1_000_000)));
            return null;
        });
        // The evaluator lets go of the run before when it has scored this one.
        WindowFixture.await(() -> window.vm().transport().stepProperty().get() == 0
                && window.vm().evaluation().evaluationProperty().get() != null);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void report(long actions) {
        List<Double> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        System.out.printf(
                "soak: %d actions in %.0f s; FX thread, ms: median %.1f, 99 %% %.1f, 99.9 %% %.1f, max %.1f%n",
                actions,
                SECONDS,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.get((int) (sorted.size() * 0.999)),
                sorted.get(sorted.size() - 1));
        System.out.printf(
                "soak: heap after collection, MB: %s%n",
                heaps.stream().map(b -> b >> 20).toList());
        System.out.printf("soak: %d of %d waits over %.0f ms%n", stalls.size(), sorted.size(), STALL_MILLIS);
        held.forEach(System.out::println);
        stalls.stream().sorted(Collections.reverseOrder()).limit(20).forEach(System.out::println);
    }
}
