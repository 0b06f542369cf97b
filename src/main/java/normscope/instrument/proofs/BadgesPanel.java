package normscope.instrument.proofs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instrument;
import normscope.instrument.InstrumentParts;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What theory says of batch norm, checked on the present network, each with its numbers. */
public final class BadgesPanel implements Instrument {

    private static final List<String> COLUMNS = List.of("layer", "expected", "measured", "allowed", "contrast");

    private static final int FEW = 2;

    private final LabViewModel lab;
    private final BadgesViewModel vm;
    private final GridPane grid = new GridPane();
    private final LiveText moment =
            new LiveText(Texts.text("badges.moment", Numbers.grouped(99_999_999), "5000"), Pos.CENTER_LEFT);
    private final ScrollPane scroll;
    private final VBox content;
    private final List<BadgeView> views = new ArrayList<>();
    private Proofs shown;
    private BadgesSettings badges;
    private List<ArmConfig> arms = List.of();

    public BadgesPanel(LabViewModel lab) {
        this.lab = lab;
        vm = new BadgesViewModel(lab);
        grid.getStyleClass().add("badge-grid");
        moment.getStyleClass().add("muted");
        Label note = new Label(Texts.text("badges.note"));
        note.setWrapText(true);
        note.getStyleClass().add("badge-note");
        content = new VBox(grid, note);
        content.getStyleClass().addAll("card", "badges");
        VBox.setVgrow(grid, Priority.ALWAYS);
        scroll = InstrumentParts.scroll(content);
        scroll.setId("badges");
        InstrumentParts.followNarrow(scroll, narrow -> {});
        scroll.setMinSize(0, 0);
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        badges = (BadgesSettings) settings;
        vm.configure(badges);
        build();
    }

    /** Puts up the badges, for the arms as they are. */
    private void build() {
        ExperimentConfig config = lab.configProperty().get();
        arms = config.arms();
        shown = null;
        views.clear();
        content.getStyleClass().remove("few");
        if (badges.badges().size() <= FEW) {
            content.getStyleClass().add("few");
        }
        grid.getChildren().clear();
        // Over all columns: as wide as it may become, it would push the last one out of sight.
        grid.add(moment, 0, 0, COLUMNS.size() + 1, 1);
        for (int column = 0; column < COLUMNS.size(); column++) {
            String name = COLUMNS.get(column);
            String words =
                    Texts.text("badges.column." + name, ArmNames.ofPair(config).toArray());
            Label head = Hints.describe(Parts.label(words, "caption"), "badges.column." + name);
            if (name.equals("measured") || name.equals("contrast")) {
                int arm = name.equals("contrast") ? config.plainArm() : config.batchNormArm();
                head.getStyleClass().add(Figures.style(arm));
            }
            GridPane.setHalignment(head, HPos.RIGHT);
            grid.add(head, column + 1, 1);
        }
        int row = 2;
        for (Badge badge : badges.badges()) {
            BadgeView view = new BadgeView(badge, config);
            views.add(view);
            row = view.addTo(grid, row);
        }
    }

    @Override
    public void pulse(long nanos) {
        vm.pulse();
        if (badges != null && !arms.equals(lab.configProperty().get().arms())) {
            build();
        }
        Proofs proofs = vm.proofsProperty().get();
        if (proofs == null || proofs == shown) {
            return;
        }
        shown = proofs;
        moment.setText(
                Texts.text("badges.moment", Numbers.grouped(proofs.step()), Integer.toString(proofs.batchSize())));
        for (int i = 0; i < views.size(); i++) {
            Proof proof = proofs.proofs().get(i);
            views.get(i).show(proof);
        }
    }

    @Override
    public boolean isBusy() {
        return vm.isBusy();
    }

    @Override
    public void close() {
        vm.close();
    }
}
