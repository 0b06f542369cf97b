package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import normscope.experiment.ExperimentFile;
import normscope.experiment.OwnTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DataCommandTest {

    private static final String TABLE = "h;w;kind\n1,5;2;a\n2;?;b\n3;4,5;b\n4;1;a\n5,5;2;b\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTableBecomesAnExperimentThatNamesItFromItsFolderOn() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), TABLE);

        assertThat(run(file.toString(), "--out", folder.toString())).isZero();

        Path made = folder.resolve("plants.json");
        assertThat(made).content().contains("\"plants.csv\"");
        OwnTable table = (OwnTable) ExperimentFile.read(made).config().data().own();
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.inputNames()).containsExactly("h", "w");
        assertThat(out.toString())
                .contains("delimiter semicolon, decimal comma")
                .contains("Classes of kind: a (2), b (2).")
                .contains("1 rows without a value are left out, the first in row 3, column w.");
    }

    @Test
    void whatIsSaidIsNotGuessed() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), TABLE);

        assertThat(run(file.toString(), "--out", folder.toString(), "--missing", "refuse"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has no value in row 3, column \"w\"");
        assertThat(run(file.toString(), "--out", folder.toString(), "--inputs", "1", "--label", "kind"))
                .isZero();
        assertThat(((OwnTable) ExperimentFile.read(folder.resolve("t.json"))
                                .config()
                                .data()
                                .own())
                        .inputNames())
                .containsExactly("h");
        assertThat(run(file.toString(), "--out", folder.toString(), "--label", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has no column \"x\"; its columns are \"h, w, kind\".");
        assertThat(run(file.toString(), "--delimiter", "space")).isEqualTo(2);
    }

    static Iterable<String> examples() {
        return OwnTable.ALL_EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleLoads(String name) throws IOException {
        assertThat(run("--example", name, "--out", folder.toString())).isZero();

        OwnTable table = (OwnTable) ExperimentFile.read(folder.resolve(name + ".json"))
                .config()
                .data()
                .own();
        assertThat(table.fromProgram()).isTrue();
        assertThat(table.name()).isEqualTo(name);
        assertThat(table.classNames()).hasSizeBetween(2, 3);
        assertThat(Files.readString(Path.of("src", "main", "resources", "META-INF", "NOTICE")))
                .contains("examples/" + name + ".csv");
    }

    @ParameterizedTest
    @CsvSource({"no-such.csv, is not there; choose another file.", "., is a folder; choose a file in it."})
    void whatIsNoTableIsToldInOneSentence(String name, String sentence) {
        assertThat(run(folder.resolve(name).toString())).isEqualTo(2);
        assertThat(err.toString().strip()).endsWith(name + ": " + sentence).hasLineCount(1);
    }

    private int run(String... args) {
        return new CommandLine(new DataCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
