package normscope.instrument;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.NetworkDrawing;
import normscope.chart.NetworkFigure;
import normscope.control.Hints;
import normscope.lab.FewLayers;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** A network in a window: a click on a unit or a layer, or an arrow key, shows it in all panels. */
public final class NetworkView extends StackPane {

    private final NetworkFigure figure = new NetworkFigure();
    private final FigureCanvas canvas;
    private final LookedAt lookedAt;
    private final Label many = new Label(Texts.text("network.many", FewLayers.MOST));
    private NetworkDrawing shown;

    public NetworkView(String id, LookedAt lookedAt, WindowActions actions) {
        this.lookedAt = lookedAt;
        canvas = Figures.canvas(figure, actions);
        many.getStyleClass().add("formula-note");
        many.setVisible(false);
        getChildren().addAll(canvas, many);
        Hints.keepsArrows(this);
        setId(id);
        getStyleClass().add("network-view");
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        VBox.setVgrow(this, Priority.ALWAYS);
        setOnMousePressed(event -> click(event.getX(), event.getY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void click(double x, double y) {
        NetworkFigure.Hit hit = figure.hitAt(x, y);
        if (hit != null && hit.layer() > 0 && hit.layer() <= lookedAt.layers()) {
            lookedAt.choose(hit.layer() - 1, hit.unit());
        }
        requestFocus();
    }

    private void press(KeyEvent event) {
        int unit = lookedAt.unitOf(lookedAt.units());
        switch (event.getCode()) {
            case LEFT -> lookedAt.choose(Math.max(0, lookedAt.layer() - 1), -1);
            case RIGHT -> lookedAt.choose(Math.min(lookedAt.layers() - 1, lookedAt.layer() + 1), -1);
            case UP -> lookedAt.choose(lookedAt.layer(), Math.max(0, unit - 1));
            case DOWN -> lookedAt.choose(lookedAt.layer(), Math.min(lookedAt.units() - 1, unit + 1));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Draws a network, unless it is the one that is drawn. */
    public void show(NetworkDrawing drawing) {
        if (drawing != shown) {
            shown = drawing;
            // Inputs and outputs are layers of a drawing, too.
            boolean room = drawing == null || drawing.layers().size() <= FewLayers.MOST + 2;
            canvas.setVisible(room);
            many.setVisible(!room);
            figure.set(drawing);
            setAccessibleText(figure.summary());
            canvas.redraw();
        }
    }

    public NetworkFigure figure() {
        return figure;
    }
}
