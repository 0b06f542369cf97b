/**
 * Runs an experiment: the trainer thread with its queue of commands, going back to any step, and the evaluator thread
 * that scores snapshots and draws decision boundaries beside the training loop.
 *
 * <p>Main types: {@link normscope.runner.Session} (one run, without threads), {@link normscope.runner.Runner},
 * {@link normscope.runner.RunStatus}, {@link normscope.runner.Evaluator}, {@link normscope.runner.Evaluation}.
 *
 * <p>Thread: {@code Runner} and {@code Evaluator} each own a daemon thread and are called from any; a {@code Session}
 * belongs to one thread at a time; what they publish is immutable.
 *
 * <p>May import {@code normscope.experiment}, {@code normscope.history} and what these may import.
 */
package normscope.runner;
