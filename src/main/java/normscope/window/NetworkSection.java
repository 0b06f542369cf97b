package normscope.window;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
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
    private final SegmentedChoice<Activation> activation = Parts.choice("activation", NetworkConfig.ACTIVATIONS);
    private final ComboBox<Init> init =
            kinds("network-init", "network.init", Init.ALL, rule -> Texts.text("init." + rule.kind()));
    private final NumberInput sd = number(
            "network.sd",
            NumberScale.log(0.001, 10),
            true,
            network((network, value) -> network.withInit(new Init.Normal(value))));
    private final HBox unitsRow;
    private final HBox sdRow;
    private final Label few = Parts.paragraph("", "formula-note");
    private boolean showing;

    NetworkSection(LabViewModel vm) {
        super(vm, "section.network");
        unitsRow = addRow("network.units", units);
        few.setId("network-few");
        getChildren().add(Parts.collapsing(few));
        addRow("network.activation", activation);
        addRow("network.init", init);
        sdRow = addRow("network.sd", sd);
        units.setOnCommit(setting("network.units", network(NetworkConfig::withHiddenUnits)));
        activation.setOnCommit(setting("network.activation", network(NetworkConfig::withActivation)));
        Consumer<Init> choose = setting("network.init", network(NetworkConfig::withInit));
        init.setOnAction(event -> {
            if (!showing) {
                choose.accept(init.getValue());
            }
        });
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
