package normscope.instrument.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.nn.Activation;
import normscope.nn.Layer;
import normscope.nn.Network;
import normscope.stats.Moments;

/**
 * The vital signs of the step that the trainer makes from a moment.
 *
 * @param arms for each arm its layers, the output layer last; none of an arm that has diverged
 */
public record Vitals(long step, List<List<OfLayer>> arms) {

    /** Where a tanh is closer to its ends than this, its slope is below 6 % of that in the middle. */
    static final double TANH_END = 0.97;

    /**
     * One layer.
     *
     * @param gradient the norm of dLoss/dW of the mini-batch, without the L2 term
     * @param update the norm of what the step changes of W, over the norm of W before
     * @param stuck relu: the fraction of units that are 0 for the whole mini-batch; tanh: of activations beyond 0.97
     *     either way; sigmoid: of those beyond 0.985 or below 0.015, the same slope; NaN of the output layer
     * @param mean of all activations of the mini-batch, before dropout; NaN of the output layer
     * @param sd their standard deviation
     */
    public record OfLayer(double gradient, double update, double stuck, double mean, double sd) {}

    /**
     * Measures the step from a moment by making it, with the trainer's own code, in an experiment apart from the
     * running one.
     */
    public static Vitals of(Experiment own, Snapshot moment) {
        own.restore(moment);
        List<double[][]> before = new ArrayList<>();
        for (int arm = 0; arm < own.arms(); arm++) {
            before.add(layers(own.network(arm))
                    .map(layer -> layer.w().data.clone())
                    .toArray(double[][]::new));
        }
        own.advance();
        List<List<OfLayer>> arms = new ArrayList<>();
        for (int arm = 0; arm < own.arms(); arm++) {
            List<OfLayer> signs = new ArrayList<>();
            Network network = own.network(arm);
            for (int l = 0; l < network.layerCount() && own.divergence(arm) == null; l++) {
                boolean output = l == network.layerCount() - 1;
                signs.add(signs(network.layer(l), before.get(arm)[l], output ? null : activation(own)));
            }
            arms.add(List.copyOf(signs));
        }
        return new Vitals(moment.step(), List.copyOf(arms));
    }

    private static Activation activation(Experiment experiment) {
        return experiment.config().network().activation();
    }

    private static Stream<Layer> layers(Network network) {
        return Stream.iterate(0, l -> l < network.layerCount(), l -> l + 1).map(network::layer);
    }

    private static OfLayer signs(Layer layer, double[] old, Activation hidden) {
        double[] now = layer.w().data;
        double squares = 0;
        double moved = 0;
        double gradient = 0;
        for (int i = 0; i < old.length; i++) {
            squares += old[i] * old[i];
            moved += (now[i] - old[i]) * (now[i] - old[i]);
            gradient += layer.dW().data[i] * layer.dW().data[i];
        }
        int n = layer.a().getNumElements();
        Moments a = hidden == null ? new Moments(Double.NaN, Double.NaN) : Moments.of(layer.a().data, n);
        return new OfLayer(
                Math.sqrt(gradient),
                Math.sqrt(moved / squares),
                hidden == null ? Double.NaN : stuck(layer, hidden),
                a.mean(),
                a.sd());
    }

    private static double stuck(Layer layer, Activation hidden) {
        double[] a = layer.a().data;
        int n = layer.a().getNumElements();
        int units = layer.units();
        int count = 0;
        if (hidden == Activation.RELU) {
            for (int unit = 0; unit < units; unit++) {
                boolean dead = true;
                for (int i = unit; i < n && dead; i += units) {
                    dead = a[i] == 0;
                }
                count += dead ? 1 : 0;
            }
            return (double) count / units;
        }
        for (int i = 0; i < n; i++) {
            double centred = hidden == Activation.SIGMOID ? 2 * a[i] - 1 : a[i];
            count += Math.abs(centred) > TANH_END ? 1 : 0;
        }
        return (double) count / n;
    }

    public static Headless headless(ExperimentConfig config) {
        Experiment own = new Experiment(config);
        own.keepToOneThread();
        List<Column> columns = Stream.of(Sign.values())
                .map(sign -> Column.of(sign, sign.key(), sign.isLogarithmic(), sign.guide()))
                .toList();
        return Headless.of(columns, living -> of(own, living.snapshot()).rows());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (int layer = 0; layer < arms.get(arm).size(); layer++) {
                OfLayer of = arms.get(arm).get(layer);
                rows.add(new Row(
                        arm,
                        layer,
                        Stream.of(Sign.values())
                                .mapToDouble(sign -> sign.of(of))
                                .toArray()));
            }
        }
        return rows;
    }
}
