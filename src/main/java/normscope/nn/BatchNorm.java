package normscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import normscope.math.Columns;
import org.ejml.data.DMatrixRMaj;

/**
 * Batch normalization of one layer's z (Ioffe and Szegedy, <i>Batch Normalization</i>, 2015). Per unit:
 *
 * <pre>
 *   zNorm  = (z - mean) * invStd,   invStd = 1 / sqrt(var + epsilon)
 *   zTilde = gamma * zNorm + beta
 * </pre>
 *
 * In TRAIN mode mean and var are those of the batch, var divided by m; in EVAL mode the running ones. A batch of one
 * example is legal: zNorm is 0 and zTilde is beta.
 */
class BatchNorm extends Normalizer {

    final double[] batchMean;
    final double[] batchVar;
    final double[] invStd;
    final double[] runningMean;
    final double[] runningVar;

    final NormalizerConstants constants;
    private final Optional<BatchStatistics> statistics;
    private final List<double[]> buffers;
    private final double[] meanD;
    private final double[] meanDNorm;
    private final double[] scale;
    private double[] lastMean;
    private int batchSize;

    BatchNorm(int units, NormalizerConstants constants) {
        super(units);
        this.constants = constants;
        batchMean = new double[units];
        batchVar = new double[units];
        invStd = new double[units];
        runningMean = new double[units];
        runningVar = new double[units];
        meanD = new double[units];
        meanDNorm = new double[units];
        scale = new double[units];
        statistics = Optional.of(new BatchStatistics(batchMean, batchVar, invStd, runningMean, runningVar));
        buffers = List.of(runningMean, runningVar);
        lastMean = batchMean;
        Arrays.fill(runningVar, 1);
    }

    /** gamma 1, beta 0; running mean 0, running variance 1. */
    @Override
    void reset(DMatrixRMaj w) {
        super.reset(w);
        Arrays.fill(runningMean, 0);
        Arrays.fill(runningVar, 1);
    }

    /** Fills zNorm and zTilde from z, and in TRAIN mode the batch's statistics. */
    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        if (mode == Mode.TRAIN) {
            batchSize = z.numRows;
            Columns.meanAndVariance(z, batchMean, batchVar);
        }
        double[] mean = mode == Mode.TRAIN ? batchMean : runningMean;
        lastMean = mean;
        double[] variance = mode == Mode.TRAIN ? batchVar : runningVar;
        for (int j = 0; j < units; j++) {
            invStd[j] = 1 / Math.sqrt(variance[j] + constants.epsilon());
        }
        zNorm.reshape(z.numRows, units);
        zTilde.reshape(z.numRows, units);
        double[] from = z.data;
        double[] norm = zNorm.data;
        double[] tilde = zTilde.data;
        for (int start = 0; start < z.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                double n = (from[start + j] - mean[j]) * invStd[j];
                norm[start + j] = n;
                tilde[start + j] = gamma[j] * n + beta[j];
            }
        }
        return zTilde;
    }

    /**
     * Fills dGamma, dBeta, dZNorm and dZ from dLoss/dzTilde; the last forward must have been in TRAIN mode. With means
     * over the batch, and since mean and var depend on every z of the column,
     *
     * <pre>
     *   dBeta = sum dZTilde      dGamma = sum dZTilde * zNorm      dZNorm = gamma * dZTilde
     *   dZ = invStd * (dZNorm - mean(dZNorm) - zNorm * mean(dZNorm * zNorm))
     *      = invStd * gamma * (dZTilde - dBeta / m - zNorm * dGamma / m)
     * </pre>
     */
    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        int m = dZTilde.numRows;
        double[] d = dZTilde.data;
        double[] norm = zNorm.data;
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        for (int start = 0; start < m * units; start += units) {
            for (int j = 0; j < units; j++) {
                dBeta[j] += d[start + j];
                dGamma[j] += d[start + j] * norm[start + j];
            }
        }
        dZNorm.reshape(m, units);
        dZ.reshape(m, units);
        double[] toNorm = dZNorm.data;
        double[] to = dZ.data;
        for (int j = 0; j < units; j++) {
            meanD[j] = dBeta[j] / m;
            meanDNorm[j] = dGamma[j] / m;
            scale[j] = invStd[j] * gamma[j];
        }
        for (int start = 0; start < m * units; start += units) {
            for (int j = 0; j < units; j++) {
                double g = d[start + j];
                toNorm[start + j] = gamma[j] * g;
                to[start + j] = scale[j] * (g - meanD[j] - norm[start + j] * meanDNorm[j]);
            }
        }
        return dZ;
    }

    @Override
    public boolean keepsBias() {
        return false;
    }

    /** An infinite variance makes zNorm 0, so zTilde does not tell it. */
    @Override
    boolean isFinite() {
        for (double inverse : invStd) {
            if (inverse == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * running = runningDecay * running + (1 - runningDecay) * batch, for mean and variance. The variance is the batch's
     * divided by m, or by m - 1 if the constants say unbiased; of a single example either is 0.
     */
    @Override
    void updateRunningStatistics() {
        mix(constants.runningDecay());
    }

    @Override
    void takeStatistics() {
        mix(0);
    }

    /** What the running variance takes the batch's times: m / (m - 1) if the constants say unbiased, else 1. */
    double correction(int m) {
        return constants.unbiasedRunningVar() && m > 1 ? m / (m - 1.0) : 1;
    }

    void mix(double old) {
        double correction = correction(batchSize);
        for (int j = 0; j < units; j++) {
            runningMean[j] = old * runningMean[j] + (1 - old) * batchMean[j];
            runningVar[j] = old * runningVar[j] + (1 - old) * (batchVar[j] * correction);
        }
    }

    @Override
    public List<double[]> buffers() {
        return buffers;
    }

    @Override
    public Map<String, double[]> running() {
        return new TreeMap<>(Map.of("mean", runningMean, "var", runningVar));
    }

    @Override
    public Map<String, double[]> passStatistics() {
        return new TreeMap<>(Map.of("mean", batchMean, "var", batchVar));
    }

    @Override
    public Optional<BatchStatistics> statistics() {
        return statistics;
    }

    @Override
    public Normalization normalization() {
        return new Normalization.PerUnit(lastMean.clone(), invStd.clone());
    }
}
