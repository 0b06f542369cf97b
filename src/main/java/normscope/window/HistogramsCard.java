package normscope.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import normscope.control.FittingLabel;
import normscope.control.Parts;
import normscope.experiment.Divergence;
import normscope.lab.FewLayers;
import normscope.lab.HistogramView;
import normscope.lab.LabViewModel;
import normscope.panel.HistogramsPanel;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.present.WindowFigures;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The centre: one row of histograms a layer, under the heads of the columns. */
final class HistogramsCard extends VBox implements WindowFigures.Card {

    private static final double CLEARANCE = 6;

    private final WindowActions actions;
    private final LabViewModel vm;
    private final HistogramToolbar toolbar;
    private final VBox rows = new VBox();
    private final Map<Integer, LayerRowView> views = new HashMap<>();
    private final HBox heads = new HBox();
    private final Label corner = new Label();
    private final List<FittingLabel> notes = new ArrayList<>();
    private List<String> shown = List.of();

    HistogramsCard(WindowActions actions) {
        this.actions = actions;
        vm = actions.vm();
        getStyleClass().add("histograms");
        rows.getStyleClass().add("rows");
        ScrollPane scroll = Parts.styled(Parts.unpictured(new ScrollPane(rows)), "rows-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        heads.getStyleClass().add("column-heads");
        keepBesideScrollBar(scroll);
        toolbar = new HistogramToolbar(actions);
        getChildren().addAll(toolbar, heads, scroll);
        setMinWidth(0);
        vm.layers().layerCountProperty().addListener(observable -> showRows());
        Parts.onChange(this::refreshNotes, vm.layers().afterProperty(), vm.configProperty());
        showColumns();
    }

    /** When a scroll bar takes some of the width, the heads stay above their columns and the cards clear of it. */
    private void keepBesideScrollBar(ScrollPane scroll) {
        Runnable adjust = () -> {
            double bar = scroll.getWidth() - scroll.getViewportBounds().getWidth();
            boolean shown = bar > 1;
            rows.setPadding(new Insets(0, shown ? CLEARANCE : 0, 0, 0));
            heads.setPadding(new Insets(0, shown ? bar + CLEARANCE : 0, 0, 0));
        };
        Parts.onChange(adjust, scroll.widthProperty(), scroll.viewportBoundsProperty());
    }

    private List<HistogramView> columns() {
        return vm.layers().row(0).columns();
    }

    /** Puts up the columns anew when another arm has the one after normalization, or another name. */
    private void showColumns() {
        List<String> now = columns().stream()
                .map(column -> column.arm() + HistogramsPanel.head(vm, column))
                .toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        corner.getStyleClass().setAll("label", "row-label", "histograms-of");
        heads.getChildren().setAll(corner);
        notes.clear();
        for (HistogramView column : columns()) {
            FittingLabel note = Parts.styled(new FittingLabel(), "column-note");
            notes.add(note);
            heads.getChildren().add(head(column, note));
        }
        views.clear();
        showRows();
        showNotes();
    }

    private VBox head(HistogramView column, Label note) {
        FittingLabel title = new FittingLabel();
        title.setWordings(HistogramsPanel.head(vm, column));
        title.getStyleClass().addAll("column-title", Figures.style(column.arm()));
        VBox head = new VBox(title, note);
        head.setPrefWidth(0);
        head.setMinWidth(0);
        return Parts.wide(head);
    }

    private void showRows() {
        List<Integer> layers = FewLayers.of(vm.layers().layerCountProperty().get());
        rows.getChildren()
                .setAll(layers.stream()
                        .map(layer -> views.computeIfAbsent(layer, each -> new LayerRowView(each, actions)))
                        .toList());
    }

    private void showNotes() {
        corner.setText(Texts.text(vm.layers().examples() == 1 ? "row.of.one" : "row.of"));
        for (int i = 0; i < notes.size(); i++) {
            HistogramView column = columns().get(i);
            notes.get(i).setWordings(noteOf(column.arm(), HistogramsPanel.headNote(vm, column), notes.get(i)));
        }
    }

    private String noteOf(int arm, String usual, Label label) {
        Divergence divergence = vm.curves().divergence(arm);
        label.getStyleClass().remove("diverged");
        if (divergence == null) {
            return usual;
        }
        label.getStyleClass().add("diverged");
        return Texts.text("column.diverged", Numbers.grouped(divergence.step()), divergence.layer() + 1);
    }

    @Override
    public Panel panel() {
        return Panels.HISTOGRAMS;
    }

    void showToolbar(boolean on) {
        Parts.show(toolbar, on);
    }

    void refresh() {
        showColumns();
        rows.getChildren().forEach(row -> ((LayerRowView) row).refresh());
    }

    /** Shows what changes seldom: what a column holds, and whether its arm has diverged. */
    void refreshNotes() {
        showColumns();
        showNotes();
    }
}
