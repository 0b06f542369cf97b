/**
 * Training's vital signs: how large gradients, updates and activations are, by layer, over the steps.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.vitals;
