package normscope.window;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import normscope.control.Hints;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.control.UnitChips;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.NetworkConfig;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.text.Numbers;
import normscope.text.Texts;

/** How both networks are built. */
final class NetworkSection extends SettingsSection {

    private final UnitChips units = new UnitChips(FewLayers.MOST, NetworkConfig.MAX_UNITS);
    private final SegmentedChoice<Activation> activation = new SegmentedChoice<>(
            NetworkConfig.ACTIVATIONS,
            kind -> Texts.text("activation." + kind),
            kind -> Texts.text("activation." + kind + ".tip"));
    private final ComboBox<Init> init = Hints.describe(new ComboBox<>(), "network.init");
    private final NumberInput sd = number(
            "network.sd",
            NumberScale.log(0.001, 10),
            true,
            (config, value) -> config.withNetwork(config.network().withInit(new Init.Normal(value))));
    private final HBox unitsRow;
    private final HBox sdRow;
    private final Label few = new Label();
    private boolean showing;

    NetworkSection(LabViewModel vm) {
        super(vm, "section.network");
        unitsRow = addRow("network.units", units);
        few.setId("network-few");
        few.getStyleClass().add("formula-note");
        few.setWrapText(true);
        few.setMinHeight(Label.USE_PREF_SIZE);
        few.managedProperty().bind(few.visibleProperty());
        getChildren().add(few);
        addRow("network.activation", activation);
        addRow("network.init", init);
        sdRow = addRow("network.sd", sd);
        units.setOnCommit(list -> edit(
                Texts.text("network.units"),
                config -> config.withNetwork(config.network().withHiddenUnits(list))));
        activation.setOnCommit(kind -> edit(
                Texts.text("network.activation"),
                config -> config.withNetwork(config.network().withActivation(kind))));
        init.setId("network-init");
        init.setMaxWidth(Double.MAX_VALUE);
        init.getItems().setAll(Init.ALL);
        init.setConverter(new StringConverter<>() {
            @Override
            public String toString(Init rule) {
                return rule == null ? "" : Texts.text("init." + rule.kind());
            }

            @Override
            public Init fromString(String text) {
                throw new UnsupportedOperationException("the list isn't editable");
            }
        });
        init.setOnAction(event -> choose(init.getValue()));
    }

    private void choose(Init chosen) {
        if (!showing) {
            edit(
                    Texts.text("network.init"),
                    config -> config.withNetwork(config.network().withInit(chosen)));
        }
    }

    @Override
    void show(ExperimentConfig config) {
        NetworkConfig network = config.network();
        if (network.layers() <= FewLayers.MOST) {
            units.valueProperty().set(network.hiddenUnits());
        }
        few.setText(FewLayers.sentence(network.layers()));
        few.setVisible(network.layers() > FewLayers.MOST);
        unitsRow.setVisible(!few.isVisible());
        activation.valueProperty().set(network.activation());
        showing = true;
        init.setValue(Init.ALL.stream()
                .filter(rule -> rule.kind().equals(network.init().kind()))
                .findFirst()
                .orElseThrow());
        showing = false;
        sdRow.setVisible(network.init() instanceof Init.Normal);
        if (network.init() instanceof Init.Normal normal) {
            sd.valueProperty().set(normal.sd());
        }
        setNote(Texts.text(
                "network.note", network.layers(), Numbers.grouped(config.parameterCount(config.plainArm()))));
    }
}
