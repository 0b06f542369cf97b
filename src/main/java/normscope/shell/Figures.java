package normscope.shell;

import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.experiment.Arms;

/** Makes figures' nodes that follow the window's theme, and names the arms' colours. */
public final class Figures {

    private Figures() {}

    /**
     * Shows a figure.
     *
     * @param figure what to draw
     * @param actions tells the theme
     * @return the figure's node
     */
    public static FigureCanvas canvas(Figure figure, WindowActions actions) {
        FigureCanvas canvas = new FigureCanvas(figure);
        canvas.setTheme(actions.themeProperty().get().charts());
        actions.themeProperty().addListener((observable, old, theme) -> canvas.setTheme(theme.charts()));
        return canvas;
    }

    /**
     * The style class of an arm's words.
     *
     * @param arm which arm, from 0
     * @return as in the style sheet
     */
    public static String style(int arm) {
        return "arm-" + Arms.key(arm);
    }
}
