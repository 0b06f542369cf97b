package normscope.lab;

/**
 * A flag on the timeline.
 *
 * @param step where
 * @param label what happened there, in a word or two
 */
public record EventFlag(long step, String label) {}
