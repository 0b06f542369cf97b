package normscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import normscope.data.table.TableException;
import normscope.data.table.TableFile;
import normscope.data.table.TableFormat;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.Json;
import normscope.experiment.OwnTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code normscope data FILE.csv --out DIR}. */
@Command(
        name = "data",
        description = "Makes an experiment from your own data: a CSV file with one row an example. What is not said is "
                + "guessed, and told.")
public final class DataCommand extends OutCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE.csv", description = "The table.")
    private Path file;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            description = "One of the tables that come with the program: " + "iris, penguins, wine or breast-cancer.")
    private String example;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The column of the classes, by its name or number from 1.")
    private String label;

    @Option(
            names = "--inputs",
            paramLabel = "COLUMNS",
            split = ",",
            description = "The columns of the inputs, by their names or numbers, with commas between them.")
    private List<String> inputs;

    @Option(
            names = "--delimiter",
            paramLabel = "WORD",
            converter = Delimiters.class,
            description = "What stands between columns: comma, semicolon, tab or bar.")
    private TableFormat.Delimiter delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "WORD",
            converter = Decimals.class,
            description = "What stands before a number's fraction: point or comma.")
    private TableFormat.Decimal decimal;

    @Option(
            names = "--encoding",
            paramLabel = "WORD",
            converter = Encodings.class,
            description = "What the bytes mean: utf-8, utf-16le, utf-16be or windows-1252.")
    private TableFormat.Encoding encoding;

    @Option(
            names = "--header",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether the first row has the columns' names.")
    private Boolean header;

    @Option(
            names = "--missing",
            paramLabel = "WORD",
            converter = Missings.class,
            description = "What is done where a value is missing: drop the row (which is done if nothing is said), or "
                    + "refuse the table.")
    private TableReader.Missing missing = TableReader.Missing.DROP;

    /** A word of files for a constant. */
    private abstract static class Word<E extends Enum<E>> implements ITypeConverter<E> {
        private final E[] all;

        Word(E[] all) {
            this.all = all;
        }

        @Override
        public E convert(String text) {
            return Arrays.stream(all)
                    .filter(each -> Json.name(each).equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                            + Arrays.stream(all).map(Json::name).collect(Collectors.joining(", ")) + "."));
        }
    }

    private static final class Delimiters extends Word<TableFormat.Delimiter> {
        Delimiters() {
            super(TableFormat.Delimiter.values());
        }
    }

    private static final class Decimals extends Word<TableFormat.Decimal> {
        Decimals() {
            super(TableFormat.Decimal.values());
        }
    }

    private static final class Encodings extends Word<TableFormat.Encoding> {
        Encodings() {
            super(TableFormat.Encoding.values());
        }
    }

    private static final class Missings extends Word<TableReader.Missing> {
        Missings() {
            super(TableReader.Missing.values());
        }
    }

    @Override
    protected void run() throws IOException {
        if (file == null == (example == null)) {
            throw wrong("Say either FILE.csv or --example NAME.");
        }
        String source = file == null
                ? OwnTable.EXAMPLE + example
                : file.toAbsolutePath().normalize().toString();
        OwnTable.Loaded loaded = read(file == null ? example : file, named -> load(source));
        OwnTable table = loaded.table();
        ExperimentConfig defaults = ExperimentConfig.defaults();
        String name = table.name().replaceFirst("\\.[^.]*$", "");
        ExperimentFile experiment =
                new ExperimentFile(defaults.withData(defaults.data().withOwn(table)));
        try (OutFolder kept = new OutFolder(folder(), "data")) {
            Files.writeString(kept.work().resolve(name + ".json"), experiment.textIn(folder()), StandardCharsets.UTF_8);
            tell(loaded);
            finishAndName(kept);
        }
    }

    private OwnTable.Loaded load(String source) throws IOException {
        TableFile bytes = OwnTable.source(source);
        TableFormat format = TableGuess.of(bytes).format();
        format = new TableFormat(
                encoding == null ? format.encoding() : encoding,
                delimiter == null ? format.delimiter() : delimiter,
                decimal == null ? format.decimal() : decimal,
                header == null ? format.header() : header);
        TableGuess guess = TableGuess.of(bytes, format);
        if (guess.problem() != null) {
            throw new TableException("%s", guess.problem());
        }
        List<String> names =
                guess.columns().stream().map(column -> column.name()).toList();
        String chosen = label == null ? guess.label() : column(names, label);
        List<String> wanted = inputs == null
                ? guess.inputs().stream().filter(name -> !name.equals(chosen)).toList()
                : inputs.stream().map(name -> column(names, name.strip())).toList();
        return OwnTable.load(source, new TableReader.Choice(format, chosen, wanted, missing), done -> {});
    }

    /** A name, or a number from 1; what is neither is refused by the reader. */
    private static String column(List<String> names, String said) {
        if (!names.contains(said) && said.matches("\\d{1,4}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= names.size() ? names.get(number - 1) : said;
        }
        return said;
    }

    private void tell(OwnTable.Loaded loaded) {
        OwnTable table = loaded.table();
        TableFormat format = table.format();
        say(
                "%d rows, %s, delimiter %s, decimal %s, %s.%n",
                table.rows(),
                Json.name(format.encoding()),
                Json.name(format.delimiter()),
                Json.name(format.decimal()),
                format.header() ? "with a header" : "without a header");
        Iterator<String> names = table.classNames().iterator();
        int[] counts = new int[table.classNames().size()];
        for (int row = 0; row < table.rows(); row++) {
            counts[loaded.found().examples().label(row)]++;
        }
        say(
                "Classes of %s: %s.%n",
                table.label(),
                Arrays.stream(counts)
                        .mapToObj(count -> names.next() + " (" + count + ")")
                        .collect(Collectors.joining(", ")));
        say("Inputs: %s.%n", String.join(", ", table.inputNames()));
        if (loaded.found().dropped() > 0) {
            TableReader.Place first = loaded.found().firstMissing();
            say(
                    "%d rows without a value are left out, the first in row %d, column %s.%n",
                    loaded.found().dropped(), first.row(), first.column());
        }
        if (!loaded.found().constant().isEmpty()) {
            say(
                    "The same value in all rows: %s. Its variance is 0: normalized, it is divided by the root of "
                            + "epsilon alone.%n",
                    String.join(", ", loaded.found().constant()));
        }
    }
}
