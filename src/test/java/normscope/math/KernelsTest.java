package normscope.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KernelsTest {

    private final Kernels kernels = Kernels.create();

    private static DMatrixRMaj random(int rows, int columns, RandomGenerator random) {
        DMatrixRMaj x = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] = Gaussian.next(random);
        }
        return x;
    }

    @RepeatedTest(30)
    void productsEqualTheirDefinition(RepetitionInfo run) {
        RandomGenerator random = new SplittableRandom(run.getCurrentRepetition());
        int m = 1 + random.nextInt(20);
        int k = 1 + random.nextInt(20);
        int n = 1 + random.nextInt(20);
        DMatrixRMaj a = random(m, k, random);
        DMatrixRMaj b = random(k, n, random);
        DMatrixRMaj c = random(3, 2, random);
        double[] expected = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * n + j] += a.get(i, p) * b.get(p, j);
                }
            }
        }
        kernels.mult(a, b, c);
        assertProduct(c, m, n, expected);
        kernels.multTransA(transposed(a), b, c);
        assertProduct(c, m, n, expected);
        kernels.multTransB(a, transposed(b), c);
        assertProduct(c, m, n, expected);
    }

    private static void assertProduct(DMatrixRMaj c, int rows, int columns, double[] expected) {
        assertThat(c.numRows).isEqualTo(rows);
        assertThat(c.numCols).isEqualTo(columns);
        assertThat(Arrays.copyOf(c.data, rows * columns)).containsExactly(expected, within(1e-13));
    }

    private static DMatrixRMaj transposed(DMatrixRMaj x) {
        DMatrixRMaj t = new DMatrixRMaj(x.numCols, x.numRows);
        for (int i = 0; i < x.numRows; i++) {
            for (int j = 0; j < x.numCols; j++) {
                t.set(j, i, x.get(i, j));
            }
        }
        return t;
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        DMatrixRMaj a = new DMatrixRMaj(2, 3);
        DMatrixRMaj b = new DMatrixRMaj(4, 5);
        DMatrixRMaj c = new DMatrixRMaj(1, 1);
        assertThatThrownBy(() -> kernels.mult(a, b, c)).hasMessageContaining("(2 x 3) (4 x 5)");
        assertThatThrownBy(() -> kernels.multTransA(a, b, c)).hasMessageContaining("(3 x 2) (4 x 5)");
        assertThatThrownBy(() -> kernels.multTransB(a, b, c)).hasMessageContaining("(2 x 3) (5 x 4)");
    }
}
