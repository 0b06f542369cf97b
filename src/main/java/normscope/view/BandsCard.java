package normscope.view;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.BandsFigure;
import normscope.chart.FigureCanvas;
import normscope.view.control.FittingLabel;
import normscope.view.control.SegmentedChoice;
import normscope.view.text.Texts;
import normscope.viewmodel.CurvesViewModel;
import normscope.viewmodel.LabViewModel;

/** Where one layer's values lay over all steps: the percentiles 15, 50 and 85 of both arms. */
final class BandsCard extends VBox {

    private final LabViewModel vm;
    private final CurvesViewModel curves;
    private final BandsFigure figure = new BandsFigure();
    private final FigureCanvas canvas;
    private final HBox choices = new HBox();
    private final FittingLabel what = new FittingLabel();
    private SegmentedChoice<Integer> choice;

    BandsCard(WindowActions actions) {
        vm = actions.vm();
        curves = vm.curves();
        canvas = Figures.canvas(figure, actions);
        canvas.makeZoomable();
        getStyleClass().addAll("card", "figure-card");
        Label title = new Label(Texts.text("bands.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        what.getStyleClass().add("column-note");
        HBox.setHgrow(what, Priority.ALWAYS);
        choices.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, choices, what);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(head, canvas);
        vm.layers().layerCountProperty().addListener(observable -> showChoices());
        curves.bandLayerProperty().addListener(observable -> {
            choice.valueProperty().set(chosenLayer());
            refresh();
        });
        vm.layers().oneUnitProperty().addListener(observable -> refresh());
        vm.layers().unitProperty().addListener(observable -> refresh());
        showChoices();
    }

    private void showChoices() {
        List<Integer> layers = IntStream.range(
                        0, vm.layers().layerCountProperty().get())
                .boxed()
                .toList();
        choice = new SegmentedChoice<>(
                layers, layer -> String.valueOf(layer + 1), layer -> Texts.text("bands.layer.tip", layer + 1));
        choice.setId("band-layer");
        choice.valueProperty().set(chosenLayer());
        choice.setOnCommit(layer -> curves.bandLayerProperty().set(layer));
        choices.getChildren().setAll(choice);
    }

    private int chosenLayer() {
        return Math.min(
                curves.bandLayerProperty().get(),
                vm.layers().layerCountProperty().get() - 1);
    }

    /** Shows the percentiles as recorded by now. */
    void refresh() {
        what.setWordings(FigureFeeds.bandsNote(vm));
        FigureFeeds.feed(figure, vm, chosenLayer());
        canvas.redraw();
    }
}
