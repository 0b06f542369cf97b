package normscope.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final String SMALL = """
            length,width,kind
            5.1,3.5,b
            4.9,3,a
            4.7,-3.2e0,b
            .5,+1,a
            """;

    private static final TableFormat PLAIN =
            new TableFormat(TableFormat.Encoding.UTF_8, TableFormat.Delimiter.COMMA, TableFormat.Decimal.POINT, true);

    @TempDir
    private Path folder;

    @Test
    void aTableIsReadAsAPersonWouldReadIt() throws IOException {
        TableReader.Table table = read(SMALL);

        assertThat(table.examples().x().data).containsExactly(5.1, 3.5, 4.9, 3, 4.7, -3.2, .5, 1);
        assertThat(table.classes()).containsExactly("a", "b");
        assertThat(table.examples().y().data).containsExactly(1, 0, 1, 0);
        assertThat(table.dropped()).isZero();
        assertThat(table.firstMissing()).isNull();
        assertThat(table.constant()).isEmpty();
        assertThat(table.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void semicolonsAndDecimalCommasAreGuessed() throws IOException {
        String european = SMALL.replace(',', ';').replace('.', ',');

        assertThat(read(european).examples().x().data)
                .isEqualTo(read(SMALL).examples().x().data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theEncodingIsGuessedWithAMarkOrWithout(String charset) throws IOException {
        String text = SMALL.replace("kind", "größe,class").replaceAll("(?m),([ab])$", ",1,Ä$1");
        for (String mark : charset.startsWith("UTF") ? List.of("", "\ufeff") : List.of("")) {
            Path file = Files.write(folder.resolve("e.csv"), (mark + text).getBytes(Charset.forName(charset)));
            TableGuess guess = TableGuess.of(TableFile.of(file));

            assertThat(guess.columns())
                    .as("%s %s", charset, mark)
                    .extracting(TableColumn::name)
                    .containsExactly("length", "width", "größe", "class");
            assertThat(read(file).classes()).containsExactly("Äa", "Äb");
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1,234.5|POINT|1234.5",
                "1.234,5|COMMA|1234.5",
                "1'234|POINT|1234",
                "1 234 567,5|COMMA|1234567.5",
                "-1e-3|POINT|-0.001",
                "5.|POINT|5",
                "1,23|POINT|NaN",
                "12,34,567|POINT|NaN",
                "0,123|POINT|NaN",
                "1e|POINT|NaN",
                "0x10|POINT|NaN",
                "1d|POINT|NaN",
                "1e999|POINT|NaN",
                ".|POINT|NaN",
                "-|POINT|NaN"
            },
            delimiter = '|')
    void numbersAreReadStrictly(String cell, TableFormat.Decimal decimal, double expected) {
        assertThat(Cell.number(cell, decimal)).isEqualTo((Double) expected);
    }

    @Test
    void aTableWithoutHeaderHasNumberedColumns() throws IOException {
        String bare = SMALL.substring(SMALL.indexOf('\n') + 1);

        TableGuess guess = guess(bare);

        assertThat(guess.format().header()).isFalse();
        assertThat(guess.label()).isEqualTo("column 3");
        assertThat(guess.inputs()).containsExactly("column 1", "column 2");
        assertThat(read(bare).examples().size()).isEqualTo(4);
    }

    @Test
    void theLabelIsAColumnOfFewWordsAndNumbersOfRowsAreNoInputs() throws IOException {
        String rows = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> i + "," + (i % 3 == 0 ? "no" : "yes") + "," + i * 0.5 + "," + i % 2 + "\n")
                .collect(Collectors.joining());
        TableGuess guess = guess("id,word,x,flag\n" + rows);

        assertThat(guess.label()).isEqualTo("word");
        assertThat(guess.inputs()).containsExactly("x", "flag");
        assertThat(guess("n,a,target,z\n" + rows).label()).isEqualTo("a");
    }

    @Test
    void classesAreNumberedInNaturalOrder() throws IOException {
        assertThat(read("x,class\n" + "1.5,grade 10\n2,grade 9\n3,Grade 2\n4,grade 9\n".repeat(2))
                        .classes())
                .containsExactly("Grade 2", "grade 9", "grade 10");
        assertThat(read("x,class\n" + "1.5,10\n2.5,9\n3.5,-1\n4,9\n".repeat(2)).classes())
                .containsExactly("-1", "9", "10");
    }

    @Test
    void titlesEmptyLinesAndQuotedNewlinesAreUnderstood() throws IOException {
        String text = "sep=;\nMy measurements\n\n\"my\nlength\";kind\n1;\"a;b\"\n\n"
                + "2;\"say \"\"c\"\"\"\n3;\"a;b\"\n4;\"a;b\"\n";

        TableReader.Table table = read(text);

        assertThat(guess(text).inputs()).containsExactly("my length");
        assertThat(table.classes()).containsExactly("a;b", "say \"c\"");
        assertThat(table.examples().size()).isEqualTo(4);
    }

    @Test
    void rowsWithoutAValueAreLeftOutAndToldOrRefused() throws IOException {
        String text = SMALL + "NA,1,a\n2,?,b\n3,1,\n7,8,null\n9,9,a\n";
        TableReader.Table table = read(text);

        assertThat(table.examples().size()).isEqualTo(5);
        assertThat(table.dropped()).isEqualTo(4);
        assertThat(table.firstMissing()).isEqualTo(new TableReader.Place(6, "length"));
        Path file = file(text);
        TableGuess guess = TableGuess.of(TableFile.of(file));
        assertThatThrownBy(() -> TableReader.read(
                        TableFile.of(file),
                        new TableReader.Choice(
                                guess.format(), guess.label(), guess.inputs(), TableReader.Missing.REFUSE),
                        done -> {}))
                .hasMessage("has no value in row 6, column \"length\"; "
                        + "fill it in, or leave out rows without a value.");
    }

    @Test
    void aConstantColumnIsAllowedAndTold() throws IOException {
        assertThat(read("x,c,kind\n1,7,a\n2,7,b\n3,7,a\n4,7,b\n").constant()).containsExactly("c");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertRefused(
                SMALL + "1,2\n", "has 2 columns in row 6 but 3 above it; choose another delimiter, or mend the row.");
        assertRefused(
                SMALL + "1,2,a\n".repeat(8) + "1,two,a\n",
                "has \"two\" in row 14, column \"width\", which is no number; mend it, or take the column out.");
        assertRefused(
                "x,class\n1.5,a\n2,a\n3,a\n4,a\n",
                "has only the class \"a\" in column \"class\"; choose another label column.");
        assertRefused(
                "x,class\n1,a\n2,b\n",
                "has 2 rows with all values, and 4 are needed; " + "choose another file or other columns.");
        assertRefused(
                "x,class\n"
                        + IntStream.range(0, 11)
                                .mapToObj(i -> i + ",k" + i + "\n")
                                .collect(Collectors.joining()),
                "has more than 10 classes in column \"class\", the next one in row 12; choose another label column.");
        assertRefused("x,class\n", "has no row below its header; choose another file.");
        assertRefused("only\none\ncolumn\n", "has a single column; choose another delimiter, or another file.");
        assertRefused("", "is empty; choose another file.");
        assertRefused("x,class\n1,a\n\0\0\0,b\n", "is no text; save it as CSV first.");
        assertRefused(
                SMALL + "1,\"2,a\n3,4,b\n",
                "has a quotation mark in row 6 that is not closed before the next delimiter; "
                        + "choose another delimiter, or mend the row.");
        assertRefused(
                IntStream.range(0, 1001).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n",
                "has 1001 columns; a table has at most 1000.");
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        Path file = file(SMALL);
        TableGuess guess = TableGuess.of(TableFile.of(file));

        assertThatThrownBy(() -> TableReader.read(
                        TableFile.of(file),
                        new TableReader.Choice(guess.format(), "sort", guess.inputs(), TableReader.Missing.DROP),
                        done -> {}))
                .hasMessage("has no column \"sort\"; its columns are \"length, width, kind\".");
    }

    @Test
    void aQuotationThatNeverEndsIsRefusedInBoundedMemory() throws IOException {
        Path file = folder.resolve("q.csv");
        Files.writeString(file, "x,class\n1,\"" + "a".repeat(3_000_000));

        assertThatThrownBy(() -> read(file, PLAIN))
                .hasMessage("has a row without an end; a quotation mark in it is not closed.");
    }

    @Test
    void aFileOfTwoGigabytesAndAFolderAreRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(2_000_000_000L);
        }

        assertThatThrownBy(() -> TableGuess.of(TableFile.of(huge)))
                .hasMessage("is larger than 50 MB; take fewer rows or columns.");
        assertThatThrownBy(() -> TableGuess.of(TableFile.of(folder))).hasMessage("is a folder; choose a file in it.");
        assertThatThrownBy(() -> TableGuess.of(TableFile.of(folder.resolve("no.csv"))))
                .hasMessage("is not there; choose another file.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "No folder of Windows has pipes in it.")
    void aPipeIsRefusedUnread() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> TableGuess.of(TableFile.of(pipe)))
                .hasMessage("is no regular file; copy what it gives into one.");
    }

    @Test
    void aLetterOfAnotherEncodingFarBelowIsTold() throws IOException {
        Path file = folder.resolve("late.csv");
        String text = "x,class\n" + "1,a\n2,b\n".repeat(40_000) + "3,é\n";
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));

        assertThat(TableGuess.of(TableFile.of(file)).format().encoding()).isEqualTo(TableFormat.Encoding.WINDOWS_1252);
        assertThatThrownBy(() -> read(file, PLAIN)).hasMessageContaining("another encoding");
    }

    @Test
    void readingTellsItsProgressAndCanBeCancelled() throws IOException {
        Path file = file("x,class\n" + "1,a\n2,b\n".repeat(40_000));
        TableGuess guess = TableGuess.of(TableFile.of(file));
        TableReader.Choice choice =
                new TableReader.Choice(guess.format(), guess.label(), guess.inputs(), TableReader.Missing.DROP);
        List<Double> told = new ArrayList<>();

        TableReader.read(TableFile.of(file), choice, told::add);

        assertThat(told).hasSizeGreaterThan(5).isSorted().endsWith(1.0);
        assertThatThrownBy(() -> TableReader.read(TableFile.of(file), choice, done -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void moreRowsThanThereMayBeAreRefused() {
        assertRefused(
                "x,class\n" + "1,a\n2,b\n".repeat(50_000) + "1,a\n", "has more than 100000 rows; take a part of it.");
    }

    @Test
    void columnsThatAreMostlyEmptyAreNoInputsAndYearsMayBeNames() throws IOException {
        String text = "land,1990,1991,1992,1993,kind\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "l" + i + "," + i * 0.5 + "," + i * 0.25 + ",," + i * 0.7 + ",k" + i % 2 + "\n")
                        .collect(Collectors.joining())
                + "m,1.5,2.5,7.25,4.5,k0\n";
        TableGuess guess = guess(text);

        assertThat(guess.format().header()).isTrue();
        assertThat(guess.inputs()).containsExactly("1990", "1991", "1993");
        assertThat(guess.label()).isEqualTo("kind");
        assertThat(read(text).examples().size()).isEqualTo(21);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(TableException.class).hasMessage(message);
    }

    private TableGuess guess(String text) throws IOException {
        return TableGuess.of(TableFile.of(file(text)));
    }

    private TableReader.Table read(String text) throws IOException {
        return read(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text, StandardCharsets.UTF_8);
    }

    private static TableReader.Table read(Path file) throws IOException {
        return read(file, TableGuess.of(TableFile.of(file)));
    }

    private static TableReader.Table read(Path file, TableFormat format) throws IOException {
        return read(file, TableGuess.of(TableFile.of(file), format));
    }

    private static TableReader.Table read(Path file, TableGuess guess) throws IOException {
        String label = guess.label() == null && !guess.columns().isEmpty()
                ? guess.columns().get(guess.columns().size() - 1).name()
                : guess.label();
        List<String> inputs = new ArrayList<>(guess.inputs());
        if (inputs.isEmpty() && guess.columns().size() > 1) {
            guess.columns().stream()
                    .map(TableColumn::name)
                    .limit(guess.columns().size() - 1)
                    .forEach(inputs::add);
        }
        if (guess.columns().isEmpty()) {
            throw new TableException("%s", guess.problem());
        }
        return TableReader.read(
                TableFile.of(file),
                new TableReader.Choice(guess.format(), label, inputs, TableReader.Missing.DROP),
                done -> {});
    }
}
