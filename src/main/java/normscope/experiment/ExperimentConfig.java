package normscope.experiment;

import java.util.Collections;
import java.util.List;
import normscope.data.DataKind;
import normscope.nn.Activation;
import normscope.nn.Init;
import normscope.nn.OptimizerSpec;

/**
 * Everything that determines a run, but for the commands given while it runs.
 *
 * @param name what the user calls it; may be empty, at most 100 characters
 * @param seed from which all randomness is derived
 * @param data what is learned
 * @param network the two networks
 * @param training how they learn
 */
public record ExperimentConfig(
        String name, long seed, DataConfig data, NetworkConfig network, TrainingConfig training) {

    /** Checks that nothing is missing. */
    public ExperimentConfig {
        Check.present("name", name);
        Check.within("name: the number of characters", name.length(), 0, 100);
        Check.present("data", data);
        Check.present("network", network);
        Check.present("training", training);
    }

    /**
     * The experiment that the program opens with: moons, four hidden layers of 32 ReLU units, batch normalization on
     * every hidden layer of one arm, plain gradient descent.
     *
     * @return the default experiment
     */
    public static ExperimentConfig defaults() {
        int layers = 4;
        return new ExperimentConfig(
                "",
                7,
                new DataConfig(DataKind.MOONS, 500, 0.15, 0.5, true),
                new NetworkConfig(
                        Collections.nCopies(layers, 32),
                        Activation.RELU,
                        Init.he(),
                        Collections.nCopies(layers, false),
                        Collections.nCopies(layers, true),
                        1e-5,
                        0.9,
                        false),
                new TrainingConfig(OptimizerSpec.sgd(), 0.1, 64, 0, 0));
    }

    /**
     * The parameters of one network: weights, biases where a layer is not normalized, gamma and beta where it is.
     *
     * @param arm which network
     * @return their number
     */
    public int parameterCount(ArmId arm) {
        int count = 0;
        int inputs = data.kind().inputs();
        List<Integer> units = network.hiddenUnits();
        for (int layer = 0; layer < units.size(); layer++) {
            int perUnit = network.normalized(arm).get(layer) ? 2 : 1;
            count += (inputs + perUnit) * units.get(layer);
            inputs = units.get(layer);
        }
        int outputs = data.kind().classes() == 2 ? 1 : data.kind().classes();
        return count + (inputs + 1) * outputs;
    }

    /**
     * The same with another name.
     *
     * @param value the name
     * @return the changed copy
     */
    public ExperimentConfig withName(String value) {
        return new ExperimentConfig(value, seed, data, network, training);
    }

    /**
     * The same with another seed.
     *
     * @param value the seed
     * @return the changed copy
     */
    public ExperimentConfig withSeed(long value) {
        return new ExperimentConfig(name, value, data, network, training);
    }

    /**
     * The same with other data.
     *
     * @param value the data
     * @return the changed copy
     */
    public ExperimentConfig withData(DataConfig value) {
        return new ExperimentConfig(name, seed, value, network, training);
    }

    /**
     * The same with other networks.
     *
     * @param value the networks
     * @return the changed copy
     */
    public ExperimentConfig withNetwork(NetworkConfig value) {
        return new ExperimentConfig(name, seed, data, value, training);
    }

    /**
     * The same with other training.
     *
     * @param value the training
     * @return the changed copy
     */
    public ExperimentConfig withTraining(TrainingConfig value) {
        return new ExperimentConfig(name, seed, data, network, value);
    }
}
