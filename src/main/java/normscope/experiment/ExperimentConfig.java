package normscope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.Normalizer;
import normscope.nn.NormalizerConstants;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;

/**
 * Everything that determines a run, but for the commands given while it runs.
 *
 * @param name what the user calls it; may be empty, at most 100 characters
 * @param seed from which all randomness is derived
 * @param network what the networks of all arms have in common
 * @param arms what each arm has of its own; at least one arm
 */
public record ExperimentConfig(
        String name, long seed, DataConfig data, NetworkConfig network, List<ArmConfig> arms, TrainingConfig training) {

    public static final int MAX_ARMS = 8;

    public ExperimentConfig {
        Check.present("name", name);
        Check.within("name: the number of characters", name.length(), 0, 100);
        Check.present("data", data);
        Check.present("network", network);
        Check.present("arms", arms);
        Check.within("arms: the number of arms", arms.size(), 1, MAX_ARMS);
        Check.present("training", training);
        int train = data.points() - data.testSize();
        Check.that(
                training.batchSize() > 0 || train <= DataConfig.MAX_POINTS,
                "training.batchSize",
                "must be from 1 to %d for %d training examples; 0 would take them all at once.",
                DataConfig.MAX_POINTS,
                train);
        for (int arm = 0; arm < arms.size(); arm++) {
            String field = "arms[" + arm + "]";
            Check.present(field, arms.get(arm));
            int normalizers = arms.get(arm).normalizers().size();
            Check.that(
                    normalizers == network.layers(),
                    field + ".normalizers",
                    "has %d entries but there are %d hidden layers; give one a layer.",
                    normalizers,
                    network.layers());
        }
        arms = List.copyOf(arms);
    }

    /**
     * The experiment that the program opens with: moons, four hidden layers of 32 ReLU units, batch normalization on
     * every hidden layer of one arm, plain gradient descent.
     */
    public static ExperimentConfig defaults() {
        int layers = 4;
        return new ExperimentConfig(
                "",
                7,
                new DataConfig(DataKind.MOONS, 500, 0.15, 0.5, true),
                new NetworkConfig(Collections.nCopies(layers, 32), Activation.RELU, new Init.He(), 1e-5, 0.9, false),
                List.of(
                        ArmConfig.of(new NormalizerSpec.None(), layers),
                        ArmConfig.of(new NormalizerSpec.Batch(), layers)),
                new TrainingConfig(new OptimizerSpec.Sgd(), 0.1, 64, 0, 0));
    }

    /** The parameters of one network: weights, biases where a layer keeps them, and what its normalizers learn. */
    public int parameterCount(int arm) {
        int count = 0;
        int inputs = data.inputs();
        List<Integer> units = network.hiddenUnits();
        for (int layer = 0; layer < units.size(); layer++) {
            Normalizer normalizer = arms.get(arm).normalizers().get(layer).create(1, NormalizerConstants.DEFAULT);
            int perUnit = normalizer.parameters().size() + (normalizer.keepsBias() ? 1 : 0);
            count += (inputs + perUnit) * units.get(layer);
            inputs = units.get(layer);
        }
        int outputs = data.classes() == 2 ? 1 : data.classes();
        return count + (inputs + 1) * outputs;
    }

    /** How an arm learns: as all do, but for what it has of its own. */
    public TrainingConfig training(int arm) {
        return arms.get(arm).training(training);
    }

    /**
     * {@return the arm on which batch normalization is studied: with it on the most hidden layers; of several, the
     * last}
     */
    public int batchNormArm() {
        int best = 0;
        for (int arm = 1; arm < arms.size(); arm++) {
            if (arms.get(arm).batchNormLayers() >= arms.get(best).batchNormLayers()) {
                best = arm;
            }
        }
        return best;
    }

    /**
     * {@return the arm that this is compared with: with batch normalization on the fewest hidden layers; of several,
     * the first}
     */
    public int plainArm() {
        int best = 0;
        for (int arm = 1; arm < arms.size(); arm++) {
            if (arms.get(arm).batchNormLayers() < arms.get(best).batchNormLayers()) {
                best = arm;
            }
        }
        return best;
    }

    /**
     * {@return for each arm, whether it has a normalizer on some layer; of the arm that batch norm is studied on, true}
     */
    public List<Boolean> normalizedArms() {
        return IntStream.range(0, arms.size())
                .mapToObj(arm ->
                        arm == batchNormArm() || arms.get(arm).normalized().contains(true))
                .toList();
    }

    /** {@return the hidden layers that have a normalizer in some arm, from 0} */
    public List<Integer> normalizedLayers() {
        return IntStream.range(0, network.layers())
                .filter(layer -> arms.stream().anyMatch(arm -> arm.normalized().get(layer)))
                .boxed()
                .toList();
    }

    /** {@return whether another experiment has networks that are built alike, arm for arm} */
    public boolean hasNetworksOf(ExperimentConfig other) {
        return network.equals(other.network) && arms.equals(other.arms);
    }

    /** {@return the first part in which another experiment differs: data, network, training or seed, else the name} */
    public String partThatDiffers(ExperimentConfig other) {
        if (!data.equals(other.data)) {
            return "data";
        }
        if (!hasNetworksOf(other)) {
            return "network";
        }
        if (!training.equals(other.training)) {
            return "training";
        }
        return seed == other.seed ? "name" : "seed";
    }

    public ExperimentConfig withName(String value) {
        return new ExperimentConfig(value, seed, data, network, arms, training);
    }

    /** The same with the names that another experiment and its arms have; the other has as many arms. */
    public ExperimentConfig withNamesOf(ExperimentConfig other) {
        ExperimentConfig named = withName(other.name);
        for (int arm = 0; arm < arms.size(); arm++) {
            named = named.withArm(
                    arm, arms.get(arm).withName(other.arms.get(arm).name()));
        }
        return named;
    }

    public ExperimentConfig withSeed(long value) {
        return new ExperimentConfig(name, value, data, network, arms, training);
    }

    public ExperimentConfig withData(DataConfig value) {
        return new ExperimentConfig(name, seed, value, network, arms, training);
    }

    /** The same with other networks. Added layers are normalized as each arm's last one. */
    public ExperimentConfig withNetwork(NetworkConfig value) {
        List<ArmConfig> resized =
                arms.stream().map(arm -> arm.resized(value.layers())).toList();
        return new ExperimentConfig(name, seed, data, value, resized, training);
    }

    /** The same with another arm in the place of one. */
    public ExperimentConfig withArm(int index, ArmConfig value) {
        List<ArmConfig> changed = new ArrayList<>(arms);
        changed.set(index, value);
        return new ExperimentConfig(name, seed, data, network, changed, training);
    }

    public ExperimentConfig withArmsAlike(UnaryOperator<ArmConfig> change) {
        return new ExperimentConfig(
                name, seed, data, network, arms.stream().map(change).toList(), training);
    }

    public ExperimentConfig withTraining(TrainingConfig value) {
        return new ExperimentConfig(name, seed, data, network, arms, value);
    }
}
