package normscope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import normscope.nn.NormalizerSpec;

/**
 * What one arm of an experiment has of its own.
 *
 * @param name what the user calls it; empty if its normalizers name it, at most 100 characters
 * @param normalizers one a hidden layer
 */
public record ArmConfig(String name, List<NormalizerSpec> normalizers) {

    /** Checks that nothing is missing and copies the list. */
    public ArmConfig {
        Check.present("name", name);
        Check.within("name: the number of characters", name.length(), 0, 100);
        Check.present("normalizers", normalizers);
        for (int layer = 0; layer < normalizers.size(); layer++) {
            String field = String.format(Locale.ROOT, "normalizers[%d]", layer);
            NormalizerSpec normalizer = normalizers.get(layer);
            Check.present(field, normalizer);
            List<String> kinds = NormalizerSpec.EXPERIMENTS.stream()
                    .map(NormalizerSpec::kind)
                    .toList();
            Check.that(
                    kinds.contains(normalizer.kind()),
                    field + ".kind",
                    "must be one of " + String.join(", ", kinds) + ", not " + normalizer.kind() + ".");
        }
        normalizers = List.copyOf(normalizers);
    }

    /** {@return an unnamed arm with the same normalizer on every hidden layer} */
    public static ArmConfig of(NormalizerSpec normalizer, int layers) {
        return new ArmConfig("", Collections.nCopies(layers, normalizer));
    }

    /** {@return an unnamed arm with batch normalization on the hidden layers whose flag is set} */
    public static ArmConfig batchNorm(List<Boolean> flags) {
        return new ArmConfig("", List.of()).withBatchNorm(flags);
    }

    /** {@return the same with batch normalization on the hidden layers whose flag is set, and none on the others} */
    public ArmConfig withBatchNorm(List<Boolean> flags) {
        return new ArmConfig(
                name,
                flags.stream()
                        .<NormalizerSpec>map(on -> on ? new NormalizerSpec.Batch() : new NormalizerSpec.None())
                        .toList());
    }

    /** {@return for each hidden layer, whether it has batch normalization} */
    public List<Boolean> batchNorm() {
        return normalizers.stream()
                .map(normalizer -> normalizer instanceof NormalizerSpec.Batch)
                .toList();
    }

    /** What normalizes a layer whenever it is normalized: one without may be switched to batch norm while it trains. */
    NormalizerSpec whenNormalized(int layer) {
        NormalizerSpec chosen = normalizers.get(layer);
        return chosen instanceof NormalizerSpec.None ? new NormalizerSpec.Batch() : chosen;
    }

    /** The number of hidden layers with batch normalization. */
    long batchNormLayers() {
        return batchNorm().stream().filter(on -> on).count();
    }

    /** The same with another number of hidden layers; added ones are normalized as the last one. */
    ArmConfig resized(int layers) {
        int kept = Math.min(layers, normalizers.size());
        List<NormalizerSpec> result = new ArrayList<>(normalizers.subList(0, kept));
        result.addAll(Collections.nCopies(layers - kept, normalizers.get(normalizers.size() - 1)));
        return new ArmConfig(name, result);
    }
}
