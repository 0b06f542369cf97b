package normscope.viewmodel;

/**
 * Something to tell the user, in one or two sentences.
 *
 * @param kind how serious it is
 * @param text what happened, and what to do
 * @param details for "Copy details", or null
 */
public record Notice(Kind kind, String text, String details) {

    /** How serious a notice is. */
    public enum Kind {
        /** Something happened as asked for. */
        INFO,
        /** Something worth knowing happened. */
        WARNING,
        /** Something asked for did not happen. */
        ERROR
    }
}
