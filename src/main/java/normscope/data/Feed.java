package normscope.data;

/**
 * What mini-batches are made of. All sets have the same examples in the same order.
 *
 * @param now the examples as they are now
 * @param chances how likely each is drawn, relative to the others; null if each is used once an epoch
 * @param old the examples as they were before the last change, of which a part of each mini-batch is made
 * @param oldChances the same for these
 * @param replay the fraction of each mini-batch that comes from {@code old}: 0 … 1
 * @param importance what the loss of each example counts; null if all count alike
 */
public record Feed(
        Dataset now, double[] chances, Dataset old, double[] oldChances, double replay, double[] importance) {

    /** Each example once an epoch. */
    public static Feed everything(Dataset set) {
        return new Feed(set, null, set, null, 0, null);
    }

    /** Whether each example is used once an epoch, in a random order. */
    boolean isWhole() {
        return chances == null && replay == 0;
    }

    /**
     * The running sums of chances, by which examples are drawn: ascending, the last 1. Chances are not negative and not
     * all 0; null for all alike.
     */
    static double[] cumulative(double[] chances, int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += chances == null ? 1 : chances[i];
            sums[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            sums[i] /= sum;
        }
        return sums;
    }
}
