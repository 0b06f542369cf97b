package normscope.experiment;

/** What can be seen of a layer, in the order in which it is computed. */
public enum Quantity {
    /** z = W a + b: the weighted sum, before normalization. */
    Z,
    /** z_norm = (z - mean) / sqrt(var + epsilon); z itself where a layer is not normalized. */
    Z_NORM,
    /**
     * z-tilde = gamma z_norm + beta; z itself where a layer is not normalized; with noise where the arm has it: what
     * the activation gets.
     */
    Z_TILDE,
    /** a = activation(z-tilde): the layer's output, before dropout. */
    A
}
