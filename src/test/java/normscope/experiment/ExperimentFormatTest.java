package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ExperimentFormatTest {

    /** As many layers as there may be. */
    private static final String FIFTY = "1,1,1,1,1,1,1,1,1,1,"
            + "1,1,1,1,1,1,1,1,1,1,"
            + "1,1,1,1,1,1,1,1,1,1,"
            + "1,1,1,1,1,1,1,1,1,1,"
            + "1,1,1,1,1,1,1,1,1,1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Has every field that a file can have. */
    static final ExperimentConfig FULL = full();

    private static final List<Command> COMMANDS = List.of(
            new Command.SetLearningRate(0.25),
            new Command.SetNormalizedRate(20),
            new Command.SetNormalizer(1, 3, new NormalizerSpec.None()),
            new Command.SetNormalizer(0, 0, new NormalizerSpec.Batch()),
            new Command.ShiftInputs(new InputShift.Translate(1, -2.5), 0),
            new Command.ShiftInputs(new InputShift.Scale(10, 0.1), 200),
            new Command.ShiftInputs(new InputShift.Rotate(-30), 0),
            new Command.ShiftInputs(new InputShift.ClassShift(1, 0.5, 3), 10),
            new Command.ShiftInputs(new InputShift.Noise(0.5), 0),
            new Command.ShiftInputs(new InputShift.Paper(0.5, 0.25, true), 5),
            new Command.ShiftInputs(new InputShift.Paper(0.5, 1, false), 0),
            new Command.ShiftInputs(new InputShift.Negative(), 0),
            new Command.ShiftInputs(new InputShift.Pixels(1, -2), 0),
            new Command.Select(new Selection.All(), 0),
            new Command.Select(new Selection.Window(new Trait.Direction(30), 0.5, 1), 300),
            new Command.Select(new Selection.Window(new Trait.Ink(), 0, 0.5, true), 0),
            new Command.Select(new Selection.Values(new Trait.Input(1), null, 0.5), 0),
            new Command.Select(new Selection.Values(new Trait.Input(0), -1.0, 2.0), 0),
            new Command.Select(new Selection.Sigmoid(new Trait.Distance(), -3), 0),
            new Command.Select(new Selection.Bell(new Trait.Distance(), 1.5, 0.5), 1000),
            new Command.Select(new Selection.Labels(List.of(0.9, 0.1)), 0),
            new Command.ChangeRule(new RuleChange.Flip(new Trait.Direction(0), 0.5, 1)),
            new Command.ChangeRule(new RuleChange.Truth(TrueRule.CAMERA)),
            new Command.SetLearnFrom(new LearnFrom(true, 0.5, false)),
            new Command.SetLearnFrom(new LearnFrom(false, 0, true)),
            new Command.Reestimate(),
            new Command.KickLayer(2, new Kick.ScaleWeights(3)),
            new Command.KickLayer(0, new Kick.AddToZ(-1)),
            new Command.KickLayer(3, new Kick.Redraw()));

    private static List<Class<?>> kindsIn(Stream<?> values) {
        return values.<Class<?>>map(Object::getClass).toList();
    }

    private static ExperimentConfig full() {
        ExperimentConfig config = ExperimentConfig.defaults().withName("every field");
        return config.withNetwork(config.network().withInit(new Init.Normal(0.5)))
                .withTraining(config.training().withOptimizer(new OptimizerSpec.Adam()));
    }

    static List<String> fields() {
        List<String> paths = new ArrayList<>();
        collect("", JSON.readTree(new ExperimentFile(FULL).toText()), paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, List<String> paths) {
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                collect(path.isEmpty() ? name : path + "." + name, object.get(name), paths);
            }
        } else if (path.startsWith("arms")) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), paths);
            }
        }
    }

    /** The text of {@link #FULL} with one field replaced, or taken out for null. */
    private static String with(String path, JsonNode value) {
        JsonNode root = JSON.readTree(new ExperimentFile(FULL).toText());
        String pointer = pointer(path);
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode parent = root.at(pointer.substring(0, last));
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value == null ? JSON.nullNode() : value);
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return JSON.writeValueAsString(root);
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
    }

    @Test
    void everyExperimentSurvivesBeingWrittenAndRead() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 500; i++) {
            ExperimentConfig config = Configs.random(random);
            assertThat(ExperimentFile.fromText(new ExperimentFile(config).toText()))
                    .isEqualTo(new ExperimentFile(config));
        }
    }

    @Test
    void theTextSaysWhatItIs() {
        JsonNode root = JSON.readTree(new ExperimentFile(FULL).toText());
        assertThat(root.get("format").asString()).isEqualTo("normscope-experiment");
        assertThat(root.get("version").asInt()).isEqualTo(2);
        assertThat(fields()).hasSize(52);
    }

    /** What version 1 wrote must be read for ever. */
    @Test
    void aFileOfVersionOneIsRead() {
        String text = """
                {"format": "normscope-experiment", "version": 1, "name": "old", "seed": -3,
                 "data": {"kind": "pinwheel", "points": 300, "noise": 0.1, "testShare": 0.25, "standardize": false},
                 "network": {"hiddenUnits": [16, 8], "activation": "tanh", "init": {"kind": "normal", "sd": 0.3},
                   "normalizedWithout": [false, true], "normalizedWith": [true, false],
                   "epsilon": 0.001, "runningDecay": 0.99, "unbiasedRunningVar": true},
                 "training": {"optimizer": {"kind": "rmsprop", "beta2": 0.9, "epsilon": 1e-7},
                   "learningRate": 0.01, "batchSize": 0, "l2": 0.001, "dropout": 0.2}}
                """;
        ExperimentConfig expected = new ExperimentConfig(
                "old",
                -3,
                new DataConfig(DataKind.PINWHEEL, 300, 0.1, 0.25, false),
                new NetworkConfig(List.of(16, 8), Activation.TANH, new Init.Normal(0.3), 0.001, 0.99, true),
                List.of(ArmConfig.batchNorm(List.of(false, true)), ArmConfig.batchNorm(List.of(true, false))),
                new TrainingConfig(new OptimizerSpec.RmsProp(0.9, 1e-7), 0.01, 0, 0.001, 0.2));
        assertThat(ExperimentFile.fromText(text)).isEqualTo(new ExperimentFile(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.normalizedWithout | []",
                "network.normalizedWithout | null",
                "network.normalizedWith | [true]",
                "network.normalizedWith[1] | [true, 1]",
                "network.normalizedWith | [true, true, true]"
            })
    void aWrongFieldOfVersionOneIsNamedAsTheFileCallsIt(String field, String value) {
        String without = field.contains("Without") ? value : "[false, false]";
        String with = field.contains("Without") ? "[true, true]" : value;
        String text = """
                {"format": "normscope-experiment", "version": 1, "name": "old", "seed": -3,
                 "data": {"kind": "pinwheel", "points": 300, "noise": 0.1, "testShare": 0.25, "standardize": false},
                 "network": {"hiddenUnits": [16, 8], "activation": "tanh", "init": {"kind": "he"},
                   "normalizedWithout": %s, "normalizedWith": %s,
                   "epsilon": 0.001, "runningDecay": 0.99, "unbiasedRunningVar": true},
                 "training": {"optimizer": {"kind": "sgd"}, "learningRate": 0.01, "batchSize": 0,
                              "l2": 0, "dropout": 0}}
                """;
        Refusals.assertNames(field, () -> ExperimentFile.fromText(String.format(Locale.ROOT, text, without, with)));
    }

    private static boolean applies(Command command, ExperimentConfig config) {
        try {
            command.check(config);
            return true;
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    @Test
    void everyCommandSurvivesBeingWrittenAndRead() {
        for (Command command : COMMANDS) {
            List<Event> events = List.of(new Event(3, command), new Event(10, command));
            // Some changes are of pictures only, some of cats.
            ExperimentFile file = Stream.of(DataKind.MOONS, DataKind.DIGITS, DataKind.CATS)
                    .map(kind -> FULL.withData(FULL.data().withKind(kind)))
                    .filter(config -> applies(command, config))
                    .findFirst()
                    .map(config -> new ExperimentFile(config, events))
                    .orElseThrow();
            assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);
        }
        List<Class<?>> changes = kindsIn(
                COMMANDS.stream().filter(command -> command.change() != null).map(Command::change));
        assertThat(changes).contains(Selection.class.getPermittedSubclasses());
        assertThat(changes).contains(RuleChange.class.getPermittedSubclasses());
        assertThat(kindsIn(COMMANDS.stream())).contains(Command.class.getPermittedSubclasses());
        assertThat(kindsIn(COMMANDS.stream()
                        .filter(Command.ShiftInputs.class::isInstance)
                        .map(command -> ((Command.ShiftInputs) command).shift())))
                .contains(InputShift.class.getPermittedSubclasses());
        assertThat(kindsIn(COMMANDS.stream()
                        .filter(Command.KickLayer.class::isInstance)
                        .map(command -> ((Command.KickLayer) command).kick())))
                .contains(Kick.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events | 3",
                "events[0] | [3]",
                "events[0].step | [{\"command\": {\"learning-rate\": 1}}]",
                "events[0].step | [{\"step\": -1, \"command\": {\"learning-rate\": 1}}]",
                "events[0].command | [{\"step\": 1}]",
                "events[0].command | [{\"step\": 1, \"command\": {}}]",
                "events[0].command.learn | [{\"step\": 1, \"command\": {\"learn\": 1}}]",
                "events[0].command.learning-rate | [{\"step\": 1, \"command\": {\"learning-rate\": 0}}]",
                "events[0].command.learning-rate | [{\"step\": 1, \"command\": {\"learning-rate\": \"1\"}}]",
                "events[0].command.kick.layer |"
                        + " [{\"step\": 1, \"command\": {\"kick\": {\"layer\": 4, \"redraw\": true}}}]",
                "events[0].command.kick.x | [{\"step\": 1, \"command\": {\"kick\": {\"layer\": 1, \"x\": 1}}}]",
                "events[0].command.kick | [{\"step\": 1, \"command\": {\"kick\": {\"layer\": 1}}}]",
                "events[0].command.shift.move[1] | [{\"step\": 1, \"command\": {\"shift\": {\"move\": [1, true]}}}]",
                "events[0].command.shift.move | [{\"step\": 1, \"command\": {\"shift\": {\"move\": [1]}}}]",
                "events[0].command.shift.drift |"
                        + " [{\"step\": 1, \"command\": {\"shift\": {\"rotate\": 1, \"drift\": -1}}}]",
                "events[0].command.shift.class.label |"
                        + " [{\"step\": 1, \"command\": {\"shift\": {\"class\": {\"label\": 2, \"move\": [1, 1]}}}}]",
                "events[0].command.normalized.arm |"
                        + " [{\"step\": 1, \"command\": "
                        + "{\"normalized\": {\"arm\": \"both\", \"layer\": 1, \"on\": true}}}]"
            })
    void aWrongEventIsNamed(String path, String value) {
        String text = with("events", JSON.createObjectNode().stringNode("HERE")).replace("\"HERE\"", value);
        Refusals.assertNames(path, () -> ExperimentFile.fromText(text));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aMissingFieldIsNamed(String path) {
        Refusals.assertNames(path, () -> ExperimentFile.fromText(with(path, null)));
        Refusals.assertNames(path, () -> ExperimentFile.fromText(with(path, JSON.nullNode())));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldOfTheWrongTypeIsNamed(String path) {
        ObjectNode object = JSON.createObjectNode();
        ArrayNode array = JSON.createArrayNode();
        JsonNode present = node(path);
        List<JsonNode> others = new ArrayList<>(
                List.of(object.booleanNode(true), object.stringNode("7"), object.numberNode(7), object, array));
        others.removeIf(other -> other.getNodeType() == present.getNodeType());
        assertThat(others).hasSize(4);
        for (JsonNode other : others) {
            Refusals.assertNames(path, () -> ExperimentFile.fromText(with(path, other)));
        }
    }

    private static JsonNode node(String path) {
        return JSON.readTree(new ExperimentFile(FULL).toText()).at(pointer(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed | 1.5",
                "seed | 9223372036854775808",
                "seed | 1e3",
                "version | 3",
                "version | 0",
                "version | 1.0",
                "format | \"\"",
                "format | \"something-else\"",
                "data.kind | \"MOONS\"",
                "data.kind | \"\"",
                "data.points | 19",
                "data.points | 5001",
                "data.points | 99999999999999999999",
                "data.points | -1e400",
                "data.points | 20.5",
                "data.noise | -0.001",
                "data.noise | 1.001",
                "data.noise | 1e400",
                "data.testShare | 0.04",
                "data.testShare | 0.91",
                "data.testShare | 1e99999",
                "network.hiddenUnits | []",
                "network.hiddenUnits | [" + FIFTY + ",1]",
                "network.hiddenUnits | [4, 0, 4, 4]",
                "network.hiddenUnits | [4, 4, 129, 4]",
                "network.hiddenUnits | [4, 4, null, 4]",
                "network.hiddenUnits | [4, [4], 4, 4]",
                "network.hiddenUnits | [4, 1e9, 4, 4]",
                "network.hiddenUnits | [4294967300, 4, 4, 4]",
                "network.activation | \"identity\"",
                "network.init.kind | \"zero\"",
                "network.init.sd | 0",
                "network.init.sd | -1",
                "network.init.sd | 101",
                "arms | []",
                "arms[0].normalizers | []",
                "arms[1].normalizers | [{\"kind\": \"batch\"}]",
                "arms[1].normalizers[3].kind | \"layers\"",
                "arms[1].normalizers[3].kind | null",
                "network.epsilon | 0",
                "network.epsilon | 1.1",
                "network.epsilon | 1e-400",
                "network.runningDecay | 1",
                "network.runningDecay | -0.1",
                "training.optimizer.kind | \"lamb\"",
                "training.optimizer.beta1 | 1",
                "training.optimizer.beta2 | -1e-9",
                "training.optimizer.epsilon | -1",
                "training.optimizer.epsilon | 1.5",
                "training.learningRate | 0",
                "training.learningRate | -0.1",
                "training.learningRate | 1001",
                "training.batchSize | -1",
                "training.batchSize | 5001",
                "training.batchSize | 4294967296",
                "training.l2 | -1",
                "training.l2 | 10.01",
                "training.dropout | 0.91",
                "training.dropout | -0.1"
            })
    void aValueOutOfItsRangeIsNamed(String path, String value) {
        // As text, so that numbers stay as they are written.
        String text = with(path, JSON.createObjectNode().stringNode("HERE")).replace("\"HERE\"", value);
        Refusals.assertNames(path, () -> ExperimentFile.fromText(text));
    }

    @Test
    void theOptimizerOfTorchIsNotForExperiments() {
        JsonNode torch = JSON.createObjectNode().put("kind", "torch_momentum").put("beta1", 0.9);
        Refusals.assertNames(
                "training.optimizer.kind", () -> ExperimentFile.fromText(with("training.optimizer", torch)));
    }

    @Test
    void aNameOfMoreThanAHundredCharactersIsNamed() {
        JsonNode hundredAndOne = JSON.createObjectNode().stringNode("n".repeat(101));
        Refusals.assertNames("name", () -> ExperimentFile.fromText(with("name", hundredAndOne)));
    }

    @Test
    void moreDigitsThanThereAreAreNamed() {
        ObjectNode root = (ObjectNode) JSON.readTree(new ExperimentFile(FULL).toText());
        ((ObjectNode) root.get("data")).put("kind", "digits").put("points", 1798);
        Refusals.assertNames("data.points", () -> ExperimentFile.fromText(JSON.writeValueAsString(root)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "data.Points", "network.init.mean", "training.optimizer.rate", "training."})
    void anUnknownFieldIsNamed(String path) {
        JsonNode value = JSON.createObjectNode().numberNode(1);
        String text = path.endsWith(".")
                ? new ExperimentFile(FULL).toText().replace("\"l2\"", "\"\" : 1, \"l2\"")
                : with(path, value);
        Refusals.assertNames(path, () -> ExperimentFile.fromText(text));
    }

    @Test
    void aFieldThatTheOptimizerOrInitHasNoUseForIsUnknown() {
        String text = new ExperimentFile(ExperimentConfig.defaults()).toText();
        Refusals.assertNames(
                "training.optimizer.beta1",
                () -> ExperimentFile.fromText(
                        text.replace("\"kind\" : \"sgd\"", "\"kind\" : \"sgd\", \"beta1\" : 0.9")));
        Refusals.assertNames(
                "network.init.sd",
                () -> ExperimentFile.fromText(text.replace("\"kind\" : \"he\"", "\"kind\" : \"he\", \"sd\" : 1")));
    }
}
