package normscope.nn;

import java.util.Arrays;
import java.util.List;

/**
 * Changes a network's parameters by its gradients, with the rule of an {@link OptimizerSpec}, and keeps the averages
 * the rule needs. The L2 term is added to the gradient before the rule (coupled, not AdamW): g = dLoss/dp + l2 p.
 * Parameters that a layer does not use are left alone, and so are their averages.
 */
public final class Optimizer {

    private final OptimizerSpec spec;
    private final List<Parameter> parameters;
    /** [parameter][average][number]. */
    private final double[][][] averages;

    private final List<double[]> allAverages;
    /** Of the step that is made, one an average. */
    private final double[] corrections;

    /** One a parameter: NaN where it is that of the step. */
    private final double[] ownRates;

    private final double[] ownDecays;

    private long t;

    /** An optimizer of a network's parameters at step 0, its averages all 0. */
    public Optimizer(OptimizerSpec spec, Network network) {
        this.spec = spec;
        parameters = network.parameters();
        averages = parameters.stream()
                .map(p -> new double[spec.averages()][p.value().length])
                .toArray(double[][][]::new);
        allAverages = Arrays.stream(averages).flatMap(Arrays::stream).toList();
        corrections = new double[spec.averages()];
        ownRates = new double[parameters.size()];
        Arrays.fill(ownRates, Double.NaN);
        ownDecays = ownRates.clone();
    }

    /**
     * Gives the weights of one layer a learning rate of their own, more than 0, from now on, whatever a step's is; NaN
     * for that of each step.
     */
    public void setWeightsRate(Layer layer, double rate) {
        ownRates[parameters.indexOf(layer.parameters().get(0))] = rate;
    }

    /** Gives the weights of one layer a penalty of their own, whatever a step's is. */
    public void setWeightsDecay(Layer layer, double l2) {
        ownDecays[parameters.indexOf(layer.parameters().get(0))] = l2;
    }

    private double decay(int i, double l2, DecayScope scope) {
        if (!Double.isNaN(ownDecays[i])) {
            return ownDecays[i];
        }
        return parameters.get(i).decays(scope) ? l2 : 0;
    }

    /** {@return the rate of the i-th parameter in a step at some rate} */
    private double rate(int i, double learningRate) {
        return Double.isNaN(ownRates[i]) ? learningRate : ownRates[i];
    }

    /**
     * One update of every parameter in use, from the network's last backward, with the penalty l2/2 sum p<sup>2</sup>
     * over those in the scope.
     */
    public void step(double learningRate, double l2, DecayScope scope) {
        t++;
        for (int average = 0; average < corrections.length; average++) {
            corrections[average] = spec.correction(average, t);
        }
        for (int i = 0; i < averages.length; i++) {
            Parameter p = parameters.get(i);
            if (p.active()) {
                spec.update(
                        p.value(), p.gradient(), averages[i], corrections, rate(i, learningRate), decay(i, l2, scope));
            }
        }
    }

    /** The length of the state: number of doubles {@link #copyStateTo} writes. */
    public int stateSize() {
        return 1 + allAverages.stream().mapToInt(average -> average.length).sum();
    }

    /** Writes the step count and all averages, from an index on. */
    public void copyStateTo(double[] out, int offset) {
        out[offset] = t;
        int at = offset + 1;
        for (double[] average : allAverages) {
            System.arraycopy(average, 0, out, at, average.length);
            at += average.length;
        }
    }

    /** Puts back what {@link #copyStateTo} wrote. */
    public void setState(double[] in, int offset) {
        t = (long) in[offset];
        int at = offset + 1;
        for (double[] average : allAverages) {
            System.arraycopy(in, at, average, 0, average.length);
            at += average.length;
        }
    }
}
