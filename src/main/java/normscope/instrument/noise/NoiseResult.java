package normscope.instrument.noise;

import java.util.function.IntToDoubleFunction;
import normscope.stats.Histogram;
import normscope.stats.Moments;

/**
 * One example's z_norm among random batches of several sizes. Not to be modified.
 *
 * @param settings how it was measured
 * @param example the fixed example
 * @param unit the unit looked at, from 0
 * @param values [size][draw], the example's z_norm in the unit
 * @param layerSd by size, the noise of the whole layer: the root of the mean, over all units, of the squared standard
 *     deviation
 * @param layerAdded by size, how much what a batch's mean adds to z_norm varies: (mu - mu_batch) / sigma_batch; of the
 *     layer as layerSd
 * @param layerMultiplied by size, how much what a batch's deviation multiplies z_norm by varies: sigma / sigma_batch;
 *     of the layer as layerSd
 */
public record NoiseResult(
        NoiseBenchSettings settings,
        int example,
        int unit,
        double[][] values,
        double[] layerSd,
        double[] layerAdded,
        double[] layerMultiplied) {

    public int sizes() {
        return values.length;
    }

    /** {@return the batch size m at a place, from 0; ascending} */
    public int batchSize(int i) {
        return settings.batchSizes().get(i);
    }

    public double mean(int i) {
        return Moments.of(values[i], values[i].length).mean();
    }

    /** The noise: the standard deviation of the one example's z_norm in the one unit, from batch to batch of a size. */
    public double sd(int i) {
        return Moments.of(values[i], values[i].length).sd();
    }

    /** The noise times the root of the batch size, which is the same for all sizes if sd = c / sqrt(m). */
    public double sdTimesSqrtM(int i) {
        return sd(i) * Math.sqrt(batchSize(i));
    }

    /** The constant c of sd = c / sqrt(m): the geometric mean of sd sqrt(m) over the sizes. */
    public double sdTimesSqrtM() {
        double sum = 0;
        for (int i = 0; i < sizes(); i++) {
            sum += Math.log(sdTimesSqrtM(i));
        }
        return Math.exp(sum / sizes());
    }

    /**
     * The slope of the straight line through ln sd over ln m, by least squares: -1/2 if sd = c / sqrt(m); NaN with one
     * size.
     */
    public double slope() {
        return slope(this::sd);
    }

    /** The slope of the whole layer's noise: the slope of ln layerSd over ln m. */
    public double layerSlope() {
        return slope(i -> layerSd[i]);
    }

    private double slope(IntToDoubleFunction of) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < sizes(); i++) {
            meanX += Math.log(batchSize(i)) / sizes();
            meanY += Math.log(of.applyAsDouble(i)) / sizes();
        }
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes(); i++) {
            double x = Math.log(batchSize(i)) - meanX;
            xy += x * (Math.log(of.applyAsDouble(i)) - meanY);
            xx += x * x;
        }
        return xy / xx;
    }

    /** {@return how often z_norm of one size fell into each bin from lo to hi} */
    public Histogram histogram(int i, double lo, double hi, int bins) {
        return Histogram.of(values[i], values[i].length, lo, hi, bins);
    }
}
