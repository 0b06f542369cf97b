package normscope.instrument.shift;

import normscope.experiment.ScoringSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A linear read-out of a layer's values: the classes' indicators by ridge regression, W = (H'H + lambda I)^-1 H'Y with
 * H the values and a column of ones, which is not punished. It reads all units together, so it notices when single
 * units' distributions stay and what they mean together does not.
 */
final class ReadOut {

    /** Lambda, as a fraction of the mean of the diagonal of H'H. */
    private static final double RIDGE = 1e-3;

    private final DMatrixRMaj weights;

    /** Fits a read-out to values, one example a row, and the class of each row, from 0. */
    ReadOut(DMatrixRMaj values, int[] labels, int classes) {
        DMatrixRMaj h = withOnes(values);
        DMatrixRMaj y = new DMatrixRMaj(labels.length, classes);
        for (int row = 0; row < labels.length; row++) {
            y.set(row, labels[row], 1);
        }
        DMatrixRMaj gram = new DMatrixRMaj(h.numCols, h.numCols);
        CommonOps_DDRM.multTransA(h, h, gram);
        double lambda = RIDGE * CommonOps_DDRM.trace(gram) / gram.numCols;
        for (int unit = 0; unit < values.numCols; unit++) {
            gram.add(unit, unit, lambda);
        }
        DMatrixRMaj target = new DMatrixRMaj(h.numCols, classes);
        CommonOps_DDRM.multTransA(h, y, target);
        weights = new DMatrixRMaj(h.numCols, classes);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(h.numCols);
        // Values beyond the finite ones have no read-out: it then guesses the first class.
        if (solver.setA(gram)) {
            solver.solve(target, weights);
        }
    }

    private static DMatrixRMaj withOnes(DMatrixRMaj values) {
        DMatrixRMaj h = new DMatrixRMaj(values.numRows, values.numCols + 1);
        CommonOps_DDRM.fill(h, 1);
        CommonOps_DDRM.insert(values, h, 0, 0);
        return h;
    }

    /** {@return the share, 0 … 1, of values of the same layer that it classifies as labelled} */
    double accuracy(DMatrixRMaj values, int[] labels) {
        DMatrixRMaj scores = new DMatrixRMaj(values.numRows, weights.numCols);
        CommonOps_DDRM.mult(withOnes(values), weights, scores);
        return (double) ScoringSet.correct(scores, row -> labels[row]) / labels.length;
    }
}
