package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Command.SetLearningRate;
import normscope.experiment.Configs;
import normscope.experiment.Event;
import normscope.experiment.ExperimentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An experiment is written for PyTorch, or refused in one sentence. */
class ExportCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;
    private Path to;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("lr 0.1.json");
        to = folder.resolve("to");
        new ExperimentFile(Configs.small(), List.of(new Event(90, new SetLearningRate(0.5)))).write(file);
    }

    private int export(Object... arguments) {
        return new CommandLine(new ExportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void writesAScriptANotebookAndTheirNumbers() throws IOException {
        assertThat(export(file, "--python", to, "--steps", 20)).isZero();

        assertThat(to.resolve("lr_0_1.py")).content().contains("\"lr_0_1.npz\"").doesNotContain("def change");
        assertThat(to.resolve("lr_0_1.ipynb")).content().contains("lr_0_1.npz");
        assertThat(to.resolve("lr_0_1.npz")).isNotEmptyFile();
        assertThat(out.toString()).startsWith("1 of the file's changes lie after the last step, and are not in it.");
        byte[] before = Files.readAllBytes(to.resolve("lr_0_1.npz"));
        assertThat(export(file, "--python", to, "--steps", 20)).isZero();
        assertThat(to.resolve("lr_0_1.npz")).hasBinaryContent(before);
        assertThat(to.resolve("lr_0_1-2.py")).doesNotExist();
    }

    @Test
    void keepsWhatIsSomebodyElsesAndTheThreeTogether() throws IOException {
        Files.createDirectories(to);
        Path mine = Files.writeString(to.resolve("lr_0_1.npz"), "mine");

        assertThat(export(file, "--python", to, "--steps", 5)).isZero();

        assertThat(mine).hasContent("mine");
        assertThat(to.resolve("lr_0_1-2.py")).content().contains("\"lr_0_1-2.npz\"");
        assertThat(to.resolve("lr_0_1-2.npz")).isNotEmptyFile();
    }

    @Test
    void refusesInOneSentence() throws IOException {
        Path none = folder.resolve("none.json");
        assertThat(export(none, "--python", to)).isEqualTo(2);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"name\": 3}");
        assertThat(export(wrong, "--python", to)).isEqualTo(2);
        assertThat(export(file, "--python", file)).isEqualTo(1);
        assertThat(export(file, "--python", to, "--steps", 0)).isEqualTo(2);

        assertThat(err.toString().lines().filter(line -> line.contains("none.json: ")))
                .hasSize(1);
        assertThat(err.toString())
                .contains("wrong.json: ", file + " is a file, not a folder; choose another one.")
                .contains("--steps must be from 1 to 100000, not 0.");
        assertThat(to.resolve("lr_0_1.py")).doesNotExist();
    }
}
