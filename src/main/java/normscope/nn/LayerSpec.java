package normscope.nn;

import java.util.Objects;

/**
 * How one layer is built.
 *
 * @param units its width, at least 1
 * @param activation its activation; the output layer's is {@link Activation#IDENTITY}
 * @param batchNorm how it is normalized whenever it is; never null
 * @param normalized whether it starts out normalized
 */
public record LayerSpec(int units, Activation activation, BatchNormSpec batchNorm, boolean normalized) {

    /** Checks the values. */
    public LayerSpec {
        if (units < 1) {
            throw new IllegalArgumentException("A layer needs at least one unit, not " + units + ".");
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(batchNorm, "batchNorm");
    }
}
