package normscope.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import normscope.text.Texts;

/** The numbers of a figure, one row an observation. */
public final class FigureTable {

    /** Beyond it not every whole number is a double. */
    private static final double WHOLE = 1e15;

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table with these heads of columns, which tell the units. */
    public FigureTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** An empty table whose columns have the texts {@code numbers.KEY}. */
    public static FigureTable of(String... keys) {
        return new FigureTable(Arrays.stream(keys).map(FigureTable::column).toList());
    }

    /** A table with a row an example, from 1, of equally long columns; more keys than columns are left out. */
    public static FigureTable ofExamples(List<String> keys, double[]... numbers) {
        List<String> used = new ArrayList<>(keys.subList(0, numbers.length));
        used.add(0, "example");
        FigureTable table = of(used.toArray(String[]::new));
        for (int i = 0; i < numbers[0].length; i++) {
            int at = i;
            table.row(Stream.concat(Stream.of(i + 1), Arrays.stream(numbers).map(of -> of[at]))
                    .toList());
        }
        return table;
    }

    /** {@return what stands above a column that several figures have} */
    public static String column(String key) {
        return Texts.text("numbers." + key);
    }

    /** Adds an observation of words and numbers, of which NaN is an empty cell. */
    public FigureTable row(Object... cells) {
        return row(Arrays.asList(cells));
    }

    private FigureTable row(List<?> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in the columns " + columns);
        }
        rows.add(cells.stream().map(FigureTable::cell).toList());
        return this;
    }

    /** Adds an observation for each place of equally long arrays, one a column, with the same cells before each. */
    public FigureTable rows(List<?> first, double[]... numbers) {
        for (int i = 0; i < numbers[0].length; i++) {
            int at = i;
            row(Stream.concat(first.stream(), Arrays.stream(numbers).map(of -> of[at]))
                    .toList());
        }
        return this;
    }

    /** Adds all rows of another table, with the same cells before each. */
    public FigureTable rows(List<?> first, FigureTable other) {
        other.rows.forEach(
                each -> row(Stream.concat(first.stream(), each.stream()).toList()));
        return this;
    }

    private static String cell(Object value) {
        if (!(value instanceof Number number)) {
            // What people read as a minus, programs do not.
            return value.toString().replace('\u2212', '-');
        }
        double real = number.doubleValue();
        if (Double.isNaN(real)) {
            return "";
        }
        return real == Math.rint(real) && Math.abs(real) < WHOLE ? Long.toString((long) real) : Double.toString(real);
    }

    /** {@return what stands above each column} */
    public List<String> columns() {
        return columns;
    }

    /** {@return the observations; numbers as a program reads them} */
    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
