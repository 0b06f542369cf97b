package normscope.shell;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.experiment.Arms;

/** Makes figures' nodes that follow the window's theme, and names the arms' colours. */
public final class Figures {

    private Figures() {}

    /** Shows a figure in the window's theme. */
    public static FigureCanvas canvas(Figure figure, WindowActions actions) {
        FigureCanvas canvas = new FigureCanvas(figure);
        canvas.setTheme(actions.appearance().chartsProperty().get());
        // The theme outlives the figure, so it must not hold what is no longer in the window.
        actions.appearance()
                .chartsProperty()
                .when(canvas.sceneProperty().map(Objects::nonNull))
                .addListener((observable, old, theme) -> canvas.setTheme(theme));
        return canvas;
    }

    /** What a figure is called where it is shown, in full: by its card's title, else by its instrument's, or null. */
    public static String title(FigureCanvas figure) {
        for (Parent above = figure.getParent(); above != null; above = above.getParent()) {
            boolean card = above.getStyleClass().contains("card");
            boolean whole = above.getStyleClass().contains("instrument-frame");
            String style = card ? ".card-title" : ".instrument-title";
            if ((card || whole)
                    && above.lookup(style) instanceof Labeled title
                    && !title.getText().isBlank()) {
                return title instanceof FittingLabel fitting ? fitting.longest() : title.getText();
            }
        }
        return null;
    }

    /** {@return the style class of an arm's words; the arm counts from 0} */
    public static String style(int arm) {
        return "arm-" + Arms.key(arm);
    }
}
