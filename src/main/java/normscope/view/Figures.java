package normscope.view;

import normscope.chart.Figure;
import normscope.chart.FigureCanvas;

/** Makes figures' nodes that follow the window's theme. */
final class Figures {

    private Figures() {}

    static FigureCanvas canvas(Figure figure, WindowActions actions) {
        FigureCanvas canvas = new FigureCanvas(figure);
        canvas.setTheme(actions.themeProperty().get().charts());
        actions.themeProperty().addListener((observable, old, theme) -> canvas.setTheme(theme.charts()));
        return canvas;
    }
}
