package normscope.data;

import org.ejml.data.DMatrixRMaj;

/**
 * The mini-batches of a training set in the order in which they are used. Every epoch is one pass over the whole set in
 * a new random order; its last batch is smaller when the batch size does not divide the set. Where not all examples are
 * equally likely, each batch is drawn with replacement instead, and an epoch is as many steps as before. The batch of a
 * step depends on nothing but the seed, the step and the feed, so any step can be gone back to.
 */
public final class MiniBatches {

    private final int size;
    private Feed feed;
    private final int batchSize;
    private final int batchesPerEpoch;
    private final RandomStreams streams;
    private final int[] order;
    private long orderedEpoch = -1;
    private long filledStep = -1;
    private double[] sums;
    private double[] oldSums;
    private final DMatrixRMaj x;
    private final DMatrixRMaj y;
    private final double[] importance;

    /**
     * Prepares the mini-batches of a set. A batch size of 0, or more than there are, means the whole set; the orders
     * come from the stream "batches" of each epoch.
     */
    public MiniBatches(Dataset set, int batchSize, RandomStreams streams) {
        this.size = set.size();
        this.feed = Feed.everything(set);
        this.batchSize = batchSize == 0 ? set.size() : Math.min(batchSize, set.size());
        this.batchesPerEpoch = (set.size() + this.batchSize - 1) / this.batchSize;
        this.streams = streams;
        this.order = new int[set.size()];
        this.x = new DMatrixRMaj(this.batchSize, set.inputs());
        this.y = new DMatrixRMaj(this.batchSize, 1);
        this.importance = new double[this.batchSize];
    }

    /**
     * Makes the batches of something else from now on, of as many examples and inputs as before. Does nothing if it is
     * the present feed.
     */
    public void use(Feed changed) {
        if (feed != changed) {
            feed = changed;
            sums = changed.isWhole() ? null : Feed.cumulative(changed.chances(), size);
            oldSums = changed.replay() == 0 ? null : Feed.cumulative(changed.oldChances(), size);
            filledStep = -1;
        }
    }

    /** The number of steps of one epoch: at least 1. */
    public int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /**
     * Fills {@link #x()} and {@link #y()} with the batch that takes the parameters from {@code step} to {@code step +
     * 1} updates. Allocates nothing.
     */
    public void moveTo(long step) {
        if (step == filledStep) {
            return;
        }
        if (feed.isWhole()) {
            takeInOrder(step);
        } else {
            draw(step);
        }
        filledStep = step;
    }

    private void takeInOrder(long step) {
        long epoch = step / batchesPerEpoch;
        if (epoch != orderedEpoch) {
            RandomStreams.permutation(streams.of("batches", epoch), order);
            orderedEpoch = epoch;
        }
        int from = (int) (step % batchesPerEpoch) * batchSize;
        int rows = Math.min(batchSize, size - from);
        shape(rows);
        for (int row = 0; row < rows; row++) {
            take(feed.now(), order[from + row], row);
        }
    }

    private void draw(long step) {
        long key = streams.key("selection", step);
        shape(batchSize);
        int ofOld = (int) Math.round(feed.replay() * batchSize);
        for (int row = 0; row < batchSize; row++) {
            boolean old = row < ofOld;
            take(old ? feed.old() : feed.now(), drawn(old ? oldSums : sums, RandomStreams.uniform(key, row)), row);
        }
    }

    /** The first example whose running sum is above a number. */
    private static int drawn(double[] sums, double number) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void shape(int rows) {
        x.reshape(rows, feed.now().inputs());
        y.reshape(rows, 1);
    }

    private void take(Dataset set, int example, int row) {
        int columns = set.inputs();
        System.arraycopy(set.x().data, example * columns, x.data, row * columns, columns);
        y.data[row] = set.y().data[example];
        if (feed.importance() != null) {
            importance[row] = feed.importance()[example];
        }
    }

    /** The inputs of the current batch: rows x inputs; filled anew by the next {@link #moveTo}. */
    public DMatrixRMaj x() {
        return x;
    }

    /** The labels of the current batch: rows x 1; filled anew by the next {@link #moveTo}. */
    public DMatrixRMaj y() {
        return y;
    }

    /** {@return what the loss of each row of the current batch counts; null if all count alike} */
    public double[] importance() {
        return feed.importance() == null ? null : importance;
    }
}
