package normscope.instrument.proofs;

import java.util.List;
import normscope.instrument.proofs.Finding.Item;

/** A property of batch normalization that follows from its formulas, to be checked on the present network. */
public enum Badge {
    /** A bias before batch normalization does nothing and gets no gradient. */
    BIAS(Item.BIAS_MOVES_OUTPUT, Item.BIAS_GRADIENT),
    /** The gradient of a unit's weights is orthogonal to them. */
    ORTHOGONAL(Item.WEIGHTS_GRADIENT_ANGLE, Item.WEIGHTS_DOT_GRADIENT),
    /** The scale of a layer's weights does not matter, as long as epsilon is small beside the variance. */
    SCALE(Item.SCALE_10, Item.SCALE_100, Item.GRADIENT_SCALE_10, Item.GRADIENT_SCALE_100, Item.SCALE_HUNDREDTH),
    /** The gradients that backward computes are those of the loss. */
    GRADIENTS(Item.GRADIENT_OF_WEIGHTS, Item.GRADIENT_OF_GAMMA, Item.GRADIENT_OF_BETA),
    /** A single example in TRAIN mode becomes beta. */
    SINGLE(Item.SINGLE_IS_BETA, Item.SINGLE_SAYS_NOTHING),
    /** z-tilde has the mean beta and the standard deviation |gamma| sigma / sqrt(sigma^2 + epsilon). */
    MOMENTS(Item.MEAN_IS_BETA, Item.SD_IS_GAMMA),
    /** What one example becomes varies with the rest of the batch as 1 / sqrt(m). */
    NOISE(Item.NOISE_SLOPE);

    private final List<Item> items;

    Badge(Item... items) {
        this.items = List.of(items);
    }

    public List<Item> items() {
        return items;
    }
}
