package normscope.compare;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure.Scale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.lab.FewLayers;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** The percentile bands of one layer of the chosen arms. */
final class LayerCard extends VBox {

    private final CompareViewModel vm;
    private final LinesFigure bands = new LinesFigure();
    private final FigureCanvas canvas;
    private final HBox choice = new HBox();
    private int layers = -1;

    LayerCard(CompareViewModel vm, WindowActions actions) {
        this.vm = vm;
        canvas = Figures.canvas(bands, actions);
        canvas.makeZoomable();
        getStyleClass().addAll("card", "figure-card");
        Label title = Parts.whole(Parts.styled(new Label(Texts.text("compare.layer")), "card-title"));
        HBox head = Parts.row("card-head", title, choice, Parts.note(Texts.text("compare.bands.of")));
        getChildren().addAll(head, Parts.high(new StackPane(canvas)));
        Parts.follow(this::show, vm.overlayProperty(), vm.layerProperty());
    }

    private void show() {
        List<OverlayArm> read = vm.overlayProperty().get().stream()
                .filter(arm -> arm.curves() != null)
                .toList();
        offer(read.stream().mapToInt(LayerCard::layers).max().orElse(0));
        int layer = vm.layerProperty().get();
        bands.setLines(
                read.stream()
                        .filter(arm -> layer < layers(arm))
                        .map(arm -> {
                            RunCurves.Bands of =
                                    arm.curves().arms().get(arm.arm()).layers().get(layer);
                            return OverlayCard.line(arm, of.p15(), of.p85());
                        })
                        .toList(),
                Scale.LINEAR);
        canvas.setVisible(!read.isEmpty());
        canvas.redraw();
    }

    private static int layers(OverlayArm arm) {
        return arm.curves().arms().get(arm.arm()).layers().size();
    }

    /** Offers so many layers; at first, and if the chosen one is not among them, the last. */
    private void offer(int count) {
        if (count == layers) {
            return;
        }
        boolean last = layers <= 0 || vm.layerProperty().get() >= count;
        layers = count;
        SegmentedChoice<Number> next = new SegmentedChoice<>(
                FewLayers.of(count).stream().<Number>map(layer -> layer).toList(),
                layer -> String.valueOf(layer.intValue() + 1),
                layer -> Texts.text("compare.layer.tip", layer.intValue() + 1));
        next.setId("run-layer");
        next.follow(vm.layerProperty());
        choice.getChildren().setAll(next);
        if (last && count > 0) {
            vm.layerProperty().set(count - 1);
        }
    }
}
