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
import normscope.view.control.LiveText;
import normscope.view.text.Texts;
import normscope.viewmodel.HistogramView;
import normscope.viewmodel.LayerRow;

/** One layer: its name, and its histograms on one axis. */
final class LayerRowView extends HBox {

    private final LiveText note = new LiveText(Texts.text("row.unit", 128, 128), Pos.CENTER_LEFT);
    private final List<HistogramFigure> figures;
    private final List<FigureCanvas> canvases;

    LayerRowView(int layer, LayerRow row, WindowActions actions) {
        getStyleClass().add("layer-row");
        Label name = new Label(Texts.text("row.layer", layer + 1));
        name.getStyleClass().add("layer-name");
        note.getStyleClass().add("layer-note");
        VBox label = new VBox(name, note);
        label.getStyleClass().add("row-label");
        getChildren().add(label);
        figures = row.columns().stream()
                .map(column -> new HistogramFigure(FigureFeeds.role(column)))
                .toList();
        canvases =
                figures.stream().map(figure -> Figures.canvas(figure, actions)).toList();
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
        for (int column = 0; column < figures.size(); column++) {
            HistogramView view = row.columns().get(column);
            FigureFeeds.feed(figures.get(column), row, view, density);
            figures.get(column).setTitle(exception(view));
        }
        canvases.forEach(FigureCanvas::redraw);
    }

    /** Says of a layer that it is not as the others of its arm; null if it is. */
    private static String exception(HistogramView view) {
        if (view.normalized() == (view.place() != HistogramView.Place.Z)) {
            return null;
        }
        return Texts.text(view.normalized() ? "row.normalized" : "row.not-normalized");
    }
}
