package normscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter cannot hold: the size of files, the width of comments, described packages. */
class SourceFilesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    /** Files are rarely above 300 lines; none is above this. */
    private static final int MAX_LINES = 400;

    private static final int MAX_COLUMNS = 120;

    @Test
    void noSourceFileIsTooLong() {
        assertThat(sources(MAIN, TEST))
                .filteredOn(file -> lines(file).size() > MAX_LINES)
                .isEmpty();
    }

    @Test
    void noLineIsTooWide() {
        assertThat(sources(MAIN, TEST).stream().flatMap(SourceFilesTest::tooWideLines))
                .isEmpty();
    }

    @Test
    void everyPackageSaysItsPurposeItsThreadAndItsImports() {
        List<Path> folders =
                sources(MAIN).stream().map(Path::getParent).distinct().toList();

        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .containsIgnoringCase("thread")
                        .containsIgnoringCase("import"));
    }

    private static Stream<String> tooWideLines(Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() > MAX_COLUMNS)
                .mapToObj(i -> file + ":" + (i + 1));
    }

    private static List<Path> sources(Path... roots) {
        return Stream.of(roots).flatMap(SourceFilesTest::walk).toList();
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
