package normscope.nn;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import normscope.math.Columns;
import normscope.math.Rows;
import org.ejml.data.DMatrixRMaj;

/**
 * Normalization over the units of each example: layer norm (Ba, Kiros and Hinton, <i>Layer Normalization</i>, 2016);
 * group norm (Wu and He, 2018), which does so within each group of consecutive units; RMS norm (Zhang and Sennrich,
 * 2019), which leaves the mean where it is. Of one example, over the k units u of a group:
 *
 * <pre>
 *   zNorm  = (z - mean) * invStd,   invStd = 1 / sqrt(var + epsilon),   var = 1/k sum (z - mean)^2
 *   zTilde = gamma * zNorm + beta
 * </pre>
 *
 * <p>with mean 0 in RMS norm, where var is the mean square. Nothing is remembered, TRAIN and EVAL mode are the same,
 * and a batch of one is like any other.
 */
final class LayerNorm extends Normalizer {

    final DMatrixRMaj mean = new DMatrixRMaj(0, 0);
    final DMatrixRMaj var = new DMatrixRMaj(0, 0);
    final DMatrixRMaj invStd = new DMatrixRMaj(0, 0);

    private final Statistics statistics;
    private final int groups;
    private final int size;
    private final boolean bias;
    private final double epsilon;
    private final double[] two = new double[2];

    /** What is taken out, and of which units. */
    enum Statistics {
        LAYER,
        GROUPS,
        /** Of the layer, without its mean. */
        ROOT_MEAN_SQUARE
    }

    /**
     * A normalizer of one layer.
     *
     * @param units the layer's width, a multiple of the groups
     * @param groups into how many groups the units are split; 1 but for group norm
     * @param bias whether the layer adds its bias to z before
     */
    LayerNorm(int units, Statistics statistics, int groups, boolean bias, double epsilon) {
        super(units);
        if (units % groups != 0) {
            throw new IllegalArgumentException(
                    units + " units cannot be split into " + groups + " groups of the same size.");
        }
        this.statistics = statistics;
        this.groups = groups;
        this.size = units / groups;
        this.bias = bias;
        this.epsilon = epsilon;
    }

    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        mean.reshape(z.numRows, groups);
        var.reshape(z.numRows, groups);
        invStd.reshape(z.numRows, groups);
        zNorm.reshape(z.numRows, units);
        zTilde.reshape(z.numRows, units);
        boolean centred = statistics != Statistics.ROOT_MEAN_SQUARE;
        for (int group = 0; group < z.numRows * groups; group++) {
            int start = group * size;
            double centre = centred ? Rows.mean(z.data, start, size) : 0;
            double variance = Rows.meanSquare(z.data, start, size, centre);
            mean.data[group] = centre;
            var.data[group] = variance;
            invStd.data[group] = 1 / Math.sqrt(variance + epsilon);
            scale(z.data, start, centre, invStd.data[group]);
        }
        return zTilde;
    }

    /** Two loops, of which the compiler makes vectors of the first. */
    private void scale(double[] z, int start, double centre, double inverse) {
        double[] norm = zNorm.data;
        double[] tilde = zTilde.data;
        for (int i = start; i < start + size; i++) {
            norm[i] = (z[i] - centre) * inverse;
        }
        int unit = start % units;
        for (int i = 0; i < size; i++) {
            tilde[start + i] = gamma[unit + i] * norm[start + i] + beta[unit + i];
        }
    }

    /**
     * Fills dGamma, dBeta, dZNorm and dZ from dLoss/dzTilde. With means over the units of a group, and since mean and
     * var depend on every z of it,
     *
     * <pre>
     *   dBeta = sum dZTilde      dGamma = sum dZTilde * zNorm      dZNorm = gamma * dZTilde      (sums over examples)
     *   dZ = invStd * (dZNorm - mean(dZNorm) - zNorm * mean(dZNorm * zNorm))
     * </pre>
     *
     * <p>without the first mean in RMS norm.
     */
    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        int m = dZTilde.numRows;
        dZNorm.reshape(m, units);
        dZ.reshape(m, units);
        Columns.sumAndDot(dZTilde, zNorm, dBeta, dGamma);
        for (int group = 0; group < m * groups; group++) {
            backwardGroup(dZTilde.data, group * size, invStd.data[group]);
        }
        return dZ;
    }

    private void backwardGroup(double[] d, int start, double inverse) {
        double[] norm = zNorm.data;
        double[] dNorm = dZNorm.data;
        double[] to = dZ.data;
        int unit = start % units;
        for (int i = 0; i < size; i++) {
            dNorm[start + i] = gamma[unit + i] * d[start + i];
        }
        Rows.sumAndDot(dNorm, norm, start, size, two);
        double mean = statistics == Statistics.ROOT_MEAN_SQUARE ? 0 : two[0] / size;
        double meanNorm = two[1] / size;
        for (int i = start; i < start + size; i++) {
            to[i] = inverse * (dNorm[i] - mean - norm[i] * meanNorm);
        }
    }

    @Override
    public boolean keepsBias() {
        return bias;
    }

    @Override
    public boolean needsBias() {
        return bias;
    }

    /** An infinite variance makes zNorm 0, so zTilde does not tell it. */
    @Override
    boolean isFinite() {
        for (int i = 0; i < invStd.getNumElements(); i++) {
            if (invStd.data[i] == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, double[]> passStatistics() {
        return switch (statistics) {
            case LAYER -> new TreeMap<>(Map.of("mean", values(mean), "var", values(var)));
            case ROOT_MEAN_SQUARE -> Map.of("mean_square", values(var));
            case GROUPS -> Map.of();
        };
    }

    @Override
    public Map<String, double[][]> passTables() {
        return statistics == Statistics.GROUPS
                ? new TreeMap<>(Map.of("mean", mean.get2DData(), "var", var.get2DData()))
                : Map.of();
    }

    private static double[] values(DMatrixRMaj matrix) {
        return Arrays.copyOf(matrix.data, matrix.getNumElements());
    }

    @Override
    public Normalization normalization() {
        return new Normalization.PerExample(values(mean), values(invStd), groups, size);
    }
}
