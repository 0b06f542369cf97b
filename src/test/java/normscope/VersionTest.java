package normscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build file is the one place of the version; what else names it must name the same. */
class VersionTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>normscope</artifactId>\\s*<version>([^<]*)</version>");

    static String version() throws IOException {
        Matcher matcher = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** What macOS takes for the version of an application: not below 1, two to three numbers. */
    @Test
    void theVersionIsOneThatEverySystemTakes() throws IOException {
        assertThat(version()).matches("[1-9]\\d*\\.\\d+(\\.\\d+)?");
    }

    @Test
    void theNewestChangesAreOfThisVersion() throws IOException {
        String newest = Files.readAllLines(Path.of("src/site/markdown/changes.md")).stream()
                .filter(line -> line.startsWith("## "))
                .findFirst()
                .orElseThrow();

        assertThat(newest).isEqualTo("## " + version());
    }
}
