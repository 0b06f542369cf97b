/**
 * One experiment: its configuration, the two networks (arms) that train in lockstep on the same mini-batches, and the
 * immutable records that leave it.
 *
 * <p>Main types: {@link normscope.experiment.ExperimentConfig} (and {@link normscope.experiment.ExperimentFile}, its
 * text), {@link normscope.experiment.Experiment}, {@link normscope.experiment.Snapshot},
 * {@link normscope.experiment.Measurement}, {@link normscope.experiment.Command}.
 *
 * <p>Thread: an {@code Experiment} belongs to one thread; every record may go to any thread.
 *
 * <p>May import {@code normscope.nn}, {@code normscope.data}, {@code normscope.stats} and {@code normscope.math}.
 */
package normscope.experiment;
