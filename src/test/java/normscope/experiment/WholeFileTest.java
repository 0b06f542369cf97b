package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where a file is written, and the encodings that files are read in. */
class WholeFileTest {

    private static final String NEW = "new";

    @TempDir
    private Path folder;

    @BeforeEach
    void linksAndModes() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    }

    @Test
    void aLinkStaysAndItsTargetIsWritten() throws IOException {
        Path real = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("a.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("elsewhere/a.json"));
        Path second = Files.createSymbolicLink(folder.resolve("second.json"), link);

        WholeFile.write(NEW, second);

        assertThat(second).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent(NEW);
        assertThat(real.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void aLinkToNothingMakesTheFileAndACircleIsTold() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later"));
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

        WholeFile.write(NEW, link);

        assertThat(folder.resolve("later")).hasContent(NEW);
        assertThatThrownBy(() -> WholeFile.write(NEW, circle)).isInstanceOf(FileSystemLoopException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-r--", "rwxr-x---"})
    void theModeStays(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        WholeFile.write(NEW, file);

        assertThat(file).hasContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(mode);
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));

        assertThatThrownBy(() -> WholeFile.write(NEW, there)).isInstanceOf(IOException.class);

        assertThat(there).isEmptyDirectory();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void whatEditorsWriteIsRead(String encoding) {
        byte[] bytes = "{\"name\": \"β\"}".getBytes(Charset.forName(encoding));

        assertThat(Json.parse(bytes).get("name").asString()).isEqualTo("β");
    }

    @Test
    void aMarkIsNoPartOfTheTextAndWhatElseCannotBeReadSaysWhatToDo() {
        assertThat(Json.parse("\ufeff{}".getBytes(StandardCharsets.UTF_8))).isEmpty();

        assertThatThrownBy(() -> Json.parse("{\"name\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("choose Save as, and UTF-8");
    }
}
