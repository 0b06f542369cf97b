package normscope.instrument;

/** A property of batch normalization that follows from its formulas, to be checked on the present network. */
public enum Badge {
    /** A bias before batch normalization does nothing and gets no gradient. */
    BIAS,
    /** The gradient of a unit's weights is orthogonal to them. */
    ORTHOGONAL,
    /** The scale of a layer's weights does not matter, as long as epsilon is small beside the variance. */
    SCALE,
    /** The gradients that backward computes are those of the loss. */
    GRADIENTS,
    /** A single example in TRAIN mode becomes beta. */
    SINGLE,
    /** z-tilde has the mean beta and the standard deviation |gamma| sigma / sqrt(sigma^2 + epsilon). */
    MOMENTS
}
