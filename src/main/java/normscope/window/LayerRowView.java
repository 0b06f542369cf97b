package normscope.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.lab.LabViewModel;
import normscope.panel.HistogramsPanel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.Panels;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** One layer: its name, and its histograms on one axis. */
final class LayerRowView extends HBox {

    private final LabViewModel vm;
    private final int layer;
    private final LiveText note = new LiveText(Texts.text("row.unit", 128, 128), Pos.CENTER_LEFT);
    private final LiveText axis = new LiveText(Texts.text("row.axis", "0.25"), Pos.CENTER_LEFT);
    private final List<FigureView> figures = new ArrayList<>();

    LayerRowView(int layer, WindowActions actions) {
        this.layer = layer;
        vm = actions.vm();
        getStyleClass().add("layer-row");
        Label name = Parts.styled(new Label(Texts.text("row.layer", layer + 1)), "layer-name");
        Hints.describeAs(name, name.getText(), Texts.text("row.layer.tip", layer + 1));
        note.getStyleClass().add("layer-note");
        axis.getStyleClass().add("layer-note");
        VBox label = Parts.column("row-label", name, note, axis);
        getChildren().add(label);
        for (PanelFigure figure : Panels.HISTOGRAMS.row(vm, layer, Look.CARD)) {
            FigureView card = new FigureView(figure, chart -> Figures.canvas(chart, actions));
            card.getStyleClass().addAll("card", "histogram-card");
            // All columns alike: they share what room there is, not what they ask for.
            card.setPrefWidth(0);
            HBox.setHgrow(card, Priority.ALWAYS);
            figures.add(card);
        }
        getChildren().addAll(figures);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    void refresh() {
        note.setText(HistogramsPanel.units(vm.layers().row(layer)));
        String widened = HistogramsPanel.widened(vm.layers().row(layer));
        axis.setText(widened);
        Parts.show(axis, !widened.isEmpty());
        figures.forEach(figure -> figure.show(vm));
    }
}
