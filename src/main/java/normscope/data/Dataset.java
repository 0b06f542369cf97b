package normscope.data;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Examples with their labels. The matrices are not copied and must not be changed afterwards.
 *
 * @param x one row per example, one column per input (n x d)
 * @param y class numbers from 0 (n x 1)
 * @param classes the number of classes
 */
public record Dataset(DMatrixRMaj x, DMatrixRMaj y, int classes) {

    /** Checks that inputs and labels have one row per example each. */
    public Dataset {
        if (x.numRows != y.numRows || y.numCols != 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Inputs have %d rows and labels %d; both need one row per example.",
                    x.numRows,
                    y.numRows));
        }
    }

    /** The number of examples. */
    public int size() {
        return x.numRows;
    }

    /** The number of inputs of one example. */
    public int inputs() {
        return x.numCols;
    }

    /**
     * The class of one example.
     *
     * @param row the example, from 0
     * @return its class number
     */
    public int label(int row) {
        return (int) y.data[row];
    }

    /**
     * Some of the examples, copied.
     *
     * @param rows the examples wanted, in the order wanted
     * @param from the first entry of {@code rows} to use
     * @param to one past the last entry of {@code rows} to use
     * @return a data set of {@code to - from} examples
     */
    public Dataset select(int[] rows, int from, int to) {
        DMatrixRMaj someX = new DMatrixRMaj(to - from, x.numCols);
        DMatrixRMaj someY = new DMatrixRMaj(to - from, 1);
        for (int i = from; i < to; i++) {
            System.arraycopy(x.data, rows[i] * x.numCols, someX.data, (i - from) * x.numCols, x.numCols);
            someY.data[i - from] = y.data[rows[i]];
        }
        return new Dataset(someX, someY, classes);
    }
}
