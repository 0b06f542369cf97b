package normscope.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files opened last, between two starts. */
class RecentFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theLatestComeFirstOnceEachAndNotEndlessly() {
        Path store = folder.resolve("made/recent.json");
        RecentFiles recent = new RecentFiles(store);
        for (int i = 0; i < 20; i++) {
            recent.add(folder.resolve(i + ".json"));
        }
        recent.add(folder.resolve("15.json"));
        recent.remove(folder.resolve("18.json"));

        assertThat(new RecentFiles(store).files())
                .isEqualTo(recent.files())
                .hasSize(7)
                .startsWith(folder.resolve("15.json"), folder.resolve("19.json"), folder.resolve("17.json"));
    }

    @Test
    void whoListensHearsOfChangesThoughNobodyHoldsTheList() {
        RecentFiles recent = new RecentFiles(null);
        AtomicInteger heard = new AtomicInteger();
        recent.files().addListener((Observable observable) -> heard.incrementAndGet());
        System.gc();

        recent.add(folder);

        assertThat(heard).hasPositiveValue();
    }

    @Test
    void aFileThatCannotBeReadIsNotUsed() throws IOException {
        assertThat(new RecentFiles(Files.writeString(folder.resolve("recent.json"), "[")).files())
                .isEmpty();
    }
}
