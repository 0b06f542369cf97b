package normscope.data;

import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Examples with their labels. The matrices are not copied and must not be changed afterwards.
 *
 * @param x one row per example, one column per input (n x d)
 * @param y class numbers from 0 (n x 1)
 */
public record Dataset(DMatrixRMaj x, DMatrixRMaj y, int classes) {

    public Dataset {
        if (x.numRows != y.numRows || y.numCols != 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Inputs have %d rows and labels %d; both need one row per example.",
                    x.numRows,
                    y.numRows));
        }
    }

    public int size() {
        return x.numRows;
    }

    public int inputs() {
        return x.numCols;
    }

    public int label(int row) {
        return (int) y.data[row];
    }

    /** {@return the first examples, at most so many; itself if there are not more} */
    public Dataset first(int most) {
        return size() <= most ? this : select(IntStream.range(0, most).toArray(), 0, most);
    }

    /** {@return copies of the examples {@code rows[from]} to {@code rows[to - 1]}, in that order} */
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
