package normscope.viewmodel;

import normscope.experiment.Divergence;
import normscope.stats.Histogram;

/**
 * One histogram of a row.
 *
 * @param histogram the values, or null when there are none to show
 * @param outline the remembered moment, or null
 * @param normalized whether the layer of this arm has batch normalization
 * @param divergence where the arm left the finite numbers, or null
 */
public record HistogramView(Histogram histogram, Histogram outline, boolean normalized, Divergence divergence) {}
