package normscope.lab;

import java.io.PrintWriter;
import java.io.StringWriter;
import normscope.text.Texts;

/** Something to tell the user, in one or two sentences; its details are for "Copy details", or null. */
public record Notice(Kind kind, String text, String details) {

    /** {@return the words of a key about something that happened as asked for} */
    public static Notice info(String key, Object... values) {
        return new Notice(Kind.INFO, Texts.text(key, values), null);
    }

    /** {@return the words of a key about something that did not happen} */
    public static Notice error(String key, Object... values) {
        return new Notice(Kind.ERROR, Texts.text(key, values), null);
    }

    /** A notice whose details are the trace of what went wrong, or null without that. */
    public static Notice of(Kind kind, String text, Throwable causeOrNull) {
        if (causeOrNull == null) {
            return new Notice(kind, text, null);
        }
        StringWriter trace = new StringWriter();
        causeOrNull.printStackTrace(new PrintWriter(trace));
        return new Notice(kind, text, trace.toString());
    }

    public enum Kind {
        /** Something happened as asked for. */
        INFO,
        /** Something worth knowing happened. */
        WARNING,
        /** Something asked for did not happen. */
        ERROR
    }
}
