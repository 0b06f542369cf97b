package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command finds in the folder that it writes to. */
class OutFolderTest {

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    private List<Path> write(boolean whole, String... names) throws IOException {
        try (OutFolder out = new OutFolder(folder, "test")) {
            for (String name : names) {
                Path file = out.work().resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "new");
            }
            return out.finish(new PrintWriter(told), whole);
        }
    }

    private List<String> there() {
        return List.of(folder.toFile().list((in, name) -> !name.startsWith("."))).stream()
                .sorted()
                .toList();
    }

    @Test
    void itsOwnFilesOfAFormerTimeAreReplacedAndTheStaleOnesGo() throws IOException {
        write(true, "a.csv", "layer-3.png", "in/card.png");
        assertThat(told.toString()).isEmpty();

        write(true, "a.csv", "layer-1.png");

        assertThat(there()).contains("a.csv", "layer-1.png").doesNotContain("layer-3.png");
        assertThat(folder.resolve("in/card.png")).doesNotExist();
        assertThat(told.toString()).contains("Replaced").contains("layer-3.png").doesNotContain("Kept");
    }

    @Test
    void whatWasWrittenOfAnotherPartStaysWhereThatIsStillRight() throws IOException {
        write(false, "one.pdf");
        write(false, "two.pdf");

        assertThat(there()).containsExactly("one.pdf", "two.pdf");
        write(true, "three.pdf");
        assertThat(there()).containsExactly("three.pdf");
    }

    @Test
    void othersFilesAreKeptAndTold() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "mine");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        for (int time = 0; time < 2; time++) {
            assertThat(write(true, "a.csv")).containsExactly(folder.resolve("a-2.csv"));
        }

        assertThat(folder.resolve("a.csv")).hasContent("mine");
        assertThat(there()).containsExactly("a-2.csv", "a.csv", "notes.txt");
        assertThat(told.toString())
                .contains("the new one is a-2.csv")
                .contains("Kept what else is there: a.csv, notes");
    }

    @Test
    void whatIsNotFinishedLeavesAllAsItWas() throws IOException {
        write(true, "a.csv");
        try (OutFolder out = new OutFolder(folder, "test")) {
            Files.writeString(out.work().resolve("b.csv"), "half");
        }

        assertThat(there()).containsExactly("a.csv");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void aFailureTellsItsReason() throws IOException {
        assertThat(OutFolder.complaint(folder, new FileSystemException("x", null, "No space left on device")))
                .contains("No space left on device")
                .contains("make room");
    }
}
