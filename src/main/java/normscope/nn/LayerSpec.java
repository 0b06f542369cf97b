package normscope.nn;

import java.util.Objects;

/**
 * How one layer is built.
 *
 * @param units its width, at least 1
 * @param activation its activation; the output layer's is {@link Activation#IDENTITY}
 * @param normalizer what it is normalized by whenever it is
 * @param normalized whether it starts out normalized
 */
public record LayerSpec(
        int units,
        Activation activation,
        NormalizerSpec normalizer,
        NormalizerConstants constants,
        boolean normalized) {

    public LayerSpec {
        if (units < 1) {
            throw new IllegalArgumentException("A layer needs at least one unit, not " + units + ".");
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(normalizer, "normalizer");
        Objects.requireNonNull(constants, "constants");
    }

    /** A layer that is never normalized. */
    public LayerSpec(int units, Activation activation) {
        this(units, activation, new NormalizerSpec.None(), NormalizerConstants.DEFAULT, false);
    }
}
