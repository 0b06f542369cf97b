/**
 * Running statistics beside those of the batches, and the three ways to normalize at test time.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.statistics;
