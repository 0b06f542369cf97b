package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run without a window does what the file says, on the way too, and tells what it wrote. */
class RunCommandTest {

    private static final ExperimentConfig SMALL = Configs.small();

    private static final List<Event> EVENTS = List.of(
            new Event(0, new Command.SetLearningRate(0.05)),
            new Event(5, new Command.ShiftInputs(new InputShift.Translate(1, 1), 0)),
            new Event(7, new Command.KickLayer(1, new Kick.ScaleWeights(2))),
            new Event(7, new Command.SetLearningRate(0.2)),
            new Event(40, new Command.SetLearningRate(0.3)));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, Object... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void theChangesOfAFileAreMadeAtTheirStepsAndTheExperimentIsWrittenBeside() throws IOException {
        ExperimentFile file = new ExperimentFile(SMALL, EVENTS);
        Path given = folder.resolve("given.json");
        file.write(given);
        Path to = folder.resolve("to");
        assertThat(run(
                        new RunCommand((session, in) -> List.of(Files.createFile(in.resolve("card.png")))),
                        given,
                        "--steps",
                        20,
                        "--out",
                        to))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("1 of the file's changes lie after step 20.");

        Experiment by = new Experiment(SMALL);
        int next = 0;
        for (int step = 0; step < 20; step++) {
            while (EVENTS.get(next).step() == step) {
                by.apply(EVENTS.get(next++).command());
            }
            by.advance();
        }
        List<String> losses = Files.readAllLines(to.resolve("batch-loss.csv"));
        assertThat(losses.get(20)).isEqualTo("19," + by.batchLoss(0) + "," + by.batchLoss(1));
        assertThat(Files.readAllLines(to.resolve("events.csv"))).hasSize(5);
        assertThat(ExperimentFile.read(to.resolve("experiment.json"))).isEqualTo(file);
        assertThatEachColumnIsTold(to);
    }

    @Test
    void aChangeThatCannotBeIsOneSentence() throws IOException {
        Path given = folder.resolve("given.json");
        new ExperimentFile(SMALL).write(given);
        Files.writeString(
                given,
                Files.readString(given)
                        .replaceFirst("\\}\\s*$", ", \"events\": [{\"step\": 1, \"command\": {\"kick\": 9}}]}"));
        assertThat(run(new RunCommand((session, in) -> List.of()), given, "--out", folder.resolve("to")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("events[0]").hasLineCount(1);
    }

    @Test
    void theTablesOfSweepsAndMeasurementsTellTheirColumns() throws IOException {
        Path base = folder.resolve("base.json");
        new ExperimentFile(SMALL).write(base);
        Path sweep = folder.resolve("sweep-file.json");
        Files.writeString(sweep, """
                {"format": "normscope-sweep", "version": 1, "base": "base.json", "seeds": 1, "steps": [2],
                 "settings": [{"setting": "learning-rate", "values": [0.1, 1]},
                              {"setting": "dropout", "arm": "with", "values": [0, 0.2]}],
                 "measure": [{"name": "right", "what": "accuracy", "set": "test", "mode": "eval"},
                             {"name": "loss", "what": "loss", "set": "test", "mode": "eval"}]}
                """);
        Path swept = folder.resolve("swept");
        assertThat(run(new SweepCommand((results, in) -> List.of()), sweep, "--out", swept))
                .as(err.toString())
                .isZero();
        assertThatEachColumnIsTold(swept);
        assertThat(Files.readString(swept.resolve("README.txt"))).contains("right in %, the mean over the seeds");
        Path compared = folder.resolve("compared");
        assertThat(run(new CompareCommand((results, in) -> List.of()), swept, "--out", compared))
                .as(err.toString())
                .isZero();
        assertThatEachColumnIsTold(compared);
        Path measure = folder.resolve("measure.json");
        Files.writeString(measure, """
                {"format": "normscope-measurement", "version": 1, "experiment": "base.json",
                 "instrument": {"depth": {}}, "seeds": 1, "steps": [0]}
                """);
        Path measured = folder.resolve("measured");
        assertThat(run(new MeasureCommand((file, all, in) -> {}), measure, "--out", measured))
                .as(err.toString())
                .isZero();
        assertThatEachColumnIsTold(measured);
    }

    /** Every file of the folder, and of each its columns in their order, with words. */
    private static void assertThatEachColumnIsTold(Path in) throws IOException {
        List<String> lines = Files.readAllLines(in.resolve("README.txt"));
        try (Stream<Path> all = Files.list(in)) {
            for (Path table :
                    all.filter(file -> file.toString().endsWith(".csv")).toList()) {
                int at = lines.indexOf(table.getFileName().toString());
                assertThat(at).as(table.toString()).isNotNegative();
                for (String column : Files.readAllLines(table).get(0).split(",")) {
                    at++;
                    assertThat(lines.get(at)).matches("  " + column + " +\\S.*");
                }
            }
        }
    }
}
