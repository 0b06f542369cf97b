package normscope.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instruments;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lab.TransportViewModel;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonsViewModel;
import normscope.present.PresentViewModel;
import normscope.shell.WindowMode;
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
    private static final long LARGEST_HEAP = 300L << 20;
    private static final long FORGOTTEN_NANOS = 5_000_000_000L;
    private static final int ACTIONS_A_ROUND = 25;
    private static final int WARM_FRAMES = 300;
    private static final int KEPT_BY_UNDO = 20;

    /**
     * Where the monkey is for a round, and what it may press there. Those that save files or end the program are left
     * out.
     */
    private enum Place {
        LAB(KeyCode.R, KeyCode.C, KeyCode.T, KeyCode.U, KeyCode.ENTER, KeyCode.ESCAPE),
        LESSON(KeyCode.R, KeyCode.T, KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP),
        PRESENT(
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.UP,
                KeyCode.DOWN,
                KeyCode.I,
                KeyCode.A,
                KeyCode.B,
                KeyCode.N,
                KeyCode.O),
        SCRIPT(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.DIGIT2, KeyCode.B, KeyCode.N);

        private static final List<KeyCode> EVERYWHERE =
                List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.L, KeyCode.P, KeyCode.S, KeyCode.TAB);

        private final List<KeyCode> own;

        Place(KeyCode... own) {
            this.own = List.of(own);
        }
    }

    private static final List<String> NUMBERS =
            List.of("0", "1", "0.1", "0.5", "7", "64", "1e-3", "128", "-4", "x", "1e9");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> heaps = new ArrayList<>();
    private volatile String lastAction = "start";
    private volatile Place place = Place.LAB;
    private WindowFixture window;

    @Start
    void start(Stage stage) {
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
        warmUpTheScreen();
        Heartbeat heartbeat = new Heartbeat(() -> lastAction);
        heartbeat.start();
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        long nextHeap = 0;
        long actions = 0;
        while (System.nanoTime() < end && failures.isEmpty()) {
            place = Place.values()[(int) (actions / ACTIONS_A_ROUND % Place.values().length)];
            goThere();
            for (int i = 0; i < ACTIONS_A_ROUND; i++) {
                act(robot);
                actions++;
            }
            if (System.nanoTime() > nextHeap) {
                // Only this test asks for whole collections: what they hold up is not the program's.
                heartbeat.pause();
                heaps.add(usedHeap());
                heartbeat.start();
                nextHeap = System.nanoTime() + (long) (SECONDS / 10 * 1e9);
            }
        }
        heartbeat.pause();
        System.out.printf(Locale.ROOT, "soak: %d actions in %.0f s%n", actions, SECONDS);
        System.out.printf(
                Locale.ROOT,
                "soak: heap after collection, MB: %s%n",
                heaps.stream().map(b -> b >> 20).toList());
        heartbeat.report();
        failures.forEach(Throwable::printStackTrace);
        assertThat(failures).isEmpty();
        assertThat(heaps).allSatisfy(bytes -> assertThat(bytes).isLessThan(LARGEST_HEAP));
    }

    /**
     * Where two windows have something new in one frame, the headless platform lays one over the other pixel by pixel.
     * Before that code is compiled it takes longer than a stall; no real screen does it.
     */
    private void warmUpTheScreen() {
        int[] frames = new int[1];
        Stage cover = FxThread.onFx(() -> {
            Rectangle2D screen = Screen.getPrimary().getBounds();
            Stage stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(new Scene(new Pane(), screen.getWidth(), screen.getHeight()));
            stage.show();
            return stage;
        });
        AnimationTimer paint = new AnimationTimer() {
            @Override
            public void handle(long now) {
                Color color = Color.gray(frames[0]++ % 2);
                cover.getScene().setFill(color);
                window.scene().setFill(color);
            }
        };
        paint.start();
        FxThread.await(() -> frames[0] > WARM_FRAMES);
        FxThread.onFx(() -> {
            paint.stop();
            cover.hide();
            return null;
        });
    }

    /** One thing at a time, as a user does. */
    private void goThere() {
        LessonsViewModel lessons = window.modes().lessons();
        carryOut("leaves", () -> window.presenter().close());
        carryOut(
                "mode",
                () -> window.modes().modeProperty().set(place == Place.LESSON ? WindowMode.LESSONS : WindowMode.LAB));
        switch (place) {
            case LAB ->
                carryOut(
                        "instrument",
                        () -> window.actions().instrumentProperty().set(anyInstrument()));
            case LESSON -> {
                carryOut("lesson", () -> lessons.open(anyOf(lessons.lessons())));
                carryOut("recall", () -> {
                    if (lessons.recallProperty().get() != null) {
                        lessons.recallProperty().get().skip();
                    }
                });
                carryOut("page", () -> {
                    LessonViewModel lesson = lessons.lessonProperty().get();
                    lesson.goTo(random.nextInt(lesson.pages()));
                });
            }
            default ->
                carryOut("F5", () -> window.presenter().open(window.scene().getWindow()));
        }
        if (place == Place.SCRIPT) {
            carryOut("script", () -> {
                PresentViewModel vm = window.presenter().vm();
                vm.play(anyOf(vm.scripts()));
            });
        } else {
            carryOut("play", () -> {
                TransportViewModel transport =
                        window.modes().actionsProperty().get().vm().transport();
                transport.speedProperty().set(Double.POSITIVE_INFINITY);
                transport.play();
            });
        }
    }

    private void carryOut(String what, Runnable action) {
        lastAction = place + " " + what;
        FxThread.onFx(() -> {
            action.run();
            return null;
        });
    }

    /** One, or the histograms as often as not. */
    private InstrumentSettings anyInstrument() {
        return random.nextBoolean() ? null : anyOf(Instruments.all()).kind().defaults();
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Scene scene() {
        return window.presenter().isOpen() ? window.presenter().scene() : window.scene();
    }

    private void act(FxRobot robot) {
        Node timeline = FxThread.onFx(() -> scene().lookup("#timeline"));
        double what = random.nextDouble();
        if (what < 0.25) {
            KeyCode key = anyOf(random.nextBoolean() ? Place.EVERYWHERE : place.own);
            lastAction = place + " key " + key;
            robot.press(key).release(key);
        } else if (what < 0.35 && timeline != null) {
            lastAction = place + " timeline";
            clickWithin(robot, timeline);
        } else {
            List<Node> controls = FxThread.onFx(this::controls);
            if (controls.isEmpty()) {
                return;
            }
            Node control = anyOf(controls);
            lastAction = place + " " + control.getClass().getSimpleName() + " " + control.getId() + " "
                    + control.getAccessibleText();
            clickWithin(robot, control);
            if (control instanceof TextField && FxThread.onFx(control::isFocused)) {
                robot.push(KeyCode.CONTROL, KeyCode.A);
                robot.write(NUMBERS.get(random.nextInt(NUMBERS.size())), 0);
                robot.push(KeyCode.ENTER);
            }
        }
        if (FxThread.onFx(() -> Window.getWindows().stream().anyMatch(SoakTest::isInTheWay))) {
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        }
    }

    private void clickWithin(FxRobot robot, Node node) {
        Point2D at = FxThread.onFx(() -> {
            Bounds bounds = node.getBoundsInLocal();
            return node.localToScreen(
                    bounds.getMinX() + bounds.getWidth() * (0.05 + 0.9 * random.nextDouble()),
                    bounds.getMinY() + bounds.getHeight() * (0.2 + 0.6 * random.nextDouble()));
        });
        if (at != null) {
            robot.clickOn(at);
        }
    }

    /** A menu, a list or a dialog. */
    private static boolean isInTheWay(Window each) {
        return each instanceof PopupWindow && !(each instanceof Tooltip)
                || each instanceof Stage stage && stage.getModality() != Modality.NONE;
    }

    /** What can be clicked; menus are left out, for one of their items closes the window. */
    private List<Node> controls() {
        return scene().getRoot().lookupAll("*").stream()
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
        return bounds.getHeight() > 0 && scene().getRoot().getBoundsInLocal().contains(bounds);
    }

    /** Puts so many runs of no steps in the place of those that undo keeps, up to 96 MB of them, that none is left. */
    private void forget(LabViewModel lab) {
        for (int i = 0; i <= KEPT_BY_UNDO; i++) {
            lab.edit(ExperimentConfig.defaults().withSeed(random.nextInt(1_000_000)));
        }
    }

    /** Of the same experiment each time, or it would tell how large the last one was. */
    private long usedHeap() {
        lastAction = "heap";
        FxThread.onFx(() -> {
            window.presenter().close();
            window.modes().modeProperty().set(WindowMode.LAB);
            window.actions().instrumentProperty().set(null);
            window.modes().lessons().home();
            // The renderer's pictures of figures that are gone go with the first frame after it.
            System.gc();
            forget(window.vm());
            if (window.modes().lessons().experiment() != null) {
                forget(window.modes().lessons().experiment());
            }
            return null;
        });
        // The evaluator lets go of the run before when it has scored this one.
        FxThread.await(() -> window.vm().transport().stepProperty().get() == 0
                && window.vm().evaluation().evaluationProperty().get() != null);
        // Instruments that are out of sight forget what they were asked about.
        long hidden = System.nanoTime();
        FxThread.await(() -> System.nanoTime() - hidden > FORGOTTEN_NANOS);
        System.gc();
        // What was left right after it: the networks go on making garbage.
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
