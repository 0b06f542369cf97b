package normscope.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Path store = folder.resolve("new/appearance.json");
        Appearance first = new Appearance(store);
        assertThat(first.themeProperty().get()).isEqualTo(Theme.LIGHT);
        first.themeProperty().set(Theme.CONTRAST);
        first.textSizeProperty().set(150);
        first.calmProperty().set(true);

        Appearance next = new Appearance(store);
        assertThat(next.themeProperty().get()).isEqualTo(Theme.CONTRAST);
        assertThat(next.textSizeProperty().get()).isEqualTo(150);
        assertThat(next.calmProperty().get()).isTrue();
        assertThat(next.chartsProperty().get().type())
                .isEqualTo(1.5 * Theme.CONTRAST.charts().type());
    }

    @Test
    void aFileThatIsDamagedOrOfAnotherProgramCountsForNothing() throws IOException {
        Path store = folder.resolve("appearance.json");
        for (String text : new String[] {"{", "[]", "{\"theme\": \"PINK\", \"textSize\": 100, \"calm\": false}"}) {
            Files.writeString(store, text);
            assertThat(new Appearance(store).themeProperty().get()).isEqualTo(Theme.LIGHT);
        }
        Files.writeString(store, "{\"theme\": \"DARK\", \"textSize\": 1000, \"calm\": false}");
        assertThat(new Appearance(store).textSizeProperty().get()).isEqualTo(100);
    }
}
