package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Tag("window")
class FigureCanvasTest {

    /** A red rectangle that counts how often it was drawn. */
    private static class Counting extends Figure {
        private int drawn;
        private double width;

        @Override
        public void draw(Graphics2D g, double w, double h) {
            drawn++;
            width = w;
            g.setColor(Color.RED);
            g.fill(new Rectangle2D.Double(0, 0, w / 2, h));
        }

        @Override
        public String describe(double x, double y) {
            return x < 50 ? "red at " + (int) x : null;
        }

        @Override
        public FigureTable numbers() {
            return FigureTable.of("value");
        }

        @Override
        public String summary() {
            return "Half of it is red.";
        }
    }

    private final Counting figure = new Counting();
    private FigureCanvas canvas;
    private Pane root;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void hide() {
        on(() -> {
            stage.hide();
            return null;
        });
    }

    private static void takeLong() {
        long end = System.nanoTime() + 40_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static <T> T on(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> on(condition));
    }

    private void show(boolean visible) throws TimeoutException {
        on(() -> {
            canvas = new FigureCanvas(figure);
            canvas.setVisible(visible);
            canvas.setPrefSize(100, 60);
            canvas.relocate(10, 10);
            root = new Pane(canvas);
            stage = new Stage();
            stage.setScene(new Scene(root, 200, 150));
            stage.show();
            return null;
        });
        until(() -> !visible || figure.drawn > 0);
    }

    /** Lets the pulses go by that could still draw. */
    private void pulses() throws TimeoutException {
        int[] seen = new int[1];
        Runnable count = () -> {
            seen[0]++;
            Platform.requestNextPulse();
        };
        on(() -> {
            stage.getScene().addPostLayoutPulseListener(count);
            Platform.requestNextPulse();
            return null;
        });
        until(() -> seen[0] >= 3);
        on(() -> {
            stage.getScene().removePostLayoutPulseListener(count);
            return null;
        });
    }

    @Test
    void showsWhatTheFigureDraws() throws TimeoutException {
        show(true);

        int[] colours = on(() -> {
            var picture = root.snapshot(null, null).getPixelReader();
            return new int[] {picture.getArgb(30, 30), picture.getArgb(90, 30)};
        });

        assertThat(colours[0]).isEqualTo(0xFFFF0000);
        assertThat(colours[1]).isNotEqualTo(0xFFFF0000);
        assertThat(figure.width).isEqualTo(100);
    }

    @Test
    void drawsOnceAPulseHoweverOftenItIsAsked() throws TimeoutException {
        show(true);
        pulses();
        int before = on(() -> figure.drawn);

        on(() -> {
            for (int i = 0; i < 10; i++) {
                canvas.redraw();
            }
            return null;
        });
        pulses();

        assertThat(on(() -> figure.drawn)).isEqualTo(before + 1);
    }

    @Test
    void drawsNothingWhileItIsHidden() throws TimeoutException {
        show(false);
        pulses();
        assertThat(on(() -> figure.drawn)).isZero();

        on(() -> {
            canvas.setVisible(true);
            return null;
        });
        until(() -> figure.drawn == 1);
    }

    @Test
    void drawsOnlyOnceScrolledIntoView() throws TimeoutException {
        ScrollPane[] scroll = new ScrollPane[1];
        on(() -> {
            canvas = new FigureCanvas(figure);
            canvas.setPrefSize(100, 60);
            canvas.relocate(0, 1000);
            root = new Pane(canvas);
            root.setMinHeight(1100);
            scroll[0] = new ScrollPane(root);
            stage = new Stage();
            stage.setScene(new Scene(scroll[0], 200, 150));
            stage.show();
            return null;
        });
        pulses();
        assertThat(on(() -> figure.drawn)).isZero();

        on(() -> {
            scroll[0].setVvalue(1);
            return null;
        });
        until(() -> figure.drawn > 0);
    }

