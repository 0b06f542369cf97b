/**
 * The neural network: dense layers with batch normalization, losses, optimizers, and the one training step that every
 * part of the program uses.
 *
 * <p>Main types: {@link normscope.nn.Network} of {@link normscope.nn.Layer}s, {@link normscope.nn.BatchNorm},
 * {@link normscope.nn.Loss}, {@link normscope.nn.Optimizer}, {@link normscope.nn.Trainer}. What they are built from are
 * immutable records, {@link normscope.nn.NetworkSpec} and {@link normscope.nn.OptimizerSpec}.
 *
 * <p>A matrix has one row per example and one column per feature; weights are inputs x units. Nothing is allocated per
 * step once the buffers have grown. The same inputs give the same bits.
 *
 * <p>Thread: a network, its optimizer and its trainer belong to one thread.
 *
 * <p>May import {@code normscope.math}.
 */
package normscope.nn;
