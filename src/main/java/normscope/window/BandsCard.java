package normscope.window;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.lab.CurvesViewModel;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.panel.BandsPanel;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.present.WindowFigures;
import normscope.shell.FigureView;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** Where one layer's values lay over all steps: the percentiles 15, 50 and 85 of both arms. */
final class BandsCard extends VBox implements WindowFigures.Card {

    private final LabViewModel vm;
    private final CurvesViewModel curves;
    private final FigureView figure;
    private final HBox choices = Parts.whole(new HBox());
    private final FittingLabel what = Parts.wide(Parts.styled(new FittingLabel(), "column-note"));
    private SegmentedChoice<Integer> choice;

    BandsCard(WindowActions actions) {
        vm = actions.vm();
        curves = vm.curves();
        figure = new FigureView(panel().figures(vm, Panel.Look.CARD).get(0), chart -> Figures.canvas(chart, actions));
        figure.makeZoomable();
        getStyleClass().addAll("card", "figure-card");
        Label title = Parts.whole(Parts.styled(new Label(Texts.text("bands.title")), "card-title"));
        getChildren().addAll(Parts.row("card-head", title, choices, what), Parts.high(figure));
        curves.bandLayerProperty().addListener(observable -> {
            choice.valueProperty().set(chosenLayer());
            refresh();
        });
        Parts.onChange(this::refresh, vm.layers().oneUnitProperty(), vm.layers().unitProperty());
        Parts.follow(this::showChoices, vm.layers().layerCountProperty());
    }

    private void showChoices() {
        List<Integer> layers = FewLayers.of(vm.layers().layerCountProperty().get());
        choice = new SegmentedChoice<>(
                layers, layer -> String.valueOf(layer + 1), layer -> Texts.text("bands.layer.tip", layer + 1));
        choice.setId("band-layer");
        choice.valueProperty().set(chosenLayer());
        choice.setOnCommit(layer -> curves.bandLayerProperty().set(layer));
        choices.getChildren().setAll(choice);
    }

    private int chosenLayer() {
        return FewLayers.nearest(
                curves.bandLayerProperty().get(),
                vm.layers().layerCountProperty().get());
    }

    @Override
    public Panel panel() {
        return Panels.BANDS;
    }

    void refresh() {
        what.setWordings(BandsPanel.note(vm));
        figure.show(vm);
    }
}
