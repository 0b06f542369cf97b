/**
 * The self-adjusting rate: how the norm of normalized weights grows, and what is left of their learning rate.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.rate;
