package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says that there is: commands, files, pictures. */
class ReadmeTest {

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(readme())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** A command is in code, or on a line of its own. */
    @Test
    void everyCommandCanBeCalledLikeThat() throws IOException {
        List<String> commands = found("(?<=`|^)normscope [^`\n#]+");
        assertThat(commands).hasSizeGreaterThan(12);
        for (String command : commands) {
            String[] args = command.substring("normscope ".length())
                    .replaceAll("\\bI/N\\b", "1/2")
                    .replaceAll("(?<= )N\\b", "3")
                    .replace("…", "")
                    .strip()
                    .split(" ");
            assertThatCode(() -> Launcher.commandLine().parseArgs(args))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        List<String> files = found("(?<=\\]\\()(?!http)[^)]+|\\bassets/[\\w/.-]+\\w");
        assertThat(files).hasSizeGreaterThan(10);
        assertThat(files).allSatisfy(file -> assertThat(Path.of(file)).exists());
    }
}
