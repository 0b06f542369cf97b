package normscope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;

/**
 * What one arm of an experiment has of its own.
 *
 * @param name what the user calls it; empty if its normalizers name it, at most 100 characters
 * @param normalizers one a hidden layer
 * @param learningRate the step size, more than 0; null for that of all arms
 * @param optimizer the optimizer with its constants; null for that of all arms
 * @param dropout the share of hidden activations dropped in training, 0 … 0.9; null for that of all arms
 * @param noise how strong the noise of changing mean and scale is that training puts behind the normalizer of every
 *     hidden layer, more than 0 and at most 8; null for none
 */
public record ArmConfig(
        String name,
        List<NormalizerSpec> normalizers,
        @Json.MayBeAbsent Double learningRate,
        @Json.MayBeAbsent OptimizerSpec optimizer,
        @Json.MayBeAbsent Double dropout,
        @Json.MayBeAbsent Double noise) {

    public static final double MOST_NOISE = 8;

    public ArmConfig {
        Check.present("name", name);
        Check.within("name: the number of characters", name.length(), 0, 100);
        Check.present("normalizers", normalizers);
        for (int layer = 0; layer < normalizers.size(); layer++) {
            String field = "normalizers[" + layer + "]";
            NormalizerSpec normalizer = normalizers.get(layer);
            Check.present(field, normalizer);
            List<String> kinds = NormalizerSpec.EXPERIMENTS.stream()
                    .map(NormalizerSpec::kind)
                    .toList();
            Check.oneOf(field + ".kind", kinds, normalizer.kind());
        }
        normalizers = List.copyOf(normalizers);
        if (learningRate != null) {
            TrainingConfig.checkLearningRate(learningRate);
        }
        if (optimizer != null) {
            TrainingConfig.check(optimizer);
        }
        if (dropout != null) {
            TrainingConfig.checkDropout(dropout);
        }
        if (noise != null) {
            Check.within("noise", noise, 0, MOST_NOISE);
            noise = noise == 0 ? null : noise;
        }
    }

    /** An arm that learns as all do. */
    public ArmConfig(String name, List<NormalizerSpec> normalizers) {
        this(name, normalizers, null, null, null, null);
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
        return withNormalizer(new NormalizerSpec.Batch(), flags);
    }

    public ArmConfig withNormalizers(List<NormalizerSpec> value) {
        return new ArmConfig(name, value, learningRate, optimizer, dropout, noise);
    }

    /** {@return for each hidden layer, whether it has a normalizer} */
    public List<Boolean> normalized() {
        return normalizers.stream()
                .map(normalizer -> !(normalizer instanceof NormalizerSpec.None))
                .toList();
    }

    /** {@return what normalizes the first layer that has a normalizer; none if no layer has} */
    public NormalizerSpec firstNormalizer() {
        return normalizers.stream()
                .filter(normalizer -> !(normalizer instanceof NormalizerSpec.None))
                .findFirst()
                .orElse(new NormalizerSpec.None());
    }

    /** The same with one normalizer on the hidden layers whose flag is set, and none on the others. */
    public ArmConfig withNormalizer(NormalizerSpec normalizer, List<Boolean> flags) {
        return withNormalizers(flags.stream()
                .map(on -> on ? normalizer : new NormalizerSpec.None())
                .toList());
    }

    public ArmConfig withName(String value) {
        return new ArmConfig(value, normalizers, learningRate, optimizer, dropout, noise);
    }

    public ArmConfig withLearningRate(Double value) {
        return new ArmConfig(name, normalizers, value, optimizer, dropout, noise);
    }

    public ArmConfig withOptimizer(OptimizerSpec value) {
        return new ArmConfig(name, normalizers, learningRate, value, dropout, noise);
    }

    public ArmConfig withDropout(Double value) {
        return new ArmConfig(name, normalizers, learningRate, optimizer, value, noise);
    }

    /** The same with another noise behind its normalizers; 0 for none. */
    public ArmConfig withNoise(double value) {
        return new ArmConfig(name, normalizers, learningRate, optimizer, dropout, value);
    }

    /** {@return how strong its noise is; 0 for none} */
    public double noiseStrength() {
        return noise == null ? 0 : noise;
    }

    /** The same, learning in this way: what is that of all arms is not its own. */
    public ArmConfig withTraining(TrainingConfig own, TrainingConfig all) {
        return new ArmConfig(
                name,
                normalizers,
                own.learningRate() == all.learningRate() ? null : Double.valueOf(own.learningRate()),
                own.optimizer().equals(all.optimizer()) ? null : own.optimizer(),
                own.dropout() == all.dropout() ? null : Double.valueOf(own.dropout()),
                noise);
    }

    /** How the arm learns: as all do, but for what it has of its own. */
    TrainingConfig training(TrainingConfig all) {
        return new TrainingConfig(
                optimizer == null ? all.optimizer() : optimizer,
                learningRate == null ? all.learningRate() : learningRate,
                all.batchSize(),
                all.l2(),
                dropout == null ? all.dropout() : dropout,
                all.normalizedRate(),
                all.normalizedL2());
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

    long batchNormLayers() {
        return batchNorm().stream().filter(on -> on).count();
    }

    /** The same with another number of hidden layers; added ones are normalized as the last one. */
    ArmConfig resized(int layers) {
        int kept = Math.min(layers, normalizers.size());
        List<NormalizerSpec> result = new ArrayList<>(normalizers.subList(0, kept));
        result.addAll(Collections.nCopies(layers - kept, normalizers.get(normalizers.size() - 1)));
        return withNormalizers(result);
    }
}
