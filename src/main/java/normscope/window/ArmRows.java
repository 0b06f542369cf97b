package normscope.window;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import normscope.control.FieldPair;
import normscope.control.Hints;
import normscope.control.LayerToggles;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.experiment.ArmConfig;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.lab.ArmNames;
import normscope.lab.FewLayers;
import normscope.nn.NormalizerSpec;
import normscope.shell.Figures;
import normscope.text.Texts;

/** The rows of one arm: its name, what normalizes which of its layers, the constants of that normalizer, the noise. */
final class ArmRows {

    private final SettingsSection section;
    private final int arm;
    private final ComboBox<NormalizerSpec> kind;
    private final LayerToggles layers;
    private final TextField name = new TextField();
    private final Label kindName;
    private final Label layersName;
    private final HBox layersRow;
    private final HBox ghostRow;
    private final HBox limitsRow;
    private final HBox warmUpRow;
    private final NumberInput ghost;
    private final NumberInput rMax;
    private final NumberInput dMax;
    private final NumberInput warmUp;
    private final NumberInput noise;
    private boolean showing;

    ArmRows(SettingsSection section, int arm) {
        this.section = section;
        this.arm = arm;
        String key = Arms.key(arm);
        this.layers = new LayerToggles("norm." + key + ".layer");
        ghost = number(
                "norm.ghost",
                NumberScale.doubling(2, 512),
                (spec, value) -> new NormalizerSpec.Batch((int) Math.round(value)));
        ghost.setWord(0, Texts.text("norm.ghost.none"));
        rMax = renorm(
                "norm.r-max",
                NumberScale.linear(1, 10, 0.5),
                (renorm, value) -> new NormalizerSpec.BatchRenorm(value, renorm.dMax(), renorm.warmupSteps()));
        dMax = renorm(
                "norm.d-max",
                NumberScale.linear(0, 10, 0.5),
                (renorm, value) -> new NormalizerSpec.BatchRenorm(renorm.rMax(), value, renorm.warmupSteps()));
        warmUp = renorm(
                "norm.warm-up",
                NumberScale.linear(0, 10_000, 100),
                (renorm, value) ->
                        new NormalizerSpec.BatchRenorm(renorm.rMax(), renorm.dMax(), (int) Math.round(value)));
        noise = section.number(
                "norm.noise",
                NumberScale.linear(0, 4, 1),
                false,
                (config, value) -> config.withArm(arm, mine().withNoise(value)));
        noise.field().setId(noise.field().getId() + "-" + key);
        noise.setWord(0, Texts.text("norm.noise.none"));
        kind = kind(key);
        kindName = named(section.addRow("norm.kind." + key, kind));
        layersRow = section.addRow("norm." + key, layers);
        layersName = named(layersRow);
        ghostRow = section.addRow("norm.ghost", ghost);
        limitsRow = section.addRow("norm.limits", new FieldPair(rMax, dMax));
        warmUpRow = section.addRow("norm.warm-up", warmUp);
        HBox noiseRow = section.addRow("norm.noise", noise);
        for (HBox row : List.of(ghostRow, limitsRow, warmUpRow, noiseRow, section.addRow("norm.name", name()))) {
            named(row);
        }
        layers.getStyleClass().add(key + "-toggles");
        layers.setOnCommit(flags -> {
            NormalizerSpec first = mine().firstNormalizer();
            NormalizerSpec of = first instanceof NormalizerSpec.None ? new NormalizerSpec.Batch() : first;
            edit("norm." + key, now -> now.withNormalizer(of, flags));
        });
    }

    /** A row's name has the arm's colour. */
    private Label named(HBox row) {
        Label label = (Label) row.lookup(".setting-name");
        label.getStyleClass().add(Figures.style(arm));
        return label;
    }

    private ArmConfig mine() {
        return section.config().arms().get(arm);
    }

    private void edit(String key, UnaryOperator<ArmConfig> change) {
        section.edit(Texts.text(key), config -> config.withArm(arm, change.apply(mine())));
    }

    private NumberInput renorm(
            String key, NumberScale scale, BiFunction<NormalizerSpec.BatchRenorm, Double, NormalizerSpec> change) {
        return number(key, scale, (spec, value) -> change.apply((NormalizerSpec.BatchRenorm) spec, value));
    }

