package normscope.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import normscope.experiment.Check;
import normscope.shell.StateFile;

/**
 * Where the window stands, kept in {@code window.json} between two starts.
 *
 * @param bounds of the window with its frame, when it is not maximized; screen coordinates
 */
record WindowPlace(Rectangle2D bounds, boolean maximized) {

    private static final String FILE = "window.json";
    /** From this width on, the window leaves some of the screen at first. */
    private static final double LARGE = 1440;

    private static final double SHARE = 0.8;
    private static final long INSIST_NANOS = 3_000_000_000L;
    private static final int MOST_TRIES = 8;
    private static final int FARTHEST = 100_000;

    /**
     * Decides where the window opens.
     *
     * @param kept the place it was left at, if there is one
     * @param screens the visible bounds of all screens, the primary one first
     * @param smallestWidth of the window, if the screen is as wide
     * @param smallestHeight of the window, if the screen is as high
     * @return the first time the whole primary screen, of a large one four fifths in its middle; later the place kept,
     *     moved and cut so that it lies within the screen that shows most of it, or within the primary one if none
     *     shows any
     */
    static WindowPlace choose(
            Optional<WindowPlace> kept, List<Rectangle2D> screens, double smallestWidth, double smallestHeight) {
        Rectangle2D primary = screens.get(0);
        if (kept.isEmpty()) {
            return first(primary);
        }
        Rectangle2D left = kept.get().bounds();
        Rectangle2D best = screens.stream()
                .max(Comparator.comparingDouble(screen -> overlap(screen, left)))
                .filter(screen -> overlap(screen, left) > 0)
                .orElse(primary);
        double width = within(left.getWidth(), smallestWidth, best.getWidth());
        double height = within(left.getHeight(), smallestHeight, best.getHeight());
        double x = within(left.getMinX(), best.getMinX(), best.getMaxX() - width);
        double y = within(left.getMinY(), best.getMinY(), best.getMaxY() - height);
        return new WindowPlace(new Rectangle2D(x, y, width, height), kept.get().maximized());
    }

    private static WindowPlace first(Rectangle2D screen) {
        if (screen.getWidth() < LARGE) {
            return new WindowPlace(screen, true);
        }
        double width = Math.rint(SHARE * screen.getWidth());
        double height = Math.rint(SHARE * screen.getHeight());
        double x = screen.getMinX() + Math.rint((screen.getWidth() - width) / 2);
        double y = screen.getMinY() + Math.rint((screen.getHeight() - height) / 2);
        return new WindowPlace(new Rectangle2D(x, y, width, height), false);
    }

    private static double overlap(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** The value, at least the lower bound and in any case at most the upper one. */
    private static double within(double value, double lower, double upper) {
        return Math.min(Math.max(value, lower), upper);
    }

    /** {@return where the window opens on this machine's screens} */
    static WindowPlace now(Path folder, double smallestWidth, double smallestHeight) {
        Screen primary = Screen.getPrimary();
        List<Rectangle2D> screens = Screen.getScreens().stream()
                .sorted(Comparator.comparing(screen -> !screen.equals(primary)))
                .map(Screen::getVisualBounds)
                .toList();
        return choose(read(folder), screens, smallestWidth, smallestHeight);
    }

    /** Puts a window that is not yet shown at this place, and keeps the place it is left at in the user's folder. */
    void apply(Stage stage, Path folder) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        size(stage, bounds.getWidth(), bounds.getHeight());
        stage.setMaximized(maximized);
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> leftBy(stage).keep(folder));
    }

    /** Gives a window that is not yet shown a size. */
    static void size(Stage stage, double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> insist(stage, width, height));
    }

    /** With some of Linux's window managers, JavaFX gives a new window its least size in the end: so ask again. */
    private static void insist(Stage stage, double width, double height) {
        new AnimationTimer() {
            private long end;
            private int tries;

            @Override
            public void handle(long now) {
                end = end == 0 ? now + INSIST_NANOS : end;
                if (now > end || tries == MOST_TRIES || stage.isMaximized()) {
                    stop();
                } else if (Math.abs(stage.getWidth() - width) > 1 || Math.abs(stage.getHeight() - height) > 1) {
                    tries++;
                    stage.setWidth(width);
                    stage.setHeight(height);
                }
            }
        }.start();
    }

    /** The bounds of a maximized window are the screen's; those that it returns to stay as they were at the start. */
    private WindowPlace leftBy(Stage stage) {
        return stage.isMaximized()
                ? new WindowPlace(bounds, true)
                : new WindowPlace(
                        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), false);
    }

    /** What the file holds, in whole pixels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Content(int x, int y, int width, int height, boolean maximized) {
        Content {
            Check.whole("x", x, -FARTHEST, FARTHEST);
            Check.whole("y", y, -FARTHEST, FARTHEST);
            Check.whole("width", width, 1, FARTHEST);
            Check.whole("height", height, 1, FARTHEST);
        }
    }

    private static StateFile<Content> file(Path folder) {
        return new StateFile<>(folder.resolve(FILE), Content.class, "place of the window");
    }

    /** {@return the place kept in the folder; nothing the first time, or if it cannot be read} */
    static Optional<WindowPlace> read(Path folder) {
        AtomicReference<WindowPlace> kept = new AtomicReference<>();
        file(folder)
                .read(content -> kept.set(new WindowPlace(
                        new Rectangle2D(content.x(), content.y(), content.width(), content.height()),
                        content.maximized())));
        return Optional.ofNullable(kept.get());
    }

    /** Keeps the place in the folder. If that fails, the log says so. */
    void keep(Path folder) {
        file(folder)
                .write(new Content(
                        (int) Math.round(bounds.getMinX()),
                        (int) Math.round(bounds.getMinY()),
                        (int) Math.round(bounds.getWidth()),
                        (int) Math.round(bounds.getHeight()),
                        maximized));
    }
}
