/** Least squares of one neuron with two weights: contours of the loss, and how gradient descent walks on them. */
package normscope.instrument.contours;
