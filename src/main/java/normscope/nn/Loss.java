package normscope.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import normscope.math.Elementary;
import org.ejml.data.DMatrixRMaj;

/**
 * What is minimized, always computed from the logits (the output layer's values before sigmoid or softmax), which stays
 * exact where the probabilities round to 0 or 1. m is the number of examples.
 */
public enum Loss {
    /**
     * Sigmoid cross-entropy, 1/m sum ln(1 + e<sup>z</sup>) - y z. Labels: m x 1, 0 or 1. Computed as max(z, 0) - y z +
     * ln(1 + e<sup>-|z|</sup>), which cannot overflow. dLoss/dz = (Elementary.sigmoid(z) - y) / m.
     */
    BCE {
        @Override
        public double value(DMatrixRMaj logits, DMatrixRMaj y) {
            double sum = 0;
            for (int i = 0; i < logits.numRows; i++) {
                double z = logits.data[i];
                sum += Math.max(z, 0) - z * y.data[i] + StrictMath.log1p(Elementary.exp(-Math.abs(z)));
            }
            return sum / logits.numRows;
        }

        @Override
        void gradient(DMatrixRMaj logits, DMatrixRMaj y, DMatrixRMaj d) {
            int m = logits.numRows;
            for (int i = 0; i < m; i++) {
                d.data[i] = (Elementary.sigmoid(logits.data[i]) - y.data[i]) / m;
            }
        }

        @Override
        public void output(DMatrixRMaj logits, DMatrixRMaj probabilities) {
            probabilities.reshape(logits.numRows, logits.numCols);
            for (int i = 0; i < logits.getNumElements(); i++) {
                probabilities.data[i] = Elementary.sigmoid(logits.data[i]);
            }
        }
    },

    /**
     * Softmax cross-entropy, 1/m sum ln(sum<sub>j</sub> e<sup>z<sub>j</sub></sup>) - z<sub>y</sub>. Labels: m x 1,
     * class numbers from 0. The row's largest logit is subtracted first. dLoss/dz<sub>j</sub> = (softmax<sub>j</sub> -
     * [j = y]) / m.
     */
    SOFTMAX {
        @Override
        public double value(DMatrixRMaj logits, DMatrixRMaj y) {
            int n = logits.numCols;
            double sum = 0;
            for (int i = 0; i < logits.numRows; i++) {
                double max = rowMax(logits, i);
                double total = 0;
                for (int j = i * n; j < (i + 1) * n; j++) {
                    total += Elementary.exp(logits.data[j] - max);
                }
                sum += StrictMath.log(total) - (logits.data[i * n + (int) y.data[i]] - max);
            }
            return sum / logits.numRows;
        }

        @Override
        void gradient(DMatrixRMaj logits, DMatrixRMaj y, DMatrixRMaj d) {
            output(logits, d);
            int m = logits.numRows;
            int n = logits.numCols;
            for (int i = 0; i < m; i++) {
                d.data[i * n + (int) y.data[i]] -= 1;
            }
            for (int i = 0; i < m * n; i++) {
                d.data[i] /= m;
            }
        }

        @Override
        public void output(DMatrixRMaj logits, DMatrixRMaj probabilities) {
            int n = logits.numCols;
            probabilities.reshape(logits.numRows, n);
            double[] p = probabilities.data;
            for (int i = 0; i < logits.numRows; i++) {
                double max = rowMax(logits, i);
                double total = 0;
                for (int j = i * n; j < (i + 1) * n; j++) {
                    p[j] = Elementary.exp(logits.data[j] - max);
                    total += p[j];
                }
                for (int j = i * n; j < (i + 1) * n; j++) {
                    p[j] /= total;
                }
            }
        }
    },

    /** Mean over examples and outputs of (z - y)<sup>2</sup>. Targets: m x k. dLoss/dz = 2 (z - y) / (m k). */
    MSE {
        @Override
        public double value(DMatrixRMaj logits, DMatrixRMaj y) {
            return squares(logits, y) / logits.getNumElements();
        }

        @Override
        void gradient(DMatrixRMaj logits, DMatrixRMaj y, DMatrixRMaj d) {
            difference(logits, y, 2.0 / logits.getNumElements(), d);
        }
    },

    /** The course's form, 1/(2m) sum (z - y)<sup>2</sup>. Targets: m x k. dLoss/dz = (z - y) / m. */
    @JsonProperty("half_mse")
    HALF_MSE {
        @Override
        public double value(DMatrixRMaj logits, DMatrixRMaj y) {
            return squares(logits, y) / (2.0 * logits.numRows);
        }

        @Override
        void gradient(DMatrixRMaj logits, DMatrixRMaj y, DMatrixRMaj d) {
            difference(logits, y, 1.0 / logits.numRows, d);
        }
    };

    /**
     * The mean data loss.
     *
     * @param logits m x outputs. Not modified.
     * @param y the labels or targets. Not modified.
     * @return the loss; not finite where the logits are not
     */
    public abstract double value(DMatrixRMaj logits, DMatrixRMaj y);

    /**
     * The derivative of the mean loss with respect to each logit.
     *
     * @param logits m x outputs. Not modified.
     * @param y the labels or targets. Not modified.
     * @param d m x outputs. Modified.
     */
    abstract void gradient(DMatrixRMaj logits, DMatrixRMaj y, DMatrixRMaj d);

    /**
     * What the network says: the probability of class 1 (BCE), of each class (SOFTMAX), or the regression's value.
     *
     * @param logits m x outputs. Not modified.
     * @param result set to m x outputs. Modified.
     */
    public void output(DMatrixRMaj logits, DMatrixRMaj result) {
        result.setTo(logits);
    }

    private static double rowMax(DMatrixRMaj x, int row) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = row * x.numCols; j < (row + 1) * x.numCols; j++) {
            max = Math.max(max, x.data[j]);
        }
        return max;
    }

    private static double squares(DMatrixRMaj x, DMatrixRMaj y) {
        double sum = 0;
        for (int i = 0; i < x.getNumElements(); i++) {
            double d = x.data[i] - y.data[i];
            sum += d * d;
        }
        return sum;
    }

    private static void difference(DMatrixRMaj x, DMatrixRMaj y, double factor, DMatrixRMaj d) {
        for (int i = 0; i < x.getNumElements(); i++) {
            d.data[i] = factor * (x.data[i] - y.data[i]);
        }
    }
}
