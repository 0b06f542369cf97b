package normscope.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported really runs in PyTorch, and gives the same losses. */
@Tag("long")
class TorchRunTest {

    private static final double MOST = 1e-9;

    /** "required" where PyTorch must be there, or the Python to take. */
    private static final String WANTED = "NORMSCOPE_TORCH";

    private static final String REQUIRED = "required";

    /** Runs each script by itself, but reads PyTorch once, which takes seconds. */
    private static final String DRIVER = """
            import contextlib, io, json, runpy, sys, traceback

            for line in sys.stdin:
                name, path = line.rstrip("\\n").split("\\t")
                print("\\f" + name)
                try:
                    if path.endswith(".ipynb"):
                        with open(path, encoding="utf-8") as f:
                            cells = json.load(f)["cells"]
                        code = "\\n\\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
                        with contextlib.chdir(path.rsplit("/", 1)[0]):
                            exec(compile(code, path, "exec"), {"__name__": "__main__"})
                    else:
                        runpy.run_path(path, run_name="__main__")
                except BaseException:
                    traceback.print_exc(file=sys.stdout)
            """;

    private static final Pattern LOSSES =
            Pattern.compile("(\\d+) steps, largest relative difference (\\S+); rounding alone (\\S+)");
    private static final Pattern EVAL = Pattern.compile("eval\\(\\) on the .*; relative difference (\\S+)");

    private static final Map<String, Supplier<Recording>> CASES = TorchCases.all(TorchExport.STEPS);
    private static final Map<String, String> PRINTED = new LinkedHashMap<>();

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException, InterruptedException {
        String python = python();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Supplier<Recording>> each : CASES.entrySet()) {
            String name = TorchExport.name(each.getKey());
            TorchExport.write(each.getValue().get(), name, folder);
            lines.add(each.getKey() + "\t" + folder.resolve(name + ".py"));
        }
        lines.add("notebook\t" + folder.resolve(TorchExport.name("normalizer Batch ghostSize=0") + ".ipynb"));
        Path list = Files.write(folder.resolve("list.txt"), lines);
        Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(python, "-W", "error::FutureWarning", driver.toString())
                .redirectInput(list.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "PYTHONIOENCODING", "utf-8"));
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        for (String part : Files.readString(output, StandardCharsets.UTF_8).split("\f")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                PRINTED.put(part.substring(0, end), part.substring(end + 1));
            }
        }
    }

    /** A Python that has PyTorch; without one there is nothing to test, unless it is asked for. */
    private static String python() throws IOException, InterruptedException {
        String wanted = System.getenv(WANTED);
        boolean named = wanted != null && !wanted.equals(REQUIRED);
        for (String each : named ? List.of(wanted) : List.of("/usr/bin/python3", "python3")) {
            try {
                Process process = new ProcessBuilder(each, "-c", "import torch, numpy")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() == 0) {
                    return each;
                }
            } catch (IOException e) {
                // There is no such program.
            }
        }
        String sentence = "No python3 here has PyTorch and NumPy; Debian's package is python3-torch.";
        assertThat(wanted).as(sentence).isNull();
        return abort(sentence);
    }

    static Set<String> cases() {
        return CASES.keySet();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameLosses(String name, TestReporter reporter) {
        String printed = PRINTED.get(name);

        List<MatchResult> losses = LOSSES.matcher(printed).results().toList();
        List<MatchResult> eval = EVAL.matcher(printed).results().toList();
        assertThat(losses).as(printed).isNotEmpty();
        reporter.publishEntry(name, worst(losses, 2) + ", eval " + worst(eval, 1) + ", rounding " + worst(losses, 3));
        if (name.equals(TorchCases.ROUGH)) {
            assertThat(worst(losses, 3)).as(printed).isGreaterThan(MOST);
            return;
        }
        assertThat(worst(losses, 3)).as(printed).isLessThan(TorchCases.CALM);
        assertThat(worst(losses, 2)).as(printed).isLessThan(MOST);
        assertThat(worst(eval, 1)).as(printed).isLessThan(MOST);
        String steps = String.valueOf(TorchExport.STEPS);
        if (name.equals(TorchCases.DIVERGENCE)) {
            assertThat(losses).as(printed).anyMatch(each -> !each.group(1).equals(steps));
        } else {
            assertThat(losses).as(printed).allMatch(each -> each.group(1).equals(steps));
            assertThat(eval).hasSize(2 * losses.size());
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookIsTheSame(String notebook, String script) {
        assertThat(PRINTED.get(notebook)).isEqualTo(PRINTED.get(script));
    }

    static List<Arguments> notebooks() {
        return List.of(Arguments.of("notebook", "normalizer Batch ghostSize=0"));
    }

    private static double worst(List<MatchResult> found, int group) {
        // Not max, to which NaN would be the largest, and less than all.
        double worst = 0;
        for (MatchResult each : found) {
            double value =
                    Double.parseDouble(each.group(group).replace("nan", "NaN").replace("inf", "Infinity"));
            worst = value <= worst ? worst : value;
        }
        return worst;
    }
}
