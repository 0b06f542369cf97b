package normscope.data.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the text of a file is read as a table.
 *
 * @param header whether the first row has the columns' names
 */
public record TableFormat(Encoding encoding, Delimiter delimiter, Decimal decimal, boolean header) {

    /** What the bytes of a text mean; a mark at its beginning is no part of it. */
    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        UTF_16LE(StandardCharsets.UTF_16LE),
        UTF_16BE(StandardCharsets.UTF_16BE),
        WINDOWS_1252(Charset.forName("windows-1252"));

        final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    /** What stands between two columns. */
    public enum Delimiter {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        BAR('|');

        final char letter;

        Delimiter(char letter) {
            this.letter = letter;
        }
    }

    /** What stands before the fraction of a number; the other one may stand between its thousands. */
    public enum Decimal {
        POINT('.', ','),
        COMMA(',', '.');

        final char mark;
        final char grouping;

        Decimal(char mark, char grouping) {
            this.mark = mark;
            this.grouping = grouping;
        }
    }

    public TableFormat withEncoding(Encoding value) {
        return new TableFormat(value, delimiter, decimal, header);
    }

    public TableFormat withDelimiter(Delimiter value) {
        return new TableFormat(encoding, value, decimal, header);
    }

    public TableFormat withDecimal(Decimal value) {
        return new TableFormat(encoding, delimiter, value, header);
    }

    public TableFormat withHeader(boolean value) {
        return new TableFormat(encoding, delimiter, decimal, value);
    }
}
