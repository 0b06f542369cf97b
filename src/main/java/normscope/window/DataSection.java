package normscope.window;

import java.util.Arrays;
import java.util.List;
import normscope.control.DatasetPicker;
import normscope.control.FieldPair;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.SegmentedChoice;
import normscope.data.DataKind;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.lab.EvaluationViewModel;
import normscope.lab.LabViewModel;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What the networks learn. */
final class DataSection extends SettingsSection {

    private final DatasetPicker<DataKind> picker;
    private final NumberInput points = number(
            "data.points",
            NumberScale.linear(20, DataConfig.MAX_POINTS, 10),
            false,
            (config, value) -> config.withData(config.data().withPoints((int) Math.round(value))));
    private final NumberInput testShare = number(
            "data.test-share",
            NumberScale.linear(0.05, 0.9, 0.05),
            false,
            (config, value) -> config.withData(config.data().withTestShare(value)));
    private final NumberInput noise = number(
            "data.noise",
            NumberScale.linear(0, 1, 0.01),
            true,
            (config, value) -> config.withData(config.data().withNoise(value)));
    private final SegmentedChoice<Boolean> inputs = new SegmentedChoice<>(
            List.of(true, false),
            standardized -> Texts.text("data.inputs." + standardized),
            standardized -> Texts.text("data.inputs." + standardized + ".tip"));

    DataSection(LabViewModel vm) {
        super(vm, "section.data");
        picker = new DatasetPicker<>(
                Arrays.stream(DataKind.values()).map(DataSection::tile).toList());
        picker.setOnCommit(kind -> edit(
                Texts.text("data." + kind),
                config -> config.withData(config.data().withKind(kind))));
        getChildren().add(picker);
        addRow("data.points-and-share", new FieldPair(points, testShare));
        addRow("data.noise", noise);
        addRow("data.inputs", inputs);
        inputs.setOnCommit(standardized -> edit(
                Texts.text("data.inputs"),
                config -> config.withData(config.data().withStandardize(standardized))));
    }

    private static DatasetPicker.Tile<DataKind> tile(DataKind kind) {
        List<DatasetPicker.Dot> dots = kind.isPlanar()
                ? EvaluationViewModel.thumbnail(kind).stream()
                        .map(point -> new DatasetPicker.Dot(point.x(), point.y(), point.label()))
                        .toList()
                : List.of();
        String key = "data." + kind;
        return new DatasetPicker.Tile<>(
                kind, Texts.text(key), Texts.text(key + ".tip"), dots, Texts.text("data.digits-glyph"));
    }

    @Override
    void show(ExperimentConfig config) {
        DataConfig data = config.data();
        picker.valueProperty().set(data.kind());
        points.valueProperty().set(data.points());
        testShare.valueProperty().set(data.testShare());
        noise.valueProperty().set(data.noise());
        inputs.valueProperty().set(data.standardize());
        setNote(Texts.text(
                "data.note", Numbers.grouped(data.points()), Numbers.plain(Numbers.round(100 * data.testShare(), 3))));
    }
}
