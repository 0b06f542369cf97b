package normscope.nn;

import java.util.List;
import java.util.Objects;

/**
 * How a network is built.
 *
 * @param inputs features of an example, at least 1
 * @param layers the weight layers, the output layer last
 * @param dropout the probability of dropping a hidden activation in TRAIN mode, 0 … less than 1; kept ones are divided
 *     by 1 - dropout (inverted dropout)
 * @param noise how strong the noise of changing mean and scale is on what hidden activations get in TRAIN mode, 0 for
 *     none
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers, Loss loss, double dropout, double noise) {

    public NetworkSpec {
        if (inputs < 1) {
            throw new IllegalArgumentException("A network needs at least one input, not " + inputs + ".");
        }
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one layer.");
        }
        LayerSpec output = layers.get(layers.size() - 1);
        if (output.activation() != Activation.IDENTITY) {
            throw new IllegalArgumentException("The output layer gives logits: its activation is the identity.");
        }
        Objects.requireNonNull(loss, "loss");
        if (loss == Loss.BCE && output.units() != 1) {
            throw new IllegalArgumentException("Binary cross-entropy has one output, not " + output.units() + ".");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in 0 … less than 1, not " + dropout + ".");
        }
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("noise must be 0 or more, not " + noise + ".");
        }
    }

    public NetworkSpec(int inputs, List<LayerSpec> layers, Loss loss, double dropout) {
        this(inputs, layers, loss, dropout, 0);
    }
}
