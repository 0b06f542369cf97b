/**
 * The network drawn as a network: layers, units, and the box between z and a.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.network;
