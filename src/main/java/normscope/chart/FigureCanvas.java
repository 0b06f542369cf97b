package normscope.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/**
 * Shows a figure in a window.
 *
 * <p>It draws at the end of the pulse after {@link #redraw}, once however often that was called, and only while it can
 * be seen; so a figure scrolled out of view costs nothing. Where a pulse takes long, the rest are drawn in the next, so
 * that no frame has to style, lay out and draw all that is new. It takes the size its parent gives it. Under the mouse
 * it shows what {@link Figure#describe} says. On the FX thread.
 */
public final class FigureCanvas extends Region {

    private static final double TIP_OFFSET = 14;

    /** When a pulse has taken so long, figures wait for the next one. */
    private static final long LONGEST_NANOS = 30_000_000;

    /** When the pulse began that is under way, or 0; this and the next three on the FX thread. */
    private static long pulseBegan;

    /** Counts pulses in which figures wait. */
    private static long pulse;

    /** The last one that drew a figure. */
    private static long drawnIn;
    /** The last one in which styles and layout alone took so long that it drew none. */
    private static long emptyIn;

    private final Figure figure;
    private final ImageView view = new ImageView();
    private final Runnable beforeLayout = FigureCanvas::beginPulse;
    private final Runnable afterLayout = this::afterLayout;
    /** The render thread may still read the picture of the last pulse while the next one is drawn: hence two. */
    private final PixelSurface[] surfaces = new PixelSurface[2];

    private int shown;
    private Scene waitingIn;
    private boolean dirty = true;
    private MouseEvent mouse;
    private boolean moved;
    private Tooltip tip;

    /** Where a drag that enlarges has begun; null while there is none. */
    private Point2D pressed;
    /** The part that will be enlarged. */
    private final Rectangle band = new Rectangle();