    @Test
    void outOfTheSceneItKeepsNoPicturesAndIsDrawnAnewWhenItIsBack() throws TimeoutException {
        show(true);
        ImageView view = (ImageView) canvas.getChildrenUnmodifiable().get(0);
        int before = on(() -> {
            root.getChildren().clear();
            return figure.drawn;
        });
        pulses();
        assertThat(on(view::getImage)).isNull();
        assertThat(on(() -> figure.drawn)).isEqualTo(before);

        on(() -> root.getChildren().add(canvas));
        until(() -> figure.drawn == before + 1 && view.getImage() != null);
    }

    @Test
    void tellsWhatIsUnderTheMouse() throws TimeoutException {
        show(true);

        on(() -> {
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_MOVED, 30));
            return null;
        });
        until(() -> "red at 30".equals(tip()));

        on(() -> {
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_MOVED, 80));
            return null;
        });
        until(() -> tip() == null);
    }

    @Test
    void tellsNothingWhileADragChoosesAPart() throws TimeoutException {
        show(true);
        on(() -> {
            canvas.makeZoomable();
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_MOVED, 30));
            return null;
        });
        until(() -> tip() != null);

        on(() -> {
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_PRESSED, 30, MouseButton.PRIMARY));
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_DRAGGED, 40, MouseButton.PRIMARY));
            return null;
        });
        assertThat(on(FigureCanvasTest::tip)).isNull();
        pulses();
        assertThat(on(FigureCanvasTest::tip)).isNull();

        on(() -> {
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_RELEASED, 40, MouseButton.PRIMARY));
            Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_MOVED, 30));
            return null;
        });
        until(() -> "red at 30".equals(tip()));
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x) {
        return mouse(type, x, MouseButton.NONE);
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, MouseButton button) {
        return new MouseEvent(
                canvas, canvas, type, x, 20, 100, 100, button, 0, false, false, false, false, false, false, false,
                false, false, false, null);
    }

    private static String tip() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse(null);
    }

    @Test
    void figuresThatTakeLongShareThePulses() throws TimeoutException {
        List<Integer> drawnInPulse = new ArrayList<>(List.of(0));
        Supplier<FigureCanvas> slow = () -> {
            FigureCanvas each = new FigureCanvas(new Counting() {
                @Override
                public void draw(Graphics2D g, double w, double h) {
                    takeLong();
                    drawnInPulse.set(drawnInPulse.size() - 1, drawnInPulse.get(drawnInPulse.size() - 1) + 1);
                }
            });
            each.setPrefSize(20, 20);
            return each;
        };
        show(true);
        on(() -> {
            root.getChildren().addAll(slow.get(), slow.get(), slow.get());
            stage.getScene().addPreLayoutPulseListener(() -> drawnInPulse.add(0));
            return null;
        });

        until(() -> drawnInPulse.stream().mapToInt(each -> each).sum() == 3);
        assertThat(on(() -> Collections.max(drawnInPulse))).isEqualTo(1);
    }

    @Test
    void afterALongLayoutAFigureWaitsForTheNextPulseButNotForTheOneAfter() throws TimeoutException {
        List<Integer> drawnBefore = new ArrayList<>();
        show(true);
        pulses();
        on(() -> {
            Pane slow = new Pane() {
                @Override
                protected void layoutChildren() {
                    takeLong();
                }
            };
            root.getChildren().add(slow);
            figure.drawn = 0;
            canvas.redraw();
            stage.getScene().addPreLayoutPulseListener(() -> {
                drawnBefore.add(figure.drawn);
                slow.requestLayout();
                Platform.requestNextPulse();
            });
            return null;
        });

        until(() -> drawnBefore.contains(1));
        assertThat(on(() -> List.copyOf(drawnBefore.subList(0, 3)))).containsExactly(0, 0, 1);
    }

    @Test
    void speaksTheSummaryAndTakesTheTheme() throws TimeoutException {
        show(true);

        assertThat(on(() -> canvas.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("Half of it is red.");
        int before = on(() -> figure.drawn);
        on(() -> {
            canvas.setTheme(ChartTheme.DARK);
            return null;
        });
        until(() -> figure.drawn > before);
        assertThat(figure.theme).isEqualTo(ChartTheme.DARK);
    }
}
