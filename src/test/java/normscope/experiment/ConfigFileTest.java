package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiment files: what is read of them, however damaged, and what is left of them, whatever happens. */
class ConfigFileTest {

    private static final Duration BRIEF = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = folder.resolve("mine.json");
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 20; i++) {
            ExperimentConfig config = Configs.random(random);
            new ExperimentFile(config).write(file);
            assertThat(ExperimentFile.read(file).config()).isEqualTo(config);
            assertThat(files()).containsExactly(file);
        }
    }

    @Test
    void aWrittenFileMayBeReadByWhomeverOtherNewFilesMay() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path plain = Files.createFile(folder.resolve("plain"));
        Path file = folder.resolve("mine.json");
        new ExperimentFile(ExperimentConfig.defaults()).write(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aFileCutAtAnyByteIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("cut.json");
        byte[] bytes = new ExperimentFile(ExperimentConfig.defaults().withName("caf\u00e9 \u4e2d"))
                .toText()
                .stripTrailing()
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            Refusals.assertOneSentence(() -> ExperimentFile.read(file));
        }
        Files.write(file, bytes);
        assertThat(ExperimentFile.read(file).config().name()).isEqualTo("caf\u00e9 \u4e2d");
    }

    @Test
    void aHundredMegabytesOfNothingAreRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_000);
        }
        assertTimeoutPreemptively(BRIEF, () -> Refusals.assertNames("The file", () -> ExperimentFile.read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "{\"format\":\"normscope-experiment\",\"version\":"})
    void endlessNestingIsRefused(String opening) throws IOException {
        Path file = folder.resolve("deep.json");
        Files.writeString(file, opening.repeat(99_000 / opening.length()));
        assertTimeoutPreemptively(BRIEF, () -> Refusals.assertOneSentence(() -> ExperimentFile.read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "version", "points", "noise", "epsilon", "learningRate", "batchSize"})
    void aNumberOfThousandsOfDigitsIsRefused(String field) throws IOException {
        Path file = folder.resolve("long.json");
        for (int digits : new int[] {30, 350, 401, 90_000}) {
            Files.writeString(
                    file,
                    new ExperimentFile(ExperimentConfig.defaults())
                            .toText()
                            .replaceFirst("\"" + field + "\" : [^,\\s]+", "\"" + field + "\" : " + "9".repeat(digits)));
            assertTimeoutPreemptively(BRIEF, () -> Refusals.assertOneSentence(() -> ExperimentFile.read(file)));
        }
    }

    @Test
    void utf16IsReadAndWhatIsNoUnicodeIsRefused() throws IOException {
        Path file = folder.resolve("other.json");
        String text = new ExperimentFile(ExperimentConfig.defaults().withName("caf\u00e9")).toText();
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        Refusals.assertNames("The file", () -> ExperimentFile.read(file));
        Files.write(file, text.getBytes(StandardCharsets.UTF_16));
        assertThat(ExperimentFile.read(file).config().name()).isEqualTo("caf\u00e9");
    }

    /** Windows' editors write one. */
    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        Path file = folder.resolve("marked.json");
        Files.writeString(file, "\ufeff" + new ExperimentFile(ExperimentConfig.defaults()).toText());
        assertThat(ExperimentFile.read(file).config()).isEqualTo(ExperimentConfig.defaults());
    }

    @Test
    void randomBytesAreRefused() throws IOException {
        Path file = folder.resolve("random.json");
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            Refusals.assertOneSentence(() -> ExperimentFile.read(file));
        }
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderCannotBeRead() {
        assertThatIOException()
                .isThrownBy(() -> ExperimentFile.read(folder.resolve("missing.json")))
                .withMessageContaining("cannot be read");
        assertThatIOException().isThrownBy(() -> ExperimentFile.read(folder)).withMessageContaining("cannot be read");
    }

    /** The name of the file to write beside is longer than a file system takes; that of the old file is not. */
    @Test
    void theOldFileStaysWhenTheNewOneCannotBeWritten() throws IOException {
        Path file = folder.resolve("x".repeat(250));
        Files.writeString(file, "old");
        assertThatThrownBy(() -> new ExperimentFile(ExperimentConfig.defaults()).write(file))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void nothingIsLeftBesideWhenTheNewFileCannotTakeItsPlace() throws IOException {
        Path occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.writeString(occupied.resolve("inside"), "kept");
        assertThatThrownBy(() -> new ExperimentFile(ExperimentConfig.defaults()).write(occupied))
                .isInstanceOf(IOException.class);
        assertThat(files()).containsExactly(occupied);
        assertThat(occupied.resolve("inside")).hasContent("kept");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() throws IOException {
        assertThatThrownBy(() ->
                        new ExperimentFile(ExperimentConfig.defaults()).write(folder.resolve("missing/mine.json")))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }
}
