package normscope.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * A data set parted into training and test set, with the inputs as the networks get them.
 *
 * @param train the training set, standardized or centred if asked for
 * @param test the test set, likewise, with the training set's mean and standard deviation
 * @param shift what was subtracted from each input: the training set's mean, or 0
 * @param scale what each input was then divided by: the training set's standard deviation, or 1
 */
public record Split(Dataset train, Dataset test, double[] shift, double[] scale) {

    /** The largest number of examples of a set that measurements use. */
    public static final int MOST_MEASURED = 5000;

    /**
     * A constant that is not a binary fraction differs from its mean by up to this share: not a spread to divide by.
     */
    private static final double ROUNDING = 1e-12;

    /**
     * Parts a data set at random; each part gets at least one example. An input that is constant over the training set
     * is only centred.
     */
    public static Split of(Dataset all, double testShare, Centring centring, RandomGenerator random) {
        int n = all.size();
        int[] order = new int[n];
        RandomStreams.permutation(random, order);
        int testSize = testSize(n, testShare);
        Dataset test = all.select(order, 0, testSize);
        Dataset train = all.select(order, testSize, n);
        double[] shift = new double[all.inputs()];
        double[] scale = new double[all.inputs()];
        Arrays.fill(scale, 1);
        if (centring != Centring.NONE) {
            fit(train.x(), shift, scale);
            if (centring == Centring.MEAN) {
                Arrays.fill(scale, 1);
            }
            apply(train.x(), shift, scale);
            apply(test.x(), shift, scale);
        }
        return new Split(train, test, shift, scale);
    }

    /** {@return how many of n examples are for testing} */
    public static int testSize(int n, double testShare) {
        return (int) Math.max(1, Math.min(n - 1, Math.round(n * testShare)));
    }

    /**
     * {@return what is measured on: at most the first {@value #MOST_MEASURED} examples of each set, whose order is
     * random; this object if there are not more}
     */
    public Split sample() {
        Dataset some = train.first(MOST_MEASURED);
        Dataset someTest = test.first(MOST_MEASURED);
        return some == train && someTest == test ? this : new Split(some, someTest, shift, scale);
    }

    /** {@return an example's inputs as they were before standardizing} */
    public double[] raw(Dataset set, int row) {
        double[] raw = new double[set.inputs()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = set.x().get(row, i) * scale[i] + shift[i];
        }
        return raw;
    }

    /** Mean and (biased) standard deviation of each column, in two passes. */
    private static void fit(DMatrixRMaj x, double[] mean, double[] sd) {
        for (int column = 0; column < x.numCols; column++) {
            double sum = 0;
            for (int row = 0; row < x.numRows; row++) {
                sum += x.get(row, column);
            }
            mean[column] = sum / x.numRows;
            double squares = 0;
            for (int row = 0; row < x.numRows; row++) {
                double d = x.get(row, column) - mean[column];
                squares += d * d;
            }
            double deviation = Math.sqrt(squares / x.numRows);
            sd[column] = deviation > ROUNDING * Math.abs(mean[column]) ? deviation : 1;
        }
    }

    private static void apply(DMatrixRMaj x, double[] shift, double[] scale) {
        for (int row = 0; row < x.numRows; row++) {
            for (int column = 0; column < x.numCols; column++) {
                x.set(row, column, (x.get(row, column) - shift[column]) / scale[column]);
            }
        }
    }
}
