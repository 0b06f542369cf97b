/**
 * What lessons may measure, on a run or with an instrument: kinds of numbers with names that claims use.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.quantity;
