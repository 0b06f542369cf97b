package normscope.experiment;

/** A command, and the number of updates made before it. */
public record Event(long step, Command command) {
    public Event {
        Check.whole("step", step, 0, Long.MAX_VALUE);
        Check.present("command", command);
    }
}
