package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import normscope.data.DataKind;
import normscope.nn.Activation;
import normscope.nn.Init;
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

class ConfigJsonTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Has every field that a file can have. */
    private static final ExperimentConfig FULL = full();

    private static ExperimentConfig full() {
        ExperimentConfig config = ExperimentConfig.defaults().withName("every field");
        return config.withNetwork(config.network().withInit(Init.normal(0.5)))
                .withTraining(config.training().withOptimizer(new OptimizerSpec.Adam()));
    }

    static List<String> fields() {
        List<String> paths = new ArrayList<>();
        collect("", (ObjectNode) JSON.readTree(ConfigJson.toText(FULL)), paths);
        return paths;
    }

    private static void collect(String prefix, ObjectNode node, List<String> paths) {
        for (String name : node.propertyNames()) {
            paths.add(prefix + name);
            if (node.get(name) instanceof ObjectNode inner) {
                collect(prefix + name + ".", inner, paths);
            }
        }
    }

    /** The text of {@link #FULL} with one field replaced, or taken out for null. */
    private static String with(String path, JsonNode value) {
        ObjectNode root = (ObjectNode) JSON.readTree(ConfigJson.toText(FULL));
        ObjectNode at = root;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = (ObjectNode) at.get(names[i]);
        }
        if (value == null) {
            at.remove(names[names.length - 1]);
        } else {
            at.set(names[names.length - 1], value);
        }
        return JSON.writeValueAsString(root);
    }

    @Test
    void everyExperimentSurvivesBeingWrittenAndRead() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 500; i++) {
            ExperimentConfig config = Configs.random(random);
            assertThat(ConfigJson.fromText(ConfigJson.toText(config))).isEqualTo(config);
        }
    }

    @Test
    void theTextSaysWhatItIs() {
        JsonNode root = JSON.readTree(ConfigJson.toText(FULL));
        assertThat(root.get("format").asString()).isEqualTo("normscope-experiment");
        assertThat(root.get("version").asInt()).isEqualTo(1);
        assertThat(fields()).hasSize(31);
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
                new NetworkConfig(List.of(16, 8), Activation.TANH, Init.normal(0.3), 0.001, 0.99, true),
                List.of(ArmConfig.batchNorm(List.of(false, true)), ArmConfig.batchNorm(List.of(true, false))),
                new TrainingConfig(new OptimizerSpec.RmsProp(0.9, 1e-7), 0.01, 0, 0.001, 0.2));
        assertThat(ConfigJson.fromText(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aMissingFieldIsNamed(String path) {
        Refusals.assertNames(path, () -> ConfigJson.fromText(with(path, null)));
        Refusals.assertNames(path, () -> ConfigJson.fromText(with(path, JSON.nullNode())));
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
            Refusals.assertNames(path, () -> ConfigJson.fromText(with(path, other)));
        }
    }

    private static JsonNode node(String path) {
        JsonNode node = JSON.readTree(ConfigJson.toText(FULL));
        for (String name : path.split("\\.")) {
            node = node.get(name);
        }
        return node;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed | 1.5",
                "seed | 9223372036854775808",
                "seed | 1e3",
                "version | 2",
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
                "network.hiddenUnits | [1,1,1,1,1,1,1,1,1]",
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
                "network.normalizedWithout | []",
                "network.normalizedWith | [true, true, true]",
                "network.normalizedWith | [true, true, true, 1]",
                "network.normalizedWith | [true, true, true, true, true]",
                "network.epsilon | 0",
                "network.epsilon | 1.1",
                "network.epsilon | 1e-400",
                "network.runningDecay | 1",
                "network.runningDecay | -0.1",
                "training.optimizer.kind | \"torch_momentum\"",
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
        Refusals.assertNames(path, () -> ConfigJson.fromText(text));
    }

    @Test
    void aNameOfMoreThanAHundredCharactersIsNamed() {
        JsonNode hundredAndOne = JSON.createObjectNode().stringNode("n".repeat(101));
        Refusals.assertNames("name", () -> ConfigJson.fromText(with("name", hundredAndOne)));
    }

    @Test
    void moreDigitsThanThereAreAreNamed() {
        ObjectNode root = (ObjectNode) JSON.readTree(ConfigJson.toText(FULL));
        ((ObjectNode) root.get("data")).put("kind", "digits").put("points", 1798);
        Refusals.assertNames("data.points", () -> ConfigJson.fromText(JSON.writeValueAsString(root)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "data.Points", "network.init.mean", "training.optimizer.rate", "training."})
    void anUnknownFieldIsNamed(String path) {
        JsonNode value = JSON.createObjectNode().numberNode(1);
        String text =
                path.endsWith(".") ? ConfigJson.toText(FULL).replace("\"l2\"", "\"\" : 1, \"l2\"") : with(path, value);
        Refusals.assertNames(path, () -> ConfigJson.fromText(text));
    }

    @Test
    void aFieldThatTheOptimizerOrInitHasNoUseForIsUnknown() {
        String text = ConfigJson.toText(ExperimentConfig.defaults());
        Refusals.assertNames(
                "training.optimizer.beta1",
                () -> ConfigJson.fromText(text.replace("\"kind\" : \"sgd\"", "\"kind\" : \"sgd\", \"beta1\" : 0.9")));
        Refusals.assertNames(
                "network.init.sd",
                () -> ConfigJson.fromText(text.replace("\"kind\" : \"he\"", "\"kind\" : \"he\", \"sd\" : 1")));
    }

    @Test
    void aFieldThatIsThereTwiceIsNamed() {
        String text = ConfigJson.toText(FULL);
        Refusals.assertNames("seed", () -> ConfigJson.fromText(text.replace("\"seed\"", "\"seed\" : 1, \"seed\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "null",
                "7",
                "\"text\"",
                "true",
                "[]",
                "[1, 2]",
                "nonsense",
                "<html></html>",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{\"a\": NaN}",
                "// comment\n{}",
                "{'a': 1}",
                "\u0000",
                "PK\u0003\u0004"
            })
    void whatIsNotOneJsonObjectIsRefusedInOneSentence(String text) {
        Refusals.assertOneSentence(() -> ConfigJson.fromText(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"version\": 1}", "{\"name\": \"package\", \"version\": \"1.0.0\"}"})
    void aForeignObjectIsNotAnExperiment(String text) {
        Refusals.assertNames("format", () -> ConfigJson.fromText(text));
    }

    @Test
    void aLaterVersionSaysThatALaterProgramReadsIt() {
        String text = ConfigJson.toText(FULL).replace("\"version\" : 1", "\"version\" : 2");
        assertThat(Refusals.assertNames("version", () -> ConfigJson.fromText(text))
                        .getMessage())
                .contains("2")
                .contains("1");
    }

    @Test
    void aNameOfAFieldThatIsLongOrHasLineBreaksStaysOneSentence() {
        String text = ConfigJson.toText(FULL);
        String breaks = text.replace("\"l2\"", "\"a\\n. B\\u0000\\u2028\\u202e\" : 1, \"l2\"");
        Refusals.assertNames("training.a?. B???", () -> ConfigJson.fromText(breaks));
        String endless = text.replace("\"l2\"", String.format(Locale.ROOT, "\"%s\" : 1, \"l2\"", "x".repeat(4_000)));
        Refusals.assertNames("training.xxxx", () -> ConfigJson.fromText(endless));
    }

    @Test
    void aFieldThatIsThereTwiceInAnInnerObjectIsNamedByItsPath() {
        String text = ConfigJson.toText(FULL).replace("\"beta1\"", "\"beta1\" : 0.1, \"beta1\"");
        Refusals.assertNames("training.optimizer.beta1", () -> ConfigJson.fromText(text));
    }

    @Test
    void aFileCutAnywhereIsRefusedInOneSentence() {
        String text = ConfigJson.toText(FULL).stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            Refusals.assertOneSentence(() -> ConfigJson.fromText(cut));
        }
    }

    /** A changed character gives an experiment, or one sentence. */
    @Test
    void aDamagedFileIsReadOrRefusedInOneSentence() {
        String text = ConfigJson.toText(FULL);
        SplittableRandom random = new SplittableRandom(12);
        String damage = "{}[]\",:.-+eE019 tfn\\\u0000\uffff";
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged.setCharAt(random.nextInt(damaged.length()), damage.charAt(random.nextInt(damage.length())));
            }
            refused += Refusals.refused(() -> ConfigJson.fromText(damaged.toString())) ? 1 : 0;
        }
        assertThat(refused).isBetween(1000, 2000);
    }
}
