package normscope.instrument.rate;

import java.util.List;

/**
 * How large the weights are at a moment, and how large they should be. Where z does not change with the scale of W, a
 * gradient stands at right angles to W, so that with plain gradient descent |W|<sup>2</sup> grows by exactly
 * rate<sup>2</sup> |dW|<sup>2</sup> a step; and what counts is the effective rate, rate / |W|<sup>2</sup> (van
 * Laarhoven, <i>L2 Regularization versus Batch and Weight Normalization</i>, 2017).
 *
 * @param arms for each arm its hidden layers; none of an arm that has diverged
 */
record Rates(long step, List<List<OfLayer>> arms) {

    /**
     * One layer.
     *
     * @param squares |W|<sup>2</sup>
     * @param first the same at step 0
     * @param predicted what it should be: at each step times (1 - rate lambda)<sup>2</sup>, plus rate<sup>2</sup>
     *     |dW|<sup>2</sup>
     * @param rate the rate of the weights in the next step
     */
    record OfLayer(double squares, double first, double predicted, double rate) {
        double growth() {
            return squares / first;
        }

        double predictedGrowth() {
            return predicted / first;
        }

        double error() {
            return Math.abs(predicted - squares) / squares;
        }

        double effective() {
            return rate / squares;
        }
    }

    /** {@return a hidden layer; null of an arm that has diverged} */
    OfLayer of(int arm, int layer) {
        return arms.get(arm).isEmpty() ? null : arms.get(arm).get(layer);
    }
}
