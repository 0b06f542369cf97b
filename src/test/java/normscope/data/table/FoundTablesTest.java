package normscope.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tables that nobody here made load as a person would read them. */
class FoundTablesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tables");

    @Test
    void tabsAndNamesInApostrophes() throws IOException {
        TableGuess guess = TableGuess.of(file("anes96.csv"));
        TableReader.Table table =
                TableReader.read(file("anes96.csv"), guess.choice(TableReader.Missing.REFUSE), done -> {});

        assertThat(guess.format().delimiter()).isEqualTo(TableFormat.Delimiter.TAB);
        assertThat(guess.label()).isEqualTo("'vote'");
        assertThat(table.examples().size()).isEqualTo(944);
        assertThat(table.examples().inputs()).isEqualTo(9);
        assertThat(table.classes()).containsExactly("0", "1");
    }

    @Test
    void classesAsWordsBesideADate() throws IOException {
        TableGuess guess = TableGuess.of(file("seattle-weather.csv"));
        TableReader.Table table =
                TableReader.read(file("seattle-weather.csv"), guess.choice(TableReader.Missing.REFUSE), done -> {});

        assertThat(guess.inputs()).containsExactly("precipitation", "temp_max", "temp_min", "wind");
        assertThat(table.examples().size()).isEqualTo(1461);
        assertThat(table.classes()).containsExactly("drizzle", "fog", "rain", "snow", "sun");
    }

    private static TableFile file(String name) {
        return TableFile.of(FOLDER.resolve(name));
    }
}
