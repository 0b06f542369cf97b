package normscope.shell;

import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.StackPane;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.chart.StepFigure;
import normscope.lab.LabViewModel;
import normscope.panel.PanelFigure;

/** A figure of a panel as a node. */
public final class FigureView extends StackPane {

    private static final int FEWEST_POINTS = 50;

    private final PanelFigure figure;
    private final List<FigureCanvas> canvases;

    /** Shows a figure on canvases in the theme of its place. */
    public FigureView(PanelFigure figure, Function<Figure, FigureCanvas> canvas) {
        this.figure = figure;
        canvases = figure.charts().stream().map(canvas).toList();
        getChildren().setAll(canvases);
    }

    /** Lets a drag enlarge a part of the figure's axes, and a double click undo it. */
    public void makeZoomable() {
        canvases.forEach(FigureCanvas::makeZoomable);
    }

    /**
     * Draws what the view model says now. Curves get a point for every two pixels or so, with its range: twice as many
     * cost twice the time and look the same.
     */
    public void show(LabViewModel vm) {
        show(vm, Math.max(FEWEST_POINTS, (int) (0.6 * getWidth() * enlargement())));
    }

    private double enlargement() {
        return canvases.stream()
                .map(FigureCanvas::figure)
                .filter(StepFigure.class::isInstance)
                .mapToDouble(chart -> ((StepFigure) chart).enlargement())
                .max()
                .orElse(1);
    }

    /** Draws what the view model says now, in curves of at most so many points. */
    public void show(LabViewModel vm, int points) {
        Figure shown = figure.feed(vm, points);
        for (FigureCanvas canvas : canvases) {
            canvas.setVisible(canvas.figure() == shown);
            if (canvas.isVisible()) {
                canvas.redraw();
            }
        }
    }
}
