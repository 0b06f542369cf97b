package normscope.data.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.data.table.TableFormat.Decimal;
import normscope.data.table.TableFormat.Delimiter;
import normscope.data.table.TableFormat.Encoding;

/**
 * What a table seems to be, by its beginning.
 *
 * @param rows its first rows, without the header; of some there may be more or fewer cells than columns
 * @param label the column that the classes seem to stand in; null if none can be one
 * @param inputs the columns that seem to be inputs, at most {@value TableReader#MAX_INPUTS}
 * @param problem why it cannot be read in this way; null if the beginning can
 */
public record TableGuess(
        TableFormat format,
        List<TableColumn> columns,
        List<List<String>> rows,
        String label,
        List<String> inputs,
        String problem) {

    private static final int MOST_ROWS = 4000;
    private static final int ROWS_FOR_DELIMITER = 200;

    /** Fewer numbers one after another may be measurements. */
    private static final int LEAST_COUNT = 4;

    /** What columns of classes are often called. */
    private static final List<String> LABELS = List.of(
            "class",
            "classes",
            "label",
            "labels",
            "target",
            "species",
            "diagnosis",
            "outcome",
            "category",
            "klasse",
            "clase",
            "classe",
            "y");

    /** What columns that only number the rows are often called. */
    private static final List<String> COUNTS = List.of("id", "index", "rownames", "row.names", "nr", "no", "#");

    /** Guesses everything; fails if nothing at all can be read. */
    public static TableGuess of(TableFile file) throws IOException {
        Encoding encoding = file.guessEncoding();
        byte[] prefix = prefix(file);
        TableFormat format = new TableFormat(encoding, Delimiter.COMMA, Decimal.POINT, true);
        format = format.withDelimiter(delimiter(prefix, format));
        Beginning beginning = Beginning.of(prefix, format, MOST_ROWS);
        format = format.withDecimal(decimal(beginning.rows, format));
        format = format.withHeader(hasHeader(beginning.rows, format.decimal()));
        return of(beginning, format);
    }

    /** Guesses the columns of a table that is read as somebody says. */
    public static TableGuess of(TableFile file, TableFormat format) throws IOException {
        return of(Beginning.of(prefix(file), format, MOST_ROWS), format);
    }

    /** What is taken out of the table, if nobody says otherwise. */
    public TableReader.Choice choice(TableReader.Missing missing) {
        return new TableReader.Choice(format, label, inputs, missing);
    }

    private static byte[] prefix(TableFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] prefix = in.readNBytes(TableFile.PREFIX);
            Rows.check(prefix.length > 0, "is empty; choose another file.");
            return prefix;
        }
    }

    private static TableGuess of(Beginning beginning, TableFormat format) {
        List<List<String>> all = beginning.rows;
        int width = all.isEmpty() ? 0 : all.get(0).size();
        List<String> header = format.header() && width > 0 ? all.get(0) : Collections.nCopies(width, "");
        List<List<String>> rows = all.isEmpty() || !format.header() ? all : all.subList(1, all.size());
        List<String> names = TableColumn.names(header);
        List<TableColumn> columns = IntStream.range(0, width)
                .mapToObj(column -> TableColumn.of(names.get(column), column, rows, format.decimal()))
                .toList();
        TableColumn label = label(columns);
        List<String> inputs = columns.stream()
                .filter(column -> column != label && column.numeric() && column.isMostlyThere() && !isCount(column))
                .map(TableColumn::name)
                .limit(TableReader.MAX_INPUTS)
                .toList();
        String problem = beginning.problem;
        if (problem == null && width == 0) {
            problem = "has a single column; choose another delimiter, or another file.";
        } else if (problem == null && rows.isEmpty()) {
            problem = "has no row below its header; choose another file.";
        }
        return new TableGuess(format, columns, List.copyOf(rows), label == null ? null : label.name(), inputs, problem);
    }

    private static TableColumn label(List<TableColumn> columns) {
        List<TableColumn> fit = columns.stream()
                .filter(column -> column.hasClasses() && !isCount(column))
                .toList();
        return Stream.<Predicate<TableColumn>>of(
                        column -> isCalled(column, LABELS), column -> !column.numeric(), TableGuess::isWhole)
                .flatMap(kind -> fit.stream().filter(kind).reduce((a, b) -> b).stream())
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(TableColumn column) {
        return column.values().stream().allMatch(value -> value.matches("-?\\d+(\\.0+)?"));
    }

    private static boolean isCalled(TableColumn column, List<String> names) {
        return names.stream().anyMatch(name -> name.equalsIgnoreCase(column.name()));
    }

    private static boolean isCount(TableColumn column) {
        return column.counted() || isCalled(column, COUNTS);
    }

    /** Of those that give the same number of columns in almost every row, the one that seldom stands in a text. */
    private static Delimiter delimiter(byte[] prefix, TableFormat format) {
        Delimiter best = Delimiter.COMMA;
        double most = 0;
        for (Delimiter each : List.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.BAR, Delimiter.COMMA)) {
            Beginning read = Beginning.of(prefix, format.withDelimiter(each), ROWS_FOR_DELIMITER);
            Map<Integer, Integer> widths = new HashMap<>();
            read.rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
            int usual = widths.values().stream().max(Integer::compare).orElse(0);
            double alike = read.lines == 0 ? 0 : (double) usual / read.lines;
            if (alike > most + 0.05) {
                most = alike;
                best = each;
            }
        }
        return best;
    }

    private static Decimal decimal(List<List<String>> rows, TableFormat format) {
        int comma = 0;
        int point = 0;
        for (List<String> row : rows) {
            for (String cell : row) {
                boolean withComma = isNumber(cell, Decimal.COMMA);
                boolean withPoint = isNumber(cell, Decimal.POINT);
                if (withComma && withPoint && cell.indexOf(',') >= 0 && cell.indexOf('.') < 0) {
                    // 1,234: between commas it is quoted, and more likely a thousand.
                    comma += format.delimiter() == Delimiter.COMMA ? 0 : 1;
                } else if (withComma != withPoint) {
                    comma += withComma ? 1 : 0;
                    point += withPoint ? 1 : 0;
                }
            }
        }
        return comma > point ? Decimal.COMMA : Decimal.POINT;
    }

    private static boolean isNumber(String cell, Decimal decimal) {
        return !Double.isNaN(Cell.number(cell, decimal));
    }

    /**
     * Whether the first row has words above most columns of numbers, or numbers that count on, such as years; above
     * words only, whether it is unlike them.
     */
    private static boolean hasHeader(List<List<String>> rows, Decimal decimal) {
        if (rows.size() < 2) {
            return !rows.isEmpty() && rows.get(0).stream().noneMatch(cell -> isNumber(cell, decimal));
        }
        List<String> first = rows.get(0);
        List<List<String>> below = rows.subList(1, rows.size());
        int numeric = 0;
        int words = 0;
        boolean again = false;
        double last = Double.NaN;
        int counting = 1;
        for (int column = 0; column < first.size(); column++) {
            TableColumn rest = TableColumn.of("", column, below, decimal);
            String cell = first.get(column);
            if (rest.numeric()) {
                numeric++;
                double number = Cell.number(cell, decimal);
                counting += Double.compare(number, last + 1) == 0 ? 1 : 0;
                last = number;
                words += Cell.isMissing(cell) && !cell.isEmpty() || isNumber(cell, decimal) ? 0 : 1;
            } else {
                again |= rest.values().contains(cell);
            }
        }
        return numeric == 0 ? !again : 2 * words > numeric || counting >= Math.max(LEAST_COUNT, numeric);
    }

    /** The first rows of a prefix. */
    private record Beginning(List<List<String>> rows, int lines, String problem) {

        static Beginning of(byte[] prefix, TableFormat format, int most) {
            List<List<String>> rows = new ArrayList<>();
            boolean cut = prefix.length == TableFile.PREFIX;
            String problem = null;
            int lines = 0;
            try (Rows in = new Rows(new ByteArrayInputStream(whole(prefix, format)), format)) {
                while (rows.size() < most && in.next()) {
                    lines = (int) in.number();
                    List<String> row = new ArrayList<>();
                    for (int column = 0; column < in.size(); column++) {
                        row.add(in.cell(column));
                    }
                    rows.add(row);
                    if (in.size() != in.width() && problem == null) {
                        problem = ragged(in);
                    }
                }
                lines = Math.max(lines, (int) in.number());
            } catch (IOException e) {
                // The end of the prefix may lie within a quotation.
                problem = problem != null ? problem : cut && rows.size() > 1 ? null : e.getMessage();
                lines++;
            }
            if (cut && rows.size() < most && rows.size() > 1) {
                rows.remove(rows.size() - 1);
            }
            return new Beginning(rows, lines, problem);
        }

        private static String ragged(Rows in) {
            try {
                in.checkWidth();
                return null;
            } catch (TableException e) {
                return e.getMessage();
            }
        }

        /** Without the half of a letter, or of a row, at the end of a longer file. */
        private static byte[] whole(byte[] prefix, TableFormat format) {
            if (prefix.length < TableFile.PREFIX) {
                return prefix;
            }
            int end = prefix.length & ~1;
            while (end > 2
                    && !(prefix[end - 1] == '\n' && format.encoding() != Encoding.UTF_16LE)
                    && !(prefix[end - 2] == '\n' && prefix[end - 1] == 0)) {
                end -= format.encoding() == Encoding.UTF_16LE || format.encoding() == Encoding.UTF_16BE ? 2 : 1;
            }
            return end <= 2 ? prefix : Arrays.copyOf(prefix, end);
        }
    }
}
