package normscope.nn;

import java.util.List;

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

    /** {@return zNorm of a value, by its row in the pass, the example, and its column, the unit} */
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

    /**
     * Statistics of each example, over groups of as many consecutive units: zNorm = (z - mean) * invStd.
     *
     * @param mean one a group, the groups of the first example first
     * @param invStd 1 / sqrt(var + epsilon), likewise
     * @param groups the number of groups of an example
     * @param size the number of units of a group
     */
    record PerExample(double[] mean, double[] invStd, int groups, int size) implements Normalization {
        @Override
        public double zNorm(double z, int example, int unit) {
            int group = example * groups + unit / size;
            return (z - mean[group]) * invStd[group];
        }

        @Override
        public long bytes() {
            return 8L * (mean.length + invStd.length);
        }
    }

    /**
     * Statistics of each unit, over chunks of the examples.
     *
     * @param size examples of each chunk but the last
     */
    record PerChunk(List<Normalization> chunks, int size) implements Normalization {
        @Override
        public double zNorm(double z, int example, int unit) {
            int chunk = Math.min(example / size, chunks.size() - 1);
            return chunks.get(chunk).zNorm(z, example - chunk * size, unit);
        }

        @Override
        public long bytes() {
            return chunks.stream().mapToLong(Normalization::bytes).sum();
        }
    }

    /** Batch renormalization: zNorm = r u + d of another normalization's u, with r and d one a unit. */
    record Renormalized(Normalization before, double[] r, double[] d) implements Normalization {
        @Override
        public double zNorm(double z, int example, int unit) {
            return r[unit] * before.zNorm(z, example, unit) + d[unit];
        }

        @Override
        public long bytes() {
            return before.bytes() + 8L * (r.length + d.length);
        }
    }
}
