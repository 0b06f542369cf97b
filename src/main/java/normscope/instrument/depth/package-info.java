/**
 * Rates and depth: what layer after layer does to signals and gradients at the start, and which rates train a network.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.depth;
