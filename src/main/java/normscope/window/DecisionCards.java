package normscope.window;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.chart.DensityFigure;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.control.Parts;
import normscope.experiment.Traits;
import normscope.lab.EventFlags;
import normscope.lab.LabViewModel;
import normscope.panel.Panel.Look;
import normscope.panel.Panels;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** What the arms decide, side by side; below, while examples are chosen by a trait, how many have which value of it. */
final class DecisionCards extends VBox {

    private static final double DENSITY = 104;

    private final LabViewModel vm;
    private final DensityFigure density = new DensityFigure(false);
    private final FigureCanvas canvas;
    private final FittingLabel head = new FittingLabel();
    private final VBox card;
    private final ReadOnlyDoubleWrapper below = new ReadOnlyDoubleWrapper(this, "below");
    private Traits shown;

    DecisionCards(WindowActions actions) {
        vm = actions.vm();
        HBox beside = new HBox();
        Panels.DECISIONS
                .figures(vm, Look.CARD)
                .forEach(figure -> beside.getChildren().add(new DecisionCard(actions, figure)));
        beside.getStyleClass().add("decisions-beside");
        VBox.setVgrow(beside, Priority.ALWAYS);
        canvas = Figures.canvas(density, actions);
        canvas.setId("density");
        head.getStyleClass().add("column-note");
        card = new VBox(head, canvas);
        card.getStyleClass().addAll("card", "figure-card");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        card.setMinHeight(DENSITY);
        card.setMaxHeight(DENSITY);
        Parts.collapsing(card);
        card.setVisible(false);
        getStyleClass().add("decisions");
        getChildren().addAll(beside, card);
        vm.evaluation().evaluationProperty().addListener(observable -> refresh());
    }

    /** The height of what stands below the arms' cards; 0 if nothing does. */
    ReadOnlyDoubleProperty below() {
        return below.getReadOnlyProperty();
    }

    private void refresh() {
        Traits traits = vm.evaluation().traits();
        if (traits == shown) {
            return;
        }
        shown = traits;
        card.setVisible(traits != null);
        below.set(traits == null ? 0 : DENSITY + getSpacing());
        if (traits != null) {
            head.setWordings(Texts.text("density.head", EventFlags.trait(traits.by())));
            density.set(EventFlags.trait(traits.by()), DensityFigure.Against.ALL, traits.before(), traits.now(), null);
            canvas.redraw();
        }
    }
}
