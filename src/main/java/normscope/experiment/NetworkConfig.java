package normscope.experiment;

import java.util.List;
import normscope.nn.Activation;
import normscope.nn.Init;

/**
 * How the networks of all arms are built.
 *
 * @param hiddenUnits units of each hidden layer: 1 … 8 layers of 1 … 128 units
 * @param activation of all hidden layers
 * @param init how the weights are drawn; alike in all arms
 * @param epsilon added to the variance before the root, more than 0
 * @param runningDecay weight of the old value in the running statistics, 0 … less than 1
 * @param unbiasedRunningVar whether the running variance takes the batch's sum of squares divided by m - 1, not m
 */
public record NetworkConfig(
        List<Integer> hiddenUnits,
        Activation activation,
        Init init,
        double epsilon,
        double runningDecay,
        boolean unbiasedRunningVar) {

    /** The largest number of hidden layers. */
    public static final int MAX_LAYERS = 8;

    /** The largest number of units of a hidden layer. */
    public static final int MAX_UNITS = 128;

    /** The activations that hidden layers may have. */
    public static final List<Activation> ACTIVATIONS = List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID);

    /** Checks every value and copies the lists. */
    public NetworkConfig {
        Check.present("hiddenUnits", hiddenUnits);
        Check.present("activation", activation);
        Check.present("init", init);
        Check.within("hiddenUnits: the number of layers", hiddenUnits.size(), 1, MAX_LAYERS);
        for (int i = 0; i < hiddenUnits.size(); i++) {
            Check.within("hiddenUnits[" + i + "]", hiddenUnits.get(i), 1, MAX_UNITS);
        }
        if (!ACTIVATIONS.contains(activation)) {
            throw new InvalidSettingException("activation", "must be relu, tanh or sigmoid, not identity.");
        }
        if (init instanceof Init.Normal normal) {
            Check.above("init.sd", normal.sd(), 0, 100);
        }
        Check.above("epsilon", epsilon, 0, 1);
        Check.below("runningDecay", runningDecay, 0, 1);
        hiddenUnits = List.copyOf(hiddenUnits);
    }

    /** The number of hidden layers: 1 … 8. */
    public int layers() {
        return hiddenUnits.size();
    }

    public NetworkConfig withHiddenUnits(List<Integer> units) {
        return new NetworkConfig(units, activation, init, epsilon, runningDecay, unbiasedRunningVar);
    }

    public NetworkConfig withActivation(Activation value) {
        return new NetworkConfig(hiddenUnits, value, init, epsilon, runningDecay, unbiasedRunningVar);
    }

    public NetworkConfig withInit(Init value) {
        return new NetworkConfig(hiddenUnits, activation, value, epsilon, runningDecay, unbiasedRunningVar);
    }

    /** The same with another epsilon: more than 0. */
    public NetworkConfig withEpsilon(double value) {
        return new NetworkConfig(hiddenUnits, activation, init, value, runningDecay, unbiasedRunningVar);
    }

    /** The same with another weight of the old running statistics: 0 … less than 1. */
    public NetworkConfig withRunningDecay(double value) {
        return new NetworkConfig(hiddenUnits, activation, init, epsilon, value, unbiasedRunningVar);
    }

    public NetworkConfig withUnbiasedRunningVar(boolean value) {
        return new NetworkConfig(hiddenUnits, activation, init, epsilon, runningDecay, value);
    }
}
