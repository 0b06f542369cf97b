package normscope.instrument.proofs;

/**
 * One number that a property foretells, and what came out.
 *
 * @param item what is measured
 * @param layer the hidden layer where it was worst, from 0
 * @param expected what it should be
 * @param measured what it is
 * @param bound how far from it it may be; for an {@link Item#isAtLeast} what it has to reach
 * @param contrast the same of the arm without batch normalization; NaN where there is none
 */
public record Finding(Item item, int layer, double expected, double measured, double bound, double contrast) {

    /** What is measured. */
    public enum Item {
        /** The largest change of a logit, TRAIN mode, when 1 is added to the bias of every unit of a layer. */
        BIAS_MOVES_OUTPUT,
        /** max |db| / max sum |dz|, over the units of a layer. */
        BIAS_GRADIENT,
        /** The angle between w and dw of the unit furthest from 90 degrees, in degrees; without the L2 term. */
        WEIGHTS_GRADIENT_ANGLE,
        /** What epsilon accounts for taken off: max |⟨w, dw⟩ - gamma dgamma epsilon / (var + epsilon)| / (‖w‖ ‖dw‖). */
        WEIGHTS_DOT_GRADIENT,
        /** The largest change of a logit, TRAIN mode, when a layer's weights are multiplied by 10. */
        SCALE_10,
        /** The largest change of a logit, TRAIN mode, when a layer's weights are multiplied by 100. */
        SCALE_100,
        /** ‖dW‖ before, divided by ‖dW‖ with weights 10 times as large. */
        GRADIENT_SCALE_10,
        /** ‖dW‖ before, divided by ‖dW‖ with weights 100 times as large. */
        GRADIENT_SCALE_100,
        /** The largest change of a logit when a layer's weights are divided by 100: no longer small. */
        SCALE_HUNDREDTH,
        /** ‖dW − central differences‖ / (‖dW‖ + ‖central differences‖). */
        GRADIENT_OF_WEIGHTS,
        /** The same of gamma. */
        GRADIENT_OF_GAMMA,
        /** The same of beta. */
        GRADIENT_OF_BETA,
        /** max |zTilde - beta| of one example alone, TRAIN mode. */
        SINGLE_IS_BETA,
        /** How far the logits of the batch's examples lie apart, each passed alone, TRAIN mode. */
        SINGLE_SAYS_NOTHING,
        /** max |mean of zTilde - beta| over the units. */
        MEAN_IS_BETA,
        /** max |sd of zTilde - |gamma| sigma / sqrt(sigma^2 + epsilon)| over the units. */
        SD_IS_GAMMA,
        /** The slope of ln(sd of one example's zNorm over random batches) over ln m, all units of the first layer. */
        NOISE_SLOPE;

        /** Whether a large number is what is expected. */
        public boolean isAtLeast() {
            return this == SCALE_HUNDREDTH;
        }
    }

    /** Whether it came out as foretold. */
    public boolean holds() {
        return item.isAtLeast() ? measured >= bound : Math.abs(measured - expected) <= bound;
    }
}
