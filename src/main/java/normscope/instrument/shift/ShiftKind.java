package normscope.instrument.shift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.experiment.Command;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.LearnFrom;
import normscope.experiment.RuleChange;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import normscope.nn.Activation;

/** The kinds of change of data that are told apart, with the settings in which each is measured. */
public enum ShiftKind {
    /** Other examples are drawn: covariate shift; in the end, by the label. */
    SELECTION {
        @Override
        public List<Setting> settings() {
            List<Setting> all = new ArrayList<>(List.of(
                    cats("A: shape", TrueRule.SHAPE, BLACK, COLOURED),
                    cats("D: xor", TrueRule.XOR, BLACK, COLOURED),
                    cats("B: both", TrueRule.BOTH, BLACK, COLOURED),
                    cats("B narrowed", TrueRule.BOTH, null, COLOURED),
                    cats("band black>coloured", TrueRule.BAND, BLACK, COLOURED),
                    cats("sine black>coloured", TrueRule.SINE, BLACK, COLOURED),
                    cats("line black>coloured", TrueRule.LINE, BLACK, COLOURED),
                    cats("sine all>coloured", TrueRule.SINE, null, COLOURED),
                    cats("sine black>all", TrueRule.SINE, BLACK, Selection.ALL),
                    cats("band all>coloured", TrueRule.BAND, null, COLOURED)));
            all.addAll(List.of(
                    planar("moons left>right", DataKind.MOONS, half(0, 0), half(0, 1)),
                    planar("moons low>high", DataKind.MOONS, half(90, 0), half(90, 1)),
                    planar("moons soft left>right", DataKind.MOONS, soft(-3), soft(3)),
                    planar("moons all>right", DataKind.MOONS, null, half(0, 1)),
                    planar("moons left>all", DataKind.MOONS, half(0, 0), Selection.ALL),
                    planar("spiral left>right", DataKind.SPIRAL, half(0, 0), half(0, 1)),
                    planar("spiral inner>outer", DataKind.SPIRAL, ring(0), ring(1)),
                    planar("spiral outer>inner", DataKind.SPIRAL, ring(1), ring(0)),
                    planar("spiral all>right", DataKind.SPIRAL, null, half(0, 1)),
                    planar("moons 50:50>90:10", DataKind.MOONS, null, new Selection.Labels(List.of(0.9, 0.1)))));
            all.addAll(List.of(
                    cats("sine black>coloured, replay", TrueRule.SINE, BLACK, COLOURED)
                            .and(REPLAY),
                    planar("moons left>right, replay", DataKind.MOONS, half(0, 0), half(0, 1))
                            .and(REPLAY),
                    planar("moons all>right, replay", DataKind.MOONS, null, half(0, 1))
                            .and(REPLAY)));
            all.addAll(List.of(
                    digits("digits thin>bold", third(0, false), third(2, false)),
                    digits("digits bold>thin", third(2, false), third(0, false)),
                    digits("digits all>bold", null, third(2, false)),
                    digits("digits thin>bold in class", third(0, true), third(2, true)),
                    sigmoid("sigmoid thin>bold", third(0, false), third(2, false)),
                    sigmoid("sigmoid bold>thin", third(2, false), third(0, false)),
                    sigmoid("sigmoid all>bold", null, third(2, false)),
                    sigmoid("sigmoid thin>bold in class", third(0, true), third(2, true))));
            return all;
        }
    },

    /** The inputs are transformed, each example keeps its label. */
    TRANSFORM {
        @Override
        public List<Setting> settings() {
            return List.of(
                    cats("C: B's black cats +3", TrueRule.BOTH, BLACK, null).and(right(CATS_MOVE)),
                    planar("moons move +1", DataKind.MOONS, null, null)
                            .and(new Command.ShiftInputs(new InputShift.Translate(1, 1), 0)),
                    planar("moons turn 90", DataKind.MOONS, null, null)
                            .and(new Command.ShiftInputs(new InputShift.Rotate(90), 0)),
                    cats("sine move +3", TrueRule.SINE, BLACK, null).and(right(CATS_MOVE)),
                    pictures("digits dimmed by half").and(new Command.ShiftInputs(new InputShift.Scale(0.5, 1), 0)),
                    pictures("digits on grey paper")
                            .and(new Command.ShiftInputs(new InputShift.Paper(0.5, 1, false), 0)),
                    pictures("half of the digits on grey")
                            .and(new Command.ShiftInputs(new InputShift.Paper(0.5, 0.5, false), 0)),
                    pictures("each digit its own grey")
                            .and(new Command.ShiftInputs(new InputShift.Paper(0.8, 1, true), 0)),
                    pictures("negative digits").and(new Command.ShiftInputs(new InputShift.Negative(), 0)),
                    pictures("digits a pixel to the right")
                            .and(new Command.ShiftInputs(new InputShift.Pixels(1, 0), 0)));
        }
    },

