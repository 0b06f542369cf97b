package normscope.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.DataConfig;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Kick;
import normscope.nn.Init;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported, as far as it can be looked at without PyTorch. */
class ScriptTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "normscope", "torch");

    /** {@code -Dtorch.write=true} writes the kept scripts anew; the change is then reviewed as a diff. */
    private static final boolean WRITES = Boolean.getBoolean("torch.write");

    /** Few steps, so the later commands are behind the end; those have a script of their own. */
    private static final Map<String, Supplier<Recording>> CASES = TorchCases.all(50);

    private static final Map<String, Recording> MADE = new ConcurrentHashMap<>();

    private static final Pattern NEEDED = Pattern.compile("data\\[f?\"(\\w+)");

    @TempDir
    private Path folder;

    private static Recording made(String name) {
        return MADE.computeIfAbsent(name, each -> CASES.get(each).get());
    }

    static Set<String> cases() {
        return CASES.keySet();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("cases")
    void everyKindHasAScript(String name) {
        Recording run = made(name);
        String script = Script.of(run, "any");

        assertThat(script)
                .doesNotContain("#[", "#]")
                .doesNotContainPattern("@\\w+@")
                .doesNotContain("\t");
        assertThat(script.lines())
                .filteredOn(line -> line.length() > 120 || line.endsWith(" "))
                .isEmpty();
        assertThat(opened(script, '(', ')') + opened(script, '[', ']') + opened(script, '{', '}'))
                .isZero();
        assertThat(needed(script)).isSubsetOf(run.arrays().keySet());
    }

    private static long opened(String text, char open, char closed) {
        return text.chars().filter(c -> c == open).count()
                - text.chars().filter(c -> c == closed).count();
    }

    /** Names of arrays that the script tells outright; those with a layer behind them are one for all layers. */
    private static Set<String> needed(String script) {
        return NEEDED.matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(name -> name.equals("W") || name.equals("b") ? name + "1" : name)
                .filter(name -> !name.equals("b1"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyKindOfNormalizerOptimizerAndCommandCanBeSaid() {
        for (Class<?> kind : NormalizerSpec.class.getPermittedSubclasses()) {
            NormalizerSpec spec = NormalizerSpec.KINDS.stream()
                    .filter(kind::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(NormalizerForms.of(spec, new NormalizerForms.Place(4, true)))
                    .as(spec.kind())
                    .isNotNull();
            assertThat(NormalizerForms.keepsBias(spec))
                    .isEqualTo(spec.create(4, NormalizerConstants.DEFAULT).keepsBias());
        }
        List<OptimizerSpec> optimizers = new ArrayList<>(OptimizerSpec.EXPERIMENTS);
        optimizers.add(new OptimizerSpec.TorchMomentum(0.5));
        assertThat(optimizers.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(OptimizerSpec.class.getPermittedSubclasses());
        assertThat(optimizers)
                .allSatisfy(each -> assertThat(OptimizerForms.of(each)).isNotNull());
        assertThat(ChangeCode.kinds()).containsExactlyInAnyOrderElementsOf(permitted());
    }

    private static List<Class<? extends Command>> permitted() {
        return Stream.of(Command.class.getPermittedSubclasses())
                .<Class<? extends Command>>map(each -> each.asSubclass(Command.class))
                .toList();
    }

    @Tag("slow")
    @Test
    void scriptsAreCompiledByPython() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String each : cases()) {
            Path file = folder.resolve(TorchExport.name(each) + ".py");
            files.add(Files.writeString(file, Script.of(made(each), "any")));
        }
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-c",
                "import ast, sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding='utf-8').read(), f)"));
        files.forEach(file -> command.add(file.toString()));
        try {
            Process python = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = python.waitFor();
            assertThat(status).as(Files.readString(output)).isZero();
        } catch (IOException e) {
            // No Python here; the structure is tested above.
            assertThat(files).isNotEmpty();
        }
    }

    static List<String> kept() {
        return List.of("default", "changed");
    }

    @ParameterizedTest
    @MethodSource("kept")
    void theScriptIsTheKeptOne(String name) throws IOException {
        ExperimentFile file = name.equals("default")
                ? new ExperimentFile(ExperimentConfig.defaults())
                : new ExperimentFile(
                        ExperimentConfig.defaults(),
                        List.of(
                                TorchCases.at(2, new Command.SetLearningRate(0.05)),
                                TorchCases.at(3, new Command.SetNormalizer(1, 0, new NormalizerSpec.None()))));
        String script = Script.of(Recorder.record(file, 5), name);
        Path kept = KEPT.resolve(name + ".py");
        if (WRITES) {
            Files.createDirectories(KEPT);
            Files.writeString(kept, script);
        }
        assertThat(script).isEqualTo(Files.readString(kept));
    }

    @Test
    void theNotebookHasTheScriptsCells() throws IOException {
        String script = Script.of(Recorder.record(new ExperimentFile(Configs.small()), 3), "any");

        JsonNode notebook = JsonMapper.builder().build().readTree(Notebook.of(script));

        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        List<String> code = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (JsonNode cell : notebook.get("cells")) {
            StringBuilder source = new StringBuilder();
            cell.get("source").forEach(line -> source.append(line.asString()));
            (cell.get("cell_type").asString().equals("code") ? code : words).add(source.toString());
        }
        assertThat(words.get(0)).startsWith("# any\nAn experiment of NormScope");
        assertThat(words).noneMatch(text -> text.contains("\n# "));
        String codeOfScript = Arrays.stream(script.split("(?m)^# %%"))
                .filter(part -> !part.startsWith(" [markdown]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .reduce("", String::concat);
        assertThat(String.join("", code)).isEqualTo(codeOfScript);
    }

    @Test
    void lossesAreThoseOfTheRun() throws IOException {
        Path written = TorchExport.write(new ExperimentFile(Configs.small()), 20, "any", folder)
                .files()
                .get(2);

        Experiment experiment = new Experiment(Configs.small());
        try (ZipFile zip = new ZipFile(written.toFile())) {
            byte[] losses = zip.getInputStream(zip.getEntry("losses.npy")).readAllBytes();
            ByteBuffer in = ByteBuffer.wrap(losses).order(ByteOrder.LITTLE_ENDIAN);
            int start = losses.length - 2 * 20 * Double.BYTES;
            for (int step = 0; step < 20; step++) {
                experiment.advance();
                for (int arm = 0; arm < 2; arm++) {
                    assertThat(in.getDouble(start + (arm * 20 + step) * Double.BYTES))
                            .isEqualTo(experiment.batchLoss(arm));
                }
            }
        }
    }

    @Test
    void whatDivergesAtOnceIsRefused() {
        ExperimentConfig config = Configs.small();
        ExperimentConfig plain = config.withArm(1, config.arms().get(0));
        // Each of 50 layers multiplies by about 1000, and is kicked by a million.
        ExperimentConfig huge = plain.withNetwork(
                plain.network().withHiddenUnits(TorchCases.units(50, 100)).withInit(new Init.Normal(100)));
        List<Event> kicks = IntStream.range(0, 100)
                .mapToObj(layer -> TorchCases.at(0, new Command.KickLayer(layer % 50, new Kick.ScaleWeights(1000))))
                .toList();

        assertThatThrownBy(() -> Recorder.record(new ExperimentFile(huge, kicks), 5))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "Every network leaves the finite numbers at its first step, so there is nothing to compare; "
                                + "choose a smaller learning rate.");
    }

    @Test
    void noMoreIsRecordedThanAFileMayHave() {
        ExperimentConfig config = Configs.small();
        ExperimentConfig noisy = config.withNetwork(config.network().withHiddenUnits(TorchCases.units(50, 128)))
                .withArmsAlike(arm -> arm.withNoise(1))
                .withData(new DataConfig(DataKind.MOONS, 5000, 0.1, 0.05, true))
                .withTraining(config.training().withBatchSize(0));

        assertThatThrownBy(() -> Recorder.record(new ExperimentFile(noisy), 1))
                .hasMessage("The numbers of one step alone would take more than 256 MB; choose smaller mini-batches.");
        ExperimentConfig smaller = noisy.withTraining(noisy.training().withBatchSize(32));
        assertThatThrownBy(() -> Recorder.record(new ExperimentFile(smaller), 200))
                .hasMessageMatching("The numbers of 200 steps would take .* ask for at most \\d+ steps\\.");
    }

    @Test
    void namesAreThoseOfFiles() {
        assertThat(TorchExport.name("lr 0.1, \"best\"/..\\x\n")).isEqualTo("lr_0_1_best_x");
        assertThat(TorchExport.name("")).isEqualTo("experiment");
        assertThat(TorchExport.name("../../")).isEqualTo("experiment");
        assertThat(TorchExport.name("猫".repeat(100))).hasSize(60);
        assertThat(new String(Python.string("a\"\\\n'").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("\"a\\\"\\\\ '\"");
    }

    @Test
    void aNewFolderIsMadeBesideOthers() throws IOException {
        ExperimentFile file = new ExperimentFile(Configs.small());

        List<Path> first = TorchExport.writeNew(file, 2, "mine", folder).files();
        List<Path> second = TorchExport.writeNew(file, 2, "mine", folder).files();

        assertThat(first.get(0))
                .isEqualTo(folder.resolve("mine-python/mine.py"))
                .exists();
        assertThat(second.get(2))
                .isEqualTo(folder.resolve("mine-python-2/mine.npz"))
                .exists();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("mine-python", "mine-python-2");
    }
}
