/**
 * Where examples come from: generators of the small two-dimensional problems, the handwritten digits, the split into
 * training and test set, standardization, and the order of the mini-batches.
 *
 * <p>Main types: {@link normscope.data.Dataset}, {@link normscope.data.Datasets}, {@link normscope.data.Split},
 * {@link normscope.data.MiniBatches}, {@link normscope.data.RandomStreams}.
 *
 * <p>Thread: a data set is not changed once made, so any thread may read it; {@code MiniBatches} belongs to one thread.
 *
 * <p>May import {@code normscope.math}.
 */
package normscope.data;
