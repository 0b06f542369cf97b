package normscope.data;

import org.ejml.data.DMatrixRMaj;

/**
 * The mini-batches of a training set in the order in which they are used. Every epoch is one pass over the whole set in
 * a new random order; its last batch is smaller when the batch size does not divide the set. The batch of a step
 * depends on nothing but the seed and the step, so any step can be gone back to.
 */
public final class MiniBatches {

    private Dataset set;
    private final int batchSize;
    private final int batchesPerEpoch;
    private final RandomStreams streams;
    private final int[] order;
    private long orderedEpoch = -1;
    private long filledStep = -1;
    private final DMatrixRMaj x;
    private final DMatrixRMaj y;

    /**
     * Prepares the mini-batches of a set.
     *
     * @param set the training set. Not modified.
     * @param batchSize examples a batch; 0, or more than there are, means the whole set
     * @param streams where the orders come from (the stream "batches" of each epoch)
     */
    public MiniBatches(Dataset set, int batchSize, RandomStreams streams) {
        this.set = set;
        this.batchSize = batchSize == 0 ? set.size() : Math.min(batchSize, set.size());
        this.batchesPerEpoch = (set.size() + this.batchSize - 1) / this.batchSize;
        this.streams = streams;
        this.order = new int[set.size()];
        this.x = new DMatrixRMaj(this.batchSize, set.inputs());
        this.y = new DMatrixRMaj(this.batchSize, 1);
    }

    /**
     * Takes the batches from other inputs from now on, in the same order. Does nothing if they are the present ones.
     *
     * @param changed as many examples with as many inputs as before. Not modified.
     */
    public void use(Dataset changed) {
        if (set != changed) {
            set = changed;
            filledStep = -1;
        }
    }

    /** The number of steps of one epoch: at least 1. */
    public int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /**
     * Fills {@link #x()} and {@link #y()} with the batch that the given step uses. Allocates nothing.
     *
     * @param step the step, from 0: the batch of step s takes the parameters from s to s + 1 updates
     */
    public void moveTo(long step) {
        if (step == filledStep) {
            return;
        }
        long epoch = step / batchesPerEpoch;
        if (epoch != orderedEpoch) {
            RandomStreams.permutation(streams.of("batches", epoch), order);
            orderedEpoch = epoch;
        }
        int from = (int) (step % batchesPerEpoch) * batchSize;
        int rows = Math.min(batchSize, set.size() - from);
        int columns = set.inputs();
        x.reshape(rows, columns);
        y.reshape(rows, 1);
        for (int row = 0; row < rows; row++) {
            int example = order[from + row];
            System.arraycopy(set.x().data, example * columns, x.data, row * columns, columns);
            y.data[row] = set.y().data[example];
        }
        filledStep = step;
    }

    /** The inputs of the current batch: rows x inputs; filled anew by the next {@link #moveTo}. */
    public DMatrixRMaj x() {
        return x;
    }

    /** The labels of the current batch: rows x 1; filled anew by the next {@link #moveTo}. */
    public DMatrixRMaj y() {
        return y;
    }
}
