package normscope.data.table;

import java.io.IOException;
import java.util.Locale;

/** A file is no table that can be learned from. The message is the rest of a sentence that begins with the file. */
public final class TableException extends IOException {

    private static final long serialVersionUID = 1;

    private static final int MOST_LETTERS = 40;

    /** Creates one, by a format and what stands in it. */
    public TableException(String message, Object... values) {
        super(String.format(Locale.ROOT, message, values));
    }

    /** {@return something of the file as it may stand in a sentence: in quotes, on one line, and not endless} */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return '"' + (plain.length() <= MOST_LETTERS ? plain : plain.substring(0, MOST_LETTERS) + "…") + '"';
    }
}
