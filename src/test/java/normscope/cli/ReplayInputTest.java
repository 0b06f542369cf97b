package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A wrong fixture gives exit code 2 and one sentence that names the field, and leaves the output as it was. */
class ReplayInputTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Path FIXTURE =
            Path.of("src", "test", "resources", "fixtures", "own-3-initial-running-sigmoid-sgd-half-mse.json");
    private static final String BEFORE = "what was there before";

    @TempDir
    private Path folder;

    private Path in;
    private Path out;
    private ObjectNode whole;

    @BeforeEach
    void prepare() throws IOException {
        in = folder.resolve("in.json");
        out = Files.writeString(folder.resolve("out.json"), BEFORE);
        whole = (ObjectNode) MAPPER.readTree(Files.readAllBytes(FIXTURE));
    }

    private ReplayRun replay(byte[] text) throws IOException {
        Files.write(in, text);
        return ReplayRun.of(in, out);
    }

    private ReplayRun replay() throws IOException {
        return replay(MAPPER.writeValueAsBytes(whole));
    }

    private void assertRefused(ReplayRun run, String... words) throws IOException {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains(words).endsWith(".").hasLineCount(1);
        assertThat(out).hasContent(BEFORE);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void anIntegerBeyondTheNumbersIsNamed() throws IOException {
        ((ObjectNode) whole.at("/spec/optimizer")).put("lr", java.math.BigInteger.TEN.pow(350));
        assertRefused(replay(), in + ": spec.optimizer.lr must be a finite number, not 1000");
    }

    @Test
    void theFixtureItselfIsAccepted() throws IOException {
        ReplayRun run = replay();
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(out).content().startsWith("{\"loss\":[");
    }

    @ParameterizedTest
    @CsvSource({
        "/spec,                         layers",
        "/spec,                         activation",
        "/spec,                         bn",
        "/spec,                         running_var",
        "/spec,                         loss",
        "/spec,                         optimizer",
        "/spec,                         weight_decay",
        "/spec,                         weight_decay_scope",
        "/spec,                         init",
        "/spec,                         batches",
        "/spec,                         schedule",
        "/spec,                         report",
        "/spec/optimizer,               name",
        "/spec/optimizer,               lr",
        "/spec/bn/0,                    eps",
        "/spec/bn/0,                    momentum",
        "/spec/init/0,                  W",
        "/spec/init/0,                  gamma",
        "/spec/init/0,                  beta",
        "/spec/init/1,                  b",
        "/spec/batches/2,               x",
        "/spec/batches/2,               y",
        "/spec/report,                  params_after",
        "/spec/report,                  trace_step",
        "/spec/report,                  eval_after",
        "/spec/report,                  eval_x",
        "/spec/report,                  eval_y",
    })
    void aMissingFieldIsNamed(String parent, String name) throws IOException {
        ((ObjectNode) whole.at(parent)).remove(name);
        String path =
                (parent.substring(1) + "/" + name).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        assertRefused(replay(), in + ": " + path + " is missing; give ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/spec/layers | 0 | 2.5 | spec.layers[0] must be a whole number,"
                        + " without a point or an exponent, not 2.5.",
                "/spec/layers | 1 | 5 | spec.init[0].W has 4 rows; give 5, one an output.",
                "/spec/layers | 1 | 999999999 | spec.layers[1] must be a whole number from 1 to 100000",
                "/spec/init/1/W/2 | 1 | \"a\" | spec.init[1].W[2][1] must be a finite number, not \"a\".",
                "/spec/init/1/W | 2 | [1] | spec.init[1].W[2] has 1 entries; give 4, one an input.",
                "/spec/init/0/gamma | 3 | 1e999 | spec.init[0].gamma[3] must be a finite number",
                "/spec/bn | 0 | 3 | spec.bn[0] must be an object in { }, not 3.",
                "/spec/bn/0 | eps | -1 | spec.bn[0].eps must be a number of at least 0, not -1.",
                "/spec/bn/0 | momentum | 2 | spec.bn[0].momentum must be from 0 to 1, not 2.",
                "/spec/bn/0/running_var0 | 2 | -3 | spec.bn[0].running_var0[2] must be a number of at least 0",
                "/spec/bn/0/running_mean0 | 2 | null | spec.bn[0].running_mean0[2] must be a finite number, not null.",
                "/spec/schedule | 3 | 3 | spec.schedule[3] must be a whole number from 0 to 2, not 3.",
                "/spec/schedule | 3 | -1 | spec.schedule[3] must be a whole number from 0 to 2, not -1.",
                "/spec/batches/2/x/0 | 1 | true | spec.batches[2].x[0][1] must be a finite number, not true.",
                "/spec/batches/1/x | 0 | [1,2,3] | spec.batches[1].x[0] has 3 entries; give 2, one an input.",
                "/spec/batches/1 | x | [] | spec.batches[1].x is empty; give at least one example.",
                "/spec/batches/1/y | 0 | 7 | spec.batches[1].y[0] must be a list in [ ], not 7.",
                "/spec/report | trace_step | 0 | spec.report.trace_step must be a whole number from 1 to 15",
                "/spec/report/eval_after | 0 | 16 | spec.report.eval_after[0] must be a whole number from 0 to 15",
                "/spec/optimizer | name | \"lamb\" | spec.optimizer.name must be one of sgd, momentum,",
                "/spec/optimizer | name | \"adam\" | spec.optimizer.beta1 is missing",
                "/spec/optimizer | name | \"rmsprop\" | spec.optimizer.beta2 is missing",
                "/spec/optimizer | name | \"momentum\" | spec.optimizer.beta is missing",
                "/spec/optimizer | name | \"torch_momentum\" | spec.optimizer.beta is missing",
                "/spec | loss | \"bce\" | spec.layers[3] must be a whole number from 1 to 1, not 2.",
                "/spec | loss | \"softmax\" | spec.batches[0].y[0] must be a finite number, not a list.",
                "/spec | layers | [2] | spec.layers has 1 sizes; give at least the inputs",
                "/spec | schedule | [] | spec.schedule is empty",
                "/spec | bn | [null] | spec.bn has 1 entries; give 3, one a weight layer.",
                "/spec | init | [] | spec.init has 0 entries; give 3, one a weight layer.",
                "/spec/init/0 | b | [0,0,0,0] | spec.init[0].b does not belong to a layer with batch normalization",
                "/spec/optimizer | lr | 1e300 | spec makes the network leave the finite numbers"
                        + " (evaluation at step 1, first in layer 1)",
            })
    void aWrongFieldIsNamed(String parent, String name, String json, String expected) throws IOException {
        JsonNode value = json.equals("1e999") ? MAPPER.readTree("\"@\"") : MAPPER.readTree(json);
        JsonNode at = whole.at(parent);
        if (at instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) at).set(name, value);
        }
        byte[] text = MAPPER.writeValueAsString(whole).replace("\"@\"", "1e999").getBytes(StandardCharsets.UTF_8);
        assertRefused(replay(text), expected);
    }

    @Test
    void torchsOwnDefaultsMayBeLeftOut() throws IOException {
        for (String name : List.of("torch_adam", "torch_rmsprop", "torch_sgd")) {
            ((ObjectNode) whole.at("/spec/optimizer")).put("name", name);
            assertThat(replay().exitCode()).isZero();
        }
    }

    @Test
    void everyOptimizerThereIsCanBeGiven() throws IOException {
        ObjectNode optimizer = (ObjectNode) whole.at("/spec/optimizer");
        optimizer
                .put("lr", 0.01)
                .put("beta", 0.5)
                .put("beta1", 0.6)
                .put("beta2", 0.7)
                .put("eps", 0.1);
        for (Class<?> kind : OptimizerSpec.class.getPermittedSubclasses()) {
            optimizer.put("name", kind.getAnnotation(JsonTypeName.class).value());
            assertThat(replay().error()).isEmpty();
        }
        optimizer.put("name", "adam");
        assertThat(replay().error()).isEmpty();
        assertThat(ReplayProblem.read(in).optimizer).isEqualTo(new OptimizerSpec.Adam(0.6, 0.7, 0.1));
        optimizer.put("name", "momentum");
        assertThat(replay().error()).isEmpty();
        assertThat(ReplayProblem.read(in).optimizer).isEqualTo(new OptimizerSpec.Momentum(0.5));
    }

    @Test
    void labelsMustBeClassNumbers() throws IOException {
        ObjectNode spec = (ObjectNode) whole.get("spec");
        spec.put("loss", "softmax");
        for (JsonNode batch : spec.get("batches")) {
            ((ObjectNode) batch).set("y", MAPPER.readTree(batch.get("x").size() == 5 ? "[0,1,0,1,0]" : "[0,2,1]"));
        }
        assertRefused(replay(), "spec.batches[2].y[1] must be a class number from 0 to 1, not 2.");
        ((ArrayNode) whole.at("/spec/batches/2/y")).set(1, MAPPER.readTree("0.5"));
        assertRefused(replay(), "spec.batches[2].y[1] must be a class number from 0 to 1, not 0.5.");
        ((ArrayNode) whole.at("/spec/batches/2/y")).remove(1);
        assertRefused(replay(), "spec.batches[2].y has 2 labels; give 3, one an example of x.");
    }

    @Test
    void filesCutAnywhereAreRefused() throws IOException {
        byte[] text = MAPPER.writeValueAsBytes(whole);
        for (int length = 1; length < text.length; length += 97) {
            Files.write(in, Arrays.copyOf(text, length));
            assertRefused(ReplayRun.of(in, out), "The file is not complete and correct JSON");
        }
    }

    @Tag("slow")
    @Test
    void anyValuePutAnywhereIsAcceptedOrRefusedInOneSentence() throws IOException {
        List<String> values =
                List.of("null", "true", "\"x\"", "-1", "0", "1e308", "1e-320", "[]", "{}", "[[[[1]]]]", "3");
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 400; i++) {
            prepare();
            JsonNode at = whole.get("spec");
            Consumer<JsonNode> put = null;
            while (at.isContainer() && at.size() > 0) {
                int index = random.nextInt(at.size());
                JsonNode parent = at;
                String name = at.isObject() ? List.copyOf(at.propertyNames()).get(index) : null;
                put = value -> {
                    if (parent instanceof ArrayNode list) {
                        list.set(index, value);
                    } else {
                        ((ObjectNode) parent).set(name, value);
                    }
                };
                at = name == null ? at.get(index) : at.get(name);
                if (random.nextInt(4) == 0) {
                    break;
                }
            }
            put.accept(MAPPER.readTree(values.get(random.nextInt(values.size()))));
            ReplayRun run = replay();
            if (run.exitCode() != 0) {
                assertRefused(run, "spec");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "3",
                "null",
                "nonsense",
                "{\"spec\": NaN}",
                "{\"spec\": {\"layers\": [2, NaN]}}",
                "{}{}",
                "{\"spec\": 3}",
                "{\"a\": 1, \"a\": 2}",
                "{'spec': {}}",
                "{\"layers\": [01, 2]}",
                "\u0000\u0000"
            })
    void whatIsNoFixtureIsRefused(String text) throws IOException {
        assertRefused(replay(text.getBytes(StandardCharsets.UTF_8)), in + ": ");
    }

    @Test
    void deepNestingLongNumbersAndBytesThatAreNoTextAreRefused() throws IOException {
        assertRefused(replay("[".repeat(4_000_000).getBytes(StandardCharsets.UTF_8)), "JSON");
        assertRefused(replay("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)), "JSON");
        assertRefused(replay(("{\"spec\": " + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8)), "JSON");
        assertRefused(replay(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '"'}), "UTF-8");
    }

    @Test
    void aHundredMegabytesOfNothingAreRefusedUnread() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(in.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertRefused(ReplayRun.of(in, out), "The file is larger than 8 MB");
    }

    @Test
    void absentFilesAndFoldersAreNamed() throws IOException {
        assertRefused(ReplayRun.of(folder.resolve("none.json"), out), "none.json does not exist");
        assertRefused(ReplayRun.of(folder, out), folder.toString());
        ReplayRun run = ReplayRun.of(FIXTURE, folder.resolve("no-folder").resolve("out.json"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains("no-folder does not exist").hasLineCount(1);
        assertThat(ReplayRun.of(FIXTURE, folder).exitCode()).isEqualTo(2);
    }
}
