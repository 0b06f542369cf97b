package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import normscope.lesson.OwnLessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code normscope lessons guide}: which lessons it prints, and what it says where it cannot. */
class GuideCommandTest {

    @TempDir
    private Path to;

    private final List<String> written = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private boolean full;

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new LessonsCommand((lesson, folder) -> {
            if (full) {
                throw new IOException("no room");
            }
            written.add(lesson.id());
            return List.of(Files.writeString(folder.resolve(lesson.id() + ".pdf"), lesson.id()));
        }));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void allLessonsAndScriptsArePrinted() {
        assertThat(run("guide", to.toString())).isZero();

        assertThat(written)
                .contains("by-hand", "gradient-descent", "same-cats-two-truths")
                .hasSizeGreaterThan(10);
        assertThat(out.toString()).contains(to.resolve("by-hand.pdf").toString());
    }

    @Test
    void someAreChosenByName() {
        assertThat(run("guide", to.toString(), "test-time", "real-pictures")).isZero();

        assertThat(written).containsExactly("test-time", "real-pictures");
    }

    @Test
    void anInstructorsOwnTakeTheirPlace(@TempDir Path folder) throws IOException {
        OwnLessons.copy("by-hand", folder, "mine", "Mine");

        assertThat(run("guide", "--lesson-dir", folder.toString(), to.toString()))
                .isZero();

        assertThat(written).containsExactly("mine");
    }

    @Test
    void whatCannotBeDoneIsToldByTheStatus() {
        assertThat(run("guide", to.toString(), "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no lesson \"nowhere\"");
        full = true;
        assertThat(run("guide", to.toString(), "by-hand")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written to");
        assertThat(run("guide")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("verify, guide or new");
    }
}
