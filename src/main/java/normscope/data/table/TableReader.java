package normscope.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import org.ejml.data.DMatrixRMaj;

/** Reads a table into examples, row by row. */
public final class TableReader {

    public static final int MAX_ROWS = 100_000;

    public static final int MAX_INPUTS = 64;

    public static final int MAX_CLASSES = 10;

    private static final int LONGEST_CLASS = 100;

    /** Fewer rows are not parted into a training and a test set. */
    public static final int MIN_ROWS = 4;

    private TableReader() {}

    /** What is done where a value is missing. */
    public enum Missing {
        /** The row is left out. */
        DROP,
        /** The table is refused. */
        REFUSE
    }

    /**
     * What is taken out of a table: the column of the classes, those of the inputs in their order, and what is done
     * where one of these has no value.
     */
    public record Choice(TableFormat format, String label, List<String> inputs, Missing missing) {
        public Choice {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * What was read.
     *
     * @param classes what the classes are called, in the order of their numbers
     * @param dropped how many rows were left out
     * @param firstMissing where the first value is missing; null if none is
     * @param constant the inputs that have the same value in all rows
     * @param sha256 of the file, in hexadecimal digits
     */
    public record Table(
            Dataset examples,
            List<String> classes,
            int dropped,
            Place firstMissing,
            List<String> constant,
            String sha256) {}

    /** A place in a file; the row is counted from 1, as by a spreadsheet. */
    public record Place(long row, String column) {}

    /**
     * Reads all of a table.
     *
     * @param progress gets the fraction that is read, 0 … 1, now and then; it may throw a
     *     {@link CancellationException}, which ends the reading
     * @throws TableException if something is wrong; the message is the rest of a sentence that begins with the file
     */
    public static Table read(TableFile file, Choice choice, DoubleConsumer progress) throws IOException {
        Rows.check(
                !choice.inputs.isEmpty() && choice.inputs.size() <= MAX_INPUTS,
                "needs 1 to %d input columns, not %d; choose them.",
                MAX_INPUTS,
                choice.inputs.size());
        Rows.check(choice.label != null, "needs a label column; choose one of 2 to %d classes.", MAX_CLASSES);
        Rows.check(!choice.inputs.contains(choice.label), "has its label among the inputs; take it out of them.");
        long size = file.size();
        Rows.check(size > 0, "is empty; choose another file.");
        MessageDigest digest = digest();
        try (InputStream in = new TableFile.Counting(
                        new DigestInputStream(file.open(), digest),
                        bytes -> progress.accept(Math.min(1, (double) bytes / size)));
                Rows rows = new Rows(in, choice.format)) {
            return new Filling(rows, choice).read(() -> HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The matrices while they grow. */
    private static final class Filling {
        private final Rows rows;
        private final Choice choice;
        private final int inputs;
        private double[] x;
        private byte[] y = new byte[1024];
        private int size;
        private int dropped;
        private Place firstMissing;
        private final Map<String, Integer> classes = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private int[] columns;
        private int label;

        Filling(Rows rows, Choice choice) {
            this.rows = rows;
            this.choice = choice;
            inputs = choice.inputs.size();
            x = new double[1024 * inputs];
        }

        Table read(Supplier<String> sha256) throws IOException {
            boolean any = rows.next();
            Rows.check(any, "has a single column; choose another delimiter, or another file.");
            List<String> first =
                    IntStream.range(0, rows.size()).mapToObj(rows::cell).toList();
            find(TableColumn.names(choice.format.header() ? first : Collections.nCopies(first.size(), "")));
            boolean more = !choice.format.header() || rows.next();
            Rows.check(more, "has no row below its header; choose another file.");
            for (; more; more = rows.next()) {
                rows.checkWidth();
                take();
            }
            return table(sha256.get());
        }

        private void find(List<String> all) throws TableException {
            label = column(all, choice.label);
            columns = new int[inputs];
            for (int i = 0; i < inputs; i++) {
                columns[i] = column(all, choice.inputs.get(i));
            }
        }

        private static int column(List<String> all, String name) throws TableException {
            int column = all.indexOf(name);
            Rows.check(
                    column >= 0,
                    "has no column %s; its columns are %s.",
                    TableException.shown(name),
                    TableException.shown(String.join(", ", all)));
            return column;
        }

        private void take() throws TableException {
            if (size == y.length) {
                Rows.check(size < MAX_ROWS, "has more than %d rows; take a part of it.", MAX_ROWS);
                int more = Math.min(MAX_ROWS, 2 * size);
                x = Arrays.copyOf(x, more * inputs);
                y = Arrays.copyOf(y, more);
            }
            int missing = Cell.isMissing(rows.cell(label)) ? label : -1;
            for (int i = 0; i < inputs && missing < 0; i++) {
                String cell = rows.cell(columns[i]);
                double value = Cell.number(cell, choice.format.decimal());
                if (!Double.isNaN(value)) {
                    x[size * inputs + i] = value;
                } else if (Cell.isMissing(cell)) {
                    missing = columns[i];
                } else {
                    throw new TableException(
                            "has %s in row %d, column %s, which is no number; mend it, or take the column out.",
                            TableException.shown(cell), rows.number(), TableException.shown(choice.inputs.get(i)));
                }
            }
            if (missing >= 0) {
                leaveOut(missing);
                return;
            }
            y[size++] = (byte) classOf(rows.cell(label));
        }

        private void leaveOut(int column) throws TableException {
            String name = column == label ? choice.label : choice.inputs.get(indexOf(column));
            if (firstMissing == null) {
                firstMissing = new Place(rows.number(), name);
            }
            Rows.check(
                    choice.missing == Missing.DROP,
                    "has no value in row %d, column %s; fill it in, or leave out rows without a value.",
                    rows.number(),
                    TableException.shown(name));
            dropped++;
        }

        private int indexOf(int column) {
            return IntStream.range(0, inputs)
                    .filter(i -> columns[i] == column)
                    .findFirst()
                    .orElseThrow();
        }

        private int classOf(String word) throws TableException {
            Integer known = classes.get(word);
            if (known == null) {
                Rows.check(
                        word.length() <= LONGEST_CLASS,
                        "has %s in row %d, column %s, which is too long for a class; choose another label column.",
                        TableException.shown(word),
                        rows.number(),
                        TableException.shown(choice.label));
                Rows.check(
                        names.size() < MAX_CLASSES,
                        "has more than %d classes in column %s, the next one in row %d; choose another label column.",
                        MAX_CLASSES,
                        TableException.shown(choice.label),
                        rows.number());
                known = names.size();
                names.add(word);
                classes.put(word, known);
            }
            return known;
        }

        private Table table(String sha256) throws TableException {
            Rows.check(
                    size >= MIN_ROWS,
                    "has %d rows with all values, and %d are needed; choose another file or other columns.",
                    size,
                    MIN_ROWS);
            Rows.check(
                    names.size() > 1,
                    "has only the class %s in column %s; choose another label column.",
                    names.isEmpty() ? "" : TableException.shown(names.get(0)),
                    TableException.shown(choice.label));
            List<String> ordered = names.stream().sorted(Cell::inNaturalOrder).toList();
            int[] numbers = names.stream().mapToInt(ordered::indexOf).toArray();
            DMatrixRMaj labels = new DMatrixRMaj(size, 1);
            for (int row = 0; row < size; row++) {
                labels.data[row] = numbers[y[row]];
            }
            DMatrixRMaj values =
                    DMatrixRMaj.wrap(size, inputs, size * inputs == x.length ? x : Arrays.copyOf(x, size * inputs));
            return new Table(
                    new Dataset(values, labels, names.size()),
                    ordered,
                    dropped,
                    firstMissing,
                    constant(values),
                    sha256);
        }

        private List<String> constant(DMatrixRMaj values) {
            return IntStream.range(0, inputs)
                    .filter(i ->
                            IntStream.range(1, size).allMatch(row -> values.data[row * inputs + i] == values.data[i]))
                    .mapToObj(choice.inputs::get)
                    .toList();
        }
    }
}
