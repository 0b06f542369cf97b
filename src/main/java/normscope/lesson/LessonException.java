package normscope.lesson;

import java.io.IOException;
import java.util.Locale;

/** A lesson cannot be read. The message is a sentence for its author that names file, page and field. */
public final class LessonException extends IOException {

    private static final long serialVersionUID = 1;

    /** Says file, page, field and what to mend; the message is a format if values follow. */
    public LessonException(String message, Object... values) {
        super(values.length == 0 ? message : String.format(Locale.ROOT, message, values));
    }
}
