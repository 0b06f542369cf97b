package normscope.experiment;

/**
 * A command with the moment at which it was given.
 *
 * @param step the number of updates made before it
 * @param command what was changed
 */
public record Event(long step, Command command) {
    /** Checks that the moment is one. */
    public Event {
        Check.whole("step", step, 0, Long.MAX_VALUE);
        Check.present("command", command);
    }
}
