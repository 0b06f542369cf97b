package normscope.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * Noise of changing mean and scale on what an activation gets, ours after Santurkar et al. (<i>How Does Batch
 * Normalization Help Optimization?</i>, 2018): v becomes s v + t, where in each step a unit has a mean mu ~ U(-n, n)
 * and a factor phi ~ U(1, f), and each example of it t ~ U(mu - r, mu + r) and s ~ N(phi, r<sup>2</sup>). At strength 1
 * n is 0.5, f 1.25 and r 0.1; n, f - 1 and r grow with the strength.
 *
 * <p>It has no state: what is drawn is a hash of (key, layer, unit, example), as in {@link Dropout}.
 */
final class MovingNoise {

    private static final double MEAN = 0.5;
    private static final double FACTOR = 0.25;
    private static final double AROUND = 0.1;

    private final double strength;
    private final int layer;
    private final double[] means;
    private final double[] factors;
    final DMatrixRMaj scale = new DMatrixRMaj(0, 0);
    final DMatrixRMaj output = new DMatrixRMaj(0, 0);

    MovingNoise(double strength, int layer, int units) {
        this.strength = strength;
        this.layer = layer;
        means = new double[units];
        factors = new double[units];
    }

    boolean acts(Mode mode) {
        return mode == Mode.TRAIN && strength > 0;
    }

    /** Fills {@link #output} with the values, moved and scaled. */
    void forward(DMatrixRMaj values, long key) {
        int length = values.numRows * values.numCols;
        scale.reshape(values.numRows, values.numCols);
        output.reshape(values.numRows, values.numCols);
        long layerKey = Dropout.mix(key + Dropout.mix(layer));
        drawUnits(Dropout.mix(layerKey + 1), Dropout.mix(layerKey + 2));
        drawFactors(Dropout.mix(layerKey + 3), length);
        long key4 = Dropout.mix(layerKey + 4);
        int unit = 0;
        for (int i = 0; i < length; i++) {
            double mean = means[unit] + strength * AROUND * symmetric(key4, i);
            scale.data[i] += factors[unit];
            output.data[i] = scale.data[i] * values.data[i] + mean;
            unit = unit + 1 == means.length ? 0 : unit + 1;
        }
    }

    private void drawUnits(long meanKey, long factorKey) {
        for (int unit = 0; unit < means.length; unit++) {
            means[unit] = strength * MEAN * symmetric(meanKey, unit);
            factors[unit] = 1 + strength * FACTOR * Dropout.uniform(factorKey, unit);
        }
    }

    /** Fills the scale with N(0, r<sup>2</sup>), two at a time by Marsaglia's polar method. */
    private void drawFactors(long key, int length) {
        long drawn = 0;
        for (int i = 0; i < length; i += 2) {
            double u;
            double v;
            double s;
            do {
                u = symmetric(key, drawn++);
                v = symmetric(key, drawn++);
                s = u * u + v * v;
            } while (s >= 1 || s == 0);
            double by = strength * AROUND * Math.sqrt(-2 * StrictMath.log(s) / s);
            scale.data[i] = by * u;
            if (i + 1 < length) {
                scale.data[i + 1] = by * v;
            }
        }
    }

    private static double symmetric(long key, long index) {
        return 2 * Dropout.uniform(key, index) - 1;
    }

    /** Turns dLoss/dOutput into that of the values in place. */
    void backward(DMatrixRMaj d) {
        for (int i = 0; i < d.numRows * d.numCols; i++) {
            d.data[i] *= scale.data[i];
        }
    }
}
