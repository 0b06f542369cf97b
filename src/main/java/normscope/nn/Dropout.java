package normscope.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * Inverted dropout (Srivastava et al., 2014): an activation is kept with probability 1 - p and then divided by it. The
 * mask has no state: whether a unit is kept is a hash of (key, layer, example, unit), so that two networks given the
 * same key drop the same units, and a replayed step drops what it dropped before.
 */
final class Dropout {

    private final double probability;
    private final int layer;
    private final DMatrixRMaj scale = new DMatrixRMaj(0, 0);
    final DMatrixRMaj output = new DMatrixRMaj(0, 0);

    Dropout(double probability, int layer) {
        this.probability = probability;
        this.layer = layer;
    }

    boolean acts(Mode mode) {
        return mode == Mode.TRAIN && probability > 0;
    }

    /** Fills {@link #output} with the activations that are kept, scaled, and 0 for the others. */
    void forward(DMatrixRMaj a, long key) {
        int length = a.numRows * a.numCols;
        scale.reshape(a.numRows, a.numCols);
        output.reshape(a.numRows, a.numCols);
        double kept = 1 / (1 - probability);
        long layerKey = mix(key + mix(layer));
        for (int i = 0; i < length; i++) {
            // Row-major: the index is the pair (example, unit), the layer's width being fixed.
            scale.data[i] = uniform(layerKey, i) < probability ? 0 : kept;
            output.data[i] = a.data[i] * scale.data[i];
        }
    }

    /** Turns dLoss/dOutput into dLoss/da in place. */
    void backward(DMatrixRMaj d) {
        for (int i = 0; i < d.numRows * d.numCols; i++) {
            d.data[i] *= scale.data[i];
        }
    }

    /** The number of a key at an index, even in 0 (included) … 1 (excluded). */
    static double uniform(long key, long index) {
        return (mix(key + index) >>> 11) * 0x1.0p-53;
    }

    /** SplitMix64's finalizer over its Weyl sequence: well-mixed bits of consecutive numbers. */
    static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
