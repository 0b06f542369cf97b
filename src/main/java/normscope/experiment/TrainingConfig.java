package normscope.experiment;

import java.util.List;
import normscope.nn.OptimizerSpec;

/**
 * How the networks learn; alike in all arms, but for what an arm has of its own.
 *
 * @param learningRate the step size, more than 0
 * @param batchSize examples a mini-batch; 0 or more than there are means the whole training set
 * @param l2 lambda of the penalty lambda/2 sum w^2 over the weights, 0 … 10
 * @param dropout the share of hidden activations dropped in training, 0 … 0.9
 * @param normalizedRate the step size of the weights of hidden layers that have a normalizer in some arm, more than 0;
 *     alike in all arms, so that they can be compared; null for the same as of all parameters
 * @param normalizedL2 lambda of the penalty on these weights, 0 … 10; null for the same as of all weights
 */
public record TrainingConfig(
        OptimizerSpec optimizer,
        double learningRate,
        int batchSize,
        double l2,
        double dropout,
        @Json.MayBeAbsent Double normalizedRate,
        @Json.MayBeAbsent Double normalizedL2) {

    /** The largest rate of the normalized layers' weights. */
    public static final double MAX_NORMALIZED_RATE = 10_000;

    public TrainingConfig {
        Check.present("optimizer", optimizer);
        checkLearningRate(learningRate);
        check(optimizer);
        Check.within("batchSize", batchSize, 0, DataConfig.MAX_POINTS);
        Check.within("l2", l2, 0, 10);
        checkDropout(dropout);
        if (normalizedRate != null) {
            checkNormalizedRate(normalizedRate);
        }
        if (normalizedL2 != null) {
            Check.within("normalizedL2", normalizedL2, 0, 10);
        }
    }

    /** With one step size of all parameters. */
    public TrainingConfig(OptimizerSpec optimizer, double learningRate, int batchSize, double l2, double dropout) {
        this(optimizer, learningRate, batchSize, l2, dropout, null, null);
    }

    static void checkNormalizedRate(double value) {
        Check.above("normalizedRate", value, 0, MAX_NORMALIZED_RATE);
    }

    static void check(OptimizerSpec optimizer) {
        List<String> kinds =
                OptimizerSpec.EXPERIMENTS.stream().map(OptimizerSpec::kind).toList();
        Check.oneOf("optimizer.kind", kinds, optimizer.kind());
        Check.within("optimizer.epsilon", optimizer.constants().getOrDefault("epsilon", 0.0), 0, 1);
    }

    static void checkDropout(double value) {
        Check.within("dropout", value, 0, 0.9);
    }

    /** Refuses a learning rate that is not more than 0 and at most 1000. */
    public static void checkLearningRate(double value) {
        Check.above("learningRate", value, 0, 1000);
    }

    public TrainingConfig withOptimizer(OptimizerSpec value) {
        return new TrainingConfig(value, learningRate, batchSize, l2, dropout, normalizedRate, normalizedL2);
    }

    public TrainingConfig withLearningRate(double value) {
        return new TrainingConfig(optimizer, value, batchSize, l2, dropout, normalizedRate, normalizedL2);
    }

    public TrainingConfig withBatchSize(int value) {
        return new TrainingConfig(optimizer, learningRate, value, l2, dropout, normalizedRate, normalizedL2);
    }

    public TrainingConfig withL2(double value) {
        return new TrainingConfig(optimizer, learningRate, batchSize, value, dropout, normalizedRate, normalizedL2);
    }

    public TrainingConfig withDropout(double value) {
        return new TrainingConfig(optimizer, learningRate, batchSize, l2, value, normalizedRate, normalizedL2);
    }

    public TrainingConfig withNormalizedRate(Double value) {
        return new TrainingConfig(optimizer, learningRate, batchSize, l2, dropout, value, normalizedL2);
    }

    public TrainingConfig withNormalizedL2(Double value) {
        return new TrainingConfig(optimizer, learningRate, batchSize, l2, dropout, normalizedRate, value);
    }
}
