package normscope.lab;

import normscope.experiment.Divergence;
import normscope.stats.Histogram;

/**
 * One histogram of a row.
 *
 * @param histogram the values, or null when there are none to show
 * @param outline the remembered moment, or null
 * @param normalized whether the layer of this arm has a normalizer
 * @param divergence where the arm left the finite numbers, or null
 */
public record HistogramView(
        int arm, Place place, Histogram histogram, Histogram outline, boolean normalized, Divergence divergence) {

    /** Where in a layer the values of a histogram are taken. */
    public enum Place {
        /** z of an arm without a normalizer. */
        Z,
        /** z of an arm with a normalizer. */
        BEFORE,
        /** The chosen quantity of an arm with a normalizer. */
        AFTER
    }
}
