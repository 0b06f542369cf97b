package normscope.instrument.rate;

import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.Experiment;
import normscope.instrument.rate.Rates.OfLayer;

/** Adds up, step by step from the first, how much the weights of an experiment's hidden layers should have grown. */
final class Growing {

    /** [arm][layer]. */
    private final double[][] first;

    private final double[][] predicted;

    Growing(Experiment experiment) {
        int layers = experiment.config().network().layers();
        first = IntStream.range(0, experiment.arms())
                .mapToObj(arm -> IntStream.range(0, layers)
                        .mapToDouble(layer -> squares(weights(experiment, arm, layer)))
                        .toArray())
                .toArray(double[][]::new);
        predicted = IntStream.range(0, first.length)
                .mapToObj(arm -> first[arm].clone())
                .toArray(double[][]::new);
    }

    private static double[] weights(Experiment experiment, int arm, int layer) {
        return experiment.network(arm).layer(layer).w().data;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Takes in the step that the experiment has just made. */
    void stepped(Experiment experiment) {
        for (int arm = 0; arm < predicted.length; arm++) {
            if (experiment.divergence(arm) != null) {
                continue;
            }
            for (int layer = 0; layer < predicted[arm].length; layer++) {
                double rate = experiment.weightsRate(arm, layer);
                double kept = 1 - rate * experiment.weightsL2(layer);
                double gradient = squares(experiment.network(arm).layer(layer).dW().data);
                predicted[arm][layer] = kept * kept * predicted[arm][layer] + rate * rate * gradient;
            }
        }
    }

    /** {@return what there is to say at the experiment's present step} */
    Rates now(Experiment experiment) {
        List<List<OfLayer>> arms = IntStream.range(0, predicted.length)
                .mapToObj(arm -> IntStream.range(0, experiment.divergence(arm) == null ? predicted[arm].length : 0)
                        .mapToObj(layer -> new OfLayer(
                                squares(weights(experiment, arm, layer)),
                                first[arm][layer],
                                predicted[arm][layer],
                                experiment.weightsRate(arm, layer)))
                        .toList())
                .toList();
        return new Rates(experiment.step(), arms);
    }
}
