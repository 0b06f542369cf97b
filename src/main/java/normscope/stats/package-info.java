/**
 * What is measured of many values: histograms, percentiles, mean and standard deviation.
 *
 * <p>Main types: {@link normscope.stats.Histogram}, {@link normscope.stats.Percentiles},
 * {@link normscope.stats.Moments}.
 *
 * <p>Thread: pure functions and immutable results; any thread.
 *
 * <p>May import {@code normscope.math}.
 */
package normscope.stats;
