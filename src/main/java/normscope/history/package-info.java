/**
 * What a run has been: the scalars of every step, measurements and snapshots at a cadence that thins out, and the
 * commands. Bounded in memory.
 *
 * <p>Main types: {@link normscope.history.History}, {@link normscope.history.Series},
 * {@link normscope.history.Cadence}.
 *
 * <p>Thread: the trainer thread writes, any thread reads; {@code History} is its own lock.
 *
 * <p>May import {@code normscope.experiment}.
 */
package normscope.history;
