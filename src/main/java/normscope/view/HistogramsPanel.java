package normscope.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.experiment.ArmId;
import normscope.experiment.Divergence;
import normscope.view.control.FittingLabel;
import normscope.view.text.Numbers;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;

/** The centre: one row of histograms a layer, under the heads of the columns. */
final class HistogramsPanel extends VBox {

    private static final double CLEARANCE = 6;

    private final WindowActions actions;
    private final LabViewModel vm;
    private final HistogramToolbar toolbar;
    private final VBox rows = new VBox();
    private final List<LayerRowView> views = new ArrayList<>();
    private final FittingLabel withoutNote = note();
    private final FittingLabel beforeNote = note();
    private final FittingLabel afterNote = note();

    HistogramsPanel(WindowActions actions) {
        this.actions = actions;
        vm = actions.vm();
        getStyleClass().add("histograms");
        rows.getStyleClass().add("rows");
        ScrollPane scroll = new ScrollPane(rows);
        // Its skin keeps a picture of the content for scrolling; of content that changes in every frame that is
        // painting twice.
        scroll.skinProperty()
                .addListener(observable -> scroll.lookup(".viewport").setCache(false));
        scroll.getStyleClass().add("rows-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox heads = heads();
        keepBesideScrollBar(scroll, heads);
        toolbar = new HistogramToolbar(actions);
        getChildren().addAll(toolbar, heads, scroll);
        setMinWidth(0);
        vm.layers().layerCountProperty().addListener(observable -> showRows());
        vm.layers().afterProperty().addListener(observable -> showNotes());
        vm.configProperty().addListener(observable -> showNotes());
        showRows();
        showNotes();
    }

    /** When a scroll bar takes some of the width, the heads stay above their columns and the cards clear of it. */
    private void keepBesideScrollBar(ScrollPane scroll, HBox heads) {
        InvalidationListener adjust = observable -> {
            double bar = scroll.getWidth() - scroll.getViewportBounds().getWidth();
            boolean shown = bar > 1;
            rows.setPadding(new Insets(0, shown ? CLEARANCE : 0, 0, 0));
            heads.setPadding(new Insets(0, shown ? bar + CLEARANCE : 0, 0, 0));
        };
        scroll.widthProperty().addListener(adjust);
        scroll.viewportBoundsProperty().addListener(adjust);
    }

    private HBox heads() {
        VBox corner = new VBox();
        corner.getStyleClass().add("row-label");
        HBox heads = new HBox(
                corner,
                head("column.without", "arm-without", withoutNote),
                head("column.before", "arm-with", beforeNote),
                head("column.after", "arm-with", afterNote));
        heads.getStyleClass().add("column-heads");
        return heads;
    }

    private static VBox head(String key, String style, Label note) {
        FittingLabel title = new FittingLabel();
        title.setWordings(Texts.text(key));
        title.getStyleClass().addAll("column-title", style);
        VBox head = new VBox(title, note);
        head.setPrefWidth(0);
        head.setMinWidth(0);
        HBox.setHgrow(head, Priority.ALWAYS);
        return head;
    }

    private static FittingLabel note() {
        FittingLabel note = new FittingLabel();
        note.getStyleClass().add("column-note");
        return note;
    }

    private void showRows() {
        int count = vm.layers().layerCountProperty().get();
        while (views.size() < count) {
            views.add(new LayerRowView(views.size(), actions));
        }
        rows.getChildren().setAll(views.subList(0, count));
    }

    private void showNotes() {
        withoutNote.setWordings(noteOf(ArmId.WITHOUT, Texts.text("column.without.note"), withoutNote));
        beforeNote.setWordings(noteOf(ArmId.WITH, Texts.text("column.before.note"), beforeNote));
        String activation =
                Texts.text("activation." + vm.configProperty().get().network().activation());
        String after =
                Texts.text("column.after.note." + vm.layers().afterProperty().get(), activation);
        afterNote.setWordings(noteOf(ArmId.WITH, after, afterNote));
    }

    private String noteOf(ArmId arm, String usual, Label label) {
        Divergence divergence = vm.curves().divergence(arm);
        label.getStyleClass().remove("diverged");
        if (divergence == null) {
            return usual;
        }
        label.getStyleClass().add("diverged");
        return Texts.text("column.diverged", Numbers.grouped(divergence.step()), divergence.layer() + 1);
    }

    /** Shows the toolbar, or not. */
    void showToolbar(boolean on) {
        toolbar.setVisible(on);
        toolbar.setManaged(on);
    }

    /** Shows the view model's rows. */
    void refresh() {
        boolean density = vm.layers().densityProperty().get();
        for (int layer = 0; layer < rows.getChildren().size(); layer++) {
            views.get(layer).show(vm.layers().row(layer), density);
        }
    }

    /** Shows what changes seldom: what a column holds, and whether its arm has diverged. */
    void refreshNotes() {
        showNotes();
    }
}
