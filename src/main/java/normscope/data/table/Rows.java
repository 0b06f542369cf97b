package normscope.data.table;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.Locale;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a table, one after another. Empty lines are none, and titles above the table are none either: lines of a
 * single cell before the first that has more.
 */
final class Rows implements Closeable {

    static final int MAX_COLUMNS = 1000;

    /** A longer row begins with a quotation mark that is never closed. */
    private static final int LONGEST_ROW = 1_000_000;

    private static final String DELIMITER_LINE = "sep=";

    private final Text text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private CSVRecord row;
    private int width;
    private long number;

    Rows(InputStream bytes, TableFormat format) throws IOException {
        text = new Text(new InputStreamReader(
                bytes,
                format.encoding()
                        .charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(format.delimiter().letter)
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        records = parser.iterator();
    }

    /** Goes to the next row: whether there is one. */
    boolean next() throws IOException {
        while (true) {
            try {
                if (!records.hasNext()) {
                    return false;
                }
                row = records.next();
            } catch (UncheckedIOException e) {
                throw told(e.getCause());
            }
            number++;
            text.sinceRow = 0;
            if (row.size() > 1) {
                if (width == 0) {
                    width = row.size();
                    check(width <= MAX_COLUMNS, "has %d columns; a table has at most %d.", width, MAX_COLUMNS);
                }
                return true;
            }
            String only = row.get(0);
            if (width > 0 && !only.isBlank()) {
                return true;
            }
        }
    }

    private IOException told(Throwable cause) {
        if (cause instanceof TableException told) {
            return told;
        }
        long at = number + 1;
        if (cause instanceof CharacterCodingException) {
            return new TableException("is in another encoding, from about row %d on; choose its encoding.", at);
        }
        if (cause instanceof CSVException || String.valueOf(cause).contains("encapsulated")) {
            return new TableException(
                    "has a quotation mark in row %d that is not closed before the next delimiter; choose another "
                            + "delimiter, or mend the row.",
                    at);
        }
        return new TableException("cannot be read to its end; check that it may be read.");
    }

    static void check(boolean holds, String problem, Object... values) throws TableException {
        if (!holds) {
            throw new TableException(problem, values);
        }
    }

    /** {@return the number of the row in the file, from 1, as a spreadsheet counts} */
    long number() {
        return number;
    }

    /** {@return the number of columns of the first row; 0 before it} */
    int width() {
        return width;
    }

    int size() {
        return row.size();
    }

    /** {@return a cell of this row, without spaces around it} */
    String cell(int column) {
        return row.get(column).strip();
    }

    /** Refuses a row that has not as many columns as the first. */
    void checkWidth() throws TableException {
        check(
                size() == width,
                "has %s in row %d but %d above it; choose another delimiter, or mend the row.",
                size() == 1 ? "one column" : String.format(Locale.ROOT, "%d columns", size()),
                number,
                width);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Refuses what is no text, and rows without an end; leaves out the mark, and what spreadsheets write first. */
    private static final class Text extends FilterReader {
        private long sinceRow;
        private boolean begun;
        private String put = "";

        Text(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] to, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                begin();
            }
            if (!put.isEmpty() && length > 0) {
                int some = Math.min(length, put.length());
                put.getChars(0, some, to, from);
                put = put.substring(some);
                return some;
            }
            int some = super.read(to, from, length);
            for (int i = from; i < from + some; i++) {
                check(to[i] != 0, "is no text; save it as CSV first.");
            }
            sinceRow += Math.max(0, some);
            check(sinceRow <= LONGEST_ROW, "has a row without an end; a quotation mark in it is not closed.");
            return some;
        }

        private void begin() throws IOException {
            StringBuilder start = new StringBuilder();
            int c = super.read();
            if (c == '\ufeff') {
                c = super.read();
            }
            for (; c >= 0 && start.length() < DELIMITER_LINE.length() + 2; c = super.read()) {
                check(c != 0, "is no text; save it as CSV first.");
                start.append((char) c);
                if (c == '\n') {
                    c = super.read();
                    break;
                }
            }
            if (start.toString().toLowerCase(Locale.ROOT).startsWith(DELIMITER_LINE)) {
                // Still a row, of one cell.
                start.replace(DELIMITER_LINE.length(), DELIMITER_LINE.length() + 1, "");
            }
            if (c >= 0) {
                start.append((char) c);
            }
            put = start.toString();
        }
    }
}
