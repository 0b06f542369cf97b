package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LossTest {

    private static DMatrixRMaj rows(double[]... values) {
        return new DMatrixRMaj(values);
    }

    @Test
    void binaryCrossEntropyStaysExactForHugeLogits() {
        DMatrixRMaj y = rows(new double[] {0}, new double[] {1}, new double[] {0}, new double[] {1});
        DMatrixRMaj z = rows(new double[] {800}, new double[] {-900}, new double[] {-1000}, new double[] {1000});
        assertThat(Loss.BCE.value(z, y)).isEqualTo((800 + 900) / 4.0);
        DMatrixRMaj d = new DMatrixRMaj(4, 1);
        Loss.BCE.gradient(z, y, d);
        assertThat(d.data).containsExactly(0.25, -0.25, 0, 0);
    }

    @Test
    void binaryCrossEntropyKeepsTheTailOfASmallLoss() {
        assertThat(Loss.BCE.value(rows(new double[] {40}), rows(new double[] {1})))
                .isCloseTo(StrictMath.exp(-40), within(1e-30));
        assertThat(Loss.BCE.value(rows(new double[] {0}), rows(new double[] {1})))
                .isCloseTo(StrictMath.log(2), within(1e-16));
    }

    @Test
    void softmaxCrossEntropyStaysExactForHugeLogits() {
        DMatrixRMaj z = rows(new double[] {1000, 0, -1000}, new double[] {-5000, -5000, -5000});
        DMatrixRMaj y = rows(new double[] {1}, new double[] {2});
        assertThat(Loss.SOFTMAX.value(z, y)).isCloseTo((1000 + StrictMath.log(3)) / 2, within(1e-12));
        DMatrixRMaj d = new DMatrixRMaj(2, 3);
        Loss.SOFTMAX.gradient(z, y, d);
        assertThat(d.data).containsExactly(new double[] {0.5, -0.5, 0, 1 / 6.0, 1 / 6.0, -1 / 3.0}, within(1e-15));
        DMatrixRMaj p = new DMatrixRMaj(0, 0);
        Loss.SOFTMAX.output(z, p);
        assertThat(p.data).containsExactly(new double[] {1, 0, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    }

    @Test
    void theSquaredErrorsDifferByTheirDivisor() {
        DMatrixRMaj z = rows(new double[] {1, 2}, new double[] {3, 5});
        DMatrixRMaj y = rows(new double[] {0, 2}, new double[] {1, 1});
        assertThat(Loss.MSE.value(z, y)).isEqualTo(21 / 4.0);
        assertThat(Loss.HALF_MSE.value(z, y)).isEqualTo(21 / 4.0);
        DMatrixRMaj one = rows(new double[] {3});
        DMatrixRMaj zero = rows(new double[] {0});
        assertThat(Loss.MSE.value(one, zero)).isEqualTo(9);
        assertThat(Loss.HALF_MSE.value(one, zero)).isEqualTo(4.5);
    }

    @Test
    void theOutputIsAProbabilityOrTheValueItself() {
        DMatrixRMaj p = new DMatrixRMaj(0, 0);
        Loss.BCE.output(rows(new double[] {-800}, new double[] {0}, new double[] {2}), p);
        assertThat(p.data).containsExactly(new double[] {0, 0.5, 1 / (1 + StrictMath.exp(-2))}, within(1e-16));
        Loss.MSE.output(rows(new double[] {-7, 3}), p);
        assertThat(p.data).startsWith(-7, 3);
        assertThat(p.numCols).isEqualTo(2);
    }

    @Test
    void aLogitThatIsNotANumberMakesTheLossNotANumber() {
        assertThat(Loss.BCE.value(rows(new double[] {Double.NaN}), rows(new double[] {1})))
                .isNaN();
        assertThat(Loss.SOFTMAX.value(rows(new double[] {1, Double.NaN}), rows(new double[] {0})))
                .isNaN();
        assertThat(Loss.MSE.value(rows(new double[] {Double.NaN}), rows(new double[] {1})))
                .isNaN();
    }
}
