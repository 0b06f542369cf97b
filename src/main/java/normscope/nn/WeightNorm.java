package normscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * Weight normalization (Salimans and Kingma, <i>Weight Normalization</i>, 2016): the layer's weights are v, and each
 * unit's inputs are multiplied by w = g v / |v|, so that length and direction are learned apart. z stays as it is. g
 * begins as |v|, which makes the untrained network the plain one.
 */
final class WeightNorm extends NoNorm {

    final double[] g;
    final double[] dG;
    final DMatrixRMaj effective = new DMatrixRMaj(0, 0);

    private final List<Parameter> parameters;
    private final double[] length;
    private final double[] scale;

    WeightNorm(int units) {
        super(units);
        g = new double[units];
        dG = new double[units];
        length = new double[units];
        scale = new double[units];
        parameters = List.of(new Parameter("g", g, dG));
        Arrays.fill(g, 1);
    }

    /** g = |v|. */
    @Override
    void reset(DMatrixRMaj w) {
        super.reset(w);
        lengths(w);
        System.arraycopy(length, 0, g, 0, units);
    }

    private void lengths(DMatrixRMaj v) {
        Arrays.fill(length, 0);
        for (int start = 0; start < v.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                length[j] += v.data[start + j] * v.data[start + j];
            }
        }
        for (int j = 0; j < units; j++) {
            length[j] = Math.sqrt(length[j]);
        }
    }

    /** w = g v / |v|, unit by unit. */
    @Override
    DMatrixRMaj effectiveWeights(DMatrixRMaj v) {
        lengths(v);
        effective.reshape(v.numRows, units);
        for (int j = 0; j < units; j++) {
            scale[j] = g[j] / length[j];
        }
        for (int start = 0; start < v.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                effective.data[start + j] = scale[j] * v.data[start + j];
            }
        }
        return effective;
    }

    /**
     * Per unit, with the gradient dw of the effective weights:
     *
     * <pre>
     *   dg = dw . v / |v|      dv = g / |v| * (dw - dg v / |v|)
     * </pre>
     */
    @Override
    void backwardWeights(DMatrixRMaj v, DMatrixRMaj dW) {
        Arrays.fill(dG, 0);
        for (int start = 0; start < v.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                dG[j] += dW.data[start + j] * v.data[start + j];
            }
        }
        for (int j = 0; j < units; j++) {
            dG[j] /= length[j];
        }
        for (int start = 0; start < v.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                dW.data[start + j] = scale[j] * (dW.data[start + j] - dG[j] * (v.data[start + j] / length[j]));
            }
        }
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The effective weights as files have them: one row a unit. */
    @Override
    public Map<String, double[][]> passTables() {
        double[][] rows = new double[units][effective.numRows];
        for (int j = 0; j < units; j++) {
            for (int i = 0; i < effective.numRows; i++) {
                rows[j][i] = effective.get(i, j);
            }
        }
        return Map.of("W_effective", rows);
    }
}