    /** Shows a figure, which is from now on only to be changed on the FX thread. */
    public FigureCanvas(Figure figure) {
        this.figure = Objects.requireNonNull(figure);
        getStyleClass().add("figure");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setManaged(false);
        view.setSmooth(false);
        band.getStyleClass().add("zoom-band");
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        getChildren().addAll(view, band);
        setMinSize(20, 20);
        sceneProperty().addListener((property, before, after) -> moveTo(after));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::follow);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::follow);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    }

    public Figure figure() {
        return figure;
    }

    /** Lets a drag enlarge a part of the figure, and a double click show the whole again. */
    public void makeZoomable() {
        setCursor(Cursor.CROSSHAIR);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed = place(event));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(place(event)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                showWhole();
            }
        });
    }

    /** Ends what drags have enlarged. */
    public void showWhole() {
        if (figure.unzoom()) {
            redraw();
        }
    }

    private static Point2D place(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY ? new Point2D(event.getX(), event.getY()) : null;
    }

    private void drag(Point2D to) {
        if (pressed != null && to != null) {
            double x = Math.max(0, Math.min(getWidth(), to.getX()));
            double y = Math.max(0, Math.min(getHeight(), to.getY()));
            band.setX(Math.min(x, pressed.getX()));
            band.setY(Math.min(y, pressed.getY()));
            band.setWidth(Math.abs(x - pressed.getX()));
            band.setHeight(Math.abs(y - pressed.getY()));
            band.setVisible(true);
            hideTip();
        }
    }

    private void release() {
        boolean dragged = band.isVisible();
        pressed = null;
        band.setVisible(false);
        if (dragged
                && figure.zoom(new Rectangle2D.Double(band.getX(), band.getY(), band.getWidth(), band.getHeight()))) {
            redraw();
        }
    }

    /** Draws the figure anew in the coming pulse. */
    public void redraw() {
        dirty = true;
        waitInScene();
    }

    /** Changes the figure's colours and sizes. */
    public void setTheme(ChartTheme theme) {
        figure.setTheme(theme);
        redraw();
    }

    @Override
    protected void layoutChildren() {
        redraw();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        // Asked for by screen readers only, so the sentence isn't made frame after frame.
        return attribute == AccessibleAttribute.TEXT
                ? figure.summary()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void moveTo(Scene scene) {
        stopWaiting();
        // Where it was under the mouse it may not be any more.
        moved = false;
        if (scene == null) {
            // Two pictures of each of sixty figures would be most of the memory.
            Arrays.fill(surfaces, null);
            view.setImage(null);
            dirty = true;
        } else {
            waitInScene();
        }
    }

    private void waitInScene() {
        Scene scene = getScene();
        if (scene != null && waitingIn == null) {
            waitingIn = scene;
            scene.addPreLayoutPulseListener(beforeLayout);
            scene.addPostLayoutPulseListener(afterLayout);
            Platform.requestNextPulse();
        }
    }

    private void stopWaiting() {
        if (waitingIn != null) {
            waitingIn.removePreLayoutPulseListener(beforeLayout);
            waitingIn.removePostLayoutPulseListener(afterLayout);
            waitingIn = null;
        }
    }

    private void afterLayout() {
        if (moved) {
            moved = false;
            hover(mouse);
        }
        if (dirty) {
            drawInTime();
        } else {
            stopWaiting();
        }
    }

    private static void beginPulse() {
        if (pulseBegan == 0) {
            pulseBegan = System.nanoTime();
            pulse++;
            Platform.runLater(() -> pulseBegan = 0);
        }
    }

    /** One pulse may go by without a figure, two in succession may not. */
    private void drawInTime() {
        // Who was asked for in this pulse's layout has missed the beginning.
        beginPulse();
        boolean late = System.nanoTime() - pulseBegan > LONGEST_NANOS;
        if (late && drawnIn == pulse) {
            Platform.requestNextPulse();
        } else if (late && emptyIn != pulse - 1) {
            emptyIn = pulse;
            Platform.requestNextPulse();
        } else if (drawIfSeen()) {
            drawnIn = pulse;
        }
    }

    private boolean drawIfSeen() {
        if (!dirty || getWidth() < 1 || getHeight() < 1 || !isSeen()) {
            return false;
        }
        Window window = getScene().getWindow();
        draw(window == null ? 1 : Math.max(1, window.getOutputScaleX()));
        return true;
    }

    private void draw(double outputScale) {
        // Also what is shown enlarged as a whole is drawn sharp.
        double scale = Math.max(1, getLocalToSceneTransform().getMxx()) * outputScale;
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        shown = 1 - shown;
        PixelSurface surface = surfaces[shown];
        if (surface == null || surface.width() != width || surface.height() != height) {
            surface = new PixelSurface(width, height);
            surfaces[shown] = surface;
        }
        surface.draw(figure, getWidth(), getHeight(), scale);
        view.setImage(surface.image());
        view.setFitWidth(width / scale);
        view.setFitHeight(height / scale);
        dirty = false;
        stopWaiting();
        if (mouse != null) {
            hover(mouse);
        }
    }

    /** Whether some of it lies within the scene and within every clip above it, such as a scroll pane's viewport. */
    private boolean isSeen() {
        Scene scene = getScene();
        Bounds bounds = localToScene(getBoundsInLocal());
        if (!bounds.intersects(0, 0, scene.getWidth(), scene.getHeight())) {
            return false;
        }
        for (Node node = this; node != null; node = node.getParent()) {
            boolean clipped = node.getClip() != null
                    && !node.getClip().getBoundsInParent().intersects(node.sceneToLocal(bounds));
            if (clipped || !node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A mouse moves more often than a screen shows. */
    private void follow(MouseEvent event) {
        mouse = event;
        moved = true;
        waitInScene();
    }

    private void hover(MouseEvent event) {
        if (figure.pointAt(event.getX(), event.getY())) {
            redraw();
        }
        // Over what a drag is choosing, it would stand in the way.
        String text = band.isVisible() ? null : figure.describe(event.getX(), event.getY());
        if (text == null || getScene() == null || getScene().getWindow() == null) {
            hideTip();
            return;
        }
        if (tip == null) {
            tip = new Tooltip();
            tip.getStyleClass().add("figure-tip");
        }
        tip.setText(text);
        double x = event.getScreenX() + TIP_OFFSET;
        double y = event.getScreenY() + TIP_OFFSET;
        if (tip.isShowing()) {
            tip.setAnchorX(x);
            tip.setAnchorY(y);
        } else {
            tip.show(this, x, y);
        }
    }

    private void leave() {
        mouse = null;
        moved = false;
        hideTip();
        if (figure.pointAt(Double.NaN, Double.NaN)) {
            redraw();
        }
    }

    private void hideTip() {
        if (tip != null) {
            tip.hide();
        }
    }
}
