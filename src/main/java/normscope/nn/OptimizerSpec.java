package normscope.nn;

import java.util.Objects;

/**
 * An optimizer and its constants. A kind ignores the constants it has no use for.
 *
 * @param kind the update rule
 * @param beta1 weight of the old average of gradients, 0 … less than 1
 * @param beta2 weight of the old average of squared gradients, 0 … less than 1
 * @param epsilon added to the root of that average, at least 0
 */
public record OptimizerSpec(Kind kind, double beta1, double beta2, double epsilon) {

    /** The update rules. g is the gradient with the L2 term, t the number of the step from 1. */
    public enum Kind {
        /** p -= rate g. */
        SGD,
        /** v = beta1 v + (1 - beta1) g; p -= rate v: the course's form. */
        MOMENTUM,
        /**
         * s = beta2 s + (1 - beta2) g<sup>2</sup>; p -= rate g / (sqrt(s) + epsilon). torch.optim.RMSprop is the same.
         */
        RMSPROP,
        /**
         * v and s as above; p -= rate v / (1 - beta1<sup>t</sup>) / (sqrt(s / (1 - beta2<sup>t</sup>)) + epsilon)
         * (Kingma and Ba, <i>Adam</i>, 2015). torch.optim.Adam is the same.
         */
        ADAM,
        /** v = beta1 v + g; p -= rate v: torch.optim.SGD's momentum. */
        TORCH_MOMENTUM;

        boolean averagesGradients() {
            return this == MOMENTUM || this == TORCH_MOMENTUM || this == ADAM;
        }

        boolean averagesSquares() {
            return this == RMSPROP || this == ADAM;
        }
    }

    /** Checks the values. */
    public OptimizerSpec {
        Objects.requireNonNull(kind, "kind");
        requireDecay("beta1", beta1);
        requireDecay("beta2", beta2);
        if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be a finite number of at least 0, not " + epsilon + ".");
        }
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in 0 … less than 1, not " + value + ".");
        }
    }

    /**
     * Plain gradient descent.
     *
     * @return the spec
     */
    public static OptimizerSpec sgd() {
        return new OptimizerSpec(Kind.SGD, 0, 0, 0);
    }

    /**
     * Momentum in the course's form, with beta1 0.9.
     *
     * @return the spec
     */
    public static OptimizerSpec momentum() {
        return new OptimizerSpec(Kind.MOMENTUM, 0.9, 0, 0);
    }

    /**
     * RMSprop with beta2 0.9 and epsilon 1e-8.
     *
     * @return the spec
     */
    public static OptimizerSpec rmsProp() {
        return new OptimizerSpec(Kind.RMSPROP, 0, 0.9, 1e-8);
    }

    /**
     * Adam with beta1 0.9, beta2 0.999 and epsilon 1e-8.
     *
     * @return the spec
     */
    public static OptimizerSpec adam() {
        return new OptimizerSpec(Kind.ADAM, 0.9, 0.999, 1e-8);
    }
}
