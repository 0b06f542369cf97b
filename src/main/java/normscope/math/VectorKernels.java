package normscope.math;

import org.ejml.data.DMatrixRMaj;

/**
 * Kernels on the processor's vector registers. B is packed into panels of a register block's width, the last one filled
 * up with zeros; where a block reaches beyond C, it is computed beside and its part copied.
 */
final class VectorKernels implements Kernels {

    private static final int WIDTH = MicroKernels.WIDTH;
    private static final int ROWS = MicroKernels.ROWS;

    private final double[] edge = new double[ROWS * WIDTH];
    private double[] panels = new double[0];

    @Override
    public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numRows, a.numCols, b.numRows, b.numCols, c);
        pack(b.data, b.numRows, b.numCols);
        product(a.data, a.numCols, false, b.numRows, c);
    }

    @Override
    public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numCols, a.numRows, b.numRows, b.numCols, c);
        pack(b.data, b.numRows, b.numCols);
        product(a.data, a.numCols, true, b.numRows, c);
    }

    @Override
    public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Shapes.product(a.numRows, a.numCols, b.numCols, b.numRows, c);
        packTransposed(b.data, b.numCols, b.numRows);
        product(a.data, a.numCols, false, b.numCols, c);
    }

    /** Packs a depth x n matrix. */
    private void pack(double[] b, int depth, int n) {
        reserve(depth, n);
        int whole = n - n % WIDTH;
        for (int j = 0; j < whole; j += WIDTH) {
            MicroKernels.pack(b, j, n, depth, panels, j * depth);
        }
        if (whole < n) {
            packRest(b, whole, n, depth, n - whole, panels, whole * depth);
        }
    }

    private static void packRest(double[] b, int column, int n, int depth, int width, double[] panels, int start) {
        int from = column;
        int to = start;
        for (int p = 0; p < depth; p++) {
            for (int j = 0; j < width; j++) {
                panels[to + j] = b[from + j];
            }
            for (int j = width; j < WIDTH; j++) {
                panels[to + j] = 0;
            }
            from += n;
            to += WIDTH;
        }
    }

    /** Packs the transpose of an n x depth matrix. */
    private void packTransposed(double[] b, int depth, int n) {
        reserve(depth, n);
        int padded = (n + WIDTH - 1) / WIDTH * WIDTH;
        for (int j = 0; j < padded; j++) {
            int start = (j / WIDTH) * WIDTH * depth + j % WIDTH;
            if (j < n) {
                packRow(b, j * depth, depth, panels, start);
            } else {
                clearColumn(depth, panels, start);
            }
        }
    }

    private static void packRow(double[] b, int from, int depth, double[] panels, int start) {
        for (int p = 0; p < depth; p++) {
            panels[start + p * WIDTH] = b[from + p];
        }
    }

    private static void clearColumn(int depth, double[] panels, int start) {
        for (int p = 0; p < depth; p++) {
            panels[start + p * WIDTH] = 0;
        }
    }

    private void reserve(int depth, int n) {
        int size = depth * ((n + WIDTH - 1) / WIDTH * WIDTH);
        if (panels.length < size) {
            panels = new double[size];
        }
    }

    /** C = A B or A^T B with the packed B; aRow is the row length of A. */
    private void product(double[] a, int aRow, boolean transposed, int depth, DMatrixRMaj c) {
        int m = c.numRows;
        int n = c.numCols;
        int whole = m - m % ROWS;
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            int panel = j * depth;
            for (int i = 0; i < whole; i += ROWS) {
                if (width == WIDTH) {
                    block(a, i, aRow, transposed, panel, depth, c.data, i * n + j, n);
                } else {
                    block(a, i, aRow, transposed, panel, depth, edge, 0, WIDTH);
                    copyEdge(ROWS, width, c.data, i * n + j, n);
                }
            }
            for (int i = whole; i < m; i++) {
                MicroKernels.row(a, transposed ? i : i * aRow, transposed ? aRow : 1, panels, panel, depth, edge, 0);
                copyEdge(1, width, c.data, i * n + j, n);
            }
        }
    }

    private void block(
            double[] a, int i, int aRow, boolean transposed, int panel, int depth, double[] c, int cStart, int cRow) {
        if (transposed) {
            MicroKernels.columns(a, i, aRow, panels, panel, depth, c, cStart, cRow);
        } else {
            MicroKernels.rows(a, i * aRow, aRow, panels, panel, depth, c, cStart, cRow);
        }
    }

    private void copyEdge(int rows, int width, double[] c, int cStart, int cRow) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                c[cStart + i * cRow + j] = edge[i * WIDTH + j];
            }
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int length) {
        VectorFunctions.tanh(x, y, length);
    }

    @Override
    public void sigmoid(double[] x, double[] y, int length) {
        VectorFunctions.sigmoid(x, y, length);
    }

    @Override
    public boolean allFinite(double[] x, int length) {
        return VectorFunctions.allFinite(x, length);
    }

    @Override
    public void keepWherePositive(double[] a, double[] d, int length) {
        VectorFunctions.keepWherePositive(a, d, length);
    }
}
