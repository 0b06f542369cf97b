package normscope.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;

/** Kernels that run on every machine: EJML's products and the elementary functions one value at a time. */
final class EjmlKernels implements Kernels {

    private final DMatrixRMaj transposed = new DMatrixRMaj(0, 0);

    @Override
    public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numRows, a.numCols, b.numRows, b.numCols, c);
        MatrixMatrixMult_DDRM.mult_small(a, b, c);
    }

    @Override
    public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numCols, a.numRows, b.numRows, b.numCols, c);
        MatrixMatrixMult_DDRM.multTransA_reorder(a, b, c);
    }

    @Override
    public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numRows, a.numCols, b.numCols, b.numRows, c);
        // EJML's own multTransB takes about twice as long as transposing first.
        transposed.reshape(b.numCols, b.numRows);
        CommonOps_DDRM.transpose(b, transposed);
        mult(a, transposed, c);
    }

    @Override
    public void tanh(double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public boolean allFinite(double[] x, int length) {
        return Elementary.allFinite(x, 0, length);
    }

    @Override
    public void keepWherePositive(double[] a, double[] d, int length) {
        for (int i = 0; i < length; i++) {
            d[i] = a[i] > 0 ? d[i] : 0;
        }
    }
}
