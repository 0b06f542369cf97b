package normscope.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.HistogramFigure;
import normscope.chart.Role;
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LayerRow;

/** One layer: its name, and three histograms on one axis. */
final class LayerRowView extends HBox {

    private final LiveText note = new LiveText(Texts.text("row.unit", 128, 128), Pos.CENTER_LEFT);
    private final HistogramFigure without = new HistogramFigure(Role.WITHOUT);
    private final HistogramFigure before = new HistogramFigure(Role.WITH_BEFORE);
    private final HistogramFigure after = new HistogramFigure(Role.WITH);
    private final List<FigureCanvas> canvases;

    LayerRowView(int layer, WindowActions actions) {
        getStyleClass().add("layer-row");
        Label name = new Label(Texts.text("row.layer", layer + 1));
        name.getStyleClass().add("layer-name");
        note.getStyleClass().add("layer-note");
        VBox label = new VBox(name, note);
        label.getStyleClass().add("row-label");
        getChildren().add(label);
        canvases = List.of(
                Figures.canvas(without, actions), Figures.canvas(before, actions), Figures.canvas(after, actions));
        for (FigureCanvas canvas : canvases) {
            StackPane card = new StackPane(canvas);
            card.getStyleClass().addAll("card", "histogram-card");
            // All columns alike: they share what room there is, not what they ask for.
            card.setPrefWidth(0);
            HBox.setHgrow(card, Priority.ALWAYS);
            getChildren().add(card);
        }
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    void show(LayerRow row, boolean density) {
        note.setText(
                row.unit() < 0
                        ? Texts.text(row.units() == 1 ? "row.one-unit" : "row.units", row.units())
                        : Texts.text("row.unit", row.unit() + 1, row.units()));
        show(without, row, row.without(), density, row.without().normalized() ? "row.normalized" : null);
        show(before, row, row.before(), density, row.before().normalized() ? null : "row.not-normalized");
        show(after, row, row.after(), density, row.after().normalized() ? null : "row.not-normalized");
        canvases.forEach(FigureCanvas::redraw);
    }

    private static void show(
            HistogramFigure figure, LayerRow row, HistogramView view, boolean density, String titleKeyOrNull) {
        FigureFeeds.feed(figure, row, view, density);
        figure.setTitle(titleKeyOrNull == null ? null : Texts.text(titleKeyOrNull));
    }
}
