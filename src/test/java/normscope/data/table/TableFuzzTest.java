package normscope.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFuzzTest {

    private static final int TABLES = 400;

    /** Whatever the bytes are, a table comes out or one sentence. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void damagedTablesAreReadOrRefusedInOneSentence(int seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < TABLES; i++) {
            byte[] bytes = damaged(random);
            try {
                TableGuess guess = TableGuess.of(file(bytes));
                if (guess.problem() != null) {
                    assertSentence(guess.problem());
                }
                TableReader.Choice choice =
                        new TableReader.Choice(guess.format(), guess.label(), guess.inputs(), TableReader.Missing.DROP);
                TableReader.Table table = TableReader.read(file(bytes), choice, done -> {});
                assertThat(table.classes()).hasSizeBetween(2, 10).doesNotHaveDuplicates();
                assertThat(Arrays.stream(table.examples().x().data)).allMatch(Double::isFinite);
                assertThat(table.examples().size()).isGreaterThanOrEqualTo(4);
                read++;
            } catch (IOException e) {
                assertThat(e).isInstanceOf(TableException.class);
                assertSentence(e.getMessage());
            }
        }
        assertThat(read).isBetween(TABLES / 10, TABLES - TABLES / 10);
    }

    private static void assertSentence(String message) {
        assertThat(message).matches("[a-z].{5,300}\\.").doesNotContain("null", "Exception");
    }

    private static byte[] damaged(RandomGenerator random) {
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        StringBuilder text = new StringBuilder();
        int columns = 1 + random.nextInt(5);
        for (int row = 0; row < 3 + random.nextInt(30); row++) {
            for (int column = 0; column < columns; column++) {
                text.append(row == 0 ? "c" + column : String.valueOf(random.nextInt(1000) / 8.0))
                        .append(delimiter);
            }
            text.append(row == 0 ? "class" : "k" + random.nextInt(3)).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        String[] charsets = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-16"};
        byte[] bytes = text.toString().getBytes(Charset.forName(charsets[random.nextInt(charsets.length)]));
        for (int damage = random.nextInt(4); damage > 0; damage--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) '"';
                case 2 -> (byte) '\n';
                default -> (byte) delimiter;
            };
        }
        return bytes;
    }

    private static TableFile file(byte[] bytes) {
        return new TableFile() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
