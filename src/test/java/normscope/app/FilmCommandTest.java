package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Films by the command line. */
@Timeout(120)
class FilmCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("mine.json");
        new ExperimentFile(ExperimentConfig.defaults()).write(file);
    }

    private int film(String... arguments) {
        return new CommandLine(new FilmCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of(
                                        file.toString(),
                                        "--out",
                                        folder.resolve("film").toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("film"))) {
            return all.filter(Files::isRegularFile)
                    .map(each ->
                            folder.resolve("film").relativize(each).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFilmIsOneFileOrAPictureAFrameAndTheNextOneTakesItsPlace() throws IOException {
        String[] wanted = {"--panel", "loss", "--to", "20", "--every", "10", "--width", "400"};
        assertThat(film(wanted)).as(err.toString()).isZero();
        assertThat(files()).containsExactly("loss.gif");
        assertThat(out.toString()).contains("3 frames, 0.3 seconds, ");

        assertThat(film(Stream.concat(Stream.of(wanted), Stream.of("--png")).toArray(String[]::new)))
                .isZero();
        assertThat(files()).containsExactly("loss/frame-00001.png", "loss/frame-00002.png", "loss/frame-00003.png");
    }

    @ParameterizedTest
    @CsvSource({
        "--panel, cats, histograms",
        "--from, 501, --from and --to",
        "--to, -1, --from and --to",
        "--every, 0, --every",
        "--fps, 51, --fps",
        "--width, 10000, --width"
    })
    void whatCannotBeFilmedIsToldInASentence(String option, String value, String named) {
        assertThat(film(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(named);
        assertThat(folder.resolve("film")).doesNotExist();
    }

    @Test
    void moreFramesThanAFilmHasAreRefused() {
        assertThat(film("--to", "100000", "--every", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--every must leave from 1 to 2000 frames");
    }

    @Test
    void whatIsNoExperimentIsToldSo() throws IOException {
        Files.writeString(file, "{}");
        assertThat(film()).isEqualTo(2);
        assertThat(err.toString()).contains("mine.json: ").hasLineCount(1);
    }
}
