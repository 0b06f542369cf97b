package normscope.nn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Batch renormalization (Ioffe, <i>Batch Renormalization</i>, 2017). In TRAIN mode the batch's statistics are corrected
 * to the running ones, as they were before the step:
 *
 * <pre>
 *   u      = (z - mean) / s_B,   s_B = sqrt(var + epsilon),   s = sqrt(runningVar + epsilon)
 *   r      = s_B / s within 1/rMax … rMax      d = (mean - runningMean) / s within -dMax … dMax
 *   zNorm  = r u + d             zTilde = gamma * zNorm + beta
 * </pre>
 *
 * <p>For the gradient r and d are constants. In the first warmupSteps steps they are 1 and 0, which is batch norm. EVAL
 * mode is batch norm's. The running variance is averaged, where Ioffe averages the standard deviation, so that all
 * kinds remember the same.
 */
final class BatchRenorm extends BatchNorm {

    final double[] r;
    final double[] d;

    private final NormalizerSpec.BatchRenorm limits;
    private final DMatrixRMaj renormed = new DMatrixRMaj(0, 0);
    /** The number of updates of the running statistics: part of the state, hence an array. */
    private final double[] steps = new double[1];

    private final List<double[]> buffers = List.of(runningMean, runningVar, steps);
    private boolean corrected;

    BatchRenorm(int units, NormalizerConstants constants, NormalizerSpec.BatchRenorm limits) {
        super(units, constants);
        this.limits = limits;
        r = new double[units];
        d = new double[units];
    }

    @Override
    void reset(DMatrixRMaj w) {
        super.reset(w);
        steps[0] = 0;
    }

    /** Batch norm gives u, which its zNorm keeps. */
    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        super.forward(z, mode);
        corrected = mode == Mode.TRAIN;
        if (!corrected) {
            return zTilde;
        }
        boolean warm = steps[0] >= limits.warmupSteps();
        for (int j = 0; j < units; j++) {
            double s = Math.sqrt(runningVar[j] + constants.epsilon());
            double ratio = Math.sqrt(batchVar[j] + constants.epsilon()) / s;
            double offset = (batchMean[j] - runningMean[j]) / s;
            r[j] = warm ? Math.min(limits.rMax(), Math.max(1 / limits.rMax(), ratio)) : 1;
            d[j] = warm ? Math.min(limits.dMax(), Math.max(-limits.dMax(), offset)) : 0;
        }
        renormed.reshape(z.numRows, units);
        for (int start = 0; start < z.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                double n = r[j] * zNorm.data[start + j] + d[j];
                renormed.data[start + j] = n;
                zTilde.data[start + j] = gamma[j] * n + beta[j];
            }
        }
        return zTilde;
    }

    /**
     * As batch norm from u, then
     *
     * <pre>
     *   dGamma = sum dZTilde * zNorm = r sum dZTilde * u + d dBeta
     *   dZ     = r / s_B * (dZNorm - mean(dZNorm) - u * mean(dZNorm * u))
     * </pre>
     */
    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        super.backward(dZTilde);
        for (int j = 0; j < units; j++) {
            dGamma[j] = r[j] * dGamma[j] + d[j] * dBeta[j];
        }
        for (int start = 0; start < dZTilde.numRows * units; start += units) {
            for (int j = 0; j < units; j++) {
                dZ.data[start + j] *= r[j];
            }
        }
        return dZ;
    }

    @Override
    void updateRunningStatistics() {
        super.updateRunningStatistics();
        steps[0]++;
    }

    @Override
    public List<double[]> buffers() {
        return buffers;
    }

    /** None: what these statistics are studied for holds of batch norm with those of the whole batch. */
    @Override
    public Optional<BatchStatistics> statistics() {
        return Optional.empty();
    }

    @Override
    public Map<String, double[]> passStatistics() {
        Map<String, double[]> statistics = super.passStatistics();
        statistics.put("r", r);
        statistics.put("d", d);
        return statistics;
    }

    @Override
    public Normalization normalization() {
        Normalization before = super.normalization();
        return corrected ? new Normalization.Renormalized(before, r.clone(), d.clone()) : before;
    }

    @Override
    public DMatrixRMaj zNorm() {
        return corrected ? renormed : zNorm;
    }
}
