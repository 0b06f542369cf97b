package normscope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import normscope.nn.Activation;
import normscope.nn.Init;

/**
 * How the two networks are built.
 *
 * @param hiddenUnits units of each hidden layer: 1 … 8 layers of 1 … 128 units
 * @param activation of all hidden layers
 * @param init how the weights are drawn; alike in both arms
 * @param normalizedWithout per hidden layer, whether the arm "without" has batch normalization there
 * @param normalizedWith per hidden layer, whether the arm "with" has batch normalization there
 * @param epsilon added to the variance before the root, more than 0
 * @param runningDecay weight of the old value in the running statistics, 0 … less than 1
 * @param unbiasedRunningVar whether the running variance takes the batch's sum of squares divided by m - 1, not m
 */
public record NetworkConfig(
        List<Integer> hiddenUnits,
        Activation activation,
        Init init,
        List<Boolean> normalizedWithout,
        List<Boolean> normalizedWith,
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
        Check.present("network.hiddenUnits", hiddenUnits);
        Check.present("network.activation", activation);
        Check.present("network.init", init);
        Check.within("network.hiddenUnits: the number of layers", hiddenUnits.size(), 1, MAX_LAYERS);
        for (int i = 0; i < hiddenUnits.size(); i++) {
            Check.within(String.format(Locale.ROOT, "network.hiddenUnits[%d]", i), hiddenUnits.get(i), 1, MAX_UNITS);
        }
        if (!ACTIVATIONS.contains(activation)) {
            throw new InvalidSettingException("network.activation", "must be relu, tanh or sigmoid, not identity.");
        }
        sameLength("network.normalizedWithout", normalizedWithout, hiddenUnits);
        sameLength("network.normalizedWith", normalizedWith, hiddenUnits);
        Check.above("network.epsilon", epsilon, 0, 1);
        Check.below("network.runningDecay", runningDecay, 0, 1);
        hiddenUnits = List.copyOf(hiddenUnits);
        normalizedWithout = List.copyOf(normalizedWithout);
        normalizedWith = List.copyOf(normalizedWith);
    }

    private static void sameLength(String field, List<Boolean> flags, List<Integer> layers) {
        Check.present(field, flags);
        if (flags.size() != layers.size()) {
            throw new InvalidSettingException(
                    field,
                    String.format(
                            Locale.ROOT,
                            "has %d entries but there are %d hidden layers; give one a layer.",
                            flags.size(),
                            layers.size()));
        }
    }

    /**
     * The number of hidden layers.
     *
     * @return 1 … 8
     */
    public int layers() {
        return hiddenUnits.size();
    }

    /**
     * Where an arm has batch normalization.
     *
     * @param arm the arm
     * @return one flag a hidden layer
     */
    public List<Boolean> normalized(ArmId arm) {
        return arm == ArmId.WITHOUT ? normalizedWithout : normalizedWith;
    }

    /**
     * The same with other layers. Added layers are normalized as each arm's last one.
     *
     * @param units the units of each hidden layer
     * @return the changed copy
     */
    public NetworkConfig withHiddenUnits(List<Integer> units) {
        return new NetworkConfig(
                units,
                activation,
                init,
                resized(normalizedWithout, units.size()),
                resized(normalizedWith, units.size()),
                epsilon,
                runningDecay,
                unbiasedRunningVar);
    }

    private static List<Boolean> resized(List<Boolean> flags, int size) {
        List<Boolean> result = new ArrayList<>(flags.subList(0, Math.min(size, flags.size())));
        result.addAll(Collections.nCopies(size - result.size(), flags.get(flags.size() - 1)));
        return result;
    }

    /**
     * The same with batch normalization on other layers of one arm.
     *
     * @param arm the arm
     * @param flags one a hidden layer
     * @return the changed copy
     */
    public NetworkConfig withNormalized(ArmId arm, List<Boolean> flags) {
        return new NetworkConfig(
                hiddenUnits,
                activation,
                init,
                arm == ArmId.WITHOUT ? flags : normalizedWithout,
                arm == ArmId.WITH ? flags : normalizedWith,
                epsilon,
                runningDecay,
                unbiasedRunningVar);
    }

    /**
     * The same with another activation.
     *
     * @param value relu, tanh or sigmoid
     * @return the changed copy
     */
    public NetworkConfig withActivation(Activation value) {
        return new NetworkConfig(
                hiddenUnits, value, init, normalizedWithout, normalizedWith, epsilon, runningDecay, unbiasedRunningVar);
    }

    /**
     * The same with another initialization.
     *
     * @param value how the weights are drawn
     * @return the changed copy
     */
    public NetworkConfig withInit(Init value) {
        return new NetworkConfig(
                hiddenUnits,
                activation,
                value,
                normalizedWithout,
                normalizedWith,
                epsilon,
                runningDecay,
                unbiasedRunningVar);
    }

    /**
     * The same with another epsilon.
     *
     * @param value more than 0
     * @return the changed copy
     */
    public NetworkConfig withEpsilon(double value) {
        return new NetworkConfig(
                hiddenUnits,
                activation,
                init,
                normalizedWithout,
                normalizedWith,
                value,
                runningDecay,
                unbiasedRunningVar);
    }

    /**
     * The same with another weight of the old running statistics.
     *
     * @param value 0 … less than 1
     * @return the changed copy
     */
    public NetworkConfig withRunningDecay(double value) {
        return new NetworkConfig(
                hiddenUnits, activation, init, normalizedWithout, normalizedWith, epsilon, value, unbiasedRunningVar);
    }

    /**
     * The same with the other running variance.
     *
     * @param value true for the unbiased one
     * @return the changed copy
     */
    public NetworkConfig withUnbiasedRunningVar(boolean value) {
        return new NetworkConfig(
                hiddenUnits, activation, init, normalizedWithout, normalizedWith, epsilon, runningDecay, value);
    }
}
