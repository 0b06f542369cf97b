package normscope.instrument.network;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.LiveText;
import normscope.instrument.InstrumentParts;
import normscope.instrument.NetworkView;
import normscope.instrument.RowsPanel;
import normscope.instrument.UnitTools;
import normscope.lab.HistogramView;
import normscope.lab.LabViewModel;
import normscope.panel.HistogramsPanel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.Panels;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The network of one arm, and below it the histograms of the layer or unit that is looked at. */
public final class NetworkPanel extends RowsPanel<NetworkSettings, NetworkViewModel> {

    private final LabViewModel lab;
    private final WindowActions actions;
    private final UnitTools tools;
    private final NetworkView view;
    private final LiveText moment =
            new LiveText(Texts.text("formula.moment", Numbers.grouped(99_999_999)), Pos.CENTER_LEFT);
    private final Label note = InstrumentParts.note("");
    private final Label message = new Label(Texts.text("network.diverged"));
    private final HBox histograms = new HBox();
    private final List<FigureView> figures = new ArrayList<>();
    private List<String> heads = List.of();

    public NetworkPanel(LabViewModel lab, WindowActions actions) {
        super("formula-panel", NetworkSettings.class, new NetworkViewModel(lab));
        this.lab = lab;
        this.actions = actions;
        tools = new UnitTools("network", vm.lookedAt());
        view = new NetworkView("network-view", vm.lookedAt(), actions);
        moment.getStyleClass().add("muted");
        FlowPane bar = InstrumentParts.tools(
                InstrumentParts.arms("network", vm.armProperty(), lab), tools.layers(), tools.unit(), moment);
        message.getStyleClass().add("formula-note");
        StackPane place = new StackPane(view, message);
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox card = new VBox(place, note);
        card.getStyleClass().addAll("card", "network-card");
        card.setMinSize(0, 0);
        VBox.setVgrow(card, Priority.ALWAYS);
        histograms.getStyleClass().add("network-histograms");
        root.setId("network");
        root.getChildren().setAll(bar, card, histograms);
        // Before a class the numbers below the box need its room.
        giveWay(note);
    }

    @Override
    public void pulse(long nanos) {
        tools.pulse();
        moment.setText(Texts.text("formula.moment", Numbers.grouped(vm.step())));
        note.setText(Texts.text("network.note." + vm.armProperty().get()));
        view.show(vm.drawing());
        boolean diverged = vm.diverged();
        view.setVisible(!diverged);
        message.setVisible(diverged);
        showHistograms();
    }

    private void showHistograms() {
        int layer = vm.lookedAt().layer();
        List<HistogramView> columns = lab.layers().row(layer).columns();
        List<String> now = columns.stream()
                .map(column -> layer + HistogramsPanel.head(lab, column))
                .toList();
        if (!now.equals(heads)) {
            heads = now;
            build(layer, columns);
        }
        figures.forEach(figure -> figure.show(lab));
    }

    private void build(int layer, List<HistogramView> columns) {
        figures.clear();
        histograms.getChildren().clear();
        List<PanelFigure> row = Panels.HISTOGRAMS.row(lab, layer, Look.CARD);
        for (int i = 0; i < row.size(); i++) {
            FittingLabel title = new FittingLabel();
            title.setWordings(HistogramsPanel.head(lab, columns.get(i)));
            title.getStyleClass()
                    .addAll("column-title", Figures.style(columns.get(i).arm()));
            FigureView figure = new FigureView(row.get(i), chart -> Figures.canvas(chart, actions));
            figure.getStyleClass().addAll("card", "histogram-card");
            VBox.setVgrow(figure, Priority.ALWAYS);
            figures.add(figure);
            VBox column = new VBox(title, figure);
            column.setPrefWidth(0);
            column.setMinWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            histograms.getChildren().add(column);
        }
    }
}
