package normscope.experiment;

import java.util.List;
import normscope.nn.Activation;
import normscope.nn.Init;

/**
 * How the networks of all arms are built.
 *
 * @param hiddenUnits units of each hidden layer: 1 … 50 layers of 1 … 128 units
 * @param activation of all hidden layers
 * @param init how the weights are drawn; alike in all arms
 * @param epsilon added to the variance before the root, more than 0
 * @param runningDecay weight of the old value in the running statistics, 0 … less than 1
 * @param unbiasedRunningVar whether the running variance takes the batch's sum of squares divided by m - 1, not m
 * @param biasSd the standard deviation of the biases that layer and RMS norm begin with, 0 … 100; null for the usual,
 *     see {@link #firstBiasSd}
 */
public record NetworkConfig(
        List<Integer> hiddenUnits,
        Activation activation,
        Init init,
        double epsilon,
        double runningDecay,
        boolean unbiasedRunningVar,
        @Json.MayBeAbsent Double biasSd) {

    /** What biases before layer and RMS norm are drawn with where the input is a point of the plane. */
    public static final double PLANE_BIAS_SD = 0.5;

    public static final int MAX_LAYERS = 50;

    public static final int MAX_UNITS = 128;

    /** The activations that hidden layers may have. */
    public static final List<Activation> ACTIVATIONS = List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID);

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
        Check.within("biasSd", biasSd == null ? 0 : biasSd, 0, 100);
        hiddenUnits = List.copyOf(hiddenUnits);
    }

    /** With the usual biases. */
    public NetworkConfig(
            List<Integer> hiddenUnits,
            Activation activation,
            Init init,
            double epsilon,
            double runningDecay,
            boolean unbiasedRunningVar) {
        this(hiddenUnits, activation, init, epsilon, runningDecay, unbiasedRunningVar, null);
    }

    /**
     * The standard deviation of the biases that layer and RMS norm begin with. With one value for all units a layer of
     * them does not know its input's length; of a point in the plane only the angle would be left.
     *
     * @return what is set, else 0.5 where there are at most two inputs, and 0 where there are more
     */
    public double firstBiasSd(int inputs) {
        if (biasSd != null) {
            return biasSd;
        }
        return inputs <= 2 ? PLANE_BIAS_SD : 0;
    }

    public int layers() {
        return hiddenUnits.size();
    }

    public NetworkConfig withHiddenUnits(List<Integer> units) {
        return new NetworkConfig(units, activation, init, epsilon, runningDecay, unbiasedRunningVar, biasSd);
    }

    public NetworkConfig withActivation(Activation value) {
        return new NetworkConfig(hiddenUnits, value, init, epsilon, runningDecay, unbiasedRunningVar, biasSd);
    }

    public NetworkConfig withInit(Init value) {
        return new NetworkConfig(hiddenUnits, activation, value, epsilon, runningDecay, unbiasedRunningVar, biasSd);
    }

    public NetworkConfig withEpsilon(double value) {
        return new NetworkConfig(hiddenUnits, activation, init, value, runningDecay, unbiasedRunningVar, biasSd);
    }

    public NetworkConfig withRunningDecay(double value) {
        return new NetworkConfig(hiddenUnits, activation, init, epsilon, value, unbiasedRunningVar, biasSd);
    }

    public NetworkConfig withUnbiasedRunningVar(boolean value) {
        return new NetworkConfig(hiddenUnits, activation, init, epsilon, runningDecay, value, biasSd);
    }

    public NetworkConfig withBiasSd(Double value) {
        return new NetworkConfig(hiddenUnits, activation, init, epsilon, runningDecay, unbiasedRunningVar, value);
    }
}
