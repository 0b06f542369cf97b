package normscope.math;

import org.ejml.data.DMatrixRMaj;

/**
 * The operations that take most of a training step. Output comes last; nothing is allocated once the buffers have grown
 * to the sizes in use. An object serves one thread.
 */
public interface Kernels {

    /** Whether the vector module is there; it is only by {@code --add-modules jdk.incubator.vector}. */
    boolean VECTOR_MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /**
     * The product C = A B.
     *
     * @param a m x k. Not modified.
     * @param b k x n. Not modified.
     * @param c set to m x n. Modified; must be neither {@code a} nor {@code b}.
     * @throws IllegalArgumentException when the inner sizes differ
     */
    void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /** As {@link #mult}, the product C = A<sup>T</sup> B of a: k x m and b: k x n. */
    void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /** As {@link #mult}, the product C = A B<sup>T</sup> of a: m x k and b: n x k. */
    void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /** The hyperbolic tangent of the first values, y = tanh(x); y may be x. */
    void tanh(double[] x, double[] y, int length);

    /** As {@link #tanh}, the logistic function of each value, y = 1 / (1 + e<sup>-x</sup>). */
    void sigmoid(double[] x, double[] y, int length);

    /**
     * ReLU's derivative times a gradient, of the first values: d = d where a, which ReLU gave, is more than 0, else 0.
     */
    void keepWherePositive(double[] a, double[] d, int length);

    /** {@return whether the first values are finite: neither NaN nor infinite} */
    boolean allFinite(double[] x, int length);

    /**
     * The fastest kernels there are: on vector registers if the module {@code jdk.incubator.vector} was added to the
     * command line, else EJML's. The two round products differently (only the former fuse multiplication and addition),
     * each alike on every machine and Java version.
     */
    static Kernels create() {
        return VECTOR_MODULE ? new VectorKernels() : portable();
    }

    static Kernels portable() {
        return new EjmlKernels();
    }
}
