package normscope.nn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import normscope.math.Elementary;
import normscope.math.Kernels;
import org.ejml.data.DMatrixRMaj;

/** The function a layer applies to z-tilde, value by value, and its derivative as a function of the result. */
public enum Activation {
    /** a = max(0, x); the derivative at 0 is 0. */
    RELU {
        @Override
        public double value(double x) {
            // Not "x > 0 ? x : 0", which would turn NaN into 0 and hide a divergence.
            return Math.max(x, 0);
        }

        @Override
        public boolean hasKink() {
            return true;
        }

        @Override
        void apply(Kernels kernels, DMatrixRMaj x, DMatrixRMaj a) {
            double[] from = x.data;
            double[] to = a.data;
            for (int i = 0; i < x.numRows * x.numCols; i++) {
                to[i] = value(from[i]);
            }
        }

        @Override
        void backward(Kernels kernels, DMatrixRMaj a, DMatrixRMaj d) {
            kernels.keepWherePositive(a.data, d.data, a.numRows * a.numCols);
        }
    },

    /** a = tanh(x), with derivative 1 - a<sup>2</sup>. */
    TANH {
        @Override
        public double value(double x) {
            return Elementary.tanh(x);
        }

        @Override
        void apply(Kernels kernels, DMatrixRMaj x, DMatrixRMaj a) {
            kernels.tanh(x.data, a.data, x.numRows * x.numCols);
        }

        @Override
        void backward(Kernels kernels, DMatrixRMaj a, DMatrixRMaj d) {
            double[] result = a.data;
            double[] gradient = d.data;
            for (int i = 0; i < a.numRows * a.numCols; i++) {
                gradient[i] *= 1 - result[i] * result[i];
            }
        }
    },

    /** a = 1 / (1 + e<sup>-x</sup>), with derivative a (1 - a). */
    SIGMOID {
        @Override
        public double value(double x) {
            return Elementary.sigmoid(x);
        }

        @Override
        void apply(Kernels kernels, DMatrixRMaj x, DMatrixRMaj a) {
            kernels.sigmoid(x.data, a.data, x.numRows * x.numCols);
        }

        @Override
        void backward(Kernels kernels, DMatrixRMaj a, DMatrixRMaj d) {
            double[] result = a.data;
            double[] gradient = d.data;
            for (int i = 0; i < a.numRows * a.numCols; i++) {
                gradient[i] *= result[i] * (1 - result[i]);
            }
        }
    },

    /** a = x; the output layer's. */
    @JsonIgnore // Not for hidden layers, of which files tell.
    IDENTITY {
        @Override
        public double value(double x) {
            return x;
        }

        @Override
        void apply(Kernels kernels, DMatrixRMaj x, DMatrixRMaj a) {
            System.arraycopy(x.data, 0, a.data, 0, x.numRows * x.numCols);
        }

        @Override
        void backward(Kernels kernels, DMatrixRMaj a, DMatrixRMaj d) {
            // The derivative is 1.
        }
    };

    /** {@return f of one number, with the bits that a whole layer gets; NaN of NaN} */
    public abstract double value(double x);

    /** {@return whether the derivative jumps at 0} */
    public boolean hasKink() {
        return false;
    }

    /**
     * Computes a = f(x).
     *
     * @param x m x n. Not modified.
     * @param a m x n. Modified.
     */
    abstract void apply(Kernels kernels, DMatrixRMaj x, DMatrixRMaj a);

    /**
     * Turns dLoss/da into dLoss/dx = dLoss/da * f'(x).
     *
     * @param a m x n, the result of {@link #apply}. Not modified.
     * @param d m x n: dLoss/da before, dLoss/dx after. Modified.
     */
    abstract void backward(Kernels kernels, DMatrixRMaj a, DMatrixRMaj d);
}
