package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import normscope.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SweepCommandTest {

    private static final String SWEEP = """
            {"format": "normscope-sweep", "version": 1,
             "base": {"name": "Small", "seed": 3,
               "data": {"kind": "moons", "points": 60, "noise": 0.1, "testShare": 0.5, "standardize": true},
               "network": {"hiddenUnits": [6], "activation": "relu", "init": {"kind": "he"}, "epsilon": 1e-5,
                 "runningDecay": 0.9, "unbiasedRunningVar": false},
               "arms": [{"name": "", "normalizers": [{"kind": "none"}]},
                        {"name": "", "normalizers": [{"kind": "batch"}]}],
               "training": {"optimizer": {"kind": "sgd"}, "learningRate": 0.1, "batchSize": 10, "l2": 0, "dropout": 0}},
             "settings": [{"setting": "learning-rate", "values": [0.1, 1]}], "seeds": 2, "steps": [5],
             "measure": [{"name": "accuracy", "what": "accuracy", "set": "test", "mode": "eval"}]}
            """;

    @TempDir
    private Path folder;

    private final List<SweepResult> drawn = new ArrayList<>();
    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        FigureWriter<List<SweepResult>> figures = (results, to) -> {
            drawn.addAll(results);
            return List.of(to.resolve("a.png"));
        };
        Object command = arguments[0].equals("sweep") ? new SweepCommand(figures) : new CompareCommand(figures);
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return line.execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private String file() throws IOException {
        Path file = folder.resolve("small.json");
        Files.writeString(file, SWEEP);
        return file.toString();
    }

    @Test
    void aSweepWritesItsRunsItsTableAndItsFigures() throws IOException {
        assertThat(run("sweep", file(), "--out", folder + "/out", "--threads", "2"))
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("out/runs.csv")))
                .hasSize(9)
                .startsWith("run,learning-rate,seed,arm,step,diverged,accuracy")
                .anyMatch(row -> row.startsWith("3,1,4,with,5,,"));
        assertThat(Files.readAllLines(folder.resolve("out/table.csv"))).hasSize(5);
        assertThat(drawn).hasSize(1);
        assertThat(out.toString()).contains("4 of 4 runs").contains("accuracy, step 5: Best learning rate of each: ");
        assertThat(run("sweep", file(), "--out", folder + "/out")).isZero();
        assertThat(out.toString()).contains("4 of 4 runs are there already.");
    }

    @Test
    void whatOthersHaveInTheFolderStaysAndWhatTheCommandHasIsReplaced() throws IOException {
        Path out2 = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out2.resolve("table.csv"), "mine");
        for (int time = 0; time < 2; time++) {
            assertThat(run("sweep", file(), "--out", out2.toString())).isZero();
            assertThat(out2.resolve("table.csv")).hasContent("mine");
            assertThat(Files.readAllLines(out2.resolve("table-2.csv"))).hasSize(5);
        }
        assertThat(out.toString())
                .contains("Kept what else is there: table.csv.")
                .contains("Replaced what this command had written there before: README.txt, table-2.csv.");

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("runs.csv"), "mine");
        assertThat(run("sweep", file(), "--out", other.toString())).isEqualTo(2);
        assertThat(other.resolve("runs.csv")).hasContent("mine");
        assertThat(out.toString()).contains("has a runs.csv of no sweep; take another.");
    }

    @Test
    void partsAreJoinedByCompare() throws IOException {
        assertThat(run("sweep", file(), "--out", folder + "/parts", "--shard", "1/2"))
                .isZero();
        assertThat(run("sweep", file(), "--out", folder + "/parts", "--shard", "2/2"))
                .isZero();
        assertThat(drawn).as("a part is not drawn").isEmpty();
        assertThat(run("compare", folder + "/parts", "--out", folder + "/all")).isZero();

        assertThat(drawn.get(0).complete()).isTrue();
        assertThat(folder.resolve("all/table.csv")).exists();
        assertThat(out.toString()).contains("Small: 4 of 4 runs").contains("accuracy mean");
    }

    @Test
    void whatIsWrongIsOneSentence() throws IOException {
        assertThat(run("sweep", file(), "--out", folder + "/o", "--shard", "3/2"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("--shard must be from 1/2 to 2/2, not 3/2.");
        Files.writeString(folder.resolve("bad.json"), SWEEP.replace("\"seeds\": 2", "\"seeds\": 0"));
        assertThat(run("sweep", folder + "/bad.json", "--out", folder + "/o")).isEqualTo(2);
        assertThat(out.toString()).contains("bad.json: seeds must be ");
        assertThat(run("compare", folder + "/nowhere", "--out", folder + "/o")).isEqualTo(2);
        assertThat(out.toString()).contains("The folders cannot be compared: ");
    }
}
