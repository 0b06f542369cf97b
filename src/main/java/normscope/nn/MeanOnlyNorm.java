package normscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import normscope.math.Columns;
import org.ejml.data.DMatrixRMaj;

/**
 * Mean-only batch norm (Salimans and Kingma, 2016): zTilde = z - mean + beta, with each unit's mean over the batch in
 * TRAIN mode and the running one in EVAL mode. Half of batch norm, for taking it apart.
 */
final class MeanOnlyNorm extends Normalizer {

    final double[] batchMean;
    final double[] runningMean;

    private final double runningDecay;
    private final List<Parameter> parameters;
    private final List<double[]> buffers;
    private final double[] ignored;
    private final double[] ones;
    private double[] lastMean;

    MeanOnlyNorm(int units, NormalizerConstants constants) {
        super(units);
        runningDecay = constants.runningDecay();
        batchMean = new double[units];
        runningMean = new double[units];
        ignored = new double[units];
        ones = new double[units];
        Arrays.fill(ones, 1);
        lastMean = batchMean;
        parameters = List.of(new Parameter("beta", beta, dBeta));
        buffers = List.of(runningMean);
    }

    @Override
    void reset(DMatrixRMaj w) {
        super.reset(w);
        Arrays.fill(runningMean, 0);
    }

    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        if (mode == Mode.TRAIN) {
            Columns.meanAndVariance(z, batchMean, ignored);
        }
        double[] mean = mode == Mode.TRAIN ? batchMean : runningMean;
        lastMean = mean;
        zNorm.reshape(z.numRows, units);
        zTilde.reshape(z.numRows, units);
        for (int start = 0; start < z.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                double n = z.data[start + j] - mean[j];
                zNorm.data[start + j] = n;
                zTilde.data[start + j] = n + beta[j];
            }
        }
        return zTilde;
    }

    /** dBeta = sum dZTilde; dZ = dZTilde - mean(dZTilde), over the batch. */
    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        int m = dZTilde.numRows;
        dZNorm = dZTilde;
        Columns.sum(dZTilde, dBeta);
        dZ.reshape(m, units);
        for (int start = 0; start < m * units; start += units) {
            for (int j = 0; j < units; j++) {
                dZ.data[start + j] = dZTilde.data[start + j] - dBeta[j] / m;
            }
        }
        return dZ;
    }

    @Override
    public boolean keepsBias() {
        return false;
    }

    @Override
    void updateRunningStatistics() {
        for (int j = 0; j < units; j++) {
            runningMean[j] = runningDecay * runningMean[j] + (1 - runningDecay) * batchMean[j];
        }
    }

    @Override
    void takeStatistics() {
        System.arraycopy(batchMean, 0, runningMean, 0, units);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<double[]> buffers() {
        return buffers;
    }

    @Override
    public Map<String, double[]> running() {
        return Map.of("mean", runningMean);
    }

    @Override
    public Map<String, double[]> passStatistics() {
        return Map.of("mean", batchMean);
    }

    @Override
    public Normalization normalization() {
        return new Normalization.PerUnit(lastMean.clone(), ones);
    }
}
