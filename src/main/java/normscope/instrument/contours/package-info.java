/**
 * Least squares of one neuron with two weights: contours of the loss, and how gradient descent walks on them.
 *
 * <p>Thread: models on any one thread, view models and panels on the FX thread.
 *
 * <p>May import: what {@code normscope.instrument} may.
 */
package normscope.instrument.contours;
