/**
 * The neural network: dense layers with a normalizer each, losses, optimizers, and the one training step that every
 * part of the program uses.
 *
 * <p>Main types: {@link normscope.nn.Network} of {@link normscope.nn.Layer}s, {@link normscope.nn.Normalizer},
 * {@link normscope.nn.Loss}, {@link normscope.nn.Optimizer}, {@link normscope.nn.Trainer}. What they are built from are
 * immutable records, {@link normscope.nn.NetworkSpec}, {@link normscope.nn.NormalizerSpec} and
 * {@link normscope.nn.OptimizerSpec}. Whoever adds a normalizer or an optimizer finds its place in the last two.
 *
 * <p>A matrix has one row per example and one column per feature; weights are inputs x units. Nothing is allocated per
 * step once the buffers have grown. The same inputs give the same bits.
 *
 * <p>Thread: a network, its optimizer and its trainer belong to one thread.
 *
 * <p>May import {@code normscope.math}.
 */
package normscope.nn;
