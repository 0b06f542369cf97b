package normscope.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {

    static List<Kernels> kernels() {
        return List.of(new VectorKernels(), new EjmlKernels());
    }

    private static DMatrixRMaj random(int rows, int columns, RandomGenerator random) {
        DMatrixRMaj x = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < x.getNumElements(); i++) {
            x.data[i] = Gaussian.next(random);
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void productsEqualTheirDefinition(Kernels kernels) {
        RandomGenerator random = new SplittableRandom(4);
        for (int run = 0; run < 200; run++) {
            assertProducts(kernels, 1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(40), random);
        }
    }

    private static void assertProducts(Kernels kernels, int m, int k, int n, RandomGenerator random) {
        DMatrixRMaj a = random(m, k, random);
        DMatrixRMaj b = random(k, n, random);
        DMatrixRMaj c = random(3, 2, random);
        double[] expected = new double[m * n];
        double[] fused = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * n + j] += a.get(i, p) * b.get(p, j);
                    fused[i * n + j] = Math.fma(a.get(i, p), b.get(p, j), fused[i * n + j]);
                }
            }
        }
        // The order of the sums is fixed, so the bits are: of rounded products in EJML, of fused ones in vectors.
        double[] exact = kernels instanceof VectorKernels ? fused : expected;
        kernels.mult(a, b, c);
        assertProduct(c, m, n, exact);
        kernels.multTransA(transposed(a), b, c);
        assertProduct(c, m, n, exact);
        kernels.multTransB(a, transposed(b), c);
        assertProduct(c, m, n, exact);
    }

    private static void assertProduct(DMatrixRMaj c, int rows, int columns, double[] exact) {
        assertThat(c.numRows).isEqualTo(rows);
        assertThat(c.numCols).isEqualTo(columns);
        assertThat(Arrays.copyOf(c.data, rows * columns)).containsExactly(exact);
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

    @ParameterizedTest
    @MethodSource("kernels")
    void sizesThatDoNotFitAreRefused(Kernels kernels) {
        DMatrixRMaj a = new DMatrixRMaj(2, 3);
        DMatrixRMaj b = new DMatrixRMaj(4, 5);
        DMatrixRMaj c = new DMatrixRMaj(1, 1);
        assertThatThrownBy(() -> kernels.mult(a, b, c)).hasMessageContaining("(2 x 3) (4 x 5)");
        assertThatThrownBy(() -> kernels.multTransA(a, b, c)).hasMessageContaining("(3 x 2) (4 x 5)");
        assertThatThrownBy(() -> kernels.multTransB(a, b, c)).hasMessageContaining("(2 x 3) (5 x 4)");
    }

    @Test
    void theVectorKernelsAreChosenWhereTheirModuleIs() {
        assertThat(Kernels.VECTOR_MODULE).isTrue();
        assertThat(Kernels.create()).isInstanceOf(VectorKernels.class);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aValueThatIsNotFiniteIsFoundWhereverItStands(Kernels kernels) {
        for (int length = 0; length < 40; length++) {
            double[] x = new double[41];
            Arrays.fill(x, -Double.MAX_VALUE);
            x[length] = Double.NaN;
            assertThat(kernels.allFinite(x, length)).isTrue();
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                for (int i = 0; i < length; i++) {
                    x[i] = bad;
                    assertThat(kernels.allFinite(x, length)).isFalse();
                    x[i] = 1;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void gradientsAreKeptWhereTheActivationIsPositive(Kernels kernels) {
        double[] a = {1, 0, -1, Double.MIN_VALUE, -0.0, Double.POSITIVE_INFINITY, 2, 0, 3, 4};
        double[] d = {9, 9, 9, -9, 9, 9, Double.POSITIVE_INFINITY, Double.NaN, -8, 9};
        kernels.keepWherePositive(a, d, 9);
        assertThat(d).containsExactly(9, 0, 0, -9, 0, 9, Double.POSITIVE_INFINITY, 0, -8, 9);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void functionsActOnTheFirstValuesOnly(Kernels kernels) {
        double[] x = {0.5, -1, 2, 3, -4, 0.1, 7, 8, 9, 10, 11};
        double[] y = new double[11];
        kernels.tanh(x, y, 10);
        assertThat(y[9]).isEqualTo(Elementary.tanh(10));
        assertThat(y[10]).isZero();
        kernels.sigmoid(x, y, 9);
        assertThat(y[8]).isEqualTo(Elementary.sigmoid(9));
        assertThat(y[9]).isEqualTo(Elementary.tanh(10));
    }
}
