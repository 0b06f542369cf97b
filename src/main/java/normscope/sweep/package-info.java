/**
 * Sweeps: many independent runs of an experiment, of which one or two settings and the seed differ.
 *
 * <p>Main types: {@link normscope.sweep.Sweep} (and {@link normscope.sweep.SweepFile}, its text),
 * {@link normscope.sweep.Setting}, {@link normscope.sweep.SweepJob}, {@link normscope.sweep.SweepResult},
 * {@link normscope.sweep.SweepFolder}.
 *
 * <p>Thread: a run belongs to one thread; every record may go to any thread.
 *
 * <p>May import {@code normscope.runner}, {@code normscope.text} and what these may; no toolkit.
 */
package normscope.sweep;
