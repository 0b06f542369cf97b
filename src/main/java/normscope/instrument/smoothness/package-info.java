/**
 * Smoothness: what a walk along the gradient of a mini-batch meets, over the steps.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.smoothness;
