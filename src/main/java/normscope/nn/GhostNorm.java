package normscope.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * Batch norm with a virtual batch size (ghost batch norm; Hoffer, Hubara and Soudry, 2017): in TRAIN mode each chunk of
 * consecutive examples of the batch has its own statistics; a last chunk of one example joins the one before. The
 * running statistics take the chunks' mean and variance, weighted by their sizes. EVAL mode is batch norm's.
 */
final class GhostNorm extends BatchNorm {

    private final int size;
    private final List<Chunk> chunks = new ArrayList<>();
    private int used;

    /** Some rows of the batch, and batch norm of them alone. */
    private static final class Chunk {
        final BatchNorm norm;
        final DMatrixRMaj z = new DMatrixRMaj(0, 0);
        final DMatrixRMaj d = new DMatrixRMaj(0, 0);
        int first;

        Chunk(int units, NormalizerConstants constants) {
            norm = new BatchNorm(units, constants);
        }

        void take(DMatrixRMaj from, DMatrixRMaj rows, int count) {
            rows.reshape(count, from.numCols);
            System.arraycopy(from.data, first * from.numCols, rows.data, 0, rows.getNumElements());
        }

        void give(DMatrixRMaj rows, DMatrixRMaj to) {
            System.arraycopy(rows.data, 0, to.data, first * to.numCols, rows.getNumElements());
        }
    }

    GhostNorm(int units, NormalizerConstants constants, int size) {
        super(units, constants);
        this.size = size;
    }

    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        if (mode == Mode.EVAL) {
            used = 0;
            return super.forward(z, mode);
        }
        zNorm.reshape(z.numRows, units);
        zTilde.reshape(z.numRows, units);
        Arrays.fill(batchMean, 0);
        Arrays.fill(batchVar, 0);
        used = 0;
        for (int first = 0; first < z.numRows; first = end(first, z.numRows)) {
            Chunk chunk = chunk(used++);
            chunk.first = first;
            chunk.take(z, chunk.z, end(first, z.numRows) - first);
            System.arraycopy(gamma, 0, chunk.norm.gamma, 0, units);
            System.arraycopy(beta, 0, chunk.norm.beta, 0, units);
            chunk.norm.forward(chunk.z, mode);
            chunk.give(chunk.norm.zNorm, zNorm);
            chunk.give(chunk.norm.zTilde, zTilde);
            double weight = (double) chunk.z.numRows / z.numRows;
            for (int j = 0; j < units; j++) {
                batchMean[j] += weight * chunk.norm.batchMean[j];
                batchVar[j] += weight * chunk.norm.batchVar[j];
            }
        }
        for (int j = 0; j < units; j++) {
            invStd[j] = 1 / Math.sqrt(batchVar[j] + constants.epsilon());
        }
        return zTilde;
    }

    private int end(int first, int rows) {
        return first + size + 1 < rows ? first + size : rows;
    }

    private Chunk chunk(int index) {
        if (index == chunks.size()) {
            chunks.add(new Chunk(units, constants));
        }
        return chunks.get(index);
    }

    /** Batch norm's within each chunk; dGamma and dBeta are the sums over the chunks. */
    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        dZNorm.reshape(dZTilde.numRows, units);
        dZ.reshape(dZTilde.numRows, units);
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        for (int i = 0; i < used; i++) {
            Chunk chunk = chunks.get(i);
            chunk.take(dZTilde, chunk.d, chunk.z.numRows);
            chunk.norm.backward(chunk.d);
            chunk.give(chunk.norm.dZNorm, dZNorm);
            chunk.give(chunk.norm.dZ, dZ);
            for (int j = 0; j < units; j++) {
                dGamma[j] += chunk.norm.dGamma[j];
                dBeta[j] += chunk.norm.dBeta[j];
            }
        }
        return dZ;
    }

    @Override
    boolean isFinite() {
        boolean finite = super.isFinite();
        for (int i = 0; i < used; i++) {
            finite &= chunks.get(i).norm.isFinite();
        }
        return finite;
    }

    /** Each chunk's variance divided by its own size, or by that less one. */
    @Override
    void mix(double old) {
        int rows = 0;
        for (int i = 0; i < used; i++) {
            rows += chunks.get(i).z.numRows;
        }
        for (int j = 0; j < units; j++) {
            double variance = 0;
            for (int i = 0; i < used; i++) {
                int m = chunks.get(i).z.numRows;
                variance += (double) m / rows * (chunks.get(i).norm.batchVar[j] * correction(m));
            }
            runningMean[j] = old * runningMean[j] + (1 - old) * batchMean[j];
            runningVar[j] = old * runningVar[j] + (1 - old) * variance;
        }
    }

    /** None: what these statistics are studied for holds of batch norm with those of the whole batch. */
    @Override
    public Optional<BatchStatistics> statistics() {
        return Optional.empty();
    }

    @Override
    public Map<String, double[]> passStatistics() {
        return Map.of();
    }

    /** One row a chunk. */
    @Override
    public Map<String, double[][]> passTables() {
        return new TreeMap<>(Map.of("mean", ofChunks(norm -> norm.batchMean), "var", ofChunks(norm -> norm.batchVar)));
    }

    private double[][] ofChunks(Function<BatchNorm, double[]> values) {
        return chunks.stream()
                .limit(used)
                .map(chunk -> values.apply(chunk.norm).clone())
                .toArray(double[][]::new);
    }

    @Override
    public Normalization normalization() {
        return used == 0
                ? super.normalization()
                : new Normalization.PerChunk(
                        chunks.stream()
                                .limit(used)
                                .map(chunk -> chunk.norm.normalization())
                                .toList(),
                        size);
    }
}