    /** A constant of the arm's normalizer, on all its normalized layers. */
    private NumberInput number(
            String key, NumberScale scale, BiFunction<NormalizerSpec, Double, NormalizerSpec> change) {
        NumberInput input = section.number(key, scale, false, (config, value) -> {
            NormalizerSpec changed = change.apply(mine().firstNormalizer(), value);
            return config.withArm(arm, mine().withNormalizer(changed, mine().normalized()));
        });
        input.field().setId(input.field().getId() + "-" + Arms.key(arm));
        return input;
    }

    private ComboBox<NormalizerSpec> kind(String key) {
        ComboBox<NormalizerSpec> list = SettingsSection.kinds(
                "norm-kind-" + key,
                "norm.kind." + key,
                NormalizerSpec.EXPERIMENTS,
                chosen -> Texts.text("normalizer." + chosen.kind()));
        list.setOnAction(event -> {
            if (!showing) {
                choose(list.getValue());
            }
        });
        return list;
    }

    /** The layers that are normalized get another normalizer; all of them if none is. */
    private void choose(NormalizerSpec chosen) {
        List<Boolean> normalized = mine().normalized();
        List<Boolean> flags = normalized.contains(true) ? normalized : Collections.nCopies(normalized.size(), true);
        edit("norm.kind." + Arms.key(arm), now -> now.withNormalizer(chosen, flags));
    }

    /** Enter and leaving the field take the name, Esc brings the former one back. */
    private TextField name() {
        Hints.describe(name, "norm.name");
        name.setId("arm-name-" + Arms.key(arm));
        name.setOnAction(event -> rename());
        name.focusedProperty().addListener((observable, old, focused) -> {
            if (!focused) {
                rename();
            }
        });
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                name.setText(mine().name());
                event.consume();
            }
        });
        return name;
    }

    private void rename() {
        String typed = name.getText().strip();
        edit("norm.name", now -> now.withName(typed.substring(0, Math.min(100, typed.length()))));
    }

    void show(ExperimentConfig config) {
        ArmConfig shown = config.arms().get(arm);
        NormalizerSpec first = shown.firstNormalizer();
        boolean usual = ArmNames.differInBatchNorm(config);
        kindName.setText(Texts.text("norm.kind." + (usual ? Arms.key(arm) : arm)));
        layersName.setText(Texts.text(usual ? "norm." + Arms.key(arm) : "norm.layers." + arm));
        name.setText(shown.name());
        name.setPromptText(ArmNames.of(config.withArm(arm, shown.withName("")), arm));
        layersRow.setVisible(config.network().layers() <= FewLayers.MOST);
        if (layersRow.isVisible()) {
            layers.valueProperty().set(shown.normalized());
        }
        noise.valueProperty().set(shown.noiseStrength());
        showing = true;
        kind.setValue(NormalizerSpec.EXPERIMENTS.stream()
                .filter(each -> each.kind().equals(first.kind()))
                .findFirst()
                .orElseThrow());
        showing = false;
        show(NormalizerSpec.Batch.class, first, List.of(ghostRow), batch -> List.of((double) batch.ghostSize()), ghost);
        show(
                NormalizerSpec.BatchRenorm.class,
                first,
                List.of(limitsRow, warmUpRow),
                renorm -> List.of(renorm.rMax(), renorm.dMax(), (double) renorm.warmupSteps()),
                rMax,
                dMax,
                warmUp);
    }

    /** Constants are shown where the normalizer has them. */
    private static <T extends NormalizerSpec> void show(
            Class<T> kind,
            NormalizerSpec normalizer,
            List<HBox> rows,
            Function<T, List<Double>> constants,
            NumberInput... inputs) {
        rows.forEach(row -> row.setVisible(kind.isInstance(normalizer)));
        if (kind.isInstance(normalizer)) {
            List<Double> values = constants.apply(kind.cast(normalizer));
            for (int i = 0; i < inputs.length; i++) {
                inputs[i].valueProperty().set(values.get(i));
            }
        }
    }
}