    /** The rule from inputs to labels changes: concept shift. */
    RULE {
        @Override
        public List<Setting> settings() {
            return List.of(
                    cats("C': other rule for coloured", TrueRule.CAMERA, BLACK, COLOURED),
                    planar("moons flip right half", DataKind.MOONS, null, null)
                            .and(new Command.ChangeRule(new RuleChange.Flip(new Trait.Direction(0), 0.5, 1))),
                    planar("moons swap labels", DataKind.MOONS, null, null)
                            .and(new Command.ChangeRule(new RuleChange.Flip(new Trait.Direction(0), 0, 1))));
        }
    };

    /** How far a moved camera moves cats: coloured ones are where black ones were seen, and further. */
    static final double CATS_MOVE = 3;

    private static final Selection BLACK = Selection.BLACK_CATS;
    private static final Selection COLOURED = Selection.COLOURED_CATS;
    private static final Command REPLAY = new Command.SetLearnFrom(new LearnFrom(true, 0.5, false));

    public abstract List<Setting> settings();

    /** What is trained, and what happens after {@link ShiftLab#CHANGE_AT} updates. */
    public record Setting(String id, ExperimentConfig config, List<Command> changes) {
        Setting and(Command change) {
            List<Command> all = new ArrayList<>(changes);
            all.add(change);
            return new Setting(id, config, List.copyOf(all));
        }
    }

    /**
     * The experiment on which all kinds are measured, with other data: a pool of 400 examples, and fresh ones for
     * tests.
     */
    private static Setting setting(String id, DataConfig data, Selection from, Selection to) {
        ExperimentConfig config = ShiftLab.defaults().withName("").withData(data.withSelection(from));
        return new Setting(id, config, to == null ? List.of() : List.of(new Command.Select(to, 0)));
    }

    private static DataConfig pool(DataKind kind, double noise) {
        return new DataConfig(kind, 2000, noise, 0.8, true);
    }

    private static Setting cats(String id, TrueRule rule, Selection from, Selection to) {
        return setting(id, pool(DataKind.CATS, 0).withRule(rule), from, to);
    }

    private static Setting planar(String id, DataKind kind, Selection from, Selection to) {
        return setting(id, pool(kind, kind == DataKind.SPIRAL ? 0.03 : 0.15), from, to);
    }

    private static Setting digits(String id, Selection from, Selection to) {
        Setting setting = setting(id, new DataConfig(DataKind.DIGITS, 1797, 0, 0.33, false), from, to);
        ExperimentConfig config = setting.config();
        return new Setting(
                id,
                config.withNetwork(config.network().withHiddenUnits(Collections.nCopies(2, 100))),
                setting.changes());
    }

    /** At rate 1: at 0.1 the network without batch norm would not have learned anything by then. */
    private static Setting sigmoid(String id, Selection from, Selection to) {
        Setting setting = digits(id, from, to);
        ExperimentConfig config = setting.config();
        return new Setting(
                id,
                config.withNetwork(config.network().withActivation(Activation.SIGMOID))
                        .withTraining(config.training().withLearningRate(1)),
                setting.changes());
    }

    private static Setting pictures(String id) {
        Setting setting = digits(id, null, null);
        DataConfig data = new DataConfig(DataKind.DIGITS, 1797, 0, 1 - 600 / 1797.0, false);
        return new Setting(id, setting.config().withData(data), List.of());
    }

    private static Selection half(double degrees, int which) {
        return new Selection.Window(new Trait.Direction(degrees), which / 2.0, (which + 1) / 2.0);
    }

    private static Selection ring(int which) {
        return new Selection.Window(new Trait.Distance(), which / 2.0, (which + 1) / 2.0);
    }

    private static Selection soft(double slope) {
        return new Selection.Sigmoid(new Trait.Direction(0), slope);
    }

    private static Selection third(int which, boolean inClass) {
        return new Selection.Window(new Trait.Ink(), which / 3.0, (which + 1) / 3.0, inClass);
    }

    private static Command right(double raw) {
        return new Command.ShiftInputs(new InputShift.Translate(raw / CATS_SD, 0), 0);
    }

    /** The standard deviation of the colour of all cats: half at -1.5, half at 1.5, 0.7 each. */
    private static final double CATS_SD = Math.sqrt(1.5 * 1.5 + 0.7 * 0.7);
}
