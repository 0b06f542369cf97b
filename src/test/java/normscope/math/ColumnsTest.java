package normscope.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 10}, {2, 30}, {6, 20}});

    @Test
    void aRowIsAddedToEveryRow() {
        Columns.addRow(x, new double[] {1, -10});
        assertThat(x.data).containsExactly(2, 0, 3, 20, 7, 10);
    }

    @Test
    void columnsAreSummed() {
        double[] sums = {100, 100};
        Columns.sum(x, sums);
        assertThat(sums).containsExactly(9, 60);
    }

    @Test
    void meanAndVarianceDivideByTheNumberOfRows() {
        double[] mean = {100, 100};
        double[] variance = {100, 100};
        Columns.meanAndVariance(x, mean, variance);
        assertThat(mean).containsExactly(3, 20);
        assertThat(variance).containsExactly(new double[] {14 / 3.0, 200 / 3.0}, within(1e-14));
    }

    @Test
    void hugeAndTinyColumnsKeepTheirDigits() {
        DMatrixRMaj scaled = new DMatrixRMaj(3, 3);
        for (int i = 0; i < 3; i++) {
            scaled.set(i, 0, 1e8 + x.get(i, 0));
            scaled.set(i, 1, 1e-150 * x.get(i, 0));
            scaled.set(i, 2, 1e150 * x.get(i, 0));
        }
        double[] mean = new double[3];
        double[] variance = new double[3];
        Columns.meanAndVariance(scaled, mean, variance);
        assertThat(mean[0]).isEqualTo(1e8 + 3);
        assertThat(variance[0]).isCloseTo(14 / 3.0, within(1e-14));
        assertThat(variance[1] / 1e-300).isCloseTo(14 / 3.0, within(1e-14));
        assertThat(variance[2] / 1e300).isCloseTo(14 / 3.0, within(1e-14));
    }

    @Test
    void aColumnWithANonFiniteValueHasNonFiniteStatistics() {
        double[] mean = new double[2];
        double[] variance = new double[2];
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (int row = 0; row < 3; row++) {
                DMatrixRMaj broken = x.copy();
                broken.set(row, 1, bad);
                Columns.meanAndVariance(broken, mean, variance);
                assertThat(Arrays.stream(mean).filter(Double::isFinite)).hasSize(1);
                assertThat(variance[0]).isFinite();
                assertThat(variance[1]).isNaN();
            }
        }
    }
}
