package normscope.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of the matrix products: a few rows of A times one panel of B, kept in registers. A panel is
 * {@link #WIDTH} columns wide and packed row after row.
 *
 * <p>Every element of the result is summed from the first product to the last with one fused multiply-add each,
 * whatever the vector's width, so the width does not change a bit of it.
 */
final class MicroKernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Columns of a panel. */
    static final int WIDTH = 2 * LANES;

    /**
     * Rows of a block. 4 x 2 vectors are the 8 sums in flight that two multiply-add units of latency 4 need, and leave
     * registers for the operands.
     */
    static final int ROWS = 4;

    private MicroKernels() {}

    /**
     * Four rows of A B: C[i][j] = sum<sub>p</sub> A[i][p] B[p][j].
     *
     * @param a A, row-major. Not modified.
     * @param aStart index of A[0][0]
     * @param aRow elements from one row of A to the next
     * @param panel packed B. Not modified.
     * @param panelStart index of the panel's first element
     * @param depth number of products in a sum
     * @param c C. Modified.
     * @param cStart index of C[0][0]
     * @param cRow elements from one row of C to the next
     */
    static void rows(
            double[] a,
            int aStart,
            int aRow,
            double[] panel,
            int panelStart,
            int depth,
            double[] c,
            int cStart,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        int a1 = aStart + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH + LANES);
            DoubleVector r = DoubleVector.broadcast(SPECIES, a[aStart + p]);
            c00 = r.fma(b0, c00);
            c01 = r.fma(b1, c01);
            r = DoubleVector.broadcast(SPECIES, a[a1 + p]);
            c10 = r.fma(b0, c10);
            c11 = r.fma(b1, c11);
            r = DoubleVector.broadcast(SPECIES, a[a2 + p]);
            c20 = r.fma(b0, c20);
            c21 = r.fma(b1, c21);
            r = DoubleVector.broadcast(SPECIES, a[a3 + p]);
            c30 = r.fma(b0, c30);
            c31 = r.fma(b1, c31);
        }
        c00.intoArray(c, cStart);
        c01.intoArray(c, cStart + LANES);
        c10.intoArray(c, cStart + cRow);
        c11.intoArray(c, cStart + cRow + LANES);
        c20.intoArray(c, cStart + 2 * cRow);
        c21.intoArray(c, cStart + 2 * cRow + LANES);
        c30.intoArray(c, cStart + 3 * cRow);
        c31.intoArray(c, cStart + 3 * cRow + LANES);
    }

    /**
     * Four rows of A<sup>T</sup> B: C[i][j] = sum<sub>p</sub> A[p][i] B[p][j]. Apart from {@link #rows} because one
     * loop with both strides variable is a fifth slower: four neighbours need one bounds check, four strided elements
     * four.
     */
    static void columns(
            double[] a,
            int aStart,
            int aRow,
            double[] panel,
            int panelStart,
            int depth,
            double[] c,
            int cStart,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        int at = aStart;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH + LANES);
            DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
            c00 = r.fma(b0, c00);
            c01 = r.fma(b1, c01);
            r = DoubleVector.broadcast(SPECIES, a[at + 1]);
            c10 = r.fma(b0, c10);
            c11 = r.fma(b1, c11);
            r = DoubleVector.broadcast(SPECIES, a[at + 2]);
            c20 = r.fma(b0, c20);
            c21 = r.fma(b1, c21);
            r = DoubleVector.broadcast(SPECIES, a[at + 3]);
            c30 = r.fma(b0, c30);
            c31 = r.fma(b1, c31);
            at += aRow;
        }
        c00.intoArray(c, cStart);
        c01.intoArray(c, cStart + LANES);
        c10.intoArray(c, cStart + cRow);
        c11.intoArray(c, cStart + cRow + LANES);
        c20.intoArray(c, cStart + 2 * cRow);
        c21.intoArray(c, cStart + 2 * cRow + LANES);
        c30.intoArray(c, cStart + 3 * cRow);
        c31.intoArray(c, cStart + 3 * cRow + LANES);
    }

    /** One row of A B (aStep 1) or of A<sup>T</sup> B (aStep the row length of A): what four rows leave over. */
    static void row(
            double[] a, int aStart, int aStep, double[] panel, int panelStart, int depth, double[] c, int cStart) {
        DoubleVector c0 = DoubleVector.zero(SPECIES);
        DoubleVector c1 = c0;
        int at = aStart;
        for (int p = 0; p < depth; p++) {
            DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
            c0 = r.fma(DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH), c0);
            c1 = r.fma(DoubleVector.fromArray(SPECIES, panel, panelStart + p * WIDTH + LANES), c1);
            at += aStep;
        }
        c0.intoArray(c, cStart);
        c1.intoArray(c, cStart + LANES);
    }

    /**
     * Copies one panel's columns of B, whole ones, row after row.
     *
     * @param bStart index of the panel's first element in B
     * @param bRow elements from one row of B to the next
     * @param panelStart index of the panel's first element in {@code panel}
     */
    static void pack(double[] b, int bStart, int bRow, int depth, double[] panel, int panelStart) {
        int from = bStart;
        for (int p = 0; p < depth; p++) {
            int to = panelStart + p * WIDTH;
            DoubleVector.fromArray(SPECIES, b, from).intoArray(panel, to);
            DoubleVector.fromArray(SPECIES, b, from + LANES).intoArray(panel, to + LANES);
            from += bRow;
        }
    }
}
