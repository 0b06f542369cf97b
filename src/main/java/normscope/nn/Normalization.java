package normscope.nn;

/** zNorm as a function of z with the statistics of one pass: enough to compute a layer's values again from its z. */
public interface Normalization {

    /** No normalization: zNorm = z. */
    Normalization NONE = new Normalization() {
        @Override
        public double zNorm(double z, int example, int unit) {
            return z;
        }

        @Override
        public long bytes() {
            return 0;
        }
    };

    /**
     * Normalizes one value.
     *
     * @param z the value
     * @param example its row in the pass
     * @param unit its column
     * @return zNorm
     */
    double zNorm(double z, int example, int unit);

    /** {@return the memory this takes in bytes, without object headers} */
    long bytes();

    /**
     * Statistics of each unit, over the examples: zNorm = (z - mean) * invStd.
     *
     * @param mean one a unit
     * @param invStd 1 / sqrt(var + epsilon), one a unit
     */
    record PerUnit(double[] mean, double[] invStd) implements Normalization {
        @Override
        public double zNorm(double z, int example, int unit) {
            return (z - mean[unit]) * invStd[unit];
        }

        @Override
        public long bytes() {
            return 8L * (mean.length + invStd.length);
        }
    }
}
