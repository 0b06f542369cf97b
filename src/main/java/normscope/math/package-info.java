/**
 * What the network needs of linear algebra and analysis: matrix products, column statistics, elementary functions,
 * normal deviates. Matrices are EJML's, row-major, one row per example.
 *
 * <p>Main types: {@link normscope.math.Kernels}, {@link normscope.math.Columns}, {@link normscope.math.Gaussian}.
 *
 * <p>Every result depends on the arguments alone: the order of every sum is fixed and no function is used whose
 * compiled and interpreted forms may differ, so the same inputs give the same bits.
 *
 * <p>Thread: a {@code Kernels} object belongs to one thread (it has buffers); the static functions are pure.
 *
 * <p>May import EJML and, in the vector kernels alone, {@code jdk.incubator.vector}.
 */
package normscope.math;
