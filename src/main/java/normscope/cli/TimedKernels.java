package normscope.cli;

import normscope.math.Kernels;
import org.ejml.data.DMatrixRMaj;

/** Kernels that add up the time spent inside matrix products. */
final class TimedKernels implements Kernels {

    private final Kernels kernels;
    private long nanos;

    TimedKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Nanoseconds inside products since this was made or last asked. */
    long takeNanos() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }

    @Override
    public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        long start = System.nanoTime();
        kernels.mult(a, b, c);
        nanos += System.nanoTime() - start;
    }

    @Override
    public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        long start = System.nanoTime();
        kernels.multTransA(a, b, c);
        nanos += System.nanoTime() - start;
    }

    @Override
    public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        long start = System.nanoTime();
        kernels.multTransB(a, b, c);
        nanos += System.nanoTime() - start;
    }

    @Override
    public void tanh(double[] x, double[] y, int length) {
        kernels.tanh(x, y, length);
    }

    @Override
    public void sigmoid(double[] x, double[] y, int length) {
        kernels.sigmoid(x, y, length);
    }

    @Override
    public boolean allFinite(double[] x, int length) {
        return kernels.allFinite(x, length);
    }

    @Override
    public void keepWherePositive(double[] a, double[] d, int length) {
        kernels.keepWherePositive(a, d, length);
    }
}
