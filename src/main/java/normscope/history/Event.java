package normscope.history;

import normscope.experiment.Command;

/**
 * A command with the moment at which it was given.
 *
 * @param step the number of updates made before it
 * @param command what was changed
 */
public record Event(long step, Command command) {}
