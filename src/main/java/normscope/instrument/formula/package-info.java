/**
 * The formulas, forward and backward, with the numbers of one unit in this batch.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.formula;
