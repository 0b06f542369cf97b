package normscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings and progress are kept. */
class UserFolderTest {

    @TempDir
    private Path folder;

    @Test
    void theUsualFolderIsTakenWhereItCanBeMade() {
        Path usual = folder.resolve("home/.config/normscope");

        assertThat(UserFolder.writable(usual, folder)).isEqualTo(usual);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void besideTheProgramOnlyWhereTheUsualFolderCannotBeMadeAndTheProgramsCan() throws IOException {
        // Below a file there is no folder, whoever asks; permissions do not hold for root.
        Path file = Files.createFile(folder.resolve("home"));
        Path program = Files.createDirectory(folder.resolve("stick"));

        assertThat(UserFolder.writable(file.resolve(".config"), program)).isEqualTo(program.resolve("profile"));
        assertThat(UserFolder.writable(file.resolve(".config"), file.resolve("program")))
                .isEqualTo(file.resolve(".config"));
        assertThat(program).isEmptyDirectory();
    }
}
