package normscope.window;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import normscope.control.DatasetPicker;
import normscope.control.FieldPair;
import normscope.control.NumberInput;
import normscope.control.NumberScale;
import normscope.control.Parts;
import normscope.control.SegmentedChoice;
import normscope.data.Centring;
import normscope.data.DataKind;
import normscope.data.Split;
import normscope.data.TrueRule;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import normscope.experiment.Selection;
import normscope.lab.EvaluationViewModel;
import normscope.lab.SettingsLine;
import normscope.shell.WindowActions;
import normscope.text.Numbers;
import normscope.text.Texts;
import normscope.window.draw.DrawDialog;

/** What the networks learn. */
final class DataSection extends SettingsSection {

    private final DatasetPicker<DataKind> picker;
    private final NumberInput points = number(
            "data.points",
            NumberScale.linear(20, DataConfig.MAX_POINTS, 10),
            false,
            data((data, value) -> data.withPoints((int) Math.round(value))));
    private final NumberInput testShare =
            number("data.test-share", NumberScale.linear(0.05, 0.9, 0.05), false, data(DataConfig::withTestShare));
    private final NumberInput noise =
            number("data.noise", NumberScale.linear(0, 1, 0.01), true, data(DataConfig::withNoise));
    private final SegmentedChoice<Centring> inputs =
            Parts.choice("data.inputs", List.of(Centring.STANDARDIZED, Centring.MEAN, Centring.NONE));
    private final SegmentedChoice<TrueRule> rules = Parts.choice("rule", List.of(TrueRule.values()), Json::name);
    private final SegmentedChoice<Drawn> drawn = new SegmentedChoice<>(
            List.of(Drawn.values()), each -> Texts.text(each.key), each -> Texts.text(each.key + ".tip"));
    private final List<Node> ofCats;

    /** Which cats are drawn at first. */
    private enum Drawn {
        ALL("data.drawn.all", null),
        BLACK("data.drawn.black", Selection.BLACK_CATS),
        COLOURED("data.drawn.coloured", Selection.COLOURED_CATS);

        private final String key;
        private final Selection selection;

        Drawn(String key, Selection selection) {
            this.key = key;
            this.selection = selection;
        }

        /** Null for a selection of another kind, as a file may have it. */
        static Drawn of(Selection selection) {
            return Arrays.stream(values())
                    .filter(each -> Objects.equals(each.selection, selection))
                    .findFirst()
                    .orElse(null);
        }
    }

    DataSection(WindowActions actions) {
        super(actions.vm(), "section.data");
        picker = new DatasetPicker<>(
                DataKind.BUILT_IN.stream().map(DataSection::tile).toList());
        picker.setOnCommit(kind -> edit(
                Texts.text("data." + kind),
                config -> config.withData(config.data().withKind(kind))));
        getChildren().add(picker);
        addRow("data.own", ownRow(actions));
        rules.wrap();
        ofCats = List.of(addRow("data.rule", rules), addRow("data.drawn", drawn));
        rules.setOnCommit(setting("data.rule", data(DataConfig::withRule)));
        drawn.setOnCommit(setting("data.drawn", data((data, each) -> data.withSelection(each.selection))));
        addRow("data.points-and-share", new FieldPair(points, testShare));
        addRow("data.noise", noise);
        addRow("data.inputs", inputs);
        inputs.setOnCommit(setting("data.inputs", data(DataConfig::withCentring)));
    }

    /** The two ways to get data of one's own. */
    private HBox ownRow(WindowActions actions) {
        Button open =
                Parts.button("data-open", "table.open", () -> actions.data().show(null));
        DrawDialog drawing = new DrawDialog(actions.vm(), actions.appearance());
        Button draw = Parts.button(
                "data-draw", "data.draw", () -> drawing.open(getScene().getWindow()));
        return Parts.row("own-data-row", open, draw);
    }

    private static DatasetPicker.Tile<DataKind> tile(DataKind kind) {
        List<DatasetPicker.Dot> dots = kind.inputs() == 2
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
        ofCats.forEach(row -> row.setVisible(data.kind() == DataKind.CATS));
        rules.valueProperty().set(data.rule());
        drawn.valueProperty().set(Drawn.of(data.selection()));
        points.valueProperty().set(data.points());
        testShare.valueProperty().set(data.testShare());
        noise.valueProperty().set(data.noise());
        inputs.valueProperty().set(data.centring());
        String note = Texts.text(
                data.measuredOnSample() ? "data.note.sample" : "data.note",
                Numbers.grouped(data.points()),
                Numbers.plain(Numbers.round(100 * data.testShare(), 3)),
                Numbers.grouped(Split.MOST_MEASURED));
        setNote(data.own() == null ? note : Texts.text("data.note.own", SettingsLine.data(config), note));
    }
}
