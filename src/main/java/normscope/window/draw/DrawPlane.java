package normscope.window.draw;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import normscope.chart.BoundaryFigure;
import normscope.chart.ChartTheme;
import normscope.chart.DrawFigure;
import normscope.chart.FigureCanvas;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.lab.DrawViewModel;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The plane, drawn on with the mouse or, while it has the keyboard, with keys. */
final class DrawPlane extends StackPane {

    private static final double STEP = 0.05;
    private static final double LARGE_STEP = 0.25;

    private final DrawViewModel vm;
    private final DrawFigure figure = new DrawFigure(DrawnPoints.REACH);
    private final FigureCanvas canvas = new FigureCanvas(figure);

    DrawPlane(DrawViewModel vm) {
        this.vm = vm;
        setId("draw-plane");
        getStyleClass().add("draw-plane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Hints.keepsArrows(this);
        setAccessibleHelp(Texts.text("draw.plane.tip"));
        getChildren().add(canvas);
        Parts.onChange(this::say, vm.labelProperty());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::follow);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::follow);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> vm.release());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Parts.follow(this::showPoints, vm.pointsProperty(), vm.pressedProperty(), vm.noiseProperty());
        Parts.follow(this::showBrush, vm.xProperty(), vm.yProperty(), vm.radiusProperty(), vm.toolProperty());
    }

    void setTheme(ChartTheme theme) {
        canvas.setTheme(theme);
    }

    /** While a tool is at work, the points stand where they are drawn: the noise is another for each number of them. */
    private void showPoints() {
        List<BoundaryFigure.DataPoint> drawn = marks(vm.pointsProperty().get());
        boolean noisy = !vm.pressedProperty().get() && vm.noiseProperty().get() > 0;
        figure.setPoints(noisy ? marks(vm.noisy()) : drawn, noisy ? drawn : List.of());
        say();
        canvas.redraw();
    }

    private static List<BoundaryFigure.DataPoint> marks(List<Point> points) {
        return points.stream()
                .map(point -> new BoundaryFigure.DataPoint(point.x(), point.y(), point.label(), false))
                .toList();
    }

    private void showBrush() {
        figure.setBrush(vm.xProperty().get(), vm.yProperty().get(), vm.reach());
        say();
        canvas.redraw();
    }

    private void say() {
        setAccessibleText(Texts.text(
                "draw.plane.at",
                Numbers.value(vm.xProperty().get()),
                Numbers.value(vm.yProperty().get()),
                vm.labelProperty().get(),
                figure.summary()));
    }

    private void follow(MouseEvent event) {
        vm.moveTo(figure.xAt(event.getX() - canvas.getLayoutX()), figure.yAt(event.getY() - canvas.getLayoutY()));
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            // What a key has taken up is put down where it is.
            vm.release();
            follow(event);
            vm.press();
        }
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        switch (event.getCode()) {
            case LEFT -> move(-step, 0);
            case RIGHT -> move(step, 0);
            case UP -> move(0, step);
            case DOWN -> move(0, -step);
            case ENTER, SPACE -> vm.act();
            case DELETE, BACK_SPACE -> vm.erase();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double dx, double dy) {
        vm.moveTo(onGrid(vm.xProperty().get() + dx), onGrid(vm.yProperty().get() + dy));
    }

    /** So that steps there and back lead to the same place, wherever the mouse left the brush. */
    private static double onGrid(double value) {
        return Math.rint(value / STEP) * STEP;
    }
}
